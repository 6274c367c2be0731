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

    /// - Parameter onlyNames: whether names that come and go are all that matters. What is written to files is then not
    ///   told: a log that grows beside the watched directory would keep us busy. A directory that is added in both ways
    ///   is watched whole.
    /// - Returns: the watch's number, the same one when the same directory is added again; nil when it can't be watched.
    func add(_ directory: [UInt8], onlyNames: Bool = false) -> Int32? {
        var mask = IN_CREATE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF
        if !onlyNames { mask |= IN_CLOSE_WRITE | IN_MODIFY }
        let flags = [IN_ONLYDIR, IN_EXCL_UNLINK].reduce(UInt32(IN_MASK_ADD)) { $0 | UInt32($1) }
        let watch = directory.withPath { inotify_add_watch(descriptor, $0, UInt32(mask) | flags) }
        return watch >= 0 ? watch : nil
    }

    func remove(_ watch: Int32) {
        inotify_rm_watch(descriptor, watch)
    }

    /// What has been noticed; never waits. Where notices come faster than they are read, some are left for next time.
    func drain() -> [Event] {
        var events: [Event] = []
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
            while events.count < 10_000 {
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
