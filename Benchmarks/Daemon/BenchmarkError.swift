import Glibc

/// What went wrong in a measurement, and with what.
struct BenchmarkError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// A call of the system failed.
    static func system(_ doing: String) -> BenchmarkError {
        BenchmarkError("\(doing): \(String(cString: strerror(errno)))")
    }
}

/// Returns what a call of the system gave, or throws what it was doing and why it failed.
@discardableResult
func check(_ result: Int32, _ doing: @autoclosure () -> String) throws -> Int32 {
    guard result >= 0 else { throw BenchmarkError.system(doing()) }
    return result
}
