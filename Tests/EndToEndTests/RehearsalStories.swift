import Testing
import YAML

extension EndToEnd {
    @Suite struct Rehearsals {
        @Test func `a change is rehearsed on what runs, which stays untouched`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 2))
                try house.write("service.yaml", Manifest.service)
                try await house.start()
                let before = try await house.ready(2, "app=web")
                try Files.write(Manifest.web(replicas: 3, version: "two"), to: "\(house.directory)/web.yaml")
                let edited = "\(house.directory)/web.yaml"

                let answer = try await house.steady("rehearse", "-f", edited, "-o", "json")
                #expect(answer.status == 0, "\(answer.output)\(answer.errors)")
                let worst = try Value.parse(json: answer.output)["worst"]
                let web = try #require(worst?["workloads"]?.array?.first)
                #expect(web["readyBefore"]?.int64 == 2 && web["readyInTheEnd"]?.int64 == 3)
                #expect(web["leastReady"]?.int64 == 2 && web["startsSeen"]?.int64 ?? 0 >= 2)
                #expect(worst?["services"]?.array?.first?["inTheEnd"]?.int64 == 3)

                let crashes = try await house.steady("rehearse", "-f", edited, "--fault", "crash=web:100%")
                #expect(crashes.status == 1 && crashes.output.contains("does not come through"), "\(crashes.output)")
                let unknown = try await house.steady("rehearse", "-f", edited, "--fault", "node=moon@3s")
                #expect(unknown.status == 2 && unknown.errors.contains("there is no node moon"), "\(unknown.errors)")

                let after = try await house.ready(2, "app=web")
                #expect(Set(after.map(\.uid)) == Set(before.map(\.uid)))
                #expect(try await house.get("deployment", "web")?["spec"]?["replicas"]?.int64 == 2)
            }
        }

        @Test func `empty nodes need no daemon`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 2))

                let many = try await house.steady(
                    "rehearse",
                    "-f",
                    house.manifests,
                    "--nodes",
                    "2",
                    "--node-size",
                    "1cpu,1Gi",
                    "--seeds",
                    "4"
                )
                #expect(many.status == 0 && many.output.contains("4 rehearsals: 4 good, 0 bad"), "\(many)")
                let none = try await house.steady("rehearse", "-f", house.manifests)
                #expect(none.status == 2 && none.errors.contains("--nodes"), "\(none)")
            }
        }
    }
}
