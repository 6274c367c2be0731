import Glibc
import Testing
import YAML

extension EndToEnd {
    @Suite struct TimeTravel {
        private let login = """
            apiVersion: v1
            kind: Secret
            metadata: {name: login}
            stringData: {password: hush}

            """

        private func git(_ house: House, _ arguments: String...) async throws -> String {
            let author = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "safe.directory=*"]
            let answer = try await house.finish(house.run(["git", "-C", house.manifests] + author + arguments))
            guard answer.status == 0 else { throw Surprise("git \(arguments): \(answer.errors)") }
            return answer.output
        }

        /// Puts a version of the web into the directory, as one commit, and waits until it runs. Returns the commit.
        private func commit(_ replicas: Int, _ house: House) async throws -> String {
            try house.write("web.yaml", Manifest.web(replicas: replicas))
            _ = try await git(house, "add", "-A")
            _ = try await git(house, "commit", "-q", "-m", "\(replicas) replicas")
            return String(try await git(house, "rev-parse", "HEAD").prefix(40))
        }

        private func replicas(_ house: House, at moment: String) async throws -> String {
            let answer = try await house.steady(
                "get",
                "deploy/web",
                "--at",
                moment,
                "-o",
                "jsonpath={.spec.replicas}"
            )
            return answer.status == 0 ? answer.output : answer.errors
        }

        @Test func `the past is shown as of a record, a time and a commit`() async throws {
            try await inHouse { house in
                _ = try await git(house, "init", "-q")
                let first = try await commit(1, house)
                try await house.start()
                try await house.ready(1, "app=web")
                let deployment = try #require(try await house.get("deploy", "web"))
                let record = try #require(deployment["metadata"]?["resourceVersion"]?.string)
                let second = try await commit(2, house)
                let pods = try await house.ready(2, "app=web")
                let moment = try await house.finish(house.run(["date", "-u", "+%Y-%m-%dT%H:%M:%S.%NZ"])).output
                try await until("it is in the journal") {
                    try await replicas(house, at: String(moment.prefix(23)) + "Z") == "2"
                }
                // The file is read before it is committed, and its commit a moment later.
                try await until("the second commit is known") { try await replicas(house, at: second) == "2" }
                _ = try await commit(3, house)
                try await house.ready(3, "app=web")

                #expect(try await replicas(house, at: record) == "1")
                #expect(try await replicas(house, at: first) == "1")
                #expect(try await replicas(house, at: String(second.prefix(8))) == "2")
                #expect(try await replicas(house, at: "0 seconds ago") == "3")

                let table = try await house.steady("get", "pods", "--at", String(moment.prefix(23)) + "Z")
                #expect(table.errors.hasPrefix("As of "), "\(table.errors)")
                #expect(pods.allSatisfy { table.output.contains($0.name) }, "\(table.output)")
                #expect(table.output.split(separator: "\n").count == 3)
                let description = try await house.steady("describe", "deploy/web", "--at", record)
                #expect(description.output.contains("1 desired"), "\(description.output)")
                let difference = try await house.steady("diff", "--at", record, "deploy/web")
                #expect(difference.status == 1)
                #expect(difference.output.contains("-  replicas: 1") && difference.output.contains("+  replicas: 3"))
                #expect(try await house.steady("diff", "--at", "0 s ago").status == 0)
                let file = "\(house.manifests)/web.yaml"
                let merged = try await house.steady("diff", "--at", record, "-f", file)
                #expect(merged.status == 1 && merged.output.contains("--- then/"), "\(merged.output)\(merged.errors)")
                #expect(merged.output.contains("-  replicas: 1") && merged.output.contains("+  replicas: 3"))
                #expect(try await house.steady("diff", "--at", "0 s ago", "-f", file).status == 0)
                let history = try await house.steady("history", "deploy/web", "--at", first).output
                #expect(history.contains("created") && !history.contains("replicas 1 → 2"), "\(history)")

                for (moment, words) in [
                    ("999999999", "there is no record 999999999 yet"), ("1 week ago", "it begins later"),
                    ("2200-01-01", "lies in the future"), ("soon", "is no moment"),
                    ("abcdef012345", "no file was taken in"),
                ] {
                    let answer = try await house.steady("get", "pods", "--at", moment)
                    #expect(answer.status == 1 && answer.errors.contains(words), "\(moment): \(answer.errors)")
                }
            }
        }

