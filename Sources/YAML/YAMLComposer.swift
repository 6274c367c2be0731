internal import CYAML

/// Makes a document's tree of libyaml's events: counts what aliases add, refuses what Steady can't mean.
struct YAMLComposer {
    private let limits: Limits
    private var builder = DocumentBuilder()
    private var text: [UInt8] = []
    private var anchors: [String: Anchor] = [:]
    /// The anchor of each open container.
    private var openAnchors: [String?] = []
    private var aliasedNodes = 0
    private var slips: [Slip] = []
    /// The containers around one that stands where a key should, until that is closed.
    private var depthOfContainerKey: Int?

    private struct Anchor {
        var record: Int
        var height: Int
        var isComplete: Bool
    }

    /// A mistake that doesn't keep the rest from being read.
    struct Slip {
        var record: Int
        var message: String
    }

    /// What came of a document's events.
    struct Composition {
        var records: [Record]
        var text: [UInt8]
        var suspects: [Int]
        var slips: [Slip]
    }

    init(limits: Limits) {
        self.limits = limits
    }

    mutating func compose(_ event: yaml_event_t) throws(YAMLEvents.Failure) {
        switch event.type {
        case YAML_SCALAR_EVENT: scalar(event)
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            try open(.mapping, tag: start.tag, anchor: start.anchor, at: event.start_mark)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            try open(.sequence, tag: start.tag, anchor: start.anchor, at: event.start_mark)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: close()
        case YAML_ALIAS_EVENT: try alias(event)
        default: break
        }
    }

    /// The tree so far; what is still open is closed. The composer is then ready for the next document.
    mutating func finish() -> Composition {
        while builder.depth > 0 { close() }
        let (nodes, bytes) = (builder.records.count, text.count)
        defer {
            self = YAMLComposer(limits: limits)
            // The documents of one file are often alike; the bound is for those that are not.
            builder.reserve(min(nodes, 1024))
            text.reserveCapacity(min(bytes, 16_384))
        }
        return Composition(records: builder.records, text: text, suspects: builder.suspects, slips: slips)
    }

    private mutating func scalar(_ event: yaml_event_t) {
        let scalar = event.data.scalar
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        let tag = tag(scalar.tag, of: .scalar)
        let record = Record(
            kind: .scalar,
            tag: tag,
            isPlain: tag.makesPlain(style: scalar.style),
            offset: UInt32(text.count),
            count: UInt32(bytes.count),
            place: Record.Place(event.start_mark)
        )
        text.append(contentsOf: bytes)
        if let name = scalar.anchor {
            anchors[String(cString: name)] = Anchor(record: builder.records.count, height: 0, isComplete: true)
        }
        append(record, bytes: bytes)
    }

    private mutating func append(_ record: Record, bytes: UnsafeBufferPointer<UInt8>) {
        guard builder.expectsKey else { return builder.append(record) }
        if bytes.isEmpty, record.isPlain { slip("a key is missing here") }
        builder.appendKey(record, bytes: bytes)
    }

    private mutating func open(
        _ kind: Node.Kind,
        tag: UnsafePointer<yaml_char_t>?,
        anchor: UnsafePointer<yaml_char_t>?,
        at mark: yaml_mark_t
    ) throws(YAMLEvents.Failure) {
        try checkDepth(adding: 1, at: mark)
        // What is inside such a key is no mistake of its own.
        if builder.expectsKey, depthOfContainerKey == nil {
            slip("a key must be a scalar; a template such as {{ x }} must stand in quotes")
            depthOfContainerKey = builder.depth
        }
        let name = anchor.map { String(cString: $0) }
        if let name { anchors[name] = Anchor(record: builder.records.count, height: 0, isComplete: false) }
        openAnchors.append(name)
        builder.open(Record(kind: kind, tag: self.tag(tag, of: kind), place: Record.Place(mark)))
    }

    private mutating func close() {
        let closed = builder.close()
        if depthOfContainerKey == builder.depth { depthOfContainerKey = nil }
        guard let name = openAnchors.removeLast(), anchors[name]?.record == closed.record else { return }
        anchors[name] = Anchor(record: closed.record, height: closed.height, isComplete: true)
    }

