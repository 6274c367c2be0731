/// What libyaml could not read, told to the user.
extension Problem {
    init(_ failure: YAMLEvents.Failure, in section: YAMLSections.Section, file: String?) {
        var position =
            switch failure.place {
            case .mark(let line, let column): Position(line: line + 1, column: column + 1)
            case .offset(let offset): Position(in: section.text, at: offset)
            }
        var message = failure.plainly(in: section.text, at: position) ?? failure.message
        if let (opening, wanted, place) = failure.unclosed {
            // libyaml stops where it lost hope, often far below; what is to be mended is the opening.
            let end = Position(line: position.line + section.precedingLines, column: position.column)
            message = "\(opening) is not closed: \(wanted) was expected at \(end)"
            position = place
        } else if let context = failure.context {
            message += " \(context.message) that begins at line \(section.precedingLines + context.line + 1)"
        }
        position.line += section.precedingLines
        self.init(file: file, position: position, message: message)
    }
}

extension YAMLEvents.Failure {
    /// What was open when something came that can't stand in it, what was expected there, and where it was opened.
    fileprivate var unclosed: (opening: String, wanted: String, place: Position)? {
        guard let context else { return nil }
        let place = Position(line: context.line + 1, column: context.column + 1)
        switch (context.message, message) {
        case ("while parsing a flow sequence", "did not find expected ',' or ']'"): return ("[", "',' or ']'", place)
        case ("while parsing a flow mapping", "did not find expected ',' or '}'"): return ("{", "',' or '}'", place)
        case ("while scanning a quoted scalar", "found unexpected end of stream"): return ("a quote", "its end", place)
        default: return nil
        }
    }

    /// The message in plainer words, where a common slip is behind it.
    fileprivate func plainly(in text: UnsafeBufferPointer<UInt8>, at position: Position) -> String? {
        guard message == "found character that cannot start any token" else { return nil }
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard position.line <= lines.count else { return nil }
        let characters = String(decoding: lines[position.line - 1], as: UTF8.self).unicodeScalars
        guard let character = characters.dropFirst(position.column - 1).first else { return nil }
        if character == "\t" { return "a tab can't indent YAML: use spaces" }
        return "a value can't begin with \(character) unless it stands in quotes"
    }
}
