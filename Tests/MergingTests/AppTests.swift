import Merging
import Model
import Testing
import YAML

/// Marathon's App has no rules of Kubernetes' own; its lists are owned as a whole, its maps key by key.
@Suite struct AppTests {
    @Test func `an App's maps are owned key by key and its lists as a whole`() throws {
        var stored = Stored(.app)

        try stored.apply(
            yaml(
                """
                apiVersion: marathon/v2
                kind: App
                metadata: {name: jobs-clock}
                spec:
                  id: /jobs/clock
                  cmd: date
                  env: {A: x}
                  constraints: [[hostname, UNIQUE]]
                """
            ),
            by: "steady"
        )

        #expect(
            stored.managed.fields(of: "steady")
                == #"{"f:spec":{"f:cmd":{},"f:constraints":{},"f:env":{"f:A":{}},"f:id":{}}}"#
        )
    }
}
