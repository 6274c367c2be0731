import Glibc

/// The end of a log that is kept in several files: `log`, and before it `log.1`, `log.2`, …
enum LogTail {
    /// The files that there are, the oldest first.
    static func files(of log: String) -> [String] {
        var files: [String] = [log]
        while files.count < 1000, Files.exists("\(log).\(files.count)") { files.append("\(log).\(files.count)") }
        return files.reversed()
    }

    /// The last `count` lines, the oldest first. Pieces of a line count as one.
    static func lines(of log: String, count: Int) -> [LogLine] {
        var lines: [LogLine] = []
        for file in files(of: log).reversed() {
            lines = (parse(Files.read(file, limit: 256 << 20) ?? [])) + lines
            if wholeLines(lines) > count { break }
        }
        var left = count
        var start = lines.count
        while start > 0 {
            if !lines[start - 1].isPartial {
                if left == 0 { break }
                left -= 1
            }
            start -= 1
        }
        return Array(lines[start...])
    }

    static func parse(_ bytes: [UInt8]) -> [LogLine] {
        bytes.split(separator: UInt8(ascii: "\n")).compactMap { LogLine($0) }
    }

    private static func wholeLines(_ lines: [LogLine]) -> Int { lines.count { !$0.isPartial } }
}
