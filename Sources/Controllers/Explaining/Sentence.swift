/// What became of an object with one record, without its name: `became ready`, `scaled up from 1 to 2 pods`.
struct Sentence: Equatable {
    /// What people would tell of an object's life. What follows from such steps, as counts in a status, is none.
    enum Step: Hashable {
        case created
        /// It was told to be otherwise: its spec, its labels.
        case said
        case scaled
        /// An update of it failed and was undone.
        case takenBack
        case scheduled
        case started
        case ready
        case exited
        case ending
        case gone
    }

    var words: String
    var step: Step?
    /// Whether the words don't go on with a verb: a list of fields, or something about a part of the object.
    var standsAlone = false

    init(_ words: String, _ step: Step? = nil) {
        self.words = words
        self.step = step
    }

    init(alone words: String, _ step: Step? = nil) {
        self.init(words, step)
        standsAlone = true
    }

    /// With what it is about.
    func about(_ name: String) -> String { standsAlone ? "\(name): \(words)" : "\(name) \(words)" }

    /// Several of one record, as one. The first step counts.
    static func joined(_ sentences: [Sentence]) -> Sentence? {
        guard let first = sentences.first else { return nil }
        var joined = first
        joined.words = sentences.map(\.words).joined(separator: ", ")
        joined.step = sentences.lazy.compactMap(\.step).first
        return joined
    }
}
