internal import Cluster
internal import Model
internal import YAML

/// Writes the members of one input's record.
struct InputWriter: ~Copyable {
    private var writer = JSONWriter()
    private let seals: Seals

    init(_ seals: Seals) {
        self.seals = seals
    }

    /// The members alone: the journal puts its own beside them, and the braces around all.
    var body: [UInt8] { writer.bytes }

    mutating func field(_ name: StaticString, _ text: String) {
        writer.key(name)
        writer.string(text)
    }

    /// Left out where there is none.
    mutating func field(_ name: StaticString, ifAny text: String?) {
        if let text { field(name, text) }
    }

    /// Left out where it is false.
    mutating func flag(_ name: StaticString, _ flag: Bool) {
        guard flag else { return }
        writer.key(name)
        writer.bool(true)
    }

    mutating func number(_ name: StaticString, _ number: Int) {
        writer.key(name)
        writer.int(Int64(number))
    }

    mutating func numbers(_ name: StaticString, _ numbers: [Int64]) {
        list(name, numbers) { $0.writer.int($1) }
    }

    /// - Parameter subject: what the object is sealed as, if it is a Secret.
    mutating func object(_ name: StaticString, _ object: Object, about subject: String) {
        writer.key(name)
        writer.raw(seals.json(object, about: subject))
    }

    /// What is said of an object of that kind.
    mutating func json(_ name: StaticString, _ json: [UInt8], of kind: Kind, about subject: String) {
        writer.key(name)
        writer.raw(seals.json(json, of: kind, about: subject))
    }

    mutating func origin(_ origin: Origin) {
        writer.key("origin")
        origin.encode(to: &writer)
    }

    mutating func status(_ status: PodStatus) {
        writer.key("status")
        status.encode(to: &writer)
    }

    mutating func texts(_ name: StaticString, _ texts: [String]) {
        list(name, texts) { $0.writer.string($1) }
    }

    /// Objects, one for each element; left out where there is none: most inputs have little to say.
    mutating func objects<Element>(
        _ name: StaticString,
        _ elements: [Element],
        _ write: (inout InputWriter, Element) -> Void
    ) {
        list(name, elements) { writer, element in
            writer.writer.beginObject()
            write(&writer, element)
            writer.writer.endObject()
        }
    }

    private mutating func list<Element>(
        _ name: StaticString,
        _ elements: [Element],
        _ write: (inout InputWriter, Element) -> Void
    ) {
        if elements.isEmpty { return }
        writer.key(name)
        writer.beginArray()
        for element in elements { write(&self, element) }
        writer.endArray()
    }
}
