public import Journaling
public import Model
public import YAML

/// How Secrets are written into records and read back, with the key or without one.
public struct Seals: Sendable {
    /// Nil where there is no key: then Secrets are written as they are, and sealed ones can't be read.
    public var seal: SecretSeal?

    public init(_ seal: SecretSeal?) { self.seal = seal }

    /// An object, as it may stand in a record.
    public func json(_ object: Object, about subject: String) -> [UInt8] {
        object.kind == .secret ? json(object.json(), of: .secret, about: subject) : object.json()
    }

    /// What is said of an object of a kind, as JSON that may stand in a record.
    public func json(_ json: [UInt8], of kind: Kind, about subject: String) -> [UInt8] {
        guard kind == .secret, let seal else { return json }
        // What is no JSON was never let in. Of what can't be read, nobody knows which parts are secret: all of it is.
        guard let value = try? Value.parse(json: json) else { return Array("null".utf8) }
        return Array(seal.sealed(value, about: subject).json().utf8)
    }

    /// A part of a record, as it was before it was sealed.
    ///
    /// - Throws: `ClusterError` where there is no key, or another one than it was sealed with.
    public func opened(
        _ node: YAML.Node,
        of kind: Kind,
        about subject: String,
        in record: Record
    ) throws(ClusterError) -> Value {
        let value: Value
        do {
            value = try node.value()
        } catch {
            throw .unreadable(record, error.message)
        }
        guard kind == .secret, SecretSeal.isSealed(value) else { return value }
        guard let seal else { throw .sealed(record) }
        guard let opened = seal.opened(value, about: subject) else { throw .notOpened(record) }
        return opened
    }
}
