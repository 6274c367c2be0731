import Model
import Testing

@Suite struct SelectorTests {
    @Test func `a query matches when all of its conditions hold`() throws {
        let query = try LabelQuery("app=web,tier in (a, b),env!=prod,!old,new")

        #expect(query.matches(["app": "web", "tier": "b", "new": ""]))
        #expect(!query.matches(["app": "web", "tier": "c", "new": ""]))
        #expect(!query.matches(["app": "web", "tier": "a", "new": "", "env": "prod"]))
        #expect(!query.matches(["app": "web", "tier": "a", "new": "", "old": "1"]))
        #expect(try LabelQuery("").matches([:]))
        #expect(try LabelQuery("a=").matches(["a": ""]))
        #expect(try LabelQuery("n>3,n<5").matches(["n": "4"]))
    }

    @Test func `a bad query is refused in the API server's words`() {
        let error = #expect(throws: SelectorError.self) { try LabelQuery("a===b") }
        #expect(error?.description == "unable to parse requirement: found '=', expected: identifier")
        #expect(throws: SelectorError.self) { try LabelQuery("a in (b") }
        #expect(throws: SelectorError.self) { try LabelQuery("a b") }
        #expect(throws: SelectorError.self) { try LabelQuery("a,") }
    }

    @Test func `a selector of a workload matches labels`() {
        let selector = LabelSelector {
            $0.matchLabels = ["app": "web"]
            $0.matchExpressions = [
                LabelSelectorRequirement {
                    $0.key = "tier"
                    $0.operator = .notIn
                    $0.values = ["db"]
                }
            ]
        }

        #expect(selector.matches(["app": "web"]))
        #expect(!selector.matches(["app": "web", "tier": "db"]))
        #expect(!selector.matches([:]))
    }

    @Test func `fields are compared whatever their order`() throws {
        let query = try FieldQuery("status.phase!=Failed,spec.nodeName==a")
        let pod = Pod { $0.spec.nodeName = "a" }

        #expect(query.matches { (try? pod.object.fieldLabel($0)) ?? "" })
        #expect(query.required("spec.nodeName") == "a")
        #expect(throws: SelectorError("field label not supported: spec.x")) { try pod.object.fieldLabel("spec.x") }
        #expect(throws: SelectorError.self) { try FieldQuery("abc") }
    }
}
