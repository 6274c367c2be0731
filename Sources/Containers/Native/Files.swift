import CLinux
import Glibc

/// File system calls whose failures name themselves.
enum Files {
    static func failure(_ doing: String, _ code: Int32 = errno) -> ContainersError {
        ContainersError(.other, "\(doing): \(String(cString: strerror(code)))")
    }

    @discardableResult
    static func check(_ result: Int32, _ doing: @autoclosure () -> String) throws(ContainersError) -> Int32 {
        if result < 0 { throw failure(doing()) }
        return result
    }

    /// Returns true where the directory was not there before.
    @discardableResult
    static func makeDirectory(_ path: String, mode: mode_t = 0o700) throws(ContainersError) -> Bool {
        if mkdir(path, mode) == 0 { return true }
        if errno == EEXIST { return false }
        throw failure("make the directory \(path)")
    }

    /// Writes a small file whole. Not synced.
    static func write(_ text: String, to path: String, mode: mode_t = 0o600) throws(ContainersError) {
        let file = try check(open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode), "make \(path)")
        defer { close(file) }
        // Past the process's umask.
        fchmod(file, mode)
        try writeAll(Array(text.utf8), to: file, path)
    }

    static func writeAll(_ bytes: [UInt8], to file: Int32, _ path: String) throws(ContainersError) {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress?.advanced(by: done), $0.count - done)
            }
            if written < 0 && errno == EINTR { continue }
            if written < 0 { throw failure("write \(path)") }
            done += written
        }
    }

    /// The first `limit` bytes of a file; `nil` where it can't be read.
    static func read(_ path: String, limit: Int = 1 << 20) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        // Most are small, and a start reads several.
        var room = 4096
        while bytes.count < limit {
            var got = 0
            bytes += [UInt8](unsafeUninitializedCapacity: min(room, limit - bytes.count)) { buffer, count in
                got = Glibc.read(file, buffer.baseAddress, buffer.count)
                count = max(0, got)
            }
            if got < 0 && errno == EINTR { continue }
            guard got > 0 else { break }
            room = 65536
        }
        return bytes
    }

    /// Names in a directory, sorted; empty where it can't be read.
    static func list(_ path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
