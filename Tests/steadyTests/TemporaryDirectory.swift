import Glibc

/// A directory of one test, removed with all that lies in it when the test is over.
final class TemporaryDirectory: Sendable {
    struct Failure: Error, CustomStringConvertible {
        var description: String

        init(_ action: String) { description = "\(action): \(String(cString: strerror(errno)))" }
    }

    /// Without links in it.
    let path: String

    init() throws {
        var template = Array("/tmp/steady-tests-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil, let real = realpath(template, nil) else { throw Failure("make a directory") }
        defer { free(real) }
        path = String(cString: real)
    }

    deinit { Self.removeAll(path) }

    private static func removeAll(_ path: String) {
        if let stream = opendir(path) {
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                guard name != ".", name != ".." else { continue }
                // 4 is DT_DIR, a directory. A link is removed, never what it leads to.
                if entry.pointee.d_type == 4 { removeAll("\(path)/\(name)") } else { unlink("\(path)/\(name)") }
            }
        }
        rmdir(path)
    }

    func absolute(_ name: String) -> String { "\(path)/\(name)" }

    func makeDirectory(_ name: String, mode: mode_t = 0o755) throws {
        guard mkdir(absolute(name), 0o700) == 0, chmod(absolute(name), mode) == 0 else { throw Failure("make \(name)") }
    }

    func write(_ text: String, to name: String) throws {
        guard let file = fopen(absolute(name), "we") else { throw Failure("open \(name)") }
        let written = fwrite(text, 1, text.utf8.count, file)
        guard fclose(file) == 0, written == text.utf8.count else { throw Failure("write \(name)") }
    }

    func link(_ name: String, to target: String) throws {
        guard symlink(target, absolute(name)) == 0 else { throw Failure("link \(name)") }
    }

    /// The permissions; nil where there is no such file.
    func mode(_ name: String) -> mode_t? {
        var status = stat()
        return stat(absolute(name), &status) == 0 ? status.st_mode & 0o7777 : nil
    }
}
