import Glibc

/// A directory of small text files.
struct Directory {
    struct Failure: Error, CustomStringConvertible {
        var description: String

        init(_ doing: String) {
            description = "\(doing): \(String(cString: strerror(errno)))"
        }
    }

    let path: String

    init(_ path: String) {
        self.path = path
    }

    /// The files whose names end so, by name.
    func contents(suffix: String) throws -> [String: [UInt8]] {
        guard let directory = opendir(path) else { throw Failure("open \(path)") }
        defer { closedir(directory) }
        var files: [String: [UInt8]] = [:]
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(suffix) { files[name] = try read(name) }
        }
        return files
    }

    func write(_ name: String, _ text: String) throws {
        guard let file = fopen("\(path)/\(name)", "w") else { throw Failure("create \(path)/\(name)") }
        let written = fwrite(text, 1, text.utf8.count, file)
        guard fclose(file) == 0, written == text.utf8.count else { throw Failure("write \(path)/\(name)") }
    }

    func remove(_ name: String) throws {
        guard unlink("\(path)/\(name)") == 0 else { throw Failure("remove \(path)/\(name)") }
    }

    private func read(_ name: String) throws -> [UInt8] {
        guard let file = fopen("\(path)/\(name)", "r") else { throw Failure("open \(path)/\(name)") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
            bytes += buffer[..<count]
        }
        return bytes
    }
}
