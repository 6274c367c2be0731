import Testing

@testable import Agent

struct HTTPDialogueTests {
    private let probe = HTTPProbe(address: "10.0.0.1", port: 8080, path: "/app/health?full=1", followsRedirects: true)

    private func step(_ answer: String, _ change: (inout HTTPProbe) -> Void = { _ in }) -> HTTPDialogue.Step {
        var probe = probe
        change(&probe)
        var dialogue = HTTPDialogue(probe)
        return dialogue.take(Array(answer.utf8)[...])
    }

    private func redirect(to location: String) -> HTTPDialogue.Step {
        step("HTTP/1.1 302 Found\r\nServer: x\r\nlocation:  \(location) \r\n\r\n")
    }

    @Test(arguments: [
        ("/login", "http 8080 /login"), ("more", "http 8080 /app/more"), ("?x=2", "http 8080 /app/health?x=2"),
        ("http://10.0.0.1/", "http 80 /"), ("https://10.0.0.1", "https 443 /"),
        ("https://10.0.0.1:8443/a#b", "https 8443 /a"), ("//10.0.0.1:81/a?b", "http 81 /a?b"),
    ])
    func `a place on the same host is followed`(location: String, expected: String) {
        guard case .redirect(let next) = redirect(to: location) else {
            Issue.record("\(location) was not followed")
            return
        }
        #expect("\(next.isSecure ? "https" : "http") \(next.port) \(next.path)" == expected)
        #expect(next.address == "10.0.0.1")
    }

    @Test(arguments: ["http://10.0.0.10/", "https://example.com/login", "//example.com", "mailto:me", "http:bad", ""])
    func `a place elsewhere is not, and the answer passes`(location: String) {
        #expect(redirect(to: location) == .outcome(.success))
    }

    @Test func `an answer that another is to follow is waited behind`() {
        #expect(step("HTTP/1.1 100 Continue\r\n\r\n") == .more)
        #expect(step("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 204 None\r\n") == .outcome(.success))
        #expect(
            step("HTTP/1.1 101 Switching\r\n\r\n") == .outcome(.failure("HTTP probe failed with statuscode: 101"))
        )
    }

    @Test func `an answer from 100 to 199 that none follows is a failure, or counts for nothing where that is wished`()
    {
        for (ignores, expected) in [
            (false, ProbeOutcome.failure("HTTP probe failed with statuscode: 100")), (true, .inconclusive),
        ] {
            var dialogue = HTTPDialogue(
                HTTPProbe(address: "10.0.0.1", port: 80, path: "/", ignoresInformational: ignores)
            )
            #expect(dialogue.take(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)[...]) == .more)
            #expect(dialogue.end() == expected)
        }
        #expect(step("HTTP/1.1 101 Switching\r\n") { $0.ignoresInformational = true } == .outcome(.inconclusive))
    }

    @Test func `what is no HTTP is none`() {
        let expected = HTTPDialogue.Step.outcome(
            .failure("Get \"http://10.0.0.1:8080/app/health?full=1\": the answer is no HTTP")
        )
        #expect(step("SSH-2.0-OpenSSH_9.2\r\n") == expected)
        #expect(step("HTTP/1.1\r\n") == expected)
        #expect(step("HTTP/1.1 99999999999999999999 x\r\n") == expected)
        #expect(step(String(repeating: "x", count: 5000)) == expected)
        #expect(step("HTTP/1.1 302 x\r\n" + String(repeating: "y", count: 70_000)) == expected)
    }

    @Test func `an answer that is wanted itself is read as far as it is kept`() {
        func told(_ answer: String, kept: Int) -> HTTPDialogue.Step { step(answer) { $0.keptBody = kept } }
        func outcome(_ status: Int, _ type: String = "", _ body: String = "") -> HTTPDialogue.Step {
            .outcome(.answer(HTTPAnswer(status: status, contentType: type, body: body)))
        }
        let head = "HTTP/1.1 503 x\r\nContent-Type:  text/plain \r\nContent-Length: 6\r\n\r\n"

        #expect(told("HTTP/1.1 503 x\r\nContent", kept: 0) == .more)
        #expect(told(head, kept: 0) == outcome(503, "text/plain"))
        #expect(told(head + "war", kept: 100) == .more)
        #expect(told(head + "warmup", kept: 100) == outcome(503, "text/plain", "warmup"))
        #expect(told(head + "warmup", kept: 4) == outcome(503, "text/plain", "warm"))
        #expect(
            step("HTTP/1.1 302 x\r\n\r\n") {
                $0.keptBody = 0
                $0.followsRedirects = false
            } == outcome(302)
        )
    }

    @Test func `an answer of unknown length is whole when the other side hangs up`() {
        var dialogue = HTTPDialogue(HTTPProbe(address: "10.0.0.1", port: 80, path: "/", keptBody: 100))
        #expect(String(decoding: dialogue.request, as: UTF8.self).hasPrefix("GET / HTTP/1.0\r\n"))
        #expect(dialogue.end() == nil)
        #expect(dialogue.take(Array("HTTP/1.0 200 OK\n\nwa".utf8)[...]) == .more)
        #expect(dialogue.take(Array("rm".utf8)[...]) == .more)
        #expect(dialogue.end() == .answer(HTTPAnswer(status: 200, body: "warm")))
    }

    @Test func `a probe's own headers take the place of ours, and an empty one takes it away`() {
        let own = [["host", "web.example"], ["User-Agent", ""], ["accept", ""], ["X-Token", "a\r\nEvil: b"]]
        let text = String(
            decoding: HTTPDialogue(HTTPProbe(address: "10.0.0.1", port: 80, path: "/", headers: own)).request,
            as: UTF8.self
        )
        #expect(
            text == "GET / HTTP/1.1\r\nConnection: close\r\nhost: web.example\r\nX-Token: aEvil: b\r\n\r\n"
        )
    }
}
