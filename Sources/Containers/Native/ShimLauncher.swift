import CLinux
import Glibc

/// Starts shims: the short-lived ones that make and drop sandboxes, and those that run a container.
struct ShimLauncher: Sendable {
    /// The executable `steady-shim`.
    let path: String

    /// Runs a shim to its end and returns what it wrote. Blocks: for worker threads.
    @discardableResult
    func run(_ arguments: [String], spec: ShimSpec? = nil) throws(ContainersError) -> String {
        var ends: [Int32] = [-1, -1]
        try Files.check(clinux_pipe(&ends), "make a pipe for the shim")
        let file: Int32
        do {
            file = try spec?.file() ?? -1
        } catch {
            close(ends[0])
            close(ends[1])
            throw error
        }
        // Control and spec, by shim_descriptor.
        let pid = spawn(arguments, files: [-1, -1, -1, ends[1], -1, file])
        close(ends[1])
        if file >= 0 { close(file) }
        defer { close(ends[0]) }
        guard pid > 0 else { throw Files.failure("start \(path)", -pid) }
        let output = readAll(ends[0])
        let status = wait(for: pid)
        guard status == 0 else { throw Self.failure(output, status: status) }
        return output
    }

    /// Starts the shim of a container. The descriptors stay the caller's. Returns the shim's pid.
    func launch(name: String, control: Int32, lock: Int32, spec: Int32, directory: Int32, gate: Int32)
        throws(ContainersError) -> pid_t
    {
        let pid = spawn(["run", name], files: [-1, -1, -1, control, lock, spec, directory, gate])
        guard pid > 0 else { throw Files.failure("start \(path)", -pid) }
        return pid
    }

    /// Waits for a child's end; its exit code, or 128 + signal.
    @discardableResult
    func wait(for pid: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 {
            if errno != EINTR { return -1 }
        }
        return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
    }

    private func spawn(_ arguments: [String], files: [Int32]) -> pid_t {
        var words: [UnsafeMutablePointer<CChar>?] = (["steady-shim"] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        return clinux_spawn(path, words, files, files.count)
    }

    private func readAll(_ file: Int32) -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(file, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
        }
    }

    // A shim that fails writes its reason, a blank and a sentence.
    private static func failure(_ output: String, status: Int32) -> ContainersError {
        let parts = output.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let reason = StartFailure(rawValue: String(parts[0])) else {
            return ContainersError(.other, output.isEmpty ? "the shim ended with \(status) and no word" : output)
        }
        return ContainersError(reason, String(parts[1]))
    }
}
