internal import Controllers
internal import Model

/// What a list or a watch asks for, read from its query.
struct ListOptions {
    var labels = LabelQuery()
    var fields = FieldQuery()
    /// Nil or 0: all at once.
    var limit: Int?
    var continueToken: String?
    /// Nil where none is given or it is `0`: any state will do.
    var resourceVersion: UInt64?
    var wantsExactVersion = false
    var isWatch = false
    var allowsBookmarks = false
    var sendsInitialEvents: Bool?
    var timeoutSeconds: Int?

    init(_ query: Query) throws(APIError) {
        isWatch = query.isTrue("watch")
        allowsBookmarks = query.isTrue("allowWatchBookmarks")
        if query["sendInitialEvents"] != nil { sendsInitialEvents = query.isTrue("sendInitialEvents") }
        limit = try Self.integer(query, "limit")
        timeoutSeconds = try Self.integer(query, "timeoutSeconds")
        continueToken = query["continue"].flatMap { $0.isEmpty ? nil : $0 }
        try readSelectors(query)
        try readVersion(query)
    }

    private mutating func readSelectors(_ query: Query) throws(APIError) {
        do throws(SelectorError) {
            labels = try LabelQuery(query["labelSelector"] ?? "")
            fields = try FieldQuery(query["fieldSelector"] ?? "")
        } catch {
            throw .badRequest(error.description)
        }
    }

    private mutating func readVersion(_ query: Query) throws(APIError) {
        if let text = query["resourceVersion"], !text.isEmpty {
            guard let version = UInt64(text) else {
                throw .badRequest(
                    "resourceVersion: Invalid value: \"\(text)\": strconv.ParseUint: parsing \"\(text)\": invalid syntax"
                )
            }
            resourceVersion = version == 0 ? nil : version
        }
        let match = query["resourceVersionMatch"] ?? ""
        if sendsInitialEvents != nil {
            guard isWatch else { throw Self.invalid("sendInitialEvents", "is forbidden for list") }
            guard match == "NotOlderThan" else {
                throw Self.invalid(
                    "resourceVersionMatch",
                    "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"
                )
            }
        } else if !match.isEmpty {
            guard !isWatch else {
                throw Self.invalid(
                    "resourceVersionMatch",
                    "is forbidden for watch unless sendInitialEvents is provided"
                )
            }
            guard query["resourceVersion"] != nil else {
                throw Self.invalid("resourceVersionMatch", "is forbidden unless resourceVersion is provided")
            }
            guard match == "Exact" || match == "NotOlderThan" else {
                throw .optionInvalid(
                    "ListOptions",
                    field: "resourceVersionMatch",
                    "Unsupported value: \"\(match)\": supported values: \"Exact\", \"NotOlderThan\"",
                    reason: "FieldValueNotSupported"
                )
            }
            wantsExactVersion = match == "Exact"
        }
    }

    /// What is newer than the server can't be answered from, nor waited for: the caller is to come back.
    func checkVersion(reached current: UInt64) throws(APIError) {
        guard let resourceVersion, resourceVersion > current else { return }
        throw .futureRevision(resourceVersion, current: current)
    }

    /// Whether an object is asked for. Throws for a field that the kind has no label for.
    func matches(_ object: Object) throws(APIError) -> Bool {
        guard labels.matches(object.metadata.labels) else { return false }
        do throws(SelectorError) {
            for requirement in fields.requirements {
                guard try (object.fieldLabel(requirement.field) == requirement.value) == requirement.isEqual else {
                    return false
                }
            }
            return true
        } catch {
            throw .badRequest(error.description)
        }
    }

    var selectsAll: Bool { labels.requirements.isEmpty && fields.requirements.isEmpty }

    private static func integer(_ query: Query, _ name: String) throws(APIError) -> Int? {
        guard let text = query[name], !text.isEmpty else { return nil }
        guard let value = Int(text) else {
            throw .badRequest("strconv.ParseInt: parsing \"\(text)\": invalid syntax")
        }
        return max(value, 0)
    }

    private static func invalid(_ field: String, _ why: String) -> APIError {
        .optionInvalid("ListOptions", field: field, "Forbidden: \(why)", reason: "FieldValueForbidden")
    }
}
