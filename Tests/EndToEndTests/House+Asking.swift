import Glibc
import Testing
import YAML

/// What stories ask of a house, beyond single commands.
extension House {
    /// `steady get … -o json`; nil where there is no such object.
    func get(_ arguments: String...) async throws -> Value? {
        let answer = try await finish(begin("get", arguments + ["-o", "json"]))
        if answer.status != 0, answer.errors.contains("NotFound") { return nil }
        guard answer.status == 0 else { throw Surprise("get \(arguments): \(answer.errors)") }
        return try Value.parse(json: answer.output)
    }

    /// The pods of these labels, or all, that are not on their way out; by name.
    func pods(_ selector: String? = nil) async throws -> [Pod] {
        let arguments = ["pods"] + (selector.map { ["-l", $0] } ?? []) + ["-o", "json"]
        let answer = try await finish(begin("get", arguments))
        guard answer.status == 0 else { throw Surprise("get pods: \(answer.errors)") }
        let items = try Value.parse(json: answer.output)["items"]?.array ?? []
        return items.compactMap(Pod.init).filter { !$0.isEnding }.sorted { $0.name < $1.name }
    }

    /// Waits until there are so many pods of these labels, all ready, and no others.
    @discardableResult
    func ready(_ count: Int, _ selector: String) async throws -> [Pod] {
        try await ready("\(count) pods of \(selector) are ready", selector) { $0.count == count }
    }

    /// Waits until the pods of these labels are all ready, and as the story wants them.
    @discardableResult
    func ready(_ what: String, _ selector: String, _ isSo: ([Pod]) -> Bool) async throws -> [Pod] {
        var found: [Pod] = []
        try await until(what, detail: { try await self.steady("get", "all", "-A", "-o", "wide").output }) {
            found = try await pods(selector)
            return isSo(found) && found.allSatisfy(\.isReady)
        }
        return found
    }

    func rollout(_ command: String, _ arguments: String...) async throws -> Answer {
        try await finish(run([program, "rollout", command, "--state", state] + arguments))
    }

    /// Waits for a revision as a user does.
    func follows(_ revision: String) async throws {
        let annotation = "deployment.kubernetes.io/revision"
        try await until("revision \(revision) is under way") {
            try await get("deployment", "web")?["metadata"]?["annotations"]?[annotation]?.string == revision
        }
        let answer = try await rollout("status", "deployment/web", "--revision", revision, "--timeout", "60")
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.output.hasSuffix("deployment \"web\" successfully rolled out\n"), "\(answer.output)")
    }

    /// The body that a server in the house's network answers with; nil where none does.
    func fetch(_ address: String, _ port: Int, _ path: String = "/") async throws -> String? {
        let script = #"""
            exec 3<>"/dev/tcp/$0/$1" && printf 'GET %s HTTP/1.0\r\nHost: test\r\nConnection: close\r\n\r\n' "$2" >&3 && cat <&3
            """#
        let answer = try await finish(run(["timeout", "5", "bash", "-c", script, address, "\(port)", path]))
        guard answer.status == 0 else { return nil }
        // By bytes: a carriage return and a newline are one character to Swift.
        let bytes = Array(answer.output.utf8)
        guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: [13, 10, 13, 10]) }) else { return nil }
        return String(decoding: bytes[(end + 4)...], as: UTF8.self)
    }

    /// The first processes of all containers of this house, by pod and container.
    func processes() -> [ContainerProcess] {
        ContainerProcess.all(of: Leftovers.instance(of: state))
    }
}

/// What stories want to know of a pod.
struct Pod: Equatable {
    var name: String
    var uid: String
    var address: String
    var isReady: Bool
    var isEnding: Bool
    var restarts: Int64
    var containerID: String

    init?(_ value: Value) {
        guard let name = value["metadata"]?["name"]?.string, let uid = value["metadata"]?["uid"]?.string else {
            return nil
        }
        let status = value["status"]
        let container = status?["containerStatuses"]?.array?.first
        self.name = name
        self.uid = uid
        address = status?["podIP"]?.string ?? ""
        isReady =
            status?["conditions"]?.array?.contains { $0["type"] == "Ready" && $0["status"] == "True" } ?? false
        isEnding = value["metadata"]?["deletionTimestamp"] != nil
        restarts = container?["restartCount"]?.int64 ?? 0
        containerID = container?["containerID"]?.string ?? ""
    }
}

/// The first process of a container, as the kernel knows it.
struct ContainerProcess: Hashable {
    /// `UID/NAME.ATTEMPT`.
    var container: String
    var pid: pid_t
    /// In the kernel's ticks: with the pid it tells one life from another's.
    var started: String
    /// The program that holds it.
    var shim: pid_t

    static func all(of instance: String?) -> [ContainerProcess] {
        guard let instance else { return [] }
        let marker = "/steady/\(instance)/"
        return Files.entries("/proc").compactMap { entry -> ContainerProcess? in
            // The shim has one child, the container's init, and that has the container's first process.
            guard let pid = pid_t(entry), let container = cgroup(of: pid, after: marker), container != "shims",
                let own = Stat(pid), own.state != "Z", cgroup(of: own.parent, after: marker) == container,
                let shim = Stat(own.parent)?.parent, cgroup(of: shim, after: marker) == "shims"
            else { return nil }
            return ContainerProcess(container: container, pid: pid, started: own.started, shim: shim)
        }.sorted { $0.container < $1.container }
    }

    private static func cgroup(of pid: pid_t, after marker: String) -> String? {
        for line in Files.lines("/proc/\(pid)/cgroup") {
            if let start = line.firstRange(of: marker) { return String(line[start.upperBound...]) }
        }
        return nil
    }

    /// A line of /proc/PID/stat.
    private struct Stat {
        let state: Substring
        let parent: pid_t
        let started: String

        init?(_ pid: pid_t) {
            let text = Files.text("/proc/\(pid)/stat")
            guard let close = text.lastIndex(of: ")") else { return nil }
            let fields = text[text.index(after: close)...].split(separator: " ")
            guard fields.count > 19, let parent = pid_t(fields[1]) else { return nil }
            state = fields[0]
            self.parent = parent
            started = String(fields[19])
        }
    }
}