    private mutating func alias(_ event: yaml_event_t) throws(YAMLEvents.Failure) {
        let name = event.data.alias.anchor.map { String(cString: $0) } ?? ""
        guard let anchor = anchors[name], anchor.isComplete else {
            let isCycle = anchors[name] != nil
            slip(
                isCycle
                    ? "the alias *\(name) stands inside what it names" : "no anchor &\(name) stands before this alias"
            )
            builder.append(Record(kind: .scalar, isPlain: true, place: Record.Place(event.start_mark)))
            return
        }
        let record = builder.records[anchor.record]
        aliasedNodes += Int(record.size)
        guard aliasedNodes <= limits.aliasedNodes else {
            throw failure(
                "the document's aliases stand for more than \(limits.aliasedNodes) nodes",
                at: event.start_mark
            )
        }
        try checkDepth(adding: anchor.height, at: event.start_mark)
        if record.kind == .scalar {
            let bytes = Array(text[Int(record.offset)..<Int(record.offset + record.count)])
            bytes.withUnsafeBufferPointer { append(record, bytes: $0) }
        } else {
            if builder.expectsKey { slip("a key must be a scalar") }
            builder.appendCopy(of: anchor.record, height: anchor.height)
        }
    }

    private func checkDepth(adding levels: Int, at mark: yaml_mark_t) throws(YAMLEvents.Failure) {
        guard builder.depth + levels > limits.depth else { return }
        throw failure("more than \(limits.depth) mappings and sequences inside one another", at: mark)
    }

    private func failure(_ message: String, at mark: yaml_mark_t) -> YAMLEvents.Failure {
        YAMLEvents.Failure(place: .mark(line: mark.line, column: mark.column), message: message)
    }

    /// Notes a mistake at the node that comes next.
    private mutating func slip(_ message: String) {
        guard slips.count < Limits.problemsPerDocument else { return }
        slips.append(Slip(record: builder.records.count, message: message))
    }

    private mutating func tag(_ tag: UnsafePointer<yaml_char_t>?, of kind: Node.Kind) -> Record.Tag {
        guard let tag else { return .none }
        let name = String(cString: tag)
        // "Not to be resolved": a string, or whatever sort of container it is.
        if name == "!" { return kind == .scalar ? .string : .none }
        guard let known = Record.Tag(uri: name) else {
            slip("unknown tag \(Record.Tag.shorthand(name))")
            return .none
        }
        if known.kind != kind { slip("\(known.name ?? name) can't be the tag of a \(kind)") }
        return known
    }
}

extension Record.Place {
    init(_ mark: yaml_mark_t) {
        self.init(lineOrOffset: UInt32(clamping: mark.line), column: UInt32(clamping: mark.column))
    }
}

extension Record.Tag {
    private static let prefix = "tag:yaml.org,2002:"

    init?(uri: String) {
        guard uri.hasPrefix(Record.Tag.prefix) else { return nil }
        switch uri.dropFirst(Record.Tag.prefix.count) {
        case "str": self = .string
        case "int": self = .int
        case "float": self = .float
        case "bool": self = .bool
        case "null": self = .null
        case "timestamp": self = .timestamp
        case "map": self = .mapping
        case "seq": self = .sequence
        default: return nil
        }
    }

    /// The tag as users write it.
    static func shorthand(_ uri: String) -> String {
        uri.hasPrefix(prefix) ? "!!" + uri.dropFirst(prefix.count) : uri
    }

    /// The kind of node that may bear the tag.
    var kind: Node.Kind {
        switch self {
        case .mapping: .mapping
        case .sequence: .sequence
        default: .scalar
        }
    }

    /// Whether a scalar is to be resolved: unquoted without a tag, or with a tag that asks for it.
    func makesPlain(style: yaml_scalar_style_t) -> Bool {
        switch self {
        case .none: style == YAML_PLAIN_SCALAR_STYLE
        case .int, .float, .bool, .null: true
        default: false
        }
    }
}
