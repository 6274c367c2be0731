extension AppReadinessResponse {
    /// As the condition of a pod holds it: `HTTP 503 text/plain`, and behind that line the body where there is any.
    public var text: String {
        let head = contentType.isEmpty ? "HTTP \(status)" : "HTTP \(status) \(contentType)"
        return body.isEmpty ? head : "\(head)\n\(body)"
    }

    /// Reads it again; nil for a text that is no answer.
    public init?(text: String) {
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let words = (lines.first ?? "").split(separator: " ", maxSplits: 2)
        guard words.count >= 2, words[0] == "HTTP", let status = Int(words[1]) else { return nil }
        self.init()
        self.status = status
        if words.count > 2 { contentType = String(words[2]) }
        if lines.count > 1 { body = String(lines[1]) }
    }
}

extension AppReadinessCheck {
    /// Whether an answer with this status means that the task is ready.
    public func passes(_ status: Int) -> Bool { (httpStatusCodesForReady ?? [200]).contains(status) }
}
