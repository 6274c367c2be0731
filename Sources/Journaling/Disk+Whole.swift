/// What the names of files in the making end in.
let partialEnding = ".partial"

extension Disk {
    /// Makes a file under another name, and gives it its own only when what `write` wrote is durable.
    @discardableResult
    func createWhole(
        _ name: String,
        _ write: (any DiskFile) throws(JournalError) -> Void
    ) throws(JournalError) -> any DiskFile {
        let partial = name + partialEnding
        do throws(JournalError) {
            let file = try create(partial)
            try write(file)
            try file.sync()
            try rename(partial, to: name)
            try syncDirectory()
            return file
        } catch {
            // What is left of it is removed when the journal is opened next, if it can't be removed now.
            try? remove(partial)
            throw error
        }
    }
}
