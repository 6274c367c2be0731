internal import Cluster
internal import Journaling
public import Model
internal import YAML

/// A definition that an App had, as the journal remembers it.
public struct AppVersion: Sendable {
    /// When it came into force, which is what Marathon calls it.
    public var version: String
    /// The record that wrote it.
    public var sequence: UInt64
    /// Whose word it was: a file's place, or a call and its user.
    public var by: String
    public var app: App

    public init(version: String, sequence: UInt64, by: String, app: App) {
        self.version = version
        self.sequence = sequence
        self.by = by
        self.app = app
    }
}

extension Chronicle {
    /// The definitions that the App which there is now has had, the oldest first and the present one last; as far back
    /// as the journal reaches.
    ///
    /// - Throws: what the journal throws when it can't be read.
    public func versions(of key: ObjectKey) throws -> [AppVersion] {
        var versions: [AppVersion] = []
        for record in try journal.records(forKey: key.description) {
            // Another App of the same name is another App.
            if record.type == .delete { versions = [] }
            guard let app = Self.app(in: record), app.spec.version != versions.last?.version else { continue }
            versions.append(
                AppVersion(
                    version: app.spec.version,
                    sequence: record.sequence,
                    by: ToldVersion(record)?.origin?.description ?? "",
                    app: app
                )
            )
        }
        return versions
    }

    /// Nil for what is none, or was written by a Steady that knew other fields.
    private static func app(in record: Record) -> App? {
        guard record.type == .put, let node = RecordWords.body(of: record)?["object"] else { return nil }
        var context = DecodingContext(unknownFields: .ignore)
        guard case .app(let app)? = Object.decode(node, &context), !context.hasErrors, !app.spec.version.isEmpty else {
            return nil
        }
        return app
    }
}

extension [AppVersion] {
    /// The version that is named; without a name the last one that was more than another number of instances.
    public func target(named version: String?) -> AppVersion? {
        if let version { return last { $0.version == version } }
        guard let present = last else { return nil }
        return dropLast().last { !$0.app.isScaling(of: present.app) }
    }
}
