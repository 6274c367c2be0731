import Testing
import YAML

struct AliasTests {
    @Test func `an alias stands for a copy of what its anchor names`() throws {
        #expect(
            try value("a: &x {b: [1, 2]}\nc: *x\nd: [*x, *x]") == [
                "a": ["b": [1, 2]], "c": ["b": [1, 2]], "d": [["b": [1, 2]], ["b": [1, 2]]],
            ]
        )
        #expect(try value("&k a: 1\nb: {*k : 2}") == ["a": 1, "b": ["a": 2]])
    }

    @Test func `an anchor may be set anew`() throws {
        #expect(try value("a: &x 1\nb: *x\nc: &x 2\nd: *x") == ["a": 1, "b": 1, "c": 2, "d": 2])
    }

    @Test func `an unknown alias and one inside its own anchor are errors`() {
        #expect(
            problems("a: *nope\nb: &b\n  c: *b\n") == [
                "a.yaml:1:4: a: no anchor &nope stands before this alias",
                "a.yaml:3:6: b.c: the alias *b stands inside what it names",
            ]
        )
        #expect(problems("a: &x 1\n---\nb: *x") == ["a.yaml:3:4: b: no anchor &x stands before this alias"])
    }

    @Test func `a billion laughs are refused`() {
        let lines = (1..<30).map {
            "l\($0): &l\($0) [\(Array(repeating: "*l\($0 - 1)", count: 9).joined(separator: ", "))]"
        }

        #expect(
            problems((["l0: &l0 lol"] + lines).joined(separator: "\n")) == [
                "a.yaml:7:10: the document's aliases stand for more than 100000 nodes"
            ]
        )
    }

    @Test func `aliases add to the depth`() {
        let lines = (1..<60).map { "l\($0): &l\($0) [*l\($0 - 1)]" }

        #expect(
            problems((["l0: &l0 []"] + lines).joined(separator: "\n"), limits: Limits(depth: 50)).first
                == "a.yaml:50:12: more than 50 mappings and sequences inside one another"
        )
    }

    @Test func `merge keys bring in what is not there yet`() throws {
        let text = """
            base: &base {image: a, port: 1}
            more: &more {port: 2, env: x}
            one:
              <<: *base
              port: 3
            both:
              name: b
              <<: [*base, *more]
            nested:
              <<: {<<: *more, image: z}
            """

        let merged = try value(text)

        #expect(merged["one"] == ["image": "a", "port": 3])
        #expect(merged["both"] == ["name": "b", "image": "a", "port": 1, "env": "x"])
        #expect(merged["nested"] == ["image": "z", "port": 2, "env": "x"])
        #expect(try document(text).root["both"]?["env"]?.position == Position(line: 2, column: 28))
    }

    @Test func `a quoted merge key is a key and a wrong merge is an error`() throws {
        #expect(try value("\"<<\": {a: 1}") == ["<<": ["a": 1]])
        #expect(problems("a:\n  <<: 5") == ["a.yaml:2:7: a.<<: a merge key (<<) wants a mapping or a list of mappings"])
    }
}
