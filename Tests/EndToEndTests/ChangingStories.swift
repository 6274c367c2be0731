import Glibc
import Testing
import YAML

extension EndToEnd {
    /// Commands that change what there is.
    @Suite struct Changing {
        @Test func `what left the directory all at once goes when somebody says so`() async throws {
            try await inHouse { house in
                try house.write("words.yaml", Manifest.words("first"))
                try house.write("web.yaml", Manifest.web(replicas: 1))
                try await house.start()
                try await house.ready(1, "app=web")
                #expect(try await house.steady("prune").output == "Nothing is held back.\n")

                house.remove("words.yaml")
                house.remove("web.yaml")
                try await until("it is held back", detail: { house.daemonLog }) {
                    try await house.steady("prune", "--dry-run").output.contains("deployments.apps/default/web")
                }
                #expect(try await house.get("configmap", "words") != nil)

                let pruned = try await house.steady("prune")
                #expect(pruned.status == 0 && pruned.output.contains("configmaps/default/words deleted"))
                try await until("all is gone") {
                    let pods = try await house.pods()
                    return try await house.get("configmap", "words") == nil && pods.isEmpty
                }
                #expect(try await house.steady("prune").output == "Nothing is held back.\n")
            }
        }

        @Test func `a plan tells what would come of a directory, and then it does`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 2))
                try await house.start()
                let pods = try await house.ready(2, "app=web")
                let next = "\(house.directory)/next"
                mkdir(next, 0o755)
                try Files.write(Manifest.web(replicas: 2), to: "\(next)/web.yaml")
                let same = try await house.steady("plan", "-f", next)
                #expect(same.status == 0 && same.output == "Nothing would change.\n", "\(same)")

                try Files.write(Manifest.web(replicas: 2, version: "two"), to: "\(next)/web.yaml")
                let plan = try await house.steady("plan", "-f", next)

                #expect(plan.status == 1, "\(plan)")
                #expect(plan.output.hasPrefix("~ deployment.apps/web  web.yaml:1  its pods are replaced\n"), "\(plan)")
                #expect(plan.output.contains(".value: \"version one\" → \"version two\"\n"), "\(plan)")
                for pod in pods { #expect(plan.output.contains("stop   pod/\(pod.name) on "), "\(plan)") }
                #expect(try await house.pods("app=web") == pods)

                try house.write("web.yaml", Manifest.web(replicas: 2, version: "two"))
                try await house.ready("they are replaced", "app=web") { found in
                    found.count == 2 && !found.contains { pods.contains($0) }
                }
                let starts = plan.output.split(separator: "\n").filter { $0.contains("  start  pod/web-") }
                #expect(starts.count == 2, "\(plan)")
                #expect(try await house.steady("plan", "-f", "\(next)/none").status == 2)
            }
        }

        @Test func `a set is applied whole or not at all`() async throws {
            try await inHouse { house in
                try await house.start()
                let file = "\(house.directory)/set.yaml"
                let wrong = Manifest.web(replicas: 1).replacing("labels: {app: web}", with: "labels: {app: other}")

                try Files.write(Manifest.words("first") + "---\n" + wrong, to: file)
                let refused = try await house.steady("apply", "-f", file)
                #expect(refused.status == 1)
                #expect(refused.errors.contains("set.yaml:6"), "\(refused.errors)")
                #expect(refused.errors.contains("1 of 2 objects would be refused; nothing was changed"))
                #expect(try await house.get("configmap", "words") == nil)

                let words = Manifest.words("first").replacing("name: words", with: "name: words, namespace: own")
                let own = "apiVersion: v1\nkind: Namespace\nmetadata: {name: own}\n"
                try Files.write(words + "---\n" + own, to: file)
                let tried = try await house.steady("apply", "-f", file, "--dry-run")
                #expect(tried.status == 0, "\(tried.errors)")
                let applied = try await house.steady("apply", "-f", file)
                #expect(applied.status == 0, "\(applied.errors)")
                #expect(applied.output == "namespace/own created\nconfigmap/words created\n")
            }
        }

        @Test func `a difference ends with 1, and what can't be told with 2`() async throws {
            try await inHouse { house in
                try house.write("words.yaml", Manifest.words("first"))
                let other = "\(house.directory)/other.yaml"
                try Files.write(Manifest.words("second"), to: other)

                #expect(try await house.steady("diff", house.manifests, house.manifests).status == 0)
                #expect(try await house.steady("diff", house.manifests, other).status == 1)
                #expect(try await house.steady("diff", house.manifests, "\(house.directory)/nope").status == 2)
                #expect(try await house.steady("diff", "-f", other).status == 2)
            }
        }

        @Test func `a copy of a file takes nothing over, also when the daemon begins anew`() async throws {
            try await inHouse { house in
                try house.write("words.yaml", Manifest.words("first"))
                try await house.start()
                try await until("it is there") { try await house.get("configmap", "words") != nil }

                try house.write("a-copy.yaml", Manifest.words("second"))
                let told = "a-copy.yaml:1:1: configmaps/default/words is stated twice: what words.yaml:1 says counts"
                try await until("both places are told", detail: { house.daemonLog }) { house.daemonLog.contains(told) }
                try await house.end(by: SIGTERM)
                try await house.start()
                try await until("it has read the directory", detail: { house.daemonLog }) {
                    house.daemonLog.split(separator: "\n").count { $0.hasSuffix(told) } == 2
                }

                #expect(try await house.get("configmap", "words")?["data"]?["word"] == "first")
            }
        }
    }
}
