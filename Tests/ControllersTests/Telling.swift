import Controllers
import Glibc
import Journaling
import Model
import Testing
import YAML

/// Has the turns of a bench told by a journal.
func told<Answer>(_ bench: ClusterBench, _ body: (Chronicle) throws -> Answer) throws -> Answer {
    var template = Array("/tmp/steady-chronicle-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let journal = try LocalJournal(path: path)
    defer {
        journal.close()
        for name in ["lock", "00000000000000000001.journal"] { unlink("\(path)/\(name)") }
        rmdir(path)
    }
    for turn in bench.turns where !turn.isEmpty {
        let batch = Batch(time: turn.time.nanoseconds, drafts: turn.records)
        _ = try journal.append(batch, expectedHead: journal.head, epoch: journal.epoch)
    }
    return try body(Chronicle(journal))
}

extension Chronicle {
    /// The lines of an object's story, the last thing first; what stands beside a link before what stands behind it.
    func story(_ key: ObjectKey) throws -> [String] {
        guard let story = try why(key)?["story"] else { return [] }
        return Self.lines(story)
    }

    private static func lines(_ link: Value) -> [String] {
        let what = link["what"]?.string ?? ""
        let by = link["by"]?.string ?? ""
        return [by.isEmpty ? what : "\(what)  [\(by)]"] + (link["causes"]?.array ?? []).flatMap(lines)
    }

    /// What history tells of an object, line by line.
    func lines(_ key: ObjectKey) throws -> [String] {
        try history(of: key).map { entry in
            let by = entry["by"]?.string ?? ""
            let because = entry["because"]?.string.map { "; because \($0)" } ?? ""
            return (entry["what"]?.string ?? "") + because + (by.isEmpty ? "" : "  [\(by)]")
        }
    }
}
