import Glibc
import Testing
import YAML

extension EndToEnd {
    @Suite struct Directories {
        @Test func `a file with a mistake is told and touches nothing`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 2))
                try await house.start()
                let pods = try await house.ready(2, "app=web")
                let processes = house.processes()

                let mistaken = Manifest.web(replicas: 2).replacing("replicas: 2", with: "replicsa: 2")
                try house.write("web.yaml", mistaken)
                try await told("web.yaml:6", by: house)
                try house.write("web.yaml", "{ not: [closed")
                try await told("web.yaml:1:8: [ is not closed", by: house)
                try house.write("other.yaml", Manifest.words("beside"))
                try await until("other files are read on") { try await house.get("configmap", "words") != nil }
                #expect(try await house.pods("app=web") == pods)
                #expect(house.processes() == processes)

                try house.write("web.yaml", Manifest.web(replicas: 1))
                try await house.ready(1, "app=web")
                try await told("no mistakes left", by: house)
            }
        }

        @Test func `rubbish in the directory is told and touches nothing`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 1))
                try await house.start()
                let pods = try await house.ready(1, "app=web")
                let processes = house.processes()

                mkfifo("\(house.manifests)/pipe.yaml", 0o600)
                symlink("loop.yaml", "\(house.manifests)/loop.yaml")
                symlink("/etc", "\(house.manifests)/outside")
                try house.write("large.yaml", "# " + String(repeating: "x", count: 20_000_000))
                try house.write("line\nbreak.yaml", "kind: [")
                for name in ["pipe.yaml", "loop.yaml", "large.yaml", "break.yaml"] { try await told(name, by: house) }

                try house.write("words.yaml", Manifest.words("beside"))
                try await until("other files are read on") { try await house.get("configmap", "words") != nil }
                #expect(try await house.pods("app=web") == pods)
                #expect(house.processes() == processes)
            }
        }

        @Test func `a directory that vanishes takes nothing with it`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 1))
                try await house.start()
                let pods = try await house.ready(1, "app=web")

                rename(house.manifests, "\(house.directory)/elsewhere")
                try await told("missing", by: house)
                #expect(try await house.pods("app=web") == pods)

                rename("\(house.directory)/elsewhere", house.manifests)
                try house.write("web.yaml", Manifest.web(replicas: 2))
                try await house.ready("it is followed again", "app=web") { $0.count == 2 && $0.contains(pods[0]) }
            }
        }

        @Test func `a changed config map reaches the pod that has it mounted`() async throws {
            try await inHouse { house in
                try house.write("words.yaml", Manifest.words("first"))
                try house.write("counter.yaml", Manifest.counters(1))
                try await house.start()
                let pod = try #require(try await house.ready(1, "app=counter").first)
                #expect(try await house.steady("exec", pod.name, "--", "cat", "/words/word").output == "first")

                try house.write("words.yaml", Manifest.words("second"))

                try await until("the pod sees it") {
                    try await house.steady("exec", pod.name, "--", "cat", "/words/word").output == "second"
                }
                #expect(try await house.pods() == [pod])
            }
        }

        /// Waits until the daemon's log has these words.
        private func told(_ words: String, by house: House) async throws {
            try await until("the daemon tells of \(words)", detail: { house.daemonLog }) {
                house.daemonLog.contains(words)
            }
        }
    }
}
