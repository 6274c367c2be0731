import Cluster
import Controllers
import Model
import Testing
import YAML

@Suite struct `A rollback` {
    private let key = ObjectKey(.deployment, namespace: "default", name: "web")

    /// One version after the other, each stated by the same file.
    private func bench(_ versions: [String]) throws -> ClusterBench {
        var bench = ClusterBench()
        for version in versions { try state(version, &bench) }
        return bench
    }

    private func state(_ version: String, replicas: Int = 2, comment: String = "", _ bench: inout ClusterBench) throws {
        let yaml = Manifest.deployment("web", replicas: replicas, version: version)
        try bench.state([("web.yaml", yaml + "\n# \(comment)\n")])
    }

    private func version(_ bench: ClusterBench) -> String? {
        bench.deployment("web")?.spec.template.spec.containers[0].env[0].value
    }

    private func problem(_ answer: Answer) -> String? {
        if case .failure(let error) = answer.result { error.message } else { nil }
    }

    @Test func `goes to the template before the present one, and makes it the newest revision`() throws {
        var bench = try bench(["v1", "v2"])

        let answer = bench.ask(.rollBack(key))

        #expect(problem(answer) == nil)
        #expect(version(bench) == "v1")
        #expect(bench.deployment("web")?.revision == 3)
    }

    @Test func `goes to the revision that is named`() throws {
        var bench = try bench(["v1", "v2", "v3"])

        bench.ask(.rollBack(key, revision: 1))

        #expect(version(bench) == "v1")
    }

    @Test func `holds against the file until the file's template changes`() throws {
        var bench = try bench(["v1", "v2"])
        bench.ask(.rollBack(key))

        try state("v2", comment: "another comment", &bench)
        try bench.restart()
        #expect(version(bench) == "v1")

        try state("v2", replicas: 5, &bench)
        #expect(version(bench) == "v1")
        #expect(bench.deployment("web")?.spec.replicas == 5)

        try state("v3", replicas: 5, &bench)
        #expect(version(bench) == "v3")
    }

    @Test func `leaves nothing of the old template behind when the file speaks again`() throws {
        var bench = try bench(["v1", "v2"])
        bench.ask(.rollBack(key))
        let plain = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: main, command: [sleep, infinity]}]}
            """

        try bench.state([("web.yaml", plain)])

        #expect(bench.deployment("web")?.spec.template.spec.containers[0].env == [])
    }

    @Test func `does nothing where it would change nothing, and says so`() throws {
        var bench = try bench(["v1", "v2"])
        let before = bench.state.object(key)?.revision

        let answer = bench.ask(.rollBack(key, revision: 2))

        #expect(answer.warnings == ["current template already matches revision 2"])
        #expect(bench.state.object(key)?.revision == before)
    }

    @Test func `is refused where there is nothing to go back to`() throws {
        var bench = try bench(["v1"])
        #expect(problem(bench.ask(.rollBack(key))) == "no rollout history found for deployment \"web\"")
        #expect(
            problem(bench.ask(.rollBack(key, revision: 7))) == "unable to find specified revision 7 in history"
        )

        bench.ask(.patch(key, .merge(["spec": ["paused": true]])))
        let answer = bench.ask(.rollBack(key))
        #expect(problem(answer) == "cannot rollback a paused deployment; resume it first and try again")
    }
}
