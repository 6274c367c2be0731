import CLinux
import Glibc

/// A way to talk with the kernel about the network namespace in which it was opened. For one thread.
struct NetlinkSocket: ~Copyable {
    /// Which part of the kernel is spoken to.
    enum Family: Int32 {
        case route = 0
        case netfilter = 12
    }

    private let descriptor: Int32
    private var sequence: UInt32 = 0

    init(_ family: Family) throws {
        descriptor = clinux_netlink_open(family.rawValue)
        guard descriptor >= 0 else { throw NetworkingError(errno, "open a netlink socket") }
    }

    deinit { close(descriptor) }

    /// Has the kernel do it, and waits for its word; `purpose` opens the message of the error.
    mutating func perform(_ message: NetlinkMessage, _ purpose: @autoclosure () -> String) throws {
        _ = try dump(message, purpose())
    }

    /// The error number of the refusal where the kernel refuses, for callers to whom some refusals are fine.
    mutating func attempt(_ message: NetlinkMessage, _ purpose: @autoclosure () -> String) throws -> Int32 {
        do {
            _ = try exchange(message, purpose())
            return 0
        } catch let refusal as Refusal {
            return refusal.code
        }
    }

    /// Everything of which the request asks a list.
    mutating func dump(_ message: NetlinkMessage, _ purpose: @autoclosure () -> String) throws -> [NetlinkAnswer] {
        do {
            return try exchange(message, purpose())
        } catch let refusal as Refusal {
            throw NetworkingError(refusal.code, refusal.purpose)
        }
    }

    private struct Refusal: Error {
        var code: Int32
        var purpose: String
    }

    private mutating func exchange(_ message: NetlinkMessage, _ purpose: String) throws -> [NetlinkAnswer] {
        sequence &+= 1
        let request = message.finished(sequence: sequence)
        let sent = request.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, 0) }
        guard sent == request.count else { throw NetworkingError(errno, purpose) }

        var answers: [NetlinkAnswer] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let length = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
            if length < 0, errno == EINTR { continue }
            guard length > 0 else { throw NetworkingError(errno, purpose) }
            if try read(buffer[..<length], into: &answers, purpose) { return answers }
        }
    }

    /// Takes in one packet of answers; true when it was the last.
    private func read(
        _ packet: ArraySlice<UInt8>,
        into answers: inout [NetlinkAnswer],
        _ purpose: String
    ) throws -> Bool {
        var rest = packet
        while rest.count >= 16 {
            let length = Int(rest.number(as: UInt32.self))
            guard length >= 16, length <= rest.count else { break }
            let type = rest.number(at: 4, as: UInt16.self)
            let flags = rest.number(at: 6, as: UInt16.self)
            let isMine = rest.number(at: 8, as: UInt32.self) == sequence
            let payload = rest.prefix(length).dropFirst(16)
            rest = rest.dropFirst((length + 3) & ~3)
            guard isMine else { continue }
            switch type {
            case 3: return true
            case 2:
                let code = -payload.number(as: Int32.self)
                if code == 0 { return true }
                throw Refusal(code: code, purpose: purpose + detail(of: payload, flags: flags))
            default: answers.append(NetlinkAnswer(type: type, payload: payload))
            }
        }
        return false
    }

    /// What the kernel says about its refusal, in brackets, where it says something.
    private func detail(of payload: ArraySlice<UInt8>, flags: UInt16) -> String {
        guard flags & 0x200 != 0, let text = payload.dropFirst(20).attributes[1]?.text else { return "" }
        return " (\(text))"
    }
}

extension NetworkingError {
    /// What the C library says of an error number, behind what was being done.
    init(_ code: Int32, _ purpose: String) {
        self.init(code == EEXIST || code == EADDRINUSE ? .conflict : .system, "\(purpose): \(Self.text(code))")
    }

    static func text(_ code: Int32) -> String { String(cString: strerror(code)).lowercased() }
}
