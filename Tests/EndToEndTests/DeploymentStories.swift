import Glibc
import Testing
import YAML

extension EndToEnd {
    @Suite struct Deployments {
        @Test func `a deployment answers at its service's address and follows its file`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 2))
                try house.write("service.yaml", Manifest.service)
                try await house.start()
                let first = try await house.ready(2, "app=web")
                let address = try #require(try await house.get("service", "web")?["spec"]?["clusterIP"]?.string)
                try await until("the service answers") {
                    try await house.fetch(address, 80)?.contains("version one") ?? false
                }

                try house.write("web.yaml", Manifest.web(replicas: 3))
                let grown = try await house.ready(3, "app=web")
                #expect(Set(first.map(\.uid)).isSubset(of: Set(grown.map(\.uid))))

                try house.write("web.yaml", Manifest.web(replicas: 3, version: "two"))
                try await house.ready("all pods are new", "app=web") { pods in
                    pods.count == 3 && Set(pods.map(\.uid)).isDisjoint(with: Set(grown.map(\.uid)))
                }
                try await until("the service answers anew") {
                    try await house.fetch(address, 80)?.contains("version two") ?? false
                }

                house.remove("web.yaml")
                try await until("all pods are gone") { try await house.get("pods")?["items"]?.array == [] }
                #expect(try await house.get("deployment", "web") == nil)
                #expect(try await house.get("service", "web") != nil)
                #expect(house.processes() == [])
            }
        }

        @Test func `an app is given a port, where it answers`() async throws {
            try await inHouse { house in
                try house.write("keep.yaml", Manifest.words("kept"))
                try house.write("board.json", Manifest.board)
                try await house.start()
                let pods = try await house.ready(2, "marathon.steady.dev/app=demo-board")
                for pod in pods {
                    let port = try await house.steady("exec", pod.name, "--", "sh", "-c", "echo $PORT0").output
                    let number = try #require(Int(port.split(separator: "\n").joined()), "\(port)")
                    try await until("\(pod.name) answers") { try await house.fetch("127.0.0.1", number) != nil }
                }

                house.remove("board.json")
                try await until("the app is gone") { try await house.pods().isEmpty }
                #expect(try await house.get("app", "demo-board") == nil)
            }
        }

        @Test func `an app's task is healthy when it answers its checks, and is started anew when it no longer does`()
            async throws
        {
            try await inHouse { house in
                try house.write("checked.json", Manifest.checked(interval: 1))
                try await house.start()
                let labels = "marathon.steady.dev/app=demo-checked"
                let pod = try #require(try await house.ready(1, labels).first)
                try await until("the app has a healthy task") { try await house.checkedApp("tasksHealthy") == 1 }
                let process = try #require(house.processes().first)

                // Asked so rarely, it would not be found out for a minute.
                try house.write("checked.json", Manifest.checked(interval: 60))
                try await until("the task is asked rarely") {
                    try await house.get("pod", pod.name)?["metadata"]?["annotations"]?[
                        "marathon.steady.dev/health-checks"
                    ]?.string?.contains("\"intervalSeconds\":60") == true
                }
                try house.write("checked.json", Manifest.checked(interval: 1))
                #expect(house.processes() == [process])

                let port = try await house.steady("exec", pod.name, "--", "sh", "-c", "echo $PORT0").output
                let number = try #require(Int(port.split(separator: "\n").joined()), "\(port)")
                _ = try await house.fetch("127.0.0.1", number, "/fail")

                let after = try await house.ready("it is back", labels) { $0.first?.restarts == 1 }
                #expect(after.map(\.uid) == [pod.uid])
                #expect(house.processes().first?.pid != process.pid)
                let told = try await house.steady("events").output
                #expect(told.contains("failed health check HTTP /healthz"), "\(told)")
            }
        }
    }
}

extension House {
    fileprivate func checkedApp(_ field: String) async throws -> Int64? {
        try await get("app", "demo-checked")?["status"]?[field]?.int64
    }
}
