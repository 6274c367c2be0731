import Glibc

/// One TCP connection of an asker: packets with their length in two bytes before them.
final class DNSConnection {
    let descriptor: Int32
    let number: UInt64
    private(set) var lastUse = monotonicSeconds()
    /// Nothing more can come of it.
    var isOver = false
    private var input: [UInt8] = []
    private var output: [UInt8] = []

    init(_ descriptor: Int32, number: UInt64) {
        self.descriptor = descriptor
        self.number = number
    }

    var hasOutput: Bool { !output.isEmpty }

    /// Takes in what has come.
    func read() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        switch count {
        case 1...:
            input += buffer[..<count]
            lastUse = monotonicSeconds()
        case 0: isOver = true
        default: if errno != EAGAIN && errno != EINTR { isOver = true }
        }
    }

    /// The next packet that is here whole.
    func nextPacket() -> [UInt8]? {
        guard input.count >= 2 else { return nil }
        let length = Int(input[0]) << 8 | Int(input[1])
        guard input.count >= length + 2 else { return nil }
        defer { input.removeFirst(length + 2) }
        return Array(input[2..<length + 2])
    }

    func write(_ packet: [UInt8]) {
        // An asker that asks and never reads is not served for ever.
        guard output.count < 1 << 20 else {
            isOver = true
            return
        }
        output += [UInt8(packet.count >> 8 & 0xFF), UInt8(packet.count & 0xFF)] + packet
    }

    /// Sends as much as the kernel takes.
    func flush() {
        while !output.isEmpty {
            let count = send(descriptor, output, output.count, Int32(MSG_NOSIGNAL))
            guard count > 0 else {
                if errno != EAGAIN && errno != EINTR { isOver = true }
                return
            }
            output.removeFirst(count)
        }
    }
}
