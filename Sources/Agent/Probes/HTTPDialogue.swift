/// What an HTTP probe says, and what the answer comes to: bytes in, a verdict out.
struct HTTPDialogue {
    enum Step: Equatable {
        /// More of the answer is needed.
        case more
        case outcome(ProbeOutcome)
        /// The answer is elsewhere on the same host.
        case redirect(HTTPProbe)
    }

    private let probe: HTTPProbe
    /// The head of an answer, as far as it has come.
    private var head: [UInt8] = []
    /// The last answer that others were to follow.
    private var informational: Int?

    /// A first line that is longer is no HTTP, nor is a head that is much longer.
    private static let longestLine = 4096
    private static let longestHead = 65_536

    init(_ probe: HTTPProbe) { self.probe = probe }

    var request: [UInt8] { Array(probe.text.utf8) }

    mutating func take(_ bytes: ArraySlice<UInt8>) -> Step {
        head += bytes
        while true {
            guard let end = head.firstIndex(of: UInt8(ascii: "\n")) else {
                return head.count > Self.longestLine ? noHTTP : .more
            }
            guard let status = Self.status(head[..<end]) else { return noHTTP }
            let isPreliminary = (100..<200).contains(status) && status != 101
            let isRedirect = probe.followsRedirects && [301, 302, 303, 307, 308].contains(status)
            let isWanted = probe.keptBody != nil && !isPreliminary && !isRedirect
            guard isPreliminary || isRedirect || isWanted else { return judge(status) }
            guard let length = Self.lengthOfHead(head) else { return head.count > Self.longestHead ? noHTTP : .more }
            if isWanted { return answer(isAtEnd: false) }
            if isRedirect { return redirect(status, head[..<length]) }
            informational = status
            head.removeFirst(length)
        }
    }

    /// The other side has closed, or the time is up.
    ///
    /// Returns nil where there was no answer.
    func end() -> ProbeOutcome? {
        if probe.keptBody != nil, case .outcome(let outcome) = answer(isAtEnd: true) { return outcome }
        return informational.map(outcome)
    }

    /// The whole answer, once as much of it is there as is wanted.
    private func answer(isAtEnd: Bool) -> Step {
        guard let kept = probe.keptBody, let length = Self.lengthOfHead(head), let line = head.firstIndex(of: 0x0A),
            let status = Self.status(head[..<line])
        else { return .more }
        let fields = HTTPHeadFields(head[..<length])
        let body = head[length...]
        let wanted = min(kept, fields["content-length"].flatMap { Int($0) } ?? kept)
        guard isAtEnd || body.count >= wanted else { return .more }
        let text = String(decoding: body.prefix(max(wanted, 0)), as: UTF8.self)
        let answer = HTTPAnswer(status: status, contentType: fields["content-type"] ?? "", body: text)
        return .outcome(.answer(answer))
    }

    private func judge(_ status: Int) -> Step { .outcome(outcome(status)) }

    private func outcome(_ status: Int) -> ProbeOutcome {
        if (200..<400).contains(status) { return .success }
        if probe.ignoresInformational, (100..<200).contains(status) { return .inconclusive }
        return .failure("HTTP probe failed with statuscode: \(status)")
    }

    private func redirect(_ status: Int, _ head: ArraySlice<UInt8>) -> Step {
        let target = HTTPHeadFields(head)["location"]?.split(whereSeparator: \.isWhitespace).first ?? ""
        // Without a place to go to, or with one elsewhere, the answer is what there is.
        guard !target.isEmpty, let next = probe.redirected(to: target) else { return judge(status) }
        return .redirect(next)
    }

    /// `HTTP/1.1 200 OK`.
    private static func status(_ line: ArraySlice<UInt8>) -> Int? {
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count >= 2, words[0].hasPrefix("HTTP/"), words[1].utf8.count == 3 else { return nil }
        return Int(words[1])
    }

