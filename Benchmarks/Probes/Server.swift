import Glibc

/// Starts this program once more, as a server on the loopback. Its processor time is its own.
func startServer() throws -> (process: pid_t, port: UInt16) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw BenchmarkError("make a pipe: \(String(cString: strerror(errno)))") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    var words: [UnsafeMutablePointer<CChar>?] = [strdup("probe-benchmark"), strdup("serve"), nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    let result = posix_spawn(&process, "/proc/self/exe", &actions, nil, &words, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard result == 0 else { throw BenchmarkError("start a server: \(String(cString: strerror(result)))") }
    var buffer = [UInt8](repeating: 0, count: 16)
    let count = read(ends[0], &buffer, buffer.count)
    let text = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    guard let port = UInt16(text.filter(\.isNumber)) else { throw BenchmarkError("the server did not come up") }
    return (process, port)
}

/// Answers whoever connects, until it is killed.
func serve() -> Never {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            _ = bind(listener, $0, size)
            _ = getsockname(listener, $0, &size)
        }
    }
    listen(listener, 4096)
    print(UInt16(bigEndian: address.sin_port))
    fflush(nil)
    let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok".utf8)
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
        let peer = accept(listener, nil, nil)
        guard peer >= 0 else { continue }
        if recv(peer, &buffer, buffer.count, 0) > 0 { send(peer, answer, answer.count, Int32(MSG_NOSIGNAL)) }
        close(peer)
    }
}

struct BenchmarkError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
