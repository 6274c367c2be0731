import Model
import Testing

@testable import Networking

@Suite struct TranslationTests {
    @Test func `a service takes the ready endpoints of its slices, by the names of its ports`() {
        let service = Self.service("web", [Self.port("http", 80, nodePort: 30080), Self.port("dns", 53, .udp)])
        let slices = [
            Self.slice(
                "web",
                "web-b",
                [("http", 8081, .tcp), ("dns", 5353, .udp)],
                [Self.endpoint("10.64.0.3"), Self.endpoint("10.64.0.4", ready: false)]
            ),
            Self.slice("web", "web-a", [("http", 8080, .tcp)], [Self.endpoint("10.64.0.2")]),
            Self.slice("other", "other-a", [("http", 1, .tcp)], [Self.endpoint("10.64.0.9")]),
        ]

        let table = ServiceTable(services: [service], endpointSlices: slices)

        #expect(
            table.services == [
                ServiceRoute(
                    namespace: "shop",
                    name: "web",
                    clusterIP: IPv4Address(10, 65, 0, 10),
                    ports: [
                        .init(
                            name: "http",
                            port: 80,
                            nodePort: 30080,
                            endpoints: [
                                .init(address: IPv4Address(10, 64, 0, 2), port: 8080),
                                .init(address: IPv4Address(10, 64, 0, 3), port: 8081),
                            ]
                        ),
                        .init(
                            name: "dns",
                            transport: .udp,
                            port: 53,
                            endpoints: [.init(address: IPv4Address(10, 64, 0, 3), port: 5353)]
                        ),
                    ]
                )
            ]
        )
    }

    @Test func `endpoints that end still serve while there is no other`() {
        let ending = Self.endpoint("10.64.0.2", ready: false, serving: true, terminating: true)
        let starting = Self.endpoint("10.64.0.3", ready: false, serving: false)
        let service = Self.service("web", [Self.port("", 80)])

        let table = ServiceTable(
            services: [service],
            endpointSlices: [Self.slice("web", "a", [(nil, 8080, nil)], [ending, starting])]
        )

        #expect(table.services[0].ports[0].endpoints == [.init(address: IPv4Address(10, 64, 0, 2), port: 8080)])
    }

    @Test func `affinity, headless services and aliases are told apart`() {
        var sticky = Self.service("a", [])
        sticky.spec.sessionAffinity = .clientIP
        var headless = Self.service("b", [])
        headless.spec.clusterIP = "None"
        var alias = Self.service("c", [])
        (alias.spec.clusterIP, alias.spec.type, alias.spec.externalName) = ("", .externalName, "example.com")
        var named = Self.endpoint("10.64.0.2")
        named.hostname = "b-0"

        let table = ServiceTable(
            services: [alias, headless, sticky],
            endpointSlices: [Self.slice("b", "b-1", [], [named])]
        )

        #expect(table.services.map(\.name) == ["a", "b", "c"])
        #expect(table.services.map(\.clientAffinitySeconds) == [10800, nil, nil])
        #expect(table.services.map(\.isHeadless) == [false, true, false])
        #expect(table.services.map(\.externalName) == [nil, nil, "example.com"])
        #expect(table.services[1].ports[0].endpoints.map(\.hostname) == ["b-0"])
    }

    @Test func `pods give names, host ports and the tasks of Apps`() {
        var own = Self.pod("clock-1", "10.64.0.2", [("http", 8080, 31000, .tcp), ("http", 8080, 31000, .udp)])
        MarathonPod(appID: "/jobs/clock").annotate(&own)
        var host = Self.pod("clock-2", "192.0.2.2", [("http", 31005, 31005, .tcp)])
        host.spec.hostNetwork = true
        MarathonPod(appID: "/jobs/clock").annotate(&host)
        var ended = Self.pod("old", "10.64.0.3", [])
        ended.status.phase = .succeeded

        let table = ServiceTable(services: [], endpointSlices: [], pods: [host, ended, own])

        let endpoint = ServiceRoute.Endpoint(address: IPv4Address(10, 64, 0, 2), port: 8080)
        #expect(table.pods.map(\.name) == ["clock-1"])
        #expect(
            table.hostPorts == [
                HostPort(port: 31000, endpoint: endpoint), HostPort(transport: .udp, port: 31000, endpoint: endpoint),
            ]
        )
        #expect(
            table.apps == [
                AppName(
                    id: "/jobs/clock",
                    tasks: [
                        .init(
                            address: IPv4Address(10, 64, 0, 2),
                            ports: [.init(name: "http", transports: [.tcp, .udp], port: 8080)]
                        ),
                        .init(address: IPv4Address(192, 0, 2, 2), ports: [.init(name: "http", port: 31005)]),
                    ]
                )
            ]
        )
    }

    @Test func `a host port keeps to the address that it names`() {
        var pod = Self.pod("web", "10.64.0.2", [("a", 80, 80, .tcp), ("b", 80, 81, .tcp), ("c", 80, 82, .tcp)])
        pod.spec.containers[0].ports[0].hostIP = "127.0.0.1"
        pod.spec.containers[0].ports[1].hostIP = "0.0.0.0"
        pod.spec.containers[0].ports[2].hostIP = "fd00::1"

        let table = ServiceTable(services: [], endpointSlices: [], pods: [pod])

        let endpoint = ServiceRoute.Endpoint(address: IPv4Address(10, 64, 0, 2), port: 80)
        #expect(
            table.hostPorts == [
                HostPort(hostAddress: IPv4Address(127, 0, 0, 1), port: 80, endpoint: endpoint),
                HostPort(port: 81, endpoint: endpoint),
            ]
        )
    }

    private static func service(_ name: String, _ ports: [ServicePort]) -> Service {
        var service = Service()
        (service.metadata.namespace, service.metadata.name) = ("shop", name)
        service.spec.clusterIP = "10.65.0.10"
        service.spec.ports = ports
        return service
    }

    private static func port(
        _ name: String,
        _ number: Int,
        _ transport: TransportProtocol = .tcp,
        nodePort: Int = 0
    ) -> ServicePort {
        var port = ServicePort()
        (port.name, port.port, port.nodePort, port.protocol) = (name, number, nodePort, transport)
        return port
    }

    private static func slice(
        _ service: String,
        _ name: String,
        _ ports: [(String?, Int, TransportProtocol?)],
        _ endpoints: [Endpoint]
    ) -> EndpointSlice {
        var slice = EndpointSlice()
        (slice.metadata.namespace, slice.metadata.name) = ("shop", name)
        slice.metadata.labels = ["kubernetes.io/service-name": service]
        slice.addressType = .ipv4
        slice.endpoints = endpoints
        slice.ports = ports.map { name, number, transport in
            var port = EndpointPort()
            (port.name, port.port, port.protocol) = (name, number, transport)
            return port
        }
        return slice
    }

    private static func endpoint(
        _ address: String,
        ready: Bool? = nil,
        serving: Bool? = nil,
        terminating: Bool? = nil
    ) -> Endpoint {
        var endpoint = Endpoint()
        endpoint.addresses = [address]
        endpoint.conditions.ready = ready
        endpoint.conditions.serving = serving
        endpoint.conditions.terminating = terminating
        return endpoint
    }

    private static func pod(_ name: String, _ address: String, _ ports: [(String, Int, Int, TransportProtocol)]) -> Pod
    {
        var pod = Pod()
        (pod.metadata.namespace, pod.metadata.name) = ("shop", name)
        (pod.status.podIP, pod.status.phase) = (address, .running)
        var container = Container()
        container.ports = ports.map { name, number, hostPort, transport in
            var port = ContainerPort()
            (port.name, port.containerPort, port.hostPort, port.protocol) = (name, number, hostPort, transport)
            return port
        }
        pod.spec.containers = [container]
        return pod
    }
}
