import Dispatch
import Glibc

/// The terminal that this program runs on.
struct Terminal {
    static var isInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    private let settings: termios

    /// Hands every key through, Control-C included. Nil where there is no terminal.
    static func makeRaw() -> Terminal? {
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
        var raw = settings
        cfmakeraw(&raw)
        tcsetattr(STDIN_FILENO, TCSANOW, &raw)
        return Terminal(settings: settings)
    }

    func restore() {
        var settings = settings
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    }

    /// The present size, and each later one.
    static var sizes: AsyncStream<(columns: Int, rows: Int)> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            // Sources may be used from any thread; the import does not say so.
            nonisolated(unsafe) let source = DispatchSource.makeSignalSource(signal: SIGWINCH)
            @Sendable func tell() {
                var size = winsize()
                guard ioctl(STDIN_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return }
                continuation.yield((columns: Int(size.ws_col), rows: Int(size.ws_row)))
            }
            source.setEventHandler { tell() }
            source.resume()
            tell()
            continuation.onTermination = { _ in source.cancel() }
        }
    }
}
