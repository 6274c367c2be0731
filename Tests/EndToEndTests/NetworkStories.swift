import Glibc
import Testing
import YAML

extension EndToEnd {
    @Suite struct Network {
        @Test func `a service answers pods and the machine over TCP and UDP, at its address and its node port`()
            async throws
        {
            try await inHouse { house in
                try house.write("echo.yaml", Echo.manifest(replicas: 2))
                try await house.start()
                let pods = try await house.ready(2, "app=echo")
                let names = Set(pods.map(\.name))
                let service = try #require(try await house.get("service", "echo"))
                let address = try #require(service["spec"]?["clusterIP"]?.string)

                for transport in ["tcp", "udp"] {
                    let places = [(address, 5300), ("127.0.0.1", 30530), (try house.gateway, 30530)]
                    for (place, port) in places {
                        try await until("\(transport) \(place):\(port) answers the machine from both pods") {
                            let answers = try await house.ask(transport, place, port, times: 8)
                            return Set(answers) == names
                        }
                    }
                    for (place, port) in [("echo", 5300), ("echo.default.svc.cluster.local", 5300), (address, 5300)] {
                        try await until("\(transport) \(place):\(port) answers a pod") {
                            names.contains(try await house.ask(transport, place, port, from: pods[0]) ?? "")
                        }
                    }
                    #expect(names.contains(try await house.ask(transport, house.gateway, 30530, from: pods[1]) ?? ""))
                }
            }
        }

        @Test func `a pod reaches itself through its own service`() async throws {
            try await inHouse { house in
                try house.write("echo.yaml", Echo.manifest(replicas: 1))
                try await house.start()
                let pod = try #require(try await house.ready(1, "app=echo").first)
                for transport in ["tcp", "udp"] {
                    try await until("the pod hears itself over \(transport)") {
                        try await house.ask(transport, "echo", 5300, from: pod) == pod.name
                    }
                    #expect(try await house.ask(transport, house.gateway, 30530, from: pod) == pod.name)
                }
            }
        }

        @Test func `names lead to addresses, ports and back, and what is not there is said to be so`() async throws {
            try await inHouse { house in
                try house.write("echo.yaml", Echo.manifest(replicas: 2))
                try await house.start()
                let pods = try await house.ready(2, "app=echo")
                let address = try #require(
                    try await house.get("service", "echo")?["spec"]?["clusterIP"]?.string
                )
                let domain = "default.svc.cluster.local"
                let reverse = address.split(separator: ".").reversed().joined(separator: ".") + ".in-addr.arpa"
                let questions: [(type: String, name: String, answer: [String])] = [
                    ("A", "echo.\(domain)", ["rcode 0", address]),
                    ("A", "echo-pods.\(domain)", ["rcode 0"] + pods.map(\.address).sorted()),
                    ("SRV", "_udp._udp.echo.\(domain)", ["rcode 0", "5300 echo.\(domain)"]),
                    ("SRV", "_tcp._tcp.echo.\(domain)", ["rcode 0", "5300 echo.\(domain)"]),
                    ("PTR", reverse, ["rcode 0", "echo.\(domain)"]),
                    ("A", "nothing.\(domain)", ["rcode 3"]),
                    ("SRV", "_no._tcp.echo.\(domain)", ["rcode 3"]),
                ]
                for asker in [nil, pods[0]] {
                    for question in questions {
                        var heard: [String] = []
                        let who = asker?.name ?? "the machine"
                        try await until("\(who) is told \(question)", detail: { "\(heard)" }) {
                            heard = try await house.look(up: question.type, question.name, from: asker)
                            return heard == question.answer
                        }
                    }
                }
            }
        }

        @Test func `two that come up for the first time at the same moment don't choose the same network`()
            async throws
        {
            try await inHouse { house in
                try house.write("echo.yaml", Echo.manifest(replicas: 1))
                let other = "\(house.directory)/other"
                let second = try house.startDaemon(state: other)
                try await house.start()
                try await house.ready(1, "app=echo")
                try await until("the other answers", detail: { second.errors }) {
                    if let status = second.ended { throw Surprise("it ended with \(status): \(second.errors)") }
                    return try await house.finish(house.run([house.program, "get", "nodes", "--state", other])).status
                        == 0
                }

                let plans = try [house.state, other].map { try Value.parse(json: Files.text("\($0)/network.json")) }
                for key in ["bridge", "podRange", "serviceRange"] {
                    #expect(plans[0][key]?.string != plans[1][key]?.string, "\(key)")
                }
                #expect(try await house.finish(house.run([house.program, "down", "--state", other])).status == 0)
                try await until("it has ended") { second.ended != nil }
            }
        }
    }
}

