import Model
import Rendering
import Testing
import YAML

@Suite struct AgeTests {
    @Test(arguments: [
        (-5, "<invalid>"), (0, "0s"), (119, "119s"), (120, "2m"), (125, "2m5s"), (599, "9m59s"), (600, "10m"),
        (10_799, "179m"), (10_800, "3h"), (12_000, "3h20m"), (28_800, "8h"), (172_799, "47h"), (172_800, "2d"),
        (183_600, "2d3h"), (691_200, "8d"), (62_985_600, "729d"), (63_072_000, "2y"), (65_000_000, "2y22d"),
        (252_288_000, "8y"),
    ])
    func `ages are as short as kubectl writes them`(seconds: Int, text: String) {
        #expect(Age.text(.seconds(seconds)) == text)
    }
}

@Suite struct TextTableTests {
    @Test func `columns stand three apart and the last is ragged`() {
        var table = TextTable()

        let text = table.lay([["NAME", "AGE"], ["web-1", "5s"], ["a", "10m"]])

        #expect(text == "NAME    AGE\nweb-1   5s\na       10m\n")
    }

    @Test func `later rows keep the widths of earlier ones`() {
        var table = TextTable()

        _ = table.lay([["a-long-name", "1"]])

        #expect(table.lay([["b", "2"]]) == "b             2\n")
    }
}

@Suite struct StyleTests {
    @Test func `colours need a terminal and yield to NO_COLOR`() {
        #expect(Style(isTerminal: true, environment: [:]).paint("x", .red) == "\u{1B}[31mx\u{1B}[0m")
        #expect(Style(isTerminal: false, environment: [:]).paint("x", .red) == "x")
        #expect(Style(isTerminal: true, environment: ["NO_COLOR": "1"]).paint("x", .red) == "x")
        #expect(Style(isTerminal: true, environment: ["NO_COLOR": ""]).isOn)
        #expect(!Style(isTerminal: true, environment: ["TERM": "dumb"]).isOn)
    }

    @Test func `live lines replace those drawn before and are cut at the edge`() {
        var lines = LiveLines(width: 20)

        #expect(lines.draw(["a", "b"]) == "\u{1B}[2Ka\n\u{1B}[2Kb\n\u{1B}[0J")
        #expect(lines.draw(["0123456789012345678901234"]) == "\u{1B}[2A\r\u{1B}[2K0123456789012345678\n\u{1B}[0J")
    }
}

@Suite struct PrintableTests {
    @Test func `what a text could do to a terminal is escaped`() {
        #expect("plain, ümläut, 漢字, 👩‍👩‍👧".printable == "plain, ümläut, 漢字, 👩‍👩‍👧")
        #expect("\u{1B}[2J\u{1B}]0;title\u{7}".printable == "\\x1b[2J\\x1b]0;title\\x07")
        #expect("a\rb\nc\td\u{9B}31m\u{7F}".printable == "a\\rb\\nc\\td\\x9b31m\\x7f")
        #expect("\u{202E}txt.exe\u{2028}".printable == "\\u{202e}txt.exe\\u{2028}")
        #expect("one\r\ntwo\tthree\u{1B}".printableLines == "one\\r\ntwo\tthree\\x1b")
    }

    @Test func `what a container says of its end can't move the cursor of who describes it`() {
        var pod = Pod()
        pod.metadata.name = "web"
        pod.spec.containers = [Container { $0.name = "main" }]
        pod.status.message = "\u{1B}[2Jall gone"
        pod.status.containerStatuses = [
            ContainerStatus {
                $0.name = "main"
                $0.state.terminated = ContainerStateTerminated { $0.message = "bye\n\u{1B}[31mError: \u{9B}1m" }
            }
        ]
        var event = Event()
        event.message = "Back-off \u{1B}]0;owned\u{7}"
        var surroundings = Surroundings()
        surroundings.events = [event]

        let text = Description(of: .pod(pod), surroundings, now: Timestamp(seconds: 0)).text

        #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x9B || $0.value == 7 })
        #expect(text.contains("\\x1b[2Jall gone") && text.contains("\\x1b[31mError: \\x9b1m"))
        #expect(text.contains("Back-off \\x1b]0;owned\\x07"))
    }

