import Glibc

/// What /proc says of processes.
enum Processes {
    /// Those with exactly this command line whose environment holds a variable that begins so, with the variable's
    /// value after its `=`.
    static func running(_ command: String, tellingOfIn variable: String) -> [(id: pid_t, pod: String)] {
        all.compactMap { id in
            let words = text(of: "/proc/\(id)/cmdline").split(separator: "\0").joined(separator: " ")
            guard words == command else { return nil }
            let environment = text(of: "/proc/\(id)/environ").split(separator: "\0")
            guard let found = environment.first(where: { $0.hasPrefix(variable) }) else { return nil }
            return (id, String(found.drop { $0 != "=" }.dropFirst()))
        }
    }

    /// The shims that share this process's network namespace: those of its containers and the one beside it.
    static func shims(of id: pid_t) -> [pid_t] {
        let namespace = link("/proc/\(id)/ns/net")
        return all.filter {
            link("/proc/\($0)/exe").hasSuffix("/steady-shim") && link("/proc/\($0)/ns/net") == namespace
        }
    }

    /// In KiB.
    static func residentMemory(_ id: pid_t) -> Int { field("VmRSS:", of: "/proc/\(id)/status") }

    /// In KiB: what it shares counts in parts.
    static func proportionalMemory(_ id: pid_t) -> Int { field("Pss:", of: "/proc/\(id)/smaps_rollup") }

    /// Processor time of all its threads, those that have ended included.
    static func processorTime(_ id: pid_t) throws -> Clock.Nanoseconds {
        var clock = clockid_t()
        let result = clock_getcpuclockid(id, &clock)
        guard result == 0 else {
            throw BenchmarkError("read the processor time of \(id): \(String(cString: strerror(result)))")
        }
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    private static var all: [pid_t] { entries(of: "/proc").compactMap { pid_t($0) } }

    private static func field(_ name: String, of path: String) -> Int {
        let line = text(of: path).split(separator: "\n").first { $0.hasPrefix(name) }
        return line.flatMap { Int($0.dropFirst(name.count).split { " \t".contains($0) }.first ?? "") } ?? 0
    }

    private static func link(_ path: String) -> String {
        var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    private static func entries(of path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            )
        }
        return names
    }
}
