import Glibc

/// The machine's mounts, as this process sees them.
enum Mounts {
    /// Mount points at `directory` or beneath it, the deepest and latest first.
    static func points(beneath directory: String) -> [String] {
        let text = String(decoding: Files.read("/proc/self/mountinfo", limit: 64 << 20) ?? [], as: UTF8.self)
        return text.split(separator: "\n").compactMap { line -> String? in
            let fields = line.split(separator: " ", maxSplits: 5)
            guard fields.count > 4 else { return nil }
            let point = unescaped(fields[4])
            return point == directory || point.hasPrefix(directory + "/") ? point : nil
        }.reversed()
    }

    /// Unmounts all of them.
    static func detach(beneath directory: String) {
        for point in points(beneath: directory) { umount2(point, Int32(MNT_DETACH)) }
    }

    // Blanks, tabs, newlines and backslashes stand as three octal digits.
    private static func unescaped(_ text: Substring) -> String {
        guard text.contains("\\") else { return String(text) }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(3)
            if byte == UInt8(ascii: "\\"), digits.count == 3,
                let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
            {
                bytes.append(code)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
