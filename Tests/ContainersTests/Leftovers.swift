import Containers
import Glibc

/// What is still on the machine of a world that has ended.
enum Leftovers {
    static func of(_ world: NativeWorld) -> [String] {
        var found: [String] = []
        if access(world.directory, F_OK) == 0 { found.append("directory \(world.directory)") }
        for line in lines("/proc/self/mountinfo") where (line + " ").contains("\(world.directory)/") {
            found.append("mount \(line)")
        }
        for hierarchy in entries("/sys/fs/cgroup") + [""] {
            let path = "/sys/fs/cgroup/\(hierarchy)/steady/\(world.instance)"
            if access(path, F_OK) == 0 { found.append("cgroup \(path)") }
        }
        for pid in entries("/proc") where Int(pid) != nil {
            let maps = lines("/proc/\(pid)/uid_map").joined()
            let ids = maps.split(separator: " ").compactMap { UInt32($0) }
            guard ids.count == 3, ids[1] == world.firstID else { continue }
            // A zombie has nothing but its number, and waits for the machine's init to take that.
            if !text("/proc/\(pid)/status").contains("State:\tZ") { found.append("process \(pid)") }
        }
        return found
    }

    static func entries(_ path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            )
        }
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }

    static func lines(_ path: String) -> [String] {
        // By bytes: a carriage return and a newline are one character to Swift.
        text(path).utf8.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }

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
}
