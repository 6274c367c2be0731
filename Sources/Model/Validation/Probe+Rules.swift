extension Probe {
    func checkRules(_ validation: inout Validation) {
        let handlers = [
            ("exec", exec != nil), ("httpGet", httpGet != nil), ("tcpSocket", tcpSocket != nil), ("grpc", grpc != nil),
        ]
        validation.oneHandler(handlers)
        if let exec, exec.command.isEmpty { validation.required("exec.command") }
    }
}

extension Lifecycle {
    func checkRules(_ validation: inout Validation) {
        guard let stopSignal, !Self.stopSignals.contains(stopSignal) else { return }
        validation.notSupported("stopSignal", stopSignal, Self.stopSignals)
    }

    /// Sorted, as the API server lists them.
    private static let stopSignals: [String] = {
        let plain = [
            "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL", "PIPE",
            "POLL",
            "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP", "TTIN", "TTOU", "URG",
            "USR1", "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ", "RTMIN", "RTMAX",
        ]
        let realTime = (1...15).map { "RTMIN+\($0)" } + (1...14).map { "RTMAX-\($0)" }
        return (plain + realTime).map { "SIG" + $0 }.sorted()
    }()
}

extension LifecycleHandler {
    func checkRules(_ validation: inout Validation) {
        let handlers = [
            ("exec", exec != nil), ("httpGet", httpGet != nil), ("tcpSocket", tcpSocket != nil),
            ("sleep", sleep != nil),
        ]
        validation.oneHandler(handlers)
        if let exec, exec.command.isEmpty { validation.required("exec.command") }
        if let sleep, sleep.seconds < 0 {
            validation.invalid("sleep.seconds", sleep.seconds, "must be greater than or equal to 0")
        }
    }
}

extension Validation {
    fileprivate mutating func oneHandler(_ handlers: [(name: String, isThere: Bool)]) {
        let there = handlers.filter(\.isThere)
        if there.isEmpty { required("", because: "must specify a handler type") }
        for handler in there.dropFirst() { forbidden(handler.name, "may not specify more than 1 handler type") }
    }
}

extension HTTPGetAction {
    func checkRules(_ validation: inout Validation) {
        validation.port("port", port)
        if path.isEmpty { validation.required("path") }
        for (index, header) in httpHeaders.enumerated() where header.name.contains(where: { " :\n\r".contains($0) }) {
            validation.invalid(
                "httpHeaders[\(index)].name",
                header.name,
                "a valid HTTP header must consist of "
                    + "alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')"
            )
        }
    }
}

extension TCPSocketAction {
    func checkRules(_ validation: inout Validation) {
        validation.port("port", port)
    }
}
