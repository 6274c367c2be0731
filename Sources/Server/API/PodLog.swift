internal import Agent
internal import Cluster
internal import Controllers
internal import Model

/// Streams a container's output.
struct PodLog: Sendable {
    let access: any PodAccess
    private let request: LogRequest
    private let hasTimestamps: Bool
    private let limit: Int?

    init(
        _ key: ObjectKey,
        _ query: Query,
        in state: ClusterState,
        now: Timestamp,
        access: any PodAccess
    ) throws(APIError) {
        self.access = access
        let container = try PodContainer(key, container: query["container"], in: state)
        hasTimestamps = query.isTrue("timestamps")
        limit = try Self.number(query, "limitBytes")
        request = LogRequest(
            podUID: container.pod.metadata.uid,
            container: container.name,
            previous: query.isTrue("previous"),
            follow: query.isTrue("follow"),
            tailLines: try Self.number(query, "tailLines"),
            sinceNanoseconds: try Self.since(query, now: now)
        )
        try Self.checkHasRun(container, previous: request.previous)
    }

    func reply() -> Reply {
        Reply(contentType: "text/plain", body: .stream(run))
    }

    private func run(_ sink: any ByteSink) async throws {
        let writer = LogWriter(sink: sink, hasTimestamps: hasTimestamps, limit: limit)
        do {
            try await access.readLog(request) { lines in try await writer.write(lines) }
        } catch is LogWriter.LimitReached {
            return
        } catch let error as PodAccessError {
            // The head has gone out: all that is left is to say it where the lines stand.
            try await sink.write(Array("\(error)\n".utf8))
        }
    }

    private static func checkHasRun(_ container: PodContainer, previous: Bool) throws(APIError) {
        let pod = container.pod.metadata.name
        if previous {
            guard container.status?.lastState.terminated != nil else {
                throw .badRequest("previous terminated container \"\(container.name)\" in pod \"\(pod)\" not found")
            }
            return
        }
        guard !container.pod.spec.nodeName.isEmpty else {
            throw .badRequest("pod \(pod) does not have a host assigned")
        }
        guard let status = container.status else {
            throw .badRequest(
                "container \"\(container.name)\" in pod \"\(pod)\" is waiting to start: ContainerCreating"
            )
        }
        if let waiting = status.state.waiting, status.lastState.terminated == nil, status.restartCount == 0 {
            let reason = waiting.reason.isEmpty ? "ContainerCreating" : waiting.reason
            throw .badRequest("container \"\(container.name)\" in pod \"\(pod)\" is waiting to start: \(reason)")
        }
    }

    private static func number(_ query: Query, _ name: String) throws(APIError) -> Int? {
        guard let text = query[name] else { return nil }
        guard let number = Int(text), number >= 0 else {
            throw .badRequest("\(name): Invalid value: \"\(text)\": must be a number, not negative")
        }
        return number
    }

    private static func since(_ query: Query, now: Timestamp) throws(APIError) -> Int64? {
        if let text = query["sinceTime"] {
            guard let time = Timestamp(text) else {
                throw .badRequest("sinceTime: Invalid value: \"\(text)\": must be a time of RFC 3339")
            }
            return time.nanoseconds
        }
        return try number(query, "sinceSeconds").map { (now - .seconds($0)).nanoseconds }
    }
}

/// Turns lines into the bytes of a log's answer.
private struct LogWriter {
    /// The caller has all the bytes that it asked for.
    struct LimitReached: Error {}

    let sink: any ByteSink
    let hasTimestamps: Bool
    let remaining: Remaining?

    init(sink: any ByteSink, hasTimestamps: Bool, limit: Int?) {
        self.sink = sink
        self.hasTimestamps = hasTimestamps
        remaining = limit.map(Remaining.init)
    }

    func write(_ lines: [LogLine]) async throws {
        var bytes: [UInt8] = []
        for line in lines {
            if hasTimestamps {
                bytes += Array("\(Timestamp(nanoseconds: line.nanoseconds).nanosecondText) ".utf8)
            }
            bytes += line.bytes
            if line.endsLine { bytes.append(UInt8(ascii: "\n")) }
        }
        guard let remaining else { return try await sink.write(bytes) }
        let allowed = remaining.take(bytes.count)
        try await sink.write(Array(bytes.prefix(allowed)))
        if allowed < bytes.count { throw LimitReached() }
    }
}

extension Timestamp {
    /// With nanoseconds, as the log of a container has it: `2026-11-23T05:55:56.000000001Z`.
    var nanosecondText: String {
        let fraction = nanoseconds % 1_000_000_000
        let digits = String(fraction < 0 ? fraction + 1_000_000_000 : fraction)
        return description.dropLast() + "." + String(repeating: "0", count: 9 - digits.count) + digits + "Z"
    }
}
