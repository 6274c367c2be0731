import Model
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
    let pod: Pod = {
        var pod = Pod()
        (pod.metadata.namespace, pod.metadata.name) = ("shop", "web-0")
        (pod.spec.hostname, pod.spec.subdomain) = ("web-0", "web")
        var alias = HostAlias()
        (alias.ip, alias.hostnames) = ("192.0.2.1", ["foo", "bar"])
        pod.spec.hostAliases = [alias]
        return pod
    }()

    @Test func `a pod finds its own name in its hosts file`() {
        let text = PodFiles.hosts(for: pod, address: IPv4Address(10, 64, 0, 2), plan: plan, host: "")

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

    @Test func `a pod on the host's network has the host's file and its own aliases`() {
        let text = PodFiles.hosts(for: pod, address: nil, plan: plan, host: "127.0.0.1 localhost")

        #expect(
            text == """
                # Written by Steady for this pod (host network).
                127.0.0.1 localhost

                # Entries added by HostAliases.
                192.0.2.1\tfoo\tbar

                """
        )
    }

    @Test func `a pod without a host name goes by its own name, cut to what DNS takes`() {
        var pod = Pod()
        pod.metadata.name = String(repeating: "a", count: 62) + "-bc"

        #expect(PodFiles.hostname(of: pod) == String(repeating: "a", count: 62))
        #expect(PodFiles.hostname(of: self.pod) == "web-0")
    }

    @Test func `a pod asks the cluster first`() {
        #expect(
            PodFiles.resolvConf(for: pod, plan: plan, host: host) == """
                search shop.svc.cluster.local svc.cluster.local cluster.local example.com corp.example.com
                nameserver 10.64.0.1
                options ndots:5

                """
        )
    }

    @Test func `what the pod configures joins what the policy gives`() {
        var pod = pod
        pod.spec.dnsConfig = PodDNSConfig()
        pod.spec.dnsConfig?.nameservers = ["192.0.2.53"]
        pod.spec.dnsConfig?.searches = ["cluster.local", "my.example"]
        pod.spec.dnsConfig?.options = [("ndots", "2"), ("edns0", nil)].map { name, value in
            var option = PodDNSConfigOption()
            (option.name, option.value) = (name, value)
            return option
        }
        let text = PodFiles.resolvConf(for: pod, plan: plan, host: ResolverConfiguration())

        pod.spec.dnsPolicy = .none
        let alone = PodFiles.resolvConf(for: pod, plan: plan, host: host)

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
        var pod = pod
        pod.spec.dnsPolicy = .default
        let own = PodFiles.resolvConf(for: pod, plan: plan, host: host)
        (pod.spec.dnsPolicy, pod.spec.hostNetwork) = (.clusterFirst, true)
        let shared = PodFiles.resolvConf(for: pod, plan: plan, host: host)
        pod.spec.dnsPolicy = .clusterFirstWithHostNet
        let cluster = PodFiles.resolvConf(for: pod, plan: plan, host: host)

        #expect(
            own == """
                search example.com corp.example.com
                nameserver 10.64.0.1
                nameserver 192.0.2.9
                options timeout:1 rotate

                """
        )
        #expect(shared.contains("nameserver 127.0.0.53\nnameserver 192.0.2.9\n"))
        #expect(cluster.contains("nameserver 10.64.0.1\n"))
    }
}
