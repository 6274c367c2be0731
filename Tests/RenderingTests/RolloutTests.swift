import Model
import Rendering
import Testing

@Suite struct RolloutStatusTests {
    private func deployment(_ fill: (inout Deployment) -> Void = { _ in }) -> Deployment {
        Deployment {
            $0.metadata.name = "web"
            $0.metadata.generation = 2
            $0.metadata.annotations[RolloutAnnotation.revision] = "2"
            $0.spec.replicas = 3
            $0.status.observedGeneration = 2
            $0.status.replicas = 3
            $0.status.updatedReplicas = 3
            $0.status.availableReplicas = 3
            fill(&$0)
        }
    }

    @Test func `a rollout that is through says so`() {
        #expect(RolloutStatus(deployment()) == .done("deployment \"web\" successfully rolled out"))
    }

    @Test func `counts of an older generation say nothing of this one`() {
        let deployment = deployment { $0.status.observedGeneration = 1 }

        #expect(
            RolloutStatus(deployment) == .underWay("Waiting for deployment spec update to be observed...")
        )
    }

    @Test func `what is missing is told in the order in which it comes`() {
        func rest(_ fill: (inout Deployment) -> Void) -> RolloutStatus { RolloutStatus(deployment(fill)) }
        func waiting(_ rest: String) -> RolloutStatus {
            .underWay("Waiting for deployment \"web\" rollout to finish: \(rest)...")
        }

        #expect(rest { $0.status.updatedReplicas = 1 } == waiting("1 out of 3 new replicas have been updated"))
        #expect(rest { $0.status.replicas = 4 } == waiting("1 old replicas are pending termination"))
        #expect(rest { $0.status.availableReplicas = 2 } == waiting("2 of 3 updated replicas are available"))
    }

    @Test func `a deadline that passed and a revision that isn't are failures`() {
        let late = deployment {
            $0.status.updatedReplicas = 1
            $0.status.conditions = [
                DeploymentCondition {
                    $0.type = "Progressing"
                    $0.reason = "ProgressDeadlineExceeded"
                }
            ]
        }

        #expect(RolloutStatus(late) == .failed("deployment \"web\" exceeded its progress deadline"))
        #expect(
            RolloutStatus(deployment(), revision: 1)
                == .failed("desired revision (1) is different from the running revision (2)")
        )
    }
}

@Suite struct RevisionHistoryTests {
    private let deployment = Deployment {
        $0.metadata.name = "web"
        $0.metadata.uid = "d"
        $0.spec.template = RevisionHistoryTests.template("c")
    }

    private static func template(_ name: String) -> PodTemplateSpec {
        PodTemplateSpec {
            $0.metadata.labels = ["app": "web"]
            $0.spec.containers = [Container { $0.name = name }]
        }
    }

    private func replicaSet(_ name: String, revision: Int, owner: String = "d", cause: String? = nil) -> ReplicaSet {
        ReplicaSet {
            $0.metadata.name = "web-\(name)"
            $0.metadata.ownerReferences = [
                OwnerReference {
                    $0.uid = owner
                    $0.controller = true
                }
            ]
            $0.metadata.annotations[RolloutAnnotation.revision] = String(revision)
            $0.metadata.annotations[RolloutAnnotation.changeCause] = cause
            $0.spec.template = Self.template(name)
            $0.spec.template.metadata.labels[RolloutAnnotation.templateHash] = name
        }
    }

    private var history: RevisionHistory {
        RevisionHistory(
            deployment,
            [
                replicaSet("c", revision: 3), replicaSet("a", revision: 1, cause: "first of all"),
                replicaSet("b", revision: 2), replicaSet("x", revision: 9, owner: "another"),
            ]
        )
    }

    @Test func `revisions are listed oldest first, with what their authors said`() {
        #expect(
            history.table == """
                REVISION   CHANGE-CAUSE
                1          first of all
                2          <none>
                3          <none>

                """
        )
    }

    @Test func `a revision is shown as its template`() throws {
        let page = try #require(history.page(of: 2, now: Timestamp(seconds: 0)))

        #expect(page.hasPrefix("Pod Template:\n"))
        #expect(page.contains("  b:\n"))
        #expect(history.page(of: 7, now: Timestamp(seconds: 0)) == nil)
    }
}
