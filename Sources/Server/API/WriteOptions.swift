internal import Controllers
internal import YAML

/// What the caller of any write may say beside what is to be written.
struct WriteOptions {
    /// Everything is decided and answered, nothing is kept.
    let isDryRun: Bool
    /// An App is changed though it is being deployed.
    private let isForced: Bool
    private let user: String
    private let manager: String

    /// - Parameter body: what a deletion carries, where its options may stand; null for other calls.
    /// - Throws: for any `dryRun` but `All`: a misspelt rehearsal must never be carried out.
    init(_ call: Call, body: Value = .null) throws(APIError) {
        let stated = call.query.all("dryRun") + (try Self.dryRuns(in: body))
        guard stated.allSatisfy({ $0 == "All" }) else {
            let list = stated.map { Value.string($0).json() }.joined(separator: ", ")
            throw .optionInvalid(
                call.optionsKind,
                field: "dryRun",
                "Unsupported value: []string{\(list)}: supported values: \"All\"",
                reason: "FieldValueNotSupported"
            )
        }
        isDryRun = !stated.isEmpty
        isForced = call.query.isTrue("force")
        user = call.user
        manager = Self.manager(of: call)
    }

    func request(_ operation: Request.Operation) -> Request {
        Request(operation, user: user, manager: manager, isDryRun: isDryRun, isForced: isForced)
    }

    private static func dryRuns(in body: Value) throws(APIError) -> [String] {
        guard let stated = body["dryRun"], !stated.isNull else { return [] }
        let texts = stated.array?.compactMap(\.string)
        guard let texts, texts.count == stated.array?.count else {
            throw DeletionBody.wrongType(stated, of: "dryRun", expected: "[]string")
        }
        return texts
    }

    /// As Kubernetes: the query's, else how the client calls itself.
    private static func manager(of call: Call) -> String {
        if let stated = call.query["fieldManager"], !stated.isEmpty { return stated }
        let agent = call.userAgent?.split(separator: "/").first.map(String.init) ?? ""
        return agent.isEmpty ? "unknown" : agent
    }
}

extension Call {
    /// The type of the options that stand in the call's query, as messages name it.
    var optionsKind: String {
        switch method {
        case .post: "CreateOptions"
        case .put: "UpdateOptions"
        case .patch: "PatchOptions"
        default: "DeleteOptions"
        }
    }
}
