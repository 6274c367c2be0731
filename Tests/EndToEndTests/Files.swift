import Glibc

/// Files of the tests and of /proc, whole.
enum Files {
    /// Empty where it can't be read.
    static func text(_ path: String) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "" }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(file, &chunk, chunk.count)
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
        }
    }

    static func lines(_ path: String) -> [String] {
        text(path).split(separator: "\n").map(String.init)
    }

    /// The names in a directory, sorted.
    static func entries(_ path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            )
        }
        return names.filter { $0 != "." && $0 != ".." }.sorted()
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Writes beside the file and renames it into place, as editors do.
    static func write(_ text: String, to path: String) throws {
        let fresh = "\(path).new~"
        guard let file = fopen(fresh, "we") else { throw Surprise("open \(fresh) to write") }
        let count = text.utf8.count
        let written = fwrite(text, 1, count, file)
        guard fclose(file) == 0, written == count, rename(fresh, path) == 0 else { throw Surprise("write \(path)") }
    }

    /// Opens a file that others write to, at its end.
    static func appending(_ path: String) throws -> Int32 {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Surprise("open \(path): \(String(cString: strerror(errno)))") }
        return file
    }
}