    @Test func `causes tell no commands to the terminal`() {
        let tree = CauseTree.text(
            ["what": "exit \u{1B}[1A", "by": "x\u{1B}"],
            now: Timestamp(seconds: 0),
            style: Style(isOn: false)
        )

        #expect(tree == "exit \\x1b[1A  x\\x1b\n")
    }

    @Test func `a cause of several things is told once`() {
        let edit: Value = ["what": "edit", "sequence": 31, "causes": [["what": "file", "sequence": 3]]]
        let tree = CauseTree.text(
            ["what": "pod", "sequence": 40, "causes": [edit, ["what": "set", "sequence": 35, "causes": [edit]]]],
            now: Timestamp(seconds: 0),
            style: Style(isOn: false)
        )

        let expected = """
            pod  #40
            ├─ edit  #31
            │  └─ file  #3
            └─ set  #35
               └─ edit  (see #31)

            """
        #expect(tree == expected)
    }

    @Test func `a long name of a field leaves its value in the column`() {
        var service = Service()
        service.spec.type = "ClusterIP"
        service.spec.sessionAffinity = "None"

        let text = Description(of: .service(service), Surroundings(), now: Timestamp(seconds: 0)).text

        #expect(text.contains("\nType:             ClusterIP\n"))
        #expect(text.contains("\nSession Affinity: None\n"))
    }
}

@Suite struct JSONPathTests {
    private let list: Value = [
        "kind": "List",
        "items": [
            ["metadata": ["name": "a", "labels": ["app.kubernetes.io/name": "x"]], "n": 1, "ok": true],
            ["metadata": ["name": "b"], "n": 2.5],
            ["metadata": ["name": "c"], "n": 3],
        ],
    ]

    @Test(arguments: [
        ("{.kind}", "List"),
        ("{.items[*].metadata.name}", "a b c"),
        ("{.items[0].metadata.name}-{.items[-1].metadata.name}", "a-c"),
        ("{.items[0:2].metadata.name}", "a b"),
        ("{.items[::2].metadata.name}", "a c"),
        (#"{range .items[*]}{.metadata.name}={.n}{"\n"}{end}"#, "a=1\nb=2.5\nc=3\n"),
        (#"{.items[?(@.n>=2.5)].metadata.name}"#, "b c"),
        (#"{.items[?(@.metadata.name=="b")].n}"#, "2.5"),
        (#"{.items[?(@.metadata.name!='b')].n}"#, "1 3"),
        ("{.items[?(@.ok)].n}", "1"),
        ("{.items[?(@.ok==true)].n}", "1"),
        (#"{.items[0].metadata.labels.app\.kubernetes\.io/name}"#, "x"),
        ("{.items[0].metadata['name','labels']}", #"a {"app.kubernetes.io/name":"x"}"#),
        ("{..name}", "a b c"),
        ("{.nothing}", ""),
        ("plain {.kind} text", "plain List text"),
        ("{$.kind}", "List"),
        ("{.items[0]['metadata'].name}", "a"),
    ])
    func `templates give what kubectl gives`(template: String, text: String) throws {
        #expect(try JSONPath(template).text(for: list) == text)
    }

    @Test(arguments: ["{.a", "{range .items[*]}", "{end}", "{.items[}", #"{"x}"#, "{.items[?(@.a=)]}"])
    func `a template with a mistake is refused`(template: String) {
        #expect(throws: JSONPathError.self) { try JSONPath(template) }
    }

    @Test func `an index beyond the end is an error`() throws {
        let path = try JSONPath("{.items[7]}")

        #expect(throws: JSONPathError.self) { try path.text(for: list) }
    }
}
