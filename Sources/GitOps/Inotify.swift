import Glibc

/// The kernel's notices of what changes in directories. Files are never watched: a file that is renamed over would
/// take its watch along.
final class Inotify: Sendable {
    struct Event: Sendable, Hashable {
        var watch: Int32
        var mask: UInt32
        var name: [UInt8]

        func has(_ flag: some BinaryInteger) -> Bool { mask & UInt32(flag) != 0 }
    }

    let descriptor: Int32

    init() throws(FileTreeError) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { throw FileTreeError(errno: errno, "start inotify") }
    }

    deinit {
        close(descriptor)
    }

    /// - Returns: the watch's number, the same one when the same directory is added again; nil when it can't be watched.
    func add(_ directory: [UInt8]) -> Int32? {
        let mask =
            IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_ATTRIB
            | IN_DELETE_SELF | IN_MOVE_SELF
        let watch = directory.withPath {
            inotify_add_watch(descriptor, $0, UInt32(mask) | UInt32(IN_ONLYDIR) | UInt32(IN_EXCL_UNLINK))
        }
        return watch >= 0 ? watch : nil
    }

    func remove(_ watch: Int32) {
        inotify_rm_watch(descriptor, watch)
    }

    /// All that has been noticed; never waits.
    func drain() -> [Event] {
        var events: [Event] = []
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
            while true {
                let got = read(descriptor, buffer.baseAddress, buffer.count)
                if got < 0, errno == EINTR { continue }
                if got <= 0 { return }
                Self.decode(UnsafeRawBufferPointer(buffer)[..<got], into: &events)
            }
        }
        return events
    }

    private static func decode(_ bytes: Slice<UnsafeRawBufferPointer>, into events: inout [Event]) {
        let header = MemoryLayout<inotify_event>.size
        var rest = UnsafeRawBufferPointer(rebasing: bytes)
        while rest.count >= header {
            let event = rest.loadUnaligned(as: inotify_event.self)
            let end = header + Int(event.len)
            guard rest.count >= end else { return }
            let name = rest[header..<end].prefix { $0 != 0 }
            events.append(Event(watch: event.wd, mask: event.mask, name: Array(name)))
            rest = UnsafeRawBufferPointer(rebasing: rest[end...])
        }
    }
}
