import Networking
import Testing

@Suite struct PodFilesTests {
    let plan = NetworkPlan(
        instance: "one",
        bridge: "steady0",
        podRange: IPv4Network(containing: IPv4Address(10, 64, 0, 0), prefixLength: 16),
        serviceRange: IPv4Network(containing: IPv4Address(10, 65, 0, 0), prefixLength: 16)
    )
    let host = ResolverConfiguration(
        parsing: """
            # a comment
            nameserver 127.0.0.53
            nameserver 192.0.2.9
            search example.com corp.example.com
            options timeout:1 rotate
            """
    )

    @Test func `a pod finds its own name in its hosts file`() {
        let text = PodFiles.hosts(
            address: IPv4Address(10, 64, 0, 2),
            hostname: "web-0",
            subdomain: "web",
            namespace: "shop",
            clusterDomain: "cluster.local",
            aliases: [HostAlias(address: "192.0.2.1", hostnames: ["foo", "bar"])]
        )

        #expect(
            text == """
                # Written by Steady for this pod.
                127.0.0.1\tlocalhost
                ::1\tlocalhost ip6-localhost ip6-loopback
                fe00::0\tip6-localnet
                fe00::0\tip6-mcastprefix
                fe00::1\tip6-allnodes
                fe00::2\tip6-allrouters
                10.64.0.2\tweb-0.web.shop.svc.cluster.local\tweb-0

                # Entries added by HostAliases.
                192.0.2.1\tfoo\tbar

                """
        )
    }

    @Test func `a pod asks the cluster first`() {
        let text = PodFiles.resolvConf(policy: .clusterFirst, namespace: "shop", plan: plan, host: host)

        #expect(
            text == """
                search shop.svc.cluster.local svc.cluster.local cluster.local example.com corp.example.com
                nameserver 10.64.0.1
                options ndots:5

                """
        )
    }

    @Test func `what the pod configures joins what the policy gives`() {
        let config = DNSConfig(
            nameservers: ["192.0.2.53"],
            searches: ["cluster.local", "my.example"],
            options: [.init(name: "ndots", value: "2"), .init(name: "edns0")]
        )

        let text = PodFiles.resolvConf(
            policy: .clusterFirst,
            config: config,
            namespace: "shop",
            plan: plan,
            host: ResolverConfiguration()
        )
        let alone = PodFiles.resolvConf(policy: .none, config: config, namespace: "shop", plan: plan, host: host)

        #expect(
            text == """
                search shop.svc.cluster.local svc.cluster.local cluster.local my.example
                nameserver 10.64.0.1
                nameserver 192.0.2.53
                options ndots:2 edns0

                """
        )
        #expect(alone == "search cluster.local my.example\nnameserver 192.0.2.53\noptions ndots:2 edns0\n")
    }

    @Test func `the host's servers are passed on, those on its loopback by way of the gateway`() {
        let own = PodFiles.resolvConf(policy: .default, namespace: "shop", plan: plan, host: host)
        let shared = PodFiles.resolvConf(
            policy: .clusterFirst,
            namespace: "shop",
            isHostNetwork: true,
            plan: plan,
            host: host
        )

        #expect(
            own == """
                search example.com corp.example.com
                nameserver 10.64.0.1
                nameserver 192.0.2.9
                options timeout:1 rotate

                """
        )
        #expect(shared.contains("nameserver 127.0.0.53\nnameserver 192.0.2.9\n"))
    }
}
