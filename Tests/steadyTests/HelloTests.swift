import Testing

@testable import steady

@Suite struct HelloRequestTests {
    private func read(_ text: String) -> HelloRequest? {
        guard case .request(let request) = HelloRequest.read(Array(text.utf8)) else { return nil }
        return request
    }

    @Test func `a request is read with its query and what it wants`() {
        let request = read("GET /slow?seconds=2 HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\n\r\n")

        #expect(request?.path == "/slow")
        #expect(request?.parameter("seconds") == "2")
        #expect(request?.wantsJSON == true)
        #expect(request?.keepsAlive == true)
    }

    @Test func `connections end where the client wants it`() {
        #expect(read("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")?.keepsAlive == false)
        #expect(read("GET / HTTP/1.0\r\n\r\n")?.keepsAlive == false)
    }

    @Test func `a request waits for its body`() {
        guard case .incomplete = HelloRequest.read(Array("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\na".utf8)) else {
            Issue.record("complete")
            return
        }
        #expect(read("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nab")?.length == 40)
    }

    @Test(arguments: [
        "nonsense\r\n\r\n", "GET / HTTP/1.1\r\nbroken\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    ])
    func `nonsense is refused`(text: String) {
        guard case .invalid = HelloRequest.read(Array(text.utf8)) else {
            Issue.record("not refused")
            return
        }
    }

    @Test func `a head without end is refused`() {
        guard case .invalid = HelloRequest.read(Array(repeating: 65, count: HelloRequest.headLimit + 1)) else {
            Issue.record("not refused")
            return
        }
    }

    @Test(arguments: [
        ("2", Int64(2000)), ("0.5", 500), ("-3", 0), ("nan", 1000), ("-nan", 1000), ("inf", 3_600_000),
        ("1e400", 3_600_000),
        ("soon", 1000),
    ])
    func `no wait that is asked for is too odd`(seconds: String, milliseconds: Int64) {
        #expect(read("GET /slow?seconds=\(seconds) HTTP/1.1\r\n\r\n")?.delayMilliseconds == milliseconds)
    }

    @Test func `the page tells who answers`() {
        let facts = HelloFacts(environment: ["POD_NAME": "web-1", "NODE_NAME": "n", "VERSION": "2"], version: nil)

        #expect(facts.page(asJSON: false) == "Hello from Steady\npod: web-1\nversion: 2\nnode: n\n")
        #expect(facts.page(asJSON: true) == #"{"pod":"web-1","version":"2","node":"n"}"# + "\n")
        #expect(facts.environment(asJSON: false) == "NODE_NAME=n\nPOD_NAME=web-1\nVERSION=2\n")
    }
}
