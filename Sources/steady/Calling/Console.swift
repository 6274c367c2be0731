import Glibc
import Rendering

/// What the commands print, and to whom.
enum Console {
    static let outputIsTerminal = isatty(STDOUT_FILENO) == 1
    static let errorIsTerminal = isatty(STDERR_FILENO) == 1
    static let style = Style(isTerminal: outputIsTerminal, environment: ProcessEnvironment.all)
    static let errorStyle = Style(isTerminal: errorIsTerminal, environment: ProcessEnvironment.all)

    static func write(_ text: String) {
        write(Array(text.utf8), to: STDOUT_FILENO)
    }

    static func line(_ text: String = "") {
        write(text + "\n")
    }

    static func write(_ bytes: [UInt8]) {
        write(bytes, to: STDOUT_FILENO)
    }

    static func writeError(_ bytes: [UInt8]) {
        write(bytes, to: STDERR_FILENO)
    }

    /// To standard error. What others wrote into the text can't do anything to the terminal.
    static func note(_ text: String) {
        write(Array((text.printableLines + "\n").utf8), to: STDERR_FILENO)
    }

    static func warn(_ text: String) {
        note("Warning:", .yellow, text)
    }

    static func fail(_ text: String) {
        note("error:", .red, text)
    }

    private static func note(_ mark: String, _ colour: Style.Colour, _ text: String) {
        write(Array("\(errorStyle.paint(mark, colour)) \(text.printableLines)\n".utf8), to: STDERR_FILENO)
    }

    /// The terminal's width in characters; 80 where there is none.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if errno == EAGAIN {
                // A terminal that was made non-blocking by whoever shares it.
                var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = Glibc.poll(&poll, 1, -1)
            } else if errno != EINTR {
                // Nobody reads any more: `steady logs | head`.
                exit(errno == EPIPE ? 0 : 1)
            }
        }
    }
}
