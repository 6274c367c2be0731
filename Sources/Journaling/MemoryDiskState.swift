internal import Glibc

/// All that a `MemoryDisk` holds. Files have numbers, since a name may come to mean another file.
struct MemoryDiskState: Sendable {
    var files: [Int: MemoryFileContent] = [:]
    /// Names as they are seen now, and as they would be after a crash.
    var names: [String: Int] = [:]
    var durableNames: [String: Int] = [:]
    /// What leads from the durable names to the present ones.
    var pendingNames: [NameChange] = []
    var faults: [Int: MemoryDisk.Fault] = [:]
    var operationCount = 0
    var capacity: Int?
    /// How often each file is open.
    var openings: [Int: Int] = [:]
    var lockHolder: Int?
    var hasPower = true
    private var lastNumber = 0

    enum NameChange: Sendable {
        case set(String, Int)
        case move(String, String, Int)
        case remove(String)

        func apply(to names: inout [String: Int]) {
            switch self {
            case .set(let name, let file): names[name] = file
            case .remove(let name): names[name] = nil
            case .move(let name, let newName, let file):
                names[name] = nil
                names[newName] = file
            }
        }
    }

    init(durable contents: [String: [UInt8]] = [:]) {
        for (name, bytes) in contents.sorted(by: { $0.key < $1.key }) {
            names[name] = addFile(MemoryFileContent(durable: bytes))
        }
        durableNames = names
    }

    mutating func addFile(_ content: MemoryFileContent) -> Int {
        let file = nextNumber()
        files[file] = content
        return file
    }

    mutating func nextNumber() -> Int {
        lastNumber += 1
        return lastNumber
    }

    mutating func change(_ change: NameChange) {
        change.apply(to: &names)
        pendingNames.append(change)
    }

    func requirePower(_ operation: String, _ name: String) throws(JournalError) {
        guard hasPower else { throw .disk(EIO, operation, name) }
    }

    /// Counts an operation that changes something and lets its fault strike.
    mutating func begin(_ operation: String, _ name: String) throws(JournalError) -> MemoryDisk.Fault? {
        let fault = faults.removeValue(forKey: operationCount)
        operationCount += 1
        if fault == .crash { hasPower = false }
        try requirePower(operation, name)
        if case .error(let number) = fault { throw .disk(number, operation, name) }
        return fault
    }

    /// How many bytes may yet be written; nil for no bound.
    var room: Int? {
        capacity.map { max(0, $0 - names.values.reduce(0) { $0 + (files[$1]?.bytes.count ?? 0) }) }
    }

    /// Forgets files that no name leads to and nobody has open.
    mutating func dropUnreachableFiles() {
        let named = Set(names.values).union(durableNames.values)
        files = files.filter { named.contains($0.key) || openings[$0.key] != nil }
    }

    mutating func crash(seed: UInt64) -> [String: [UInt8]] {
        hasPower = false
        var chance = SplitMix64(seed: seed)
        var survivors = durableNames
        for change in pendingNames.prefix(chance.below(pendingNames.count + 1)) { change.apply(to: &survivors) }
        var contents: [String: [UInt8]] = [:]
        for (name, file) in survivors.sorted(by: { $0.key < $1.key }) {
            contents[name] = files[file]?.afterCrash(&chance)
        }
        return contents
    }
}
