import Glibc

/// Tells when a process has written a file into a directory: the sign of life of what is measured.
///
/// Neither side reads a clock or starts a program for it: a shell's `: > file` is the first thing that the new process
/// does, and the kernel wakes this one.
struct Notices: ~Copyable {
    private let descriptor: Int32

    init(directory: String) throws {
        let descriptor = try check(inotify_init1(O_CLOEXEC | O_NONBLOCK), "watch files")
        try check(inotify_add_watch(descriptor, directory, UInt32(IN_CLOSE_WRITE)), "watch \(directory)")
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Forgets what has happened until now.
    func drain() { while !readSome().isEmpty {} }

    /// Waits until a file of this name was written, and returns when this process was told.
    func wait(for name: String, seconds: Int = 30) throws -> Clock.Nanoseconds {
        try wait(forAll: [name], seconds: seconds)
    }

    /// Waits until each of these was written, and returns when this process was told of the last.
    func wait(forAll names: Set<String>, seconds: Int = 30) throws -> Clock.Nanoseconds {
        var missing = names
        let deadline = Clock.now() + Int64(seconds) * 1_000_000_000
        while !missing.isEmpty {
            try waitReadable(descriptor, until: deadline, "\(missing.sorted().first ?? "") is to be written")
            missing.subtract(readSome())
        }
        return Clock.now()
    }

    /// Names of the files written since the last look.
    private func readSome() -> [String] {
        withUnsafeTemporaryAllocation(byteCount: 65536, alignment: 8) { buffer in
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            var names: [String] = []
            var offset = 0
            let header = MemoryLayout<inotify_event>.size
            while offset + header <= count {
                let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
                let name = buffer[(offset + header)..<(offset + header + Int(event.len))].prefix { $0 != 0 }
                names.append(String(decoding: name, as: UTF8.self))
                offset += header + Int(event.len)
            }
            return names
        }
    }
}
