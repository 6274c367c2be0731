import Model
import Server
import Testing

@Suite struct RouteTests {
    private func route(_ target: String) -> Route { Route(Call(method: "GET", target: target).segments) }

    @Test func `paths of objects name kind, namespace, name and part`() {
        #expect(route("/api/v1/pods") == .objects(ObjectsRoute(kind: .pod)))
        #expect(route("/api/v1/namespaces/g/pods") == .objects(ObjectsRoute(kind: .pod, namespace: "g")))
        #expect(
            route("/api/v1/namespaces/g/pods/web/log?follow=true")
                == .objects(ObjectsRoute(kind: .pod, namespace: "g", name: "web", subresource: "log"))
        )
        #expect(
            route("/apis/apps/v1/namespaces/g/deployments/web/scale")
                == .objects(ObjectsRoute(kind: .deployment, namespace: "g", name: "web", subresource: "scale"))
        )
        #expect(route("/api/v1/nodes/a") == .objects(ObjectsRoute(kind: .node, name: "a")))
    }

    @Test func `a namespace is an object and holds objects`() {
        #expect(route("/api/v1/namespaces") == .objects(ObjectsRoute(kind: .namespace)))
        #expect(route("/api/v1/namespaces/g") == .objects(ObjectsRoute(kind: .namespace, name: "g")))
        #expect(
            route("/api/v1/namespaces/g/status")
                == .objects(ObjectsRoute(kind: .namespace, name: "g", subresource: "status"))
        )
    }

    @Test func `names may be escaped`() {
        #expect(
            route("/api/v1/namespaces/g/pods/a%2Fb") == .objects(ObjectsRoute(kind: .pod, namespace: "g", name: "a/b"))
        )
    }

    @Test(arguments: [
        "/nope", "/api/v2/pods", "/api/v1/unicorns", "/apis/apps/v1/pods", "/api/v1/pods/web",
        "/api/v1/namespaces/g/nodes", "/api/v1/namespaces/g/pods/web/log/more", "/api/v1/namespaces//pods",
        "/apis/nope", "/steady/v2/why", "/version/more", "//api",
    ])
    func `what is no path is unknown`(target: String) {
        #expect(route(target) == .unknown)
    }

    @Test func `the fixed paths are known`() {
        #expect(route("/") == .root)
        #expect(route("/version") == .version)
        #expect(route("/readyz") == .health("readyz"))
        #expect(route("/api") == .coreVersions)
        #expect(route("/api/v1") == .resources(group: "", version: "v1"))
        #expect(route("/apis/") == .groups)
        #expect(route("/apis/apps") == .group("apps"))
        #expect(route("/apis/apps/v1") == .resources(group: "apps", version: "v1"))
        #expect(route("/openapi/v2") == .openAPIVersion2)
        #expect(route("/openapi/v3") == .openAPI(nil))
        #expect(route("/openapi/v3/apis/apps/v1?hash=1") == .openAPI("apis/apps/v1"))
        #expect(route("/steady/v1/why/pods/g/web") == .steady(["why", "pods", "g", "web"]))
    }
}
