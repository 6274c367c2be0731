import Glibc
import Testing

extension EndToEnd {
    /// Commands that go on and tell what changes.
    @Suite struct Following {
        @Test func `a watch shows a pod come up, change and go`() async throws {
            try await inHouse { house in
                try await house.start()
                let watching = try house.begin("get", ["pods", "-w", "--show-labels"])
                defer { watching.signal(SIGKILL) }

                try house.write("web.yaml", Manifest.web(replicas: 1))
                let pod = try #require(try await house.ready(1, "app=web").first)
                try await shows(watching, "\(pod.name)   1/1")
                #expect(watching.output.hasPrefix("NAME"))
                #expect(watching.output.contains("app=web"))

                #expect(try await house.steady("delete", "pod", pod.name).status == 0)
                try await shows(watching, "Terminating")
                #expect(watching.output.split(separator: "\n").count { $0.hasPrefix("NAME") } == 1)
            }
        }

        @Test func `events are told as they come`() async throws {
            try await inHouse { house in
                try await house.start()
                let all = try house.begin("events", ["-f"])
                let warnings = try house.begin("events", ["-f", "--types", "Warning"])
                defer { for following in [all, warnings] { following.signal(SIGKILL) } }

                try house.write("web.yaml", Manifest.web(replicas: 1))

                try await shows(all, "Started container hello")
                #expect(all.output.contains("Scheduled"), "\(all.output)")
                #expect(!warnings.output.contains("Normal"), "\(warnings.output)")
            }
        }

        @Test func `logs of what labels select are followed to later pods and later lives`() async throws {
            try await inHouse { house in
                try house.write("words.yaml", Manifest.words("first"))
                try await house.start()
                let following = try house.begin("logs", ["-f", "-l", "app=counter"])
                defer { following.signal(SIGKILL) }

                try house.write("counter.yaml", Manifest.counters(1))
                let first = try #require(try await house.ready(1, "app=counter").first)
                try await shows(following, "[pod/\(first.name)] line 10\n")
                try house.write("counter.yaml", Manifest.counters(2))
                let pods = try await house.ready(2, "app=counter")
                let second = try #require(pods.first { $0 != first })
                try await shows(following, "[pod/\(second.name)] line 10\n")

                let process = try #require(house.processes().first { $0.container.hasPrefix(first.uid) })
                kill(process.pid, SIGKILL)
                try await until("its next life is followed", detail: { following.output + following.errors }) {
                    let lines = following.output.split(separator: "\n")
                    return lines.count { $0 == "[pod/\(first.name)] line 1" } == 2
                }
                #expect(following.output.split(separator: "\n").count { $0 == "[pod/\(second.name)] line 1" } == 1)
            }
        }

        private func shows(_ program: Program, _ words: String) async throws {
            try await until("it shows \(words)", detail: { program.output + program.errors }) {
                program.output.contains(words)
            }
        }
    }
}
