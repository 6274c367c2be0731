internal import CYAML

/// The events that libyaml reads in a text, one after the other.
struct YAMLEvents: ~Copyable {
    /// What libyaml could not read, in its own words.
    struct Failure: Error {
        enum Place {
            /// From 0, as libyaml counts.
            case mark(line: Int, column: Int)
            case offset(Int)
        }
        var place: Place
        var message: String
        /// What was being read, and where it begins, from 0.
        var context: (message: String, line: Int, column: Int)?
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let current: UnsafeMutablePointer<yaml_event_t>

    /// The event that `advance` has read.
    var event: yaml_event_t { current.pointee }

    /// The text must outlive the events.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        current = .allocate(capacity: 1)
        current.initialize(to: yaml_event_t())
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            current.deallocate()
            return nil
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        yaml_event_delete(current)
        yaml_parser_delete(parser)
        parser.deallocate()
        current.deallocate()
    }

    /// Reads the next event. Pointers into the last one are gone.
    func advance() throws(Failure) {
        yaml_event_delete(current)
        guard yaml_parser_parse(parser, current) == 1 else { throw failure() }
    }

    private func failure() -> Failure {
        let parser = parser.pointee
        let problem = parser.problem.map { String(cString: $0) } ?? "not YAML"
        if parser.error == YAML_READER_ERROR {
            return Failure(place: .offset(parser.problem_offset), message: problem)
        }
        if parser.error == YAML_MEMORY_ERROR { return Failure(place: .offset(0), message: "out of memory") }
        // Of a token, libyaml's words say nothing that the place doesn't.
        let context = parser.context.map { String(cString: $0) }.flatMap {
            $0 == "while scanning for the next token" ? nil : $0
        }
        return Failure(
            place: .mark(line: parser.problem_mark.line, column: parser.problem_mark.column),
            message: problem,
            context: context.map { ($0, parser.context_mark.line, parser.context_mark.column) }
        )
    }
}
