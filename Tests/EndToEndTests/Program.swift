import CLinux
import Glibc
import Synchronization

/// A program that was started, in a session of its own, and whose output goes to files.
final class Program: Sendable {
    let pid: pid_t
    private let outputPath: String
    private let errorsPath: String
    private let status = Mutex<Int32?>(nil)

    /// - Parameters:
    ///   - output: the path of its standard output; that of its standard error has `.errors` added.
    ///   - input: a descriptor to read from; else it reads nothing.
    init(_ arguments: [String], output: String, input: Int32? = nil) throws {
        outputPath = output
        errorsPath = "\(output).errors"
        let files = [input ?? -1, try Files.appending(outputPath), try Files.appending(errorsPath)]
        defer { for file in files[1...] { close(file) } }
        let words = ["env", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"] + arguments
        var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        let result = clinux_spawn("/usr/bin/env", &pointers, files, files.count)
        guard result > 0 else { throw Surprise("start \(arguments[0]): \(String(cString: strerror(-result)))") }
        pid = result
    }

    /// What it ended with, a signal as 128 + its number; nil while it runs.
    var ended: Int32? {
        status.withLock { status in
            if let status { return status }
            var word: Int32 = 0
            guard waitpid(pid, &word, WNOHANG) == pid else { return nil }
            let signal = word & 0x7f
            status = signal == 0 ? (word >> 8) & 0xff : 128 + signal
            return status
        }
    }

    func signal(_ number: Int32) {
        if ended == nil { kill(pid, number) }
    }

    var output: String { Files.text(outputPath) }
    var errors: String { Files.text(errorsPath) }
}

/// What stops a story before its end.
struct Surprise: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// Asks again and again until it is so.
///
/// - Throws: after a minute, which nothing takes unless it fails; `detail` tells how it stands then.
func until(
    _ what: String,
    detail: () async throws -> String = { "" },
    _ isSo: () async throws -> Bool
) async throws {
    let start = ContinuousClock.now
    while try await !isSo() {
        guard start.duration(to: .now) < .seconds(60) else {
            throw Surprise("waited in vain until \(what)\n\(try await detail())")
        }
        try await Task.sleep(for: .milliseconds(20))
    }
}
