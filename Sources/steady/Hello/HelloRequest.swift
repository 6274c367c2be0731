/// What `steady hello` needs to know of a request: all of it must be there.
struct HelloRequest {
    var path: String
    var query: String
    var wantsJSON: Bool
    var keepsAlive: Bool
    /// Bytes that the request takes, its body included.
    var length: Int

    /// Longer heads are not read.
    static let headLimit = 16 << 10

    enum Outcome {
        case request(HelloRequest)
        case incomplete
        case invalid
    }

    static func read(_ bytes: [UInt8]) -> Outcome {
        guard let headLength = headLength(bytes) else { return bytes.count > headLimit ? .invalid : .incomplete }
        let lines = String(decoding: bytes.prefix(headLength), as: UTF8.self).split(separator: "\r\n")
        let words = (lines.first ?? "").split(separator: " ")
        guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return .invalid }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return .invalid }
            fields[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
        }
        let bodyLength = Int(fields["content-length"] ?? "0") ?? -1
        guard (0...1 << 20).contains(bodyLength) else { return .invalid }
        guard bytes.count >= headLength + bodyLength else { return .incomplete }
        let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let connection = fields["connection"]?.lowercased()
        return .request(
            HelloRequest(
                path: String(target[0]),
                query: target.count > 1 ? String(target[1]) : "",
                wantsJSON: fields["accept"]?.contains("application/json") ?? false,
                keepsAlive: words[2] == "HTTP/1.1" ? connection != "close" : connection == "keep-alive",
                length: headLength + bodyLength
            )
        )
    }

    /// The value of a parameter of the query.
    func parameter(_ name: String) -> String? {
        query.split(separator: "&").first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.utf8.count + 1)) }
    }

    /// How long the answer to `/slow` is to wait: a second where nothing sensible is said, at most an hour.
    var delayMilliseconds: Int64 {
        guard let seconds = parameter("seconds").flatMap(Double.init), !seconds.isNaN else { return 1000 }
        return Int64(min(max(seconds, 0), 3600) * 1000)
    }

    private static func headLength(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        for end in 3..<bytes.count where bytes[end] == 10 && bytes[end - 1] == 13 && bytes[end - 2] == 10 {
            return end + 1
        }
        return nil
    }
}