        @Test func `why leads from a pod that is gone to the commit that ended it`() async throws {
            try await inHouse { house in
                _ = try await git(house, "init", "-q")
                _ = try await commit(2, house)
                try await house.start()
                let before = try await house.ready(2, "app=web")
                let commit = try await commit(1, house)
                let after = try await house.ready(1, "app=web")
                let gone = try #require(before.first { !after.contains($0) })
                try await until("the pod is gone") { try await house.get("pod", gone.name) == nil }

                let why = try await house.steady("why", "pod/\(gone.name)").output

                let lines = why.split(separator: "\n")
                #expect(lines.first?.contains("pod/\(gone.name) is gone") == true, "\(why)")
                #expect(why.contains("was asked to end"), "\(why)")
                #expect(why.contains("scaled down from 2 to 1 pod"), "\(why)")
                #expect(lines.last?.contains("deployment/web: replicas 2 → 1") == true, "\(why)")
                #expect(lines.last?.contains("web.yaml:1 (\(commit.prefix(7)), Ada)") == true, "\(why)")
                #expect(lines.count < 8, "\(why)")
                let all = try await house.steady("why", "pod/\(gone.name)", "--all").output
                #expect(all.contains("reported") && all.split(separator: "\n").count > lines.count)
            }
        }

        @Test func `a journal is decided once more, by its owner and by whoever got a copy`() async throws {
            try await inHouse { house in
                try house.write("login.yaml", login)
                try house.write("web.yaml", Manifest.web(replicas: 1))
                try await house.start()
                try await house.ready(1, "app=web")
                try house.write("web.yaml", Manifest.web(replicas: 2, version: "two"))
                try house.write("login.yaml", login.replacing("hush", with: "hush hush"))
                try await house.ready(2, "app=web")
                try await house.end(by: SIGKILL)
                try await house.start()
                try await house.ready(2, "app=web")

                let own = try await house.steady("replay")
                #expect(own.status == 0, "\(own.output)\(own.errors)")
                #expect(own.output.contains("came out the same") && !own.output.contains("Secrets"))

                let copy = "\(house.directory)/copy"
                let copying = try house.run(["cp", "-r", "\(house.state)/journal", copy])
                #expect(try await house.finish(copying).status == 0)
                let other = try await house.steady("replay", copy)
                #expect(other.status == 0, "\(other.output)\(other.errors)")
                #expect(other.output.contains("touch Secrets"), "\(other.output)")
                let withKey = try await house.steady("replay", copy, "--key", "\(house.state)/secrets.key")
                #expect(withKey.status == 0 && !withKey.output.contains("Secrets"), "\(withKey.output)")

                try Files.write("0123456789abcdef0123456789abcdef", to: "\(house.directory)/wrong.key")
                let wrong = try await house.steady("replay", copy, "--key", "\(house.directory)/wrong.key")
                #expect(wrong.status == 2 && wrong.errors.contains("--without-key"), "\(wrong.errors)")
                #expect(try await house.steady("replay", house.manifests).status == 2)
                let segment = try #require(Files.entries(copy).first { $0.hasSuffix(".journal") })
                let text = Files.text("\(copy)/\(segment)")
                try Files.write(text.replacing("\"replicas\":2", with: "\"replicas\":7"), to: "\(copy)/\(segment)")
                let damaged = try await house.steady("replay", copy)
                #expect(damaged.status == 2 && damaged.errors.contains("damaged"), "\(damaged.errors)")
            }
        }
    }
}
