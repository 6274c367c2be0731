import Glibc
import Testing
import YAML

extension EndToEnd {
    @Suite struct Survival {
        @Test func `a process that is killed is started again in its pod`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 1))
                try await house.start()
                let pod = try #require(try await house.ready(1, "app=web").first)
                let process = try #require(house.processes().first)

                kill(process.pid, SIGKILL)

                let after = try await house.ready("it is back", "app=web") { $0.first?.restarts == 1 }
                #expect(after.map(\.uid) == [pod.uid])
                let now = house.processes()
                #expect(now.count == 1 && now.first?.pid != process.pid)
                let told = try await house.get("pod", pod.name)?["status"]?["containerStatuses"]?.array?.first
                #expect(told?["lastState"]?["terminated"]?["exitCode"] == 137)
            }
        }

        @Test func `a container dies with its shim and is replaced`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 1))
                try await house.start()
                let pod = try #require(try await house.ready(1, "app=web").first)
                let process = try #require(house.processes().first)

                kill(process.shim, SIGKILL)

                try await house.ready("it is back", "app=web") { $0.first?.containerID != pod.containerID }
                let now = house.processes()
                #expect(now.count == 1 && now.first?.pid != process.pid)
            }
        }

        @Test func `the helper that starts shims may die, and pods are started all the same`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 1))
                try await house.start()
                let pods = try await house.ready(1, "app=web")
                let process = try #require(house.processes().first)

                // A shim's parent is the helper.
                let status = Files.lines("/proc/\(process.shim)/status").first { $0.hasPrefix("PPid:") }
                let helper = try #require(status?.split(separator: "\t").last.flatMap { pid_t($0) })
                try #require(Files.text("/proc/\(helper)/cmdline").hasPrefix("steady-shim"))
                kill(helper, SIGKILL)

                try house.write("web.yaml", Manifest.web(replicas: 2))
                let after = try await house.ready(2, "app=web")
                #expect(after.contains(pods[0]))
                #expect(house.processes().contains { $0.pid == process.pid && $0.started == process.started })
            }
        }

        @Test func `containers run on while daemons are killed at any moment`() async throws {
            try await inHouse { house in
                try house.write("words.yaml", Manifest.words("first"))
                try house.write("counter.yaml", Manifest.counters(3))
                try await house.start()
                let pods = try await house.ready(3, "app=counter")
                let processes = house.processes()
                try #require(processes.count == 3)

                var kills = Kills(seconds: 30)
                while kills.goOn() {
                    let round = kills.count
                    // Each edit is under way when the daemon dies: pods that come and go, and one that ends.
                    try house.write("web.yaml", Manifest.web(replicas: round % 3, version: "\(round)"))
                    try house.write("end-\(round).yaml", Manifest.end(round, code: round % 100))
                    try await Task.sleep(for: .milliseconds(.random(in: 0...700)))
                    try await house.end(by: SIGKILL)
                    #expect(Set(processes).isSubset(of: house.processes()), "after kill \(round)")
                    // Now and then the next one dies before it has come up, too.
                    if round % 3 == 0 { try await house.start() } else { try house.launch() }
                    if round % 10 == 0 { try await expectOneOfEach(in: house) }
                }

                try house.write("web.yaml", Manifest.web(replicas: 2, version: "last"))
                try await house.end(by: SIGKILL)
                try await house.start()
                let web = try await house.ready("the last edit is in force", "app=web") { $0.count == 2 }
                #expect(web.allSatisfy { $0.restarts == 0 }, "\(web)")
                #expect(try await house.ready(3, "app=counter") == pods)
                try await until("no pod is doubled", detail: { "\(house.processes())" }) {
                    let now = house.processes()
                    return now.count == 5 && Set(processes).isSubset(of: now)
                }
                for pod in pods { try await expectNoGap(in: pod, of: house) }
                for round in 1...kills.count { try await expectEnd(round, code: round % 100, in: house) }
            }
        }

        /// No container has two lives at once.
        private func expectOneOfEach(in house: House) async throws {
            try await until("each container runs once", detail: { "\(house.processes())" }) {
                let names = house.processes().map {
                    $0.container.split(separator: ".").dropLast().joined(separator: ".")
                }
                return Set(names).count == names.count
            }
        }

        /// The pod that was to end with this code did, in its first life, with all that it said.
        private func expectEnd(_ number: Int, code: Int, in house: House) async throws {
            var found: Value?
            try await until("end-\(number) has ended", detail: { "\(String(describing: found))" }) {
                let pod = try await house.get("pod", "end-\(number)")
                found = pod?["status"]?["containerStatuses"]?.array?.first
                return found?["state"]?["terminated"] != nil
            }
            #expect(found?["state"]?["terminated"]?["exitCode"]?.int64 == Int64(code), "end-\(number): \(found as Any)")
            #expect(found?["restartCount"]?.int64 == 0, "end-\(number): \(found as Any)")
            let log = try await house.steady("logs", "end-\(number)").output
            #expect(log.split(separator: "\n") == ["one", "two", "three"], "end-\(number)")
        }

        @Test(arguments: [false, true])
        func `a daemon with mounts of its own finds what another one has started`(startsWithOwn: Bool) async throws {
            try await inHouse { house in
                let own = ["unshare", "--mount"]
                try house.write("web.yaml", Manifest.web(replicas: 2))
                try await house.start(in: startsWithOwn ? own : [])
                let pods = try await house.ready(2, "app=web")
                let processes = house.processes()
                let victim = try #require(processes.first)

                try await house.end(by: SIGKILL)
                try await house.start(in: startsWithOwn ? [] : own)
                try await house.ready("they are the same", "app=web") { $0 == pods }
                #expect(house.processes() == processes)

                // In the same pod, at the same address.
                kill(victim.pid, SIGKILL)
                let after = try await house.ready("one is back", "app=web") { $0.contains { $0.restarts == 1 } }
                #expect(after.map(\.address) == pods.map(\.address))
                #expect(house.processes().contains { $0 == processes.last })
            }
        }

        @Test func `a daemon that is killed while it starts a container has not made it restart`() async throws {
            try await inHouse { house in
                try await house.start()
                for round in 1...6 {
                    try house.write("web.yaml", Manifest.web(replicas: 3, version: "\(round)"))
                    try await Task.sleep(for: .milliseconds(120 + 30 * round))
                    try await house.end(by: SIGKILL)
                    try await house.start()
                    let pods = try await house.ready("version \(round) is there", "app=web") { $0.count == 3 }
                    #expect(pods.allSatisfy { $0.restarts == 0 }, "round \(round): \(pods)")
                }
                let events = try await house.steady("get", "events").output
                #expect(!events.contains("Failed"), "\(events)")
            }
        }

        @Test func `a daemon that is told to stop leaves containers to the next`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 2))
                try await house.start()
                let pods = try await house.ready(2, "app=web")
                let processes = house.processes()

                #expect(try await house.end(by: SIGTERM) == 0)
                #expect(house.processes() == processes)
                let answer = try await house.steady("get", "pods")
                #expect(answer.status == 1 && answer.errors.contains("Start one with `steady watch DIR`"))

                try await house.start()
                try await house.ready("they are the same", "app=web") { $0 == pods }
                #expect(house.processes() == processes)
            }
        }

        @Test func `everything comes back when the machine has lost its processes`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 2))
                try await house.start()
                try await house.ready(2, "app=web")
                let processes = house.processes()

                try await house.end(by: SIGKILL)
                for process in processes { kill(process.shim, SIGKILL) }
                try await until("all processes are gone") { house.processes().isEmpty }
                try await house.start()

                try await until("there are new processes") { house.processes().count == 2 }
                try await house.ready(2, "app=web")
                #expect(Set(house.processes()).isDisjoint(with: processes))
            }
        }

        @Test func `a second daemon on the same state is refused`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 1))
                try await house.start()
                try await house.ready(1, "app=web")
                let processes = house.processes()

                let second = try await house.finish(house.run(house.daemonCommand))

                #expect(second.status == 1)
                #expect(second.errors.contains("another Steady keeps its state in"), "\(second.errors)")
                #expect(house.processes() == processes)
                #expect(try await house.steady("get", "nodes").status == 0)
            }
        }

        @Test func `down ends what an earlier daemon left`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 2))
                try await house.start()
                try await house.ready(2, "app=web")
                try await house.end(by: SIGKILL)

                let answer = try await house.steady("down")

                #expect(answer.status == 0, "\(answer.errors)")
                #expect(house.processes() == [])
            }
        }

        /// The counter's lines, from the first to the latest, none missing and none twice.
        private func expectNoGap(in pod: Pod, of house: House) async throws {
            let answer = try await house.steady("logs", pod.name)
            let lines = answer.output.split(separator: "\n")
            try #require(lines.count > 20, "\(answer.errors)")
            for (index, line) in lines.enumerated() where line != "line \(index + 1)" {
                Issue.record("\(pod.name) has \"\(line)\" where line \(index + 1) belongs")
                return
            }
        }
    }
}
