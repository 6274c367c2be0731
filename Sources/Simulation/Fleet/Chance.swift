/// Numbers that look random and depend on a seed alone: SplitMix64.
///
/// Every part of a world has a chance of its own, forked from the world's, so that one part drawing once more does not
/// change what happens to the others.
public struct Chance: Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// A number from 0 up to but not including `bound`; 0 where that leaves none.
    public mutating func below(_ bound: Int) -> Int {
        bound > 0 ? Int(next() % UInt64(bound)) : 0
    }

    /// True so many times in a thousand.
    public mutating func happens(_ perMille: Int) -> Bool { below(1000) < perMille }

    /// A duration of so many milliseconds, any part of one included.
    public mutating func milliseconds(_ range: ClosedRange<Int>) -> Duration {
        .microseconds(range.lowerBound * 1000 + below((range.upperBound - range.lowerBound) * 1000 + 1))
    }

    /// One of them; nil where there is none.
    public mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    public mutating func fork() -> Chance { Chance(seed: next()) }
}
