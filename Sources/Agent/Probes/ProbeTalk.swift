internal import CLinux
internal import Glibc
internal import Networking

/// One probe on one socket: connect, and for HTTP ask and read the first line of the answer.
struct ProbeTalk {
    enum Progress {
        case goesOn
        case ended(ProbeOutcome)
    }

    private enum Phase {
        case connecting
        case sending(ArraySlice<UInt8>)
        case reading([UInt8])
    }

    let order: SocketProber.Order
    /// By the clock that nobody sets, in nanoseconds.
    let deadline: Int64
    private(set) var socket: Int32 = -1
    private var phase = Phase.connecting

    /// A first line that is longer is no HTTP.
    private static let longestLine = 4096

    init(_ order: SocketProber.Order, now: Int64) {
        self.order = order
        // A hook may have as long as it likes; a day is as good as for ever.
        let (seconds, attoseconds) = min(order.request.timeout, .seconds(86_400)).components
        deadline = now + seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }

    /// What is asked, for messages.
    var subject: String {
        switch order.request.target {
        case .http(let http): "Get \"http://\(http.address):\(http.port)\(http.path)\""
        case .tcp(let address, let port): "dial tcp \(address):\(port)"
        }
    }

    /// What to wait for.
    var interest: UInt32 {
        if case .reading = phase { UInt32(CLINUX_READABLE) } else { UInt32(CLINUX_WRITABLE) }
    }

    mutating func connect() -> Progress {
        let (host, port) =
            switch order.request.target {
            case .http(let http): (http.address, http.port)
            case .tcp(let address, let port): (address, port)
            }
        guard let address = IPv4Address(host == "localhost" ? "127.0.0.1" : host) else {
            return .ended(.failure("\(subject): \"\(host)\" is no IPv4 address"))
        }
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        socket = Glibc.socket(AF_INET, type, 0)
        guard socket >= 0 else { return failure() }
        var target = sockaddr_in()
        target.sin_family = sa_family_t(AF_INET)
        target.sin_port = port.bigEndian
        target.sin_addr.s_addr = address.bits.bigEndian
        let result = withUnsafePointer(to: &target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return result == 0 || errno == EINPROGRESS ? .goesOn : failure()
    }

    /// Goes on as far as it can without waiting.
    mutating func advance() -> Progress {
        switch phase {
        case .connecting: finishConnecting()
        case .sending(let rest): send(rest)
        case .reading(let bytes): receive(bytes)
        }
    }

    private mutating func finishConnecting() -> Progress {
        var entry = pollfd(fd: socket, events: Int16(POLLOUT), revents: 0)
        guard poll(&entry, 1, 0) > 0 else { return .goesOn }
        var code: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(socket, SOL_SOCKET, SO_ERROR, &code, &size)
        guard code == 0 else { return .ended(.failure(AgentError(errno: code, subject).message)) }
        guard case .http(let http) = order.request.target else { return .ended(.success) }
        return send(Array(http.text.utf8)[...])
    }

    private mutating func send(_ bytes: ArraySlice<UInt8>) -> Progress {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0 {
                guard errno == EAGAIN else { return failure() }
                phase = .sending(rest)
                return .goesOn
            }
            rest = rest.dropFirst(count)
        }
        return receive([])
    }

    private mutating func receive(_ bytes: [UInt8]) -> Progress {
        var bytes = bytes
        var buffer = [UInt8](repeating: 0, count: 1024)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            if count < 0 {
                guard errno == EAGAIN else { return failure() }
                phase = .reading(bytes)
                return .goesOn
            }
            bytes += buffer[..<count]
            if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) { return judge(bytes[..<end]) }
            if count == 0 || bytes.count > Self.longestLine {
                return .ended(.failure("\(subject): the answer is no HTTP"))
            }
        }
    }

    /// `HTTP/1.1 200 OK`.
    private func judge(_ line: ArraySlice<UInt8>) -> Progress {
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1]) else {
            return .ended(.failure("\(subject): the answer is no HTTP"))
        }
        if (200..<400).contains(status) { return .ended(.success) }
        return .ended(.failure("HTTP probe failed with statuscode: \(status)"))
    }

    private func failure() -> Progress { .ended(.failure(AgentError(errno: errno, subject).message)) }
}

extension HTTPProbe {
    /// The request as it goes on the wire. A header of the probe's own takes the place of ours.
    fileprivate var text: String {
        var lines = ["GET \(Self.line(path)) HTTP/1.1"]
        let names = Set(headers.compactMap { $0.first?.lowercased() })
        if !names.contains("host") { lines.append("Host: \(address):\(port)") }
        if !names.contains("user-agent") { lines.append("User-Agent: kube-probe/1.36") }
        if !names.contains("accept") { lines.append("Accept: */*") }
        lines.append("Connection: close")
        for header in headers where header.count == 2 { lines.append(Self.line("\(header[0]): \(header[1])")) }
        return lines.joined(separator: "\r\n") + "\r\n\r\n"
    }

    /// One line, whatever the manifest says.
    private static func line(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" && $0 != "\n" }))
    }
}
