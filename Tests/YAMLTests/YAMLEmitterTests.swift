import Testing
import YAML

struct YAMLEmitterTests {
    @Test func `a manifest is laid out as kubectl lays it out`() throws {
        let text = """
            apiVersion: v1
            kind: Pod
            metadata:
              annotations: {}
              labels:
                app.kubernetes.io/name: web
            spec:
              containers:
              - args:
                - -c
                - |
                  echo one
                    echo two
                image: nginx:1.25
                ports:
                - containerPort: 80
                - - nested
                  - list
              tolerations: []
              weight: 0.5
              enabled: "true"
              nothing: null

            """

        #expect(try YAMLEmitter.emit(value(text)) == text)
        #expect(try YAMLEmitter.emit(document(text)) == text)
    }

    @Test(arguments: [
        ("", "\"\""), ("web", "web"), ("a b", "a b"), ("no", "\"no\""), ("y", "\"y\""), ("~", "\"~\""),
        ("012", "\"012\""),
        ("1e3", "\"1e3\""), ("0x1F", "\"0x1F\""), ("=", "\"=\""), ("<<", "\"<<\""), ("22:22", "\"22:22\""),
        ("2024-01-01", "\"2024-01-01\""), ("2001-12-14t21:59:43.10-05:00", "\"2001-12-14t21:59:43.10-05:00\""),
        ("1,000", "\"1,000\""), (".", "\".\""), ("-", "\"-\""), ("---", "\"---\""), ("1.2.3", "\"1.2.3\""),
        ("1.2.3-beta", "1.2.3-beta"),
        ("-c", "-c"), ("--flag=x", "'--flag=x'"), ("- x", "'- x'"), ("a: b", "'a: b'"), ("a:b", "a:b"), ("a:", "'a:'"),
        ("a #b", "'a #b'"),
        ("a#b", "a#b"), ("#a", "'#a'"), ("*", "'*'"), ("{{ x }}", "'{{ x }}'"), ("it's", "it's"), ("'a'", "'''a'''"),
        ("\"a\"", "'\"a\"'"), (" a", "' a'"), ("a ", "'a '"), ("@a", "'@a'"), ("%a", "'%a'"), ("?a", "'?a'"),
        ("a\tb", "\"a\\tb\""),
        ("a\u{0}", "\"a\\x00\""), ("\u{FEFF}", "\"\\uFEFF\""), ("\u{85}", "\"\\x85\""), ("grün 🚢", "grün 🚢"),
        ("\r\n", "\"\\r\\n\""),
        ("a,b", "a,b"), ("[a]", "'[a]'"), ("100m", "100m"), ("64Mi", "64Mi"), ("+1", "\"+1\""), ("1_000", "\"1_000\""),
        ("0b1", "\"0b1\""),
    ])
    func `a string is quoted where a reader would see something else`(string: String, written: String) throws {
        #expect(YAMLEmitter.emit(.string(string)) == written + "\n")
        #expect(try value("k: " + written) == ["k": .string(string)])
        #expect(try value(written + ": v") == [string: "v"])
    }

    @Test(arguments: [
        ("a\nb", "|-\n  a\n  b"), ("a\nb\n", "|\n  a\n  b"), ("a\n\n\n", "|+\n  a\n\n"), ("  a\nb", "|2-\n    a\n  b"),
        ("\na", "|2-\n\n  a"), ("\n", "\"\\n\""), ("a \nb", "\"a \\nb\""), ("a\r\nb", "\"a\\r\\nb\""),
        ("a\n\tb", "|-\n  a\n  \tb"),
        ("---\na", "|-\n  ---\n  a"), ("# a\nb\n", "|\n  # a\n  b"),
    ])
    func `a string of several lines is a literal block where it can be`(string: String, written: String) throws {
        #expect(YAMLEmitter.emit(.string(string)) == written + "\n")
        for shape in [
            ["k": .string(string), "l": 1], [.string(string), 1], [[.string(string)], ["k": [.string(string)]]],
        ] as [Value] {
            #expect(try value(YAMLEmitter.emit(shape)) == shape)
        }
    }

    @Test func `numbers are numbers for every reader`() throws {
        #expect(
            YAMLEmitter.emit([.double(1e21), .double(0.5), .double(1000), .int(-5)])
                == "- 1.0e+21\n- 0.5\n- 1000\n- -5\n"
        )
    }

    @Test func `a long key is written so that a reader finds its colon`() throws {
        let shape: Value = [
            String(repeating: "k", count: 2000): ["a": 1], "b": [["c": [String(repeating: "ä", count: 900): [1]]]],
        ]

        #expect(try value(YAMLEmitter.emit(shape)) == shape)
    }

    @Test func `several documents are parted by dashes`() throws {
        let text = YAMLEmitter.emit(documents: [["a": 1], ["b": "---\n"]])

        #expect(text == "a: 1\n---\nb: |\n  ---\n")
        #expect(try documents(text).map { try Value($0.root) } == [["a": 1], ["b": "---\n"]])
    }
}
