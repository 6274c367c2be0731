public import Cluster
internal import Journaling
public import Model
internal import YAML

/// A moment of the past, found in the journal.
public struct PastPoint: Sendable, Hashable {
    /// The last record that had been written.
    public var sequence: UInt64
    /// Up to when ages are counted.
    public var time: Timestamp

    public init(sequence: UInt64, time: Timestamp) {
        self.sequence = sequence
        self.time = time
    }
}

extension Chronicle {
    /// Finds a moment.
    ///
    /// - Throws: `APIError` where it lies in the future, is not kept any more, or is no commit that is known; what the
    ///   journal throws when it can't be read.
    public func point(_ moment: PastMoment, now: Timestamp) throws -> PastPoint {
        switch moment {
        case .time(let time):
            guard time <= now else { throw APIError.badRequest("\(time.milliseconds) lies in the future") }
            guard let sequence = try journal.sequence(at: time.nanoseconds) else {
                throw APIError.expired("the journal knows nothing of \(time.milliseconds): it begins later")
            }
            return PastPoint(sequence: sequence, time: time)
        case .sequence(let sequence): return try point(sequence)
        case .commit(let hash): return try point(commit: hash)
        }
    }

    /// The state after a record.
    ///
    /// - Parameter seal: of its Secrets.
    /// - Throws: `APIError` where it can't be told any more; `ClusterError` for a record that can't be read.
    public func state(at sequence: UInt64, seal: SecretSeal?) throws -> ClusterState {
        do {
            return try ClusterState(recovering: journal, through: sequence, seal: seal)
        } catch let error as JournalError where error.code == .unavailable {
            throw APIError.expired("\(error)")
        }
    }

    private func point(_ sequence: UInt64) throws -> PastPoint {
        let head = journal.head
        guard sequence > 0, sequence <= head else {
            let hint = "(a commit that looks like a number is written commit:\(sequence))"
            throw APIError.badRequest("there is no record \(sequence) yet: the last one is \(head) \(hint)")
        }
        var time: Int64?
        // What ends a batch is not handed out, and is of the time of what stands before it.
        try journal.read(max(1, sequence - 1)...sequence) { time = $0.time }
        guard let time else { throw APIError.expired("record \(sequence) is no longer kept") }
        return PastPoint(sequence: sequence, time: Timestamp(nanoseconds: time))
    }

    // MARK: Commits

    /// The end of the first turn that took in a file as of that commit.
    private func point(commit hash: String) throws -> PastPoint {
        var found: [String: PastPoint] = [:]
        var open: Set<String> = []
        // Turns go on being appended meanwhile.
        let head = journal.head
        guard head > 0 else { throw APIError.unknownCommit(hash) }
        try journal.read(1...head) { record in
            if record.type == .turn {
                for commit in open { found[commit]?.sequence = record.sequence - 1 }
                open = []
            }
            for commit in Self.commits(of: record, like: hash) where found[commit] == nil {
                found[commit] = PastPoint(sequence: head, time: Timestamp(nanoseconds: record.time))
                open.insert(commit)
            }
        }
        guard let point = found.values.first else { throw APIError.unknownCommit(hash) }
        guard found.count == 1 else {
            throw APIError.badRequest("commit \(hash) may be any of \(found.keys.sorted().joined(separator: ", "))")
        }
        return point
    }

    /// Commits that a directory's statement names and that may be meant. Either may be cut short.
    private static func commits(of record: Record, like hash: String) -> Set<String> {
        let mark = Array("\"commit\":\"\(hash.prefix(4))".utf8)
        guard record.type == .input, record.body.firstRange(of: mark) != nil,
            let body = RecordWords.body(of: record), body["by"]?.string() == "directory"
        else { return [] }
        let commits = body["stated"]?.elements.compactMap { $0["origin"]?["commit"]?.string() } ?? []
        return Set(commits.filter { $0.hasPrefix(hash) || hash.hasPrefix($0) })
    }
}

extension APIError {
    /// As Kubernetes says that it keeps no state so old.
    fileprivate static func expired(_ message: String) -> APIError {
        APIError(code: 410, reason: "Expired", message: message)
    }

    fileprivate static func unknownCommit(_ hash: String) -> APIError {
        APIError(
            code: 404,
            reason: "NotFound",
            message:
                "no file was taken in as of commit \(hash), as far back as the journal reaches; it may have changed "
                + "no manifest, or have been followed by another before it was read"
        )
    }
}