    /// Up to the empty line behind it.
    private static func lengthOfHead(_ bytes: [UInt8]) -> Int? {
        var isEmpty = false
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\n") {
                if isEmpty { return index + 1 }
                isEmpty = true
            } else if byte != UInt8(ascii: "\r") {
                isEmpty = false
            }
        }
        return nil
    }

    private var noHTTP: Step { .outcome(.failure("\(probe.subject): the answer is no HTTP")) }
}

/// What stands in the head of an answer, by name.
private struct HTTPHeadFields {
    private let lines: [Substring]

    init(_ head: ArraySlice<UInt8>) {
        lines = String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline)
    }

    /// Of several of a name the first.
    subscript(name: String) -> String? {
        let value = lines.lazy.map { $0.split(separator: ":", maxSplits: 1) }
            .first { $0.count == 2 && $0[0].lowercased() == name }?[1]
        guard let value, let start = value.firstIndex(where: { !$0.isWhitespace }) else { return nil }
        let end = value.lastIndex { !$0.isWhitespace } ?? start
        return String(value[start...end])
    }
}

extension HTTPProbe {
    /// What is asked, for messages.
    var subject: String { "Get \"\(isSecure ? "https" : "http")://\(authority)\(path)\"" }

    private var authority: String { address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)" }

    /// The request as it goes on the wire. A header of the probe's own takes the place of ours.
    fileprivate var text: String {
        // Who speaks the older version is answered in one piece.
        var lines = ["GET \(Self.line(path)) HTTP/1.\(keptBody == nil ? 1 : 0)"]
        let names = Set(headers.compactMap { $0.first?.lowercased() })
        if !names.contains("host") { lines.append("Host: \(authority)") }
        if !names.contains("user-agent") { lines.append("User-Agent: kube-probe/1.36") }
        if !names.contains("accept") { lines.append("Accept: */*") }
        lines.append("Connection: close")
        for header in headers where header.count == 2 {
            if header[1].isEmpty, ["user-agent", "accept"].contains(header[0].lowercased()) { continue }
            lines.append(Self.line("\(header[0]): \(header[1])"))
        }
        return lines.joined(separator: "\r\n") + "\r\n\r\n"
    }

    /// One line, whatever the manifest says.
    private static func line(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" && $0 != "\n" }))
    }

    /// The same at another place; nil where that is on another host.
    fileprivate func redirected(to location: Substring) -> HTTPProbe? {
        var next = self
        var rest = location.prefix { $0 != "#" }
        for (scheme, isSecure) in [("http:", false), ("https:", true)] where rest.lowercased().hasPrefix(scheme) {
            next.isSecure = isSecure
            rest = rest.dropFirst(scheme.count)
            guard rest.hasPrefix("//") else { return nil }
        }
        // Another scheme leads elsewhere.
        if rest.prefix(while: { $0 != "/" && $0 != "?" }).contains(":") { return nil }
        if rest.hasPrefix("//") {
            let place = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" }
            guard let port = place.port(ofHost: address, defaultPort: next.isSecure ? 443 : 80) else { return nil }
            next.port = port
            rest = rest.dropFirst(2 + place.count)
            next.path = rest.hasPrefix("/") ? String(rest) : "/" + rest
        } else if rest.hasPrefix("/") {
            next.path = String(rest)
        } else {
            let own = path.prefix { $0 != "?" }
            let directory = own.lastIndex(of: "/").map { own[...$0] } ?? "/"
            next.path = String(rest.hasPrefix("?") ? own : directory) + rest
        }
        return next
    }
}

extension Substring {
    /// The port of `host:port`; nil where it names another host.
    fileprivate func port(ofHost host: String, defaultPort: UInt16) -> UInt16? {
        let name = host.contains(":") ? "[\(host)]" : host
        guard lowercased().hasPrefix(name.lowercased()) else { return nil }
        let rest = dropFirst(name.count)
        if rest.isEmpty { return defaultPort }
        return rest.hasPrefix(":") ? UInt16(rest.dropFirst()) : nil
    }
}