/// A server that answers over TCP and UDP with its own name, and who asks it.
private enum Echo {
    static func manifest(replicas: Int) -> String {
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: echo}
        spec:
          replicas: \(replicas)
          selector:
            matchLabels: {app: echo}
          template:
            metadata:
              labels: {app: echo}
            spec:
              terminationGracePeriodSeconds: 1
              containers:
                - name: echo
                  command: [perl, -MIO::Socket::INET, -MIO::Select, -e]
                  args:
                    - |
                      my $udp = IO::Socket::INET->new(Proto => "udp", LocalPort => 5300) or die;
                      my $tcp = IO::Socket::INET->new(Proto => "tcp", LocalPort => 5300, Listen => 8) or die;
                      my $select = IO::Select->new($udp, $tcp);
                      while (1) { for my $ready ($select->can_read) {
                        if ($ready == $udp) { $udp->recv(my $text, 512); $udp->send($ENV{HOSTNAME}); next }
                        my $caller = $tcp->accept; print $caller $ENV{HOSTNAME}; close $caller;
                      } }
                  readinessProbe:
                    tcpSocket: {port: 5300}
                    periodSeconds: 1
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: echo}
        spec:
          type: NodePort
          selector: {app: echo}
          ports:
            - {name: tcp, port: 5300, nodePort: 30530, protocol: TCP}
            - {name: udp, port: 5300, nodePort: 30530, protocol: UDP}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: echo-pods}
        spec:
          clusterIP: None
          selector: {app: echo}
          ports:
            - {name: tcp, port: 5300}

        """
    }

    static let ask = [
        "perl", "-MIO::Socket::INET", "-e",
        #"""
        alarm 5;
        my $s = IO::Socket::INET->new(Proto => $ARGV[0], PeerAddr => $ARGV[1], PeerPort => $ARGV[2]) or die "$@\n";
        $s->send("?") if $ARGV[0] eq "udp";
        defined $s->recv(my $text, 512) or die "$!\n";
        print $text;
        """#,
    ]

    /// Asks a DNS server and prints the code, then the answers, sorted.
    static let look = [
        "perl", "-MIO::Socket::INET", "-e",
        #"""
        alarm 5;
        my ($server, $type, $name) = @ARGV;
        my $question = pack("n6", 7, 0x100, 1, 0, 0, 0) . join("", map { pack("C/a*", $_) } split(/\./, $name))
            . "\0" . pack("nn", {A => 1, PTR => 12, SRV => 33}->{$type}, 1);
        my $socket = IO::Socket::INET->new(Proto => "udp", PeerAddr => $server, PeerPort => 53) or die "$@\n";
        $socket->send($question);
        defined $socket->recv(my $answer, 4096) or die "$!\n";
        sub name {
            my ($at, $end, @labels) = @_;
            for (1 .. 64) {
                my $length = ord substr($answer, $at, 1);
                if ($length >= 192) { $end //= $at + 2; $at = unpack("n", substr($answer, $at, 2)) & 0x3fff; next }
                if ($length == 0) { $end //= $at + 1; last }
                push @labels, substr($answer, $at + 1, $length);
                $at += $length + 1;
            }
            return (join(".", @labels), $end);
        }
        my (undef, $flags, undef, $count) = unpack("n4", $answer);
        my $at = (name(12))[1] + 4;
        my @found;
        for (1 .. $count) {
            $at = (name($at))[1];
            my ($kind, undef, undef, $length) = unpack("nnNn", substr($answer, $at, 10));
            $at += 10;
            push @found, join(".", unpack("C4", substr($answer, $at, 4))) if $kind == 1;
            push @found, (name($at))[0] if $kind == 12;
            push @found, unpack("x4n", substr($answer, $at, 6)) . " " . (name($at + 6))[0] if $kind == 33;
            $at += $length;
        }
        print "$_\n" for "rcode " . ($flags & 15), sort @found;
        """#,
    ]
}

extension House {
    /// The machine's own address on the pods' bridge, at which the DNS server is.
    var gateway: String {
        get throws {
            let plan = try Value.parse(json: Files.text("\(state)/network.json"))
            let range = try #require(plan["podRange"]?.string)
            let parts = range.split(separator: "/")[0].split(separator: ".")
            return parts.dropLast().joined(separator: ".") + ".1"
        }
    }

    /// What the server there says to the machine, or to a pod; nil where it says nothing.
    fileprivate func ask(_ transport: String, _ place: String, _ port: Int, from pod: Pod? = nil) async throws
        -> String?
    {
        let answer = try await perform(Echo.ask + [transport, place, "\(port)"], in: pod)
        return answer.status == 0 && !answer.output.isEmpty ? answer.output : nil
    }

    fileprivate func ask(_ transport: String, _ place: String, _ port: Int, times: Int) async throws -> [String] {
        var answers: [String] = []
        for _ in 0..<times { answers.append(try await ask(transport, place, port) ?? "nothing") }
        return answers
    }

    fileprivate func look(up type: String, _ name: String, from pod: Pod?) async throws -> [String] {
        let answer = try await perform(Echo.look + [try gateway, type, name], in: pod)
        return answer.status == 0 ? answer.output.split(separator: "\n").map(String.init) : [answer.errors]
    }

    private func perform(_ command: [String], in pod: Pod?) async throws -> Answer {
        guard let pod else { return try await finish(run(command)) }
        return try await finish(begin("exec", [pod.name, "--"] + command))
    }
}
