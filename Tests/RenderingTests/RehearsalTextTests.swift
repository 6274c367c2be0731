import Rendering
import Testing
import YAML

@Suite struct RehearsalTextTests {
    private func text(_ summary: Value) -> String { RehearsalText.text(summary, style: Style(isOn: false)) }

    private let load: Value = ["milliCPU": 500, "memoryBytes": 268_435_456, "pods": 5]
    private let room: Value = ["milliCPU": 4000, "memoryBytes": 17_179_869_184, "pods": 100]

    private func rehearsal(_ fields: Fields) -> Value {
        var worst: Fields = [
            "seed": "7", "isGood": true, "problems": [], "rolledOutAfter": 12.34, "services": [], "pending": [],
            "kept": [],
            "workloads": [], "timeline": [], "peak": load,
            "nodes": [["name": "n1", "peak": load, "allocatable": room]],
        ]
        for (name, value) in fields { worst[name] = value }
        return .object(worst)
    }

    @Test func `a rehearsal of nothing says so`() {
        let summary: Value = ["isGood": true, "seeds": 1, "badSeeds": [], "worst": rehearsal(["rolledOutAfter": 0.0])]

        #expect(
            text(summary) == """
                No workload would be touched.

                Asked of 1 node at the most: 500m of 4 cpu, 256 MiB of 16 GiB memory, 5 pods

                Good: nothing would be started or stopped

                """
        )
    }

    @Test func `moments near each other are one line, and what was bad is told`() {
        let web: Value = "deployments.apps/default/web"
        let worst = rehearsal([
            "isGood": false, "problems": ["deployment web falls to 1 ready, 3 are promised"],
            "workloads": [
                [
                    "object": web, "wanted": 4, "readyBefore": 4, "leastReady": 1, "promised": 3, "readyInTheEnd": 4,
                    "rolledOutAfter": 75.0, "restarts": 2, "startsSeen": 9, "isTouched": true, "isChanged": true,
                    "troubles": [],
                ],
                ["object": "apps.marathon/shop/job", "isTouched": false, "isChanged": false, "rolledOutAfter": 0.0],
            ],
            "services": [
                ["object": "services/default/web", "before": 4, "fewest": 1, "fewestAfter": 0.25, "inTheEnd": 4]
            ],
            "pending": [["pods": 2, "reason": "0/1 nodes are available"]],
            "timeline": [
                ["after": 0.01, "object": web, "starts": ["n1": 1], "readyThen": 4, "wantedThen": 4],
                ["after": 0.05, "object": web, "starts": ["n2": 2], "stops": 1, "readyThen": 3, "wantedThen": 4],
                ["after": 75.0, "object": web, "message": "is rolled out"],
            ],
        ])
        let summary: Value = [
            "isGood": false, "seeds": 20, "badSeeds": ["7", "9"],
            "rolledOutAfter": ["least": 3.0, "median": 4.04, "most": 75.0], "worst": worst,
        ]

        #expect(
            text(summary).hasPrefix(
                """
                       0.0 s  deployment/web  3 start on n1, n2, 1 stops  (3 of 4 ready)
                  1 min 15 s  deployment/web  is rolled out

                """
            ),
            "\(text(summary))"
        )
        #expect(
            text(summary).contains(
                "deployment/web   4/4     1, 3 promised   after 1 min 15 s   2          from 9 starts seen\n"
            )
        )
        #expect(text(summary).contains("1 more workload untouched\n"))
        #expect(text(summary).contains("service/web: 4 endpoints before, 4 in the end, 1 at the fewest, after 0.3 s\n"))
        #expect(text(summary).contains("2 pods stay without a node: 0/1 nodes are available\n"))
        #expect(
            text(summary).hasSuffix(
                """
                20 rehearsals: 18 good, 2 bad; rolled out after 3.0 s at the soonest, 4.0 s in the middle, 1 min 15 s at the latest
                This was the worst of them; see it again with --seed 7
                Bad:
                  deployment web falls to 1 ready, 3 are promised

                """
            )
        )
    }

    @Test func `a long story is told in few lines`() {
        let moments = (0..<2000).map { index -> Value in
            [
                "after": .double(Double(index) / 10), "object": "pods/default/a", "ready": 1, "readyThen": 1,
                "wantedThen": 1,
            ]
        }
        let summary: Value = [
            "isGood": true, "seeds": 1, "badSeeds": [], "worst": rehearsal(["timeline": .array(moments)]),
        ]

        #expect(text(summary).split(separator: "\n").count < 50)
    }
}
