/// The few things that the journal asks of a directory, so that a simulator can stand in for it.
///
/// Names are plain file names in that directory. Every error is a `JournalError` with code `.disk` or `.full` whose
/// message names the operation and the file.
public protocol Disk: Sendable {
    /// The names of all files, sorted.
    func list() throws(JournalError) -> [String]

    /// Opens a file that exists, for reading and writing.
    func open(_ name: String) throws(JournalError) -> any DiskFile

    /// Makes an empty file, or empties the one that is there. Its name is durable after `syncDirectory`.
    func create(_ name: String) throws(JournalError) -> any DiskFile

    /// Gives a file another name, replacing what had it. Durable after `syncDirectory`.
    func rename(_ name: String, to newName: String) throws(JournalError)

    /// Removes a file. Durable after `syncDirectory`.
    func remove(_ name: String) throws(JournalError)

    /// Makes names durable.
    func syncDirectory() throws(JournalError)

    /// Takes the directory for this process, until the lock is let go of.
    /// - Throws: `.inUse` when another has it; the message says who.
    func lock(_ name: String) throws(JournalError) -> any DiskLock
}

/// An open file. It is closed when the last reference to it is gone.
public protocol DiskFile: AnyObject, Sendable {
    func size() throws(JournalError) -> UInt64

    /// Reads up to the buffer's size from `offset`; fewer bytes may come, none at the end of the file.
    func read(at offset: UInt64, into buffer: UnsafeMutableRawBufferPointer) throws(JournalError) -> Int

    /// Writes at `offset` and returns how many bytes were taken, which may be fewer than were given.
    func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) throws(JournalError) -> Int

    func truncate(to size: UInt64) throws(JournalError)

    /// Makes what was written durable. After a failure nothing is known about what was written since the last sync,
    /// and a second call that succeeds proves nothing.
    func sync() throws(JournalError)

    /// Forgets what the system holds of the file in memory and is not waiting to be written, so that the next read
    /// shows what the device has. After a failed sync the two may differ.
    func discardCache()
}

extension DiskFile {
    /// Writes all of `bytes`, in as many pieces as it takes.
    func writeAll(_ bytes: [UInt8], at offset: UInt64) throws(JournalError) {
        try bytes.withUnsafeBufferPointer { buffer throws(JournalError) in
            var rest = UnsafeRawBufferPointer(buffer)
            while !rest.isEmpty {
                let count = try write(rest, at: offset + UInt64(bytes.count - rest.count))
                guard count > 0 else {
                    throw JournalError(.disk, "write: the disk takes no more bytes and does not say why")
                }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }

    /// Up to `count` bytes from `offset`; fewer only where the file ends.
    func readBytes(at offset: UInt64, count: Int) throws(JournalError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let filled = try bytes.withUnsafeMutableBufferPointer { buffer throws(JournalError) in
            var filled = 0
            while filled < count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                let received = try read(at: offset + UInt64(filled), into: rest)
                if received == 0 { break }
                filled += received
            }
            return filled
        }
        bytes.removeLast(count - filled)
        return bytes
    }
}

/// Holds a directory for one process.
public protocol DiskLock: AnyObject, Sendable {
    /// Lets it go; done by itself when the last reference is gone.
    func release()
}
