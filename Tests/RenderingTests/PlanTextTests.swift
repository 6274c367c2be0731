import Rendering
import Testing
import YAML

@Suite struct PlanTextTests {
    private func text(_ plan: Value) -> String { PlanText.text(plan, style: Style(isOn: false)) }

    @Test func `a plan without anything says so`() {
        #expect(text(["changes": [], "steps": [], "isSettled": true]) == "Nothing would change.\n")
    }

    @Test func `a plan tells objects, pods in their order, and what would wait`() {
        let plan: Value = [
            "changes": [
                ["object": "services/default/old", "do": "delete"],
                [
                    "object": "deployments.apps/shop/web", "do": "change", "origin": "web.yaml:3", "replacesPods": true,
                    "fields": [
                        ["path": "spec.replicas", "from": 2, "to": 3],
                        ["path": "spec.paused", "from": nil, "to": true],
                    ],
                ],
                ["object": "pods/default/a", "do": "create", "origin": "a.yaml:1"],
            ],
            "steps": [
                ["after": 0, "do": "start", "pod": "pods/default/a-x7k2p", "node": "n1", "generateName": "a-"],
                ["after": 30, "do": "stop", "pod": "pods/default/b", "node": "n1"],
            ],
            "pending": [["pod": "pods/default/c", "reason": "0/1 nodes are available"]],
            "kept": ["services/default/s"], "isSettled": false,
        ]

        #expect(
            text(plan) == """
                - service/old  no file would state it
                ~ deployment.apps/web in shop  web.yaml:3  its pods are replaced
                    spec.replicas: 2 → 3
                    spec.paused: none → true
                + pod/a  a.yaml:1

                Pods, if each is up at once:
                   0 s  start  pod/a-… on n1
                  30 s  stop   pod/b on n1

                pod/c would wait for a node: 0/1 nodes are available
                No file would state service/s; kept until `steady prune`
                It would not come to rest within an hour; this is how it begins

                """
        )
    }
}
