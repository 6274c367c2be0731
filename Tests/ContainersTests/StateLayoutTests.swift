import Glibc
import Testing

@testable import Containers

@Suite struct StateLayoutTests {
    @Test func `logs are traces of their containers' lives, rotated ones too, and nothing else is`() throws {
        try withLayout { layout in
            for name in [
                "web@2.log", "web@9.log", "web@10.log.1", "web@x.log", "web@11.logs", "web@12", "web", "job@3.log.2",
                "@4.log", "web@99999999999999999999.log",
            ] {
                try Files.write("", to: "\(layout.containers("a"))/\(name)")
            }

            let web = ContainerID(pod: "a", name: "web")
            let last = layout.lastTraces(of: "a").filter { !$0.container.name.isEmpty }
            #expect(last.map(\.description) == ["a/job#3", "a/web#10"])
            #expect(layout.traces(of: web).map(\.attempt) == [2, 9, 10])
        }
    }

    @Test func `what is written down and what left a log are traces alike`() throws {
        try withLayout { layout in
            let web = ContainerID(pod: "a", name: "web")
            try Files.write("", to: "\(layout.containers("a"))/web@2.log")
            for path in [layout.noted("a"), layout.notedContainers("a"), layout.attempts(web)] {
                try Files.makeDirectory(path)
            }
            try Files.makeDirectory(layout.attempt(AttemptID(container: web, attempt: 3)))

            #expect(layout.lastTraces(of: "a") == [AttemptID(container: web, attempt: 3)])
            #expect(layout.traces(of: web).map(\.attempt) == [2, 3])
            #expect(layout.lastTraces(of: "b") == [])
        }
    }

    private func withLayout(_ body: (StateLayout) throws -> Void) throws {
        var template = Array("/tmp/steady-layout-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let root = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let layout = StateLayout(root: root, memory: "\(root)/memory")
        for path in [layout.memory, layout.pods, layout.pod("a"), layout.containers("a")] {
            try Files.makeDirectory(path)
        }
        let result = Result { try body(layout) }
        try Files.removeTree(root)
        try result.get()
    }
}
