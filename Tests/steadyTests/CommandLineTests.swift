import ArgumentParser
import Testing

@testable import steady

/// What contradicts itself on the command line is refused before anything is asked of the daemon.
@Suite struct CommandLineTests {
    @Test(arguments: [
        ("delete pod web -l app=web", "name cannot be provided when a selector is specified"),
        ("delete pod/web --all", "name cannot be provided when a selector is specified"),
        ("delete pods -l app=web --all", "cannot set --all and --selector at the same time"),
        (
            "delete -f web.yaml pod web",
            "when files or stdin are provided as input, you may not specify resource arguments as well"
        ),
        ("delete -f web.yaml --all", "when files or stdin are provided as input, you may not select with -l or --all"),
        ("delete pod web --now --grace-period 3", "--now and --grace-period cannot be specified together"),
        ("describe pod web -l app=web", "name cannot be provided when a selector is specified"),
        ("get pod web -l app=web", "name cannot be provided when a selector is specified"),
        ("get pod/web -A", "a resource cannot be retrieved by name across all namespaces"),
        ("logs web -l app=web", "only a selector (-l) or a POD name is allowed"),
        ("logs web -c a --all-containers", "--all-containers should not be specified with container name a"),
        ("down --now --grace-period 3", "--now and --grace-period cannot be specified together"),
        ("events --types Bogus", "valid --types are Normal or Warning"),
        ("watch m --rollback soon", "The value 'soon' is invalid for '--rollback <rollback>'. Please provide one of"),
        ("scale deploy/web --replicas -1", "--replicas must be 0 or more."),
        ("why pod/web -o wide", "allowed formats are: yaml, json, jsonpath=TEMPLATE"),
        ("history pod/web -o name", "allowed formats are: yaml, json, jsonpath=TEMPLATE"),
        ("apply -f web.yaml -o wide", "allowed formats are: yaml, json, name, jsonpath=TEMPLATE"),
        ("get pods -w --at 3", "--at shows the past, which doesn't change any more: leave out -w"),
        ("diff -f web.yaml -A", "-A says whose past is meant: it goes with --at alone."),
        ("diff -f web.yaml --at 3 deploy/web", "-f names what is compared: leave out deploy/web."),
        ("diff deploy/web", "Give either -f with what would be applied, or two directories."),
        ("replay --key k --without-key", "--key and --without-key cannot be specified together"),
        ("rehearse -f m --from o", "--from says what runs on empty nodes: give their number with --nodes."),
        ("rehearse -f m --nodes 0", "--nodes must be from 1 to 4000."),
        ("rehearse -f m --seeds 0", "--seeds must be from 1 to 100000."),
        ("rehearse -f m --fault fire", "fire: expected node=NAME@TIME"),
        ("rehearse -f m --node-size big", "big: expected cpu and memory, such as 4cpu,16Gi"),
        ("get pods -o jsonpath={.a", "jsonpath {.a: at character 4: } is missing"),
        ("logs web --since 99999999999999999w", "The value '99999999999999999w' is invalid for '--since <since>'"),
    ])
    func `contradictions are refused`(line: String, message: String) {
        let words = line.split(separator: " ").map(String.init)

        do {
            _ = try Steady.parseAsRoot(words)
            Issue.record("\(line) was taken")
        } catch {
            #expect(Steady.message(for: error).contains(message), "\(Steady.message(for: error))")
            #expect(Steady.exitCode(for: error).rawValue == 64)
        }
    }

    @Test(arguments: [
        "delete pods --all", "delete pods -l app=web", "delete pod web --now", "describe pods -l app=web",
        "get pods -A -l app=web", "get all -o wide", "logs -f -l app=web", "down --now",
        "events --types warning,Normal",
        "scale deploy/web --replicas 0", "get pods --at 4711", "diff --at 4711", "diff --at 4711 deploy/web",
        "diff --at 4711 -f web.yaml", "watch m --rollback auto", "watch m --rollback off",
        "replay j", "rehearse -f m --nodes 3 --from o --fault node=n1@3s --fault crash=web:5% --seeds 9 --start-up 5s",
        "why web --all --at 20:50", "why pod/web -o json", "apply -f web.yaml -o name",
    ])
    func `sound lines are taken`(line: String) {
        #expect(throws: Never.self) { try Steady.parseAsRoot(line.split(separator: " ").map(String.init)) }
    }
}
