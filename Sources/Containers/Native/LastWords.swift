/// What a container said before it ended: its termination message.
enum LastWords {
    /// The file's first 4,096 bytes; where it is empty, the container failed, and its spec asked for it, the last
    /// 80 lines of its log, at most 2,048 bytes. As Kubernetes has it.
    static func of(_ attempt: AttemptID, _ status: ExitStatus, layout: StateLayout) -> String {
        let directory = layout.attempt(attempt)
        let file = Files.read("\(directory)/termination", limit: 4096) ?? []
        if !file.isEmpty { return String(decoding: file, as: UTF8.self) }
        if status.code == 0 { return "" }
        let spec = String(decoding: Files.read("\(directory)/spec") ?? [], as: UTF8.self)
        guard spec.hasPrefix("fallsBackToLog=true\n") else { return "" }
        let lines = LogTail.lines(of: layout.log(attempt), count: 80)
        let text = lines.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: "\n")
        return String(decoding: text.utf8.suffix(2048), as: UTF8.self)
    }
}
