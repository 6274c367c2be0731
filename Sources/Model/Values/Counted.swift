/// How many of something there are, in words: `0 objects`, `1 object`, `2 objects`.
public struct Counted: Sendable, Hashable, CustomStringConvertible {
    public var count: Int
    public var noun: String

    /// - Parameters:
    ///   - one: the noun for one of them.
    ///   - more: the noun for any other number; by default with an `s` behind it.
    public init(_ count: some BinaryInteger, _ one: String, _ more: String? = nil) {
        self.count = Int(clamping: count)
        noun = count == 1 ? one : more ?? one + "s"
    }

    public var description: String { "\(count) \(noun)" }
}
