import Glibc

/// Where in a log to begin: a log is several files, `web@1.log`, and before it `web@1.log.1`, `web@1.log.2`, …
enum LogTail {
    /// The files that there are, the oldest first.
    static func files(of log: String) -> [String] {
        var files: [String] = [log]
        while files.count < 1000, Files.exists("\(log).\(files.count)") { files.append("\(log).\(files.count)") }
        return files.reversed()
    }

    /// The file and the offset in it at which the last `count` lines begin. Pieces of a line count as one.
    /// Reads backwards, no more than it must.
    static func start(of log: String, count: Int) -> (file: String, offset: Int) {
        let files = files(of: log)
        var left = count
        for path in files.reversed() {
            if let offset = start(in: path, &left) { return (path, offset) }
        }
        return (files[0], 0)
    }

    /// The last `count` lines, the oldest first.
    static func lines(of log: String, count: Int) -> [LogLine] {
        let (first, offset) = start(of: log, count: count)
        var lines: [LogLine] = []
        for path in files(of: log).drop(while: { $0 != first }) {
            let bytes = Files.read(path, limit: 256 << 20) ?? []
            lines += parse(path == first ? bytes.dropFirst(offset) : bytes[...])
        }
        return lines
    }

    static func parse(_ bytes: ArraySlice<UInt8>) -> [LogLine] {
        bytes.split(separator: UInt8(ascii: "\n")).compactMap { LogLine($0) }
    }

    // Counts whole lines down to 0 from the end; `nil` when the file has fewer.
    private static func start(in path: String, _ left: inout Int) -> Int? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var end = Int(lseek(file, 0, SEEK_END))
        var tail: [UInt8] = []  // the beginning of a line whose end was in the block behind
        while end > 0 {
            let size = min(end, 65536)
            var block = [UInt8](repeating: 0, count: size)
            guard pread(file, &block, size, end - size) == size else { return nil }
            end -= size
            let bytes = block + tail
            // Up to the first newline is the end of a line that begins in the block before.
            let first = end == 0 ? 0 : bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
            var lineEnd = bytes.count
            while lineEnd > first {
                let previous = bytes[first..<(lineEnd - 1)].lastIndex(of: UInt8(ascii: "\n"))
                let begin = previous.map { $0 + 1 } ?? first
                if isWhole(bytes[begin..<lineEnd]) {
                    if left == 0 { return end + lineEnd }
                    left -= 1
                }
                lineEnd = begin
            }
            tail = Array(bytes[..<first])
        }
        return nil
    }

    private static func isWhole(_ line: ArraySlice<UInt8>) -> Bool {
        // <time> <stream> F …
        guard let first = line.firstIndex(of: UInt8(ascii: " ")),
            let second = line[(first + 1)...].firstIndex(of: UInt8(ascii: " "))
        else { return true }
        return line[(second + 1)...].first != UInt8(ascii: "P")
    }
}
