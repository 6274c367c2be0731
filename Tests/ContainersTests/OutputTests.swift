import Containers
import Glibc
import Testing

@Suite(.serialized, .enabled(if: isRoot, "native containers need root"))
struct OutputTests {
    let job = AttemptID(pod: "a", name: "job", attempt: 1)

    @Test func `lines keep their stream, and long ones come in pieces`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            _ = try await world.script(
                "echo out; echo err >&2; head -c 20000 /dev/zero | tr '\\\\0' x; echo; printf end"
            )
            let logs = try ContainerLogs(layout: world.layout)
            defer { logs.stop() }

            var lines: [LogLine] = []
            for await some in logs.lines(of: job) { lines += some }

            #expect(lines.filter { $0.stream == .error }.map(\.text) == [Array("err".utf8)])
            let output = lines.filter { $0.stream == .output }
            #expect(output.map(\.text.count) == [3, 16384, 3616, 3])
            #expect(output.map(\.isPartial) == [false, true, false, false])
        }
    }

    @Test func `a command may open its output anew, whoever it is`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let open = "echo out > /dev/stdout; echo err > /dev/stderr"
            let (root, _) = try await world.script(open)
            let (user, _) = try await world.script(open, name: "user") {
                $0.user = UserIdentity(user: 1000, group: 100)
            }
            #expect((root.sorted(), user.sorted()) == (["err", "out"], ["err", "out"]))
        }
    }

    @Test func `a log is rotated by size, and the newest files are kept`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            _ = try await world.script("i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); done") {
                $0.log = LogLimits(bytes: 20_000, files: 3)
            }
            let logs = try ContainerLogs(layout: world.layout)
            defer { logs.stop() }

            var lines: [String] = []
            for await some in logs.lines(of: job) { lines += some.map { String(decoding: $0.text, as: UTF8.self) } }

            #expect(
                Leftovers.entries(world.layout.containers("a")) == [
                    "job", "job@1.log", "job@1.log.1", "job@1.log.2",
                ]
            )
            let first = 3000 - lines.count
            #expect((800...1600).contains(lines.count))
            #expect(lines == (first..<3000).map { "line \($0)" })
            for count in [0, 1, 5, 700, 100_000] {
                var tail: [String] = []
                for await some in logs.lines(of: job, LogQuery(tailLines: count)) {
                    tail += some.map { String(decoding: $0.text, as: UTF8.self) }
                }
                #expect(tail == Array(lines.suffix(count)))
            }
        }
    }

    @Test func `a log is made for the first line, and who follows hears it`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let script = "trap 'echo bye; exit' TERM; : > up; while :; do sleep 0.01; done"
            try await world.start(ContainerSpec(attempt: job, arguments: ["sh", "-c", script]))
            let up = "\(world.layout.writable(job.container))/up"
            #expect(await world.wait { _ in access(up, F_OK) == 0 })
            #expect(access(world.layout.log(job), F_OK) != 0)
            let logs = try ContainerLogs(layout: world.layout)
            defer { logs.stop() }
            #expect(await logs.attempts(of: job.container) == [job])

            async let followed = Self.text(of: logs.lines(of: job, LogQuery(follows: true)))
            world.containerizer.submit(.signal(job, SIGTERM))

            #expect(await followed == ["bye"])
        }
    }

    private static func text(of lines: LogLines) async -> [String] {
        var text: [String] = []
        for await some in lines { text += some.map { String(decoding: $0.text, as: UTF8.self) } }
        return text
    }

    @Test func `a log is followed over its rotations until the container ends`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            var spec = ContainerSpec(
                attempt: job,
                arguments: [
                    "sh", "-c",
                    "i=0; while [ $i -lt 2000 ]; do echo line $i; i=$((i+1)); [ $((i % 500)) = 0 ] && sleep 0.05; done",
                ]
            )
            spec.log = LogLimits(bytes: 30_000, files: 4)
            try await world.start(spec)
            let logs = try ContainerLogs(layout: world.layout)
            defer { logs.stop() }

            var lines: [String] = []
            for await some in logs.lines(of: job, LogQuery(follows: true)) {
                lines += some.map { String(decoding: $0.text, as: UTF8.self) }
            }

            #expect(lines == (0..<2000).map { "line \($0)" })
        }
    }

    @Test func `following ends with its task`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            try await world.start(ContainerSpec(attempt: job, arguments: ["sleep", "1000"]))
            let logs = try ContainerLogs(layout: world.layout)
            defer { logs.stop() }
            await withTaskGroup(of: Void.self) { group in
                group.addTask { for await _ in logs.lines(of: job, LogQuery(follows: true)) {} }
                group.cancelAll()
            }
        }
    }

    @Test func `a command beside the main one is run, and its output is taken`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            try await world.start(
                ContainerSpec(attempt: job, arguments: ["sleep", "1000"], environment: [EnvironmentVariable("X", "y")])
            )
            let result = try await world.exec(job, ["sh", "-c", "echo $X; pwd >&2; exit 3"])
            #expect(result.outcome == .exited(code: 3))
            #expect(String(decoding: result.output, as: UTF8.self) == "y\n/mnt/mesos/sandbox\n")
            let anew = try await world.exec(job, ["sh", "-c", "echo anew > /dev/stderr"])
            #expect(anew == ExecResult(outcome: .exited(code: 0), output: Array("anew\n".utf8)))
            let long = try await world.exec(job, ["sh", "-c", "head -c 1000000 /dev/zero"])
            #expect(long == ExecResult(outcome: .exited(code: 0), output: Array(repeating: 0, count: 4096)))
            let slow = try await world.exec(job, ["sleep", "1000"], timeout: .milliseconds(50))
            #expect(slow.outcome == .timedOut)
            guard case .failed(let message) = try await world.exec(job, ["no-such-program"]).outcome else {
                Issue.record("a program that is missing was run")
                return
            }
            #expect(message.contains("no-such-program"))
            // What timed out was killed too.
            let left = try await world.exec(job, ["sh", "-c", "cat /proc/[0-9]*/comm | grep -c sleep"])
            #expect(String(decoding: left.output, as: UTF8.self) == "1\n")
        }
    }

    @Test func `a session talks, with a terminal and without`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            try await world.start(ContainerSpec(attempt: job, arguments: ["sleep", "1000"]))

            let plain = try await world.native.openSession(SessionRequest(attempt: job, command: ["cat"]))
            write(plain.input, "hello\n", 6)
            close(plain.input)
            #expect(await plain.outcome() == .exited(code: 0))
            #expect(await text(plain.output, until: "hello\n"))

            let terminal = try await world.native.openSession(
                SessionRequest(attempt: job, command: ["sh"], hasTerminal: true)
            )
            terminal.resize(rows: 33, columns: 99)
            write(terminal.input, "tty; stty size; exit 4\n", 23)
            #expect(await text(terminal.output, until: "/dev/pts/0\r\n33 99\r\n"))
            #expect(await terminal.outcome() == .exited(code: 4))
            close(terminal.input)
            close(terminal.output)
            close(plain.output)
            if let error = plain.error { close(error) }
        }
    }

    @Test func `a container with a terminal writes to it`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let (lines, status) = try await world.script("tty; test -t 0 && test -t 2 && echo yes") {
                $0.hasTerminal = true
            }
            #expect(lines == ["/dev/pts/0\r", "yes\r"])
            #expect(status.exitCode == 0)
        }
    }

    /// Reads a descriptor that doesn't block until what was read ends so, or contains it.
    private func text(_ file: Int32, until wanted: String) async -> Bool {
        var found = ""
        for _ in 0..<5000 {
            var chunk = [UInt8](repeating: 0, count: 4096)
            let count = read(file, &chunk, chunk.count)
            if count > 0 { found += String(decoding: chunk[..<count], as: UTF8.self) }
            if found.contains(wanted) { return true }
            try? await Task.sleep(for: .milliseconds(2))
        }
        Issue.record("read \(found)")
        return false
    }
}
