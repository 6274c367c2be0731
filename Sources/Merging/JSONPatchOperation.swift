internal import YAML

/// One step of a JSON patch.
struct JSONPatchOperation {
    enum Action {
        case add(Value)
        case replace(Value)
        case test(Value)
        case remove
        case move(from: JSONPointer)
        case copy(from: JSONPointer)
    }

    let action: Action
    let path: JSONPointer
    /// As it stands in messages: `replace /spec/replicas`.
    let title: String

    /// Reads the operation that stands at place `number`, counted from 1.
    init(_ value: Value, number: Int) throws(PatchError) {
        guard case .object(let fields) = value else {
            throw PatchError(.badRequest, "read JSON patch: operation \(number) is no object")
        }
        func pointer(_ name: String) throws(PatchError) -> JSONPointer {
            guard case .string(let text)? = fields[name], let pointer = JSONPointer(text) else {
                throw PatchError(.badRequest, "read JSON patch: operation \(number) lacks a valid \"\(name)\"")
            }
            return pointer
        }
        func operand() throws(PatchError) -> Value {
            guard let operand = fields["value"] else {
                throw PatchError(.badRequest, "read JSON patch: operation \(number) lacks a \"value\"")
            }
            return operand
        }
        guard case .string(let name)? = fields["op"] else {
            throw PatchError(.badRequest, "read JSON patch: operation \(number) lacks an \"op\"")
        }
        switch name {
        case "add": action = .add(try operand())
        case "replace": action = .replace(try operand())
        case "test": action = .test(try operand())
        case "remove": action = .remove
        case "move": action = .move(from: try pointer("from"))
        case "copy": action = .copy(from: try pointer("from"))
        default: throw PatchError(.badRequest, "read JSON patch: operation \(number) has the unknown op \"\(name)\"")
        }
        path = try pointer("path")
        title = "\(name) \(path)"
    }

    func apply(to document: inout Value, copied: inout Int) throws(PatchError) {
        switch action {
        case .add(let value):
            try edit(&document, path, .insert(value))
        case .replace(let value):
            try edit(&document, path, .replace(value))
        case .remove:
            try edit(&document, path, .remove)
        case .test(let value):
            guard try self.value(at: path, in: document) == value else { throw refusal("the value there is another") }
        case .move(let source):
            guard !path.isInside(source) || path.tokens.count == source.tokens.count else {
                throw refusal("\(source) cannot be moved into itself")
            }
            let value = try self.value(at: source, in: document)
            try edit(&document, source, .remove)
            try edit(&document, path, .insert(value))
        case .copy(let source):
            let value = try self.value(at: source, in: document)
            copied += value.nodeCount
            guard copied <= JSONPatch.maximumCopiedNodes else { throw refusal("the patch copies too much") }
            try edit(&document, path, .insert(value))
        }
    }

    private func refusal(_ message: String) -> PatchError {
        PatchError(.invalid, "apply JSON patch: \(title): \(message)")
    }

    private func value(at pointer: JSONPointer, in document: Value) throws(PatchError) -> Value {
        var value = document
        for token in pointer.tokens {
            switch value {
            case .object(let fields):
                guard let child = fields[token] else { throw refusal("there is no \"\(token)\"") }
                value = child
            case .array(let elements):
                value = elements[try index(token, below: elements.count)]
            default:
                throw refusal("there is no \"\(token)\"")
            }
        }
        return value
    }

    // MARK: Editing

    private enum Edit {
        case insert(Value)
        case replace(Value)
        case remove
    }

    private func edit(_ document: inout Value, _ pointer: JSONPointer, _ edit: Edit) throws(PatchError) {
        guard !pointer.tokens.isEmpty else {
            switch edit {
            case .insert(let value), .replace(let value): document = value
            case .remove: throw refusal("the whole object cannot be removed")
            }
            return
        }
        try self.edit(&document, pointer.tokens[...], edit)
    }

    private func edit(_ value: inout Value, _ tokens: ArraySlice<String>, _ edit: Edit) throws(PatchError) {
        guard let token = tokens.first else { return }
        let rest = tokens.dropFirst()
        switch value {
        case .object(var fields):
            if rest.isEmpty {
                try self.edit(&fields, token, edit)
            } else {
                guard var child = fields[token] else { throw refusal("there is no \"\(token)\"") }
                try self.edit(&child, rest, edit)
                fields[token] = child
            }
            value = .object(fields)
        case .array(var elements):
            if rest.isEmpty {
                try self.edit(&elements, token, edit)
            } else {
                try self.edit(&elements[try index(token, below: elements.count)], rest, edit)
            }
            value = .array(elements)
        default:
            throw refusal("there is no \"\(token)\"")
        }
    }

    private func edit(_ fields: inout Fields, _ key: String, _ edit: Edit) throws(PatchError) {
        switch edit {
        case .insert(let value):
            fields[key] = value
        case .replace(let value):
            guard fields[key] != nil else { throw refusal("there is no \"\(key)\"") }
            fields[key] = value
        case .remove:
            guard fields[key] != nil else { throw refusal("there is no \"\(key)\"") }
            fields[key] = nil
        }
    }

    private func edit(_ elements: inout [Value], _ token: String, _ edit: Edit) throws(PatchError) {
        switch edit {
        case .insert(let value):
            let place = token == "-" ? elements.count : try index(token, below: elements.count + 1)
            elements.insert(value, at: place)
        case .replace(let value):
            elements[try index(token, below: elements.count)] = value
        case .remove:
            elements.remove(at: try index(token, below: elements.count))
        }
    }

    /// The index that a token names: decimal, without a sign or leading zeros.
    private func index(_ token: String, below limit: Int) throws(PatchError) -> Int {
        let isDecimal = !token.isEmpty && token.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isDecimal, token == "0" || token.utf8.first != UInt8(ascii: "0"), let index = Int(token) else {
            throw refusal("\"\(token)\" is no index of a list")
        }
        guard index < limit else { throw refusal("the list ends before \(index)") }
        return index
    }
}

extension Value {
    /// How many values this is made of, itself included.
    fileprivate var nodeCount: Int {
        switch self {
        case .array(let elements): elements.reduce(1) { $0 + $1.nodeCount }
        case .object(let fields): fields.reduce(1) { $0 + $1.value.nodeCount }
        default: 1
        }
    }
}
