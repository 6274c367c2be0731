import Glibc
import Testing

extension EndToEnd {
    @Suite struct Looking {
        @Test func `every way to look tells of a pod and where it is from`() async throws {
            try await inHouse { house in
                try house.write("words.yaml", Manifest.words("first"))
                try house.write("counter.yaml", Manifest.counters(1))
                try await house.start()
                let pod = try #require(try await house.ready(1, "app=counter").first)

                try await until("it has written ten lines") {
                    try await house.steady("logs", pod.name).output.split(separator: "\n").count > 10
                }
                #expect(try await house.steady("logs", "deploy/counter", "--tail", "2").output.contains("line "))
                let inside = try await house.steady("exec", pod.name, "--", "cat", "/words/word")
                #expect(inside.output == "first" && inside.status == 0, "\(inside.errors)")
                #expect(try await house.steady("exec", pod.name, "--", "sh", "-c", "exit 7").status == 7)
                let description = try await house.steady("describe", "pod/\(pod.name)").output
                #expect(description.contains("Status:           Running"))
                #expect(description.contains("Started container counter"))
                #expect(try await house.steady("events").output.contains("Started container counter"))
                let why = try await house.steady("why", "pod/\(pod.name)").output
                #expect(why.contains("counter.yaml:1"), "\(why)")
                let history = try await house.steady("history", "deploy/counter").output
                #expect(history.contains("created") && history.contains("counter.yaml:1"), "\(history)")
                let name = try await house.steady("get", "pods", "-o", "jsonpath={.items[0].metadata.name}").output
                #expect(name == pod.name)
            }
        }

        @Test func `logs that are followed go on, over a kill of the process`() async throws {
            try await inHouse { house in
                try house.write("words.yaml", Manifest.words("first"))
                try house.write("counter.yaml", Manifest.counters(1))
                try await house.start()
                let pod = try #require(try await house.ready(1, "app=counter").first)

                let following = try house.begin("logs", ["-f", pod.name])
                defer { following.signal(SIGKILL) }

                try await until("lines follow", detail: { following.errors }) {
                    following.output.split(separator: "\n").count > 20
                }
                let process = try #require(house.processes().first)
                kill(process.pid, SIGKILL)
                try await until("following ends with its container", detail: { following.errors }) {
                    following.ended != nil
                }
                try await until("the life before is there to read") {
                    let answer = try await house.steady("logs", pod.name, "--previous")
                    return answer.output.hasPrefix(
                        following.output.split(separator: "\n").first.map(String.init) ?? "?"
                    )
                }
            }
        }

        @Test func `what a file states can't be changed by hand, and a pod comes back`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 1))
                try await house.start()
                let pod = try #require(try await house.ready(1, "app=web").first)

                let scaled = try await house.steady("scale", "deploy/web", "--replicas", "4")
                #expect(scaled.status == 1 && scaled.errors.contains("web.yaml:1"), "\(scaled.errors)")
                let deleted = try await house.steady("delete", "deploy/web")
                #expect(deleted.status == 1 && deleted.errors.contains("web.yaml:1"), "\(deleted.errors)")
                #expect(try await house.pods() == [pod])

                #expect(try await house.steady("delete", "pod", pod.name).status == 0)
                try await house.ready("another is there", "app=web") { $0.count == 1 && $0.first?.uid != pod.uid }
            }
        }

        @Test func `what is applied by hand runs until it is deleted`() async throws {
            try await inHouse { house in
                try await house.start()
                let file = "\(house.directory)/web.yaml"
                try Files.write(Manifest.web(replicas: 1), to: file)

                let applied = try await house.steady("apply", "-f", file, "--wait")
                #expect(applied.status == 0, "\(applied.errors)")
                #expect(try await house.pods("app=web").map(\.isReady) == [true])
                #expect(try await house.steady("diff", "-f", file).status == 0)
                #expect(try await house.steady("scale", "deploy/web", "--replicas", "2").status == 0)
                try await house.ready(2, "app=web")
                #expect(try await house.steady("diff", "-f", file).status == 1)
                #expect(try await house.steady("delete", "-f", file).status == 0)
                try await until("all pods are gone") { try await house.pods().isEmpty }
            }
        }
    }
}
