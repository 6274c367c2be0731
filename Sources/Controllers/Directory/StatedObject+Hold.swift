internal import Cluster
internal import Model
internal import YAML

extension StatedObject {
    /// What stays held when the file now says `next`: a hold ends with the words that it was for. A comment, another
    /// place of the file and a commit are no other words.
    func holdThatStays(beside next: StatedObject) -> Hold? {
        switch hold {
        case nil: nil
        case .object: configuration == next.configuration ? hold : nil
        case .template: manifest?.podDefinition == next.manifest?.podDefinition ? hold : nil
        }
    }

    /// What is to be applied beside what stands: while the template is held, the one in force stands for the file's.
    ///
    /// - Throws: where the configuration, which was readable when it was taken in, can't be read.
    func configurationInForce(beside live: Value?) throws(Problem) -> Value {
        let value = try Value.parse(json: configuration).withoutSystemNotes
        guard hold == .template, let definition = live?.podDefinition else { return value }
        return value.replacingPodDefinition(with: definition)
    }

    /// What the file says of the object's `spec`; nil where it says nothing of it.
    var spec: Value? { manifest?["spec"] }

    /// Words that can't be read say nothing, but none are taken in that can't.
    private var manifest: Value? { try? Value.parse(json: configuration) }
}

extension Value {
    /// Of a workload, what its pods are made from: a template; of an App all that is said but how many it has.
    fileprivate var podDefinition: Value? {
        guard isApp else { return self["spec"]?["template"] }
        guard case .object(var spec)? = self["spec"] else { return nil }
        for name in Self.besideDefinition { spec[name] = nil }
        return .object(spec)
    }

    fileprivate func replacingPodDefinition(with definition: Value) -> Value {
        guard case .object(var fields) = self, case .object(var spec)? = fields["spec"] else { return self }
        if isApp, case .object(var definition) = definition {
            for name in Self.besideDefinition { definition[name] = spec[name] }
            spec = definition
        } else {
            spec["template"] = definition
        }
        fields["spec"] = .object(spec)
        return .object(fields)
    }

    private var isApp: Bool { self["kind"]?.string == Kind.app.name }

    /// Fields of an App's `spec` that don't make its tasks what they are; the last two are the system's.
    private static let besideDefinition = ["instances", "version", "versionInfo"]

    /// Without what controllers note on objects: a manifest that was written from a live object holds them, and would
    /// have them put back for ever.
    fileprivate var withoutSystemNotes: Value {
        guard case .object(var fields) = self, case .object(var metadata)? = fields["metadata"],
            case .object(var annotations)? = metadata["annotations"]
        else { return self }
        for name in RolloutAnnotation.systemNotes { annotations[name] = nil }
        metadata["annotations"] = .object(annotations)
        fields["metadata"] = .object(metadata)
        return .object(fields)
    }
}

extension RolloutAnnotation {
    fileprivate static let systemNotes = [
        revision, history, desired, maximum, RollbackPolicy.lastGoodAnnotation, RolloutSteps.promotedAnnotation,
    ]
}
