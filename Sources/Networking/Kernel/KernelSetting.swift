import Glibc

/// A value below `/proc/sys`; for `net/` that of the calling thread's network namespace.
struct KernelSetting {
    private let path: String

    init(_ name: String) { path = "/proc/sys/" + name }

    var exists: Bool { access(path, F_OK) == 0 }

    var value: String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count].filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    /// Writes the value unless it stands there already: a machine whose settings can't be written, but are right,
    /// will do.
    func set(_ new: String) throws {
        if value == new { return }
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw NetworkingError(errno, "set \(path) to \(new)") }
        defer { close(descriptor) }
        let bytes = Array(new.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else {
            throw NetworkingError(errno, "set \(path) to \(new)")
        }
    }
}
