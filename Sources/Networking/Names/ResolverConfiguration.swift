/// What a `resolv.conf` says: servers, domains to search, options.
public struct ResolverConfiguration: Hashable, Sendable {
    public var nameservers: [String]
    public var searches: [String]
    public var options: [Option]

    public struct Option: Hashable, Sendable {
        public var name: String
        public var value: String?

        public init(name: String, value: String? = nil) {
            self.name = name
            self.value = value
        }
    }

    public init(nameservers: [String] = [], searches: [String] = [], options: [Option] = []) {
        self.nameservers = nameservers
        self.searches = searches
        self.options = options
    }
}

extension ResolverConfiguration {
    /// Reads the text of a `resolv.conf`. What the C library would skip is skipped.
    public init(parsing text: String) {
        self.init()
        for line in text.split(whereSeparator: \.isNewline) {
            // A comment begins a word: `#` within one is how systemd writes a server's port.
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
                .prefix { !$0.hasPrefix("#") && !$0.hasPrefix(";") }
            guard let keyword = words.first else { continue }
            let values = Array(words.dropFirst())
            switch keyword {
            case "nameserver": nameservers += values.prefix(1)
            case "search": searches = values.filter { $0 != "." }
            case "domain": searches = Array(values.prefix(1))
            case "options":
                options += values.map { value in
                    let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
                    return Option(name: parts.first ?? value, value: parts.count > 1 ? parts[1] : nil)
                }
            default: continue
            }
        }
    }

    /// The C library reads three servers and no more; 32 searches is Kubernetes' bound.
    var text: String {
        var text = ""
        if !searches.isEmpty { text += "search \(searches.prefix(32).joined(separator: " "))\n" }
        for server in nameservers.prefix(3) { text += "nameserver \(server)\n" }
        if !options.isEmpty {
            let words = options.map { option in option.value.map { "\(option.name):\($0)" } ?? option.name }
            text += "options \(words.joined(separator: " "))\n"
        }
        return text
    }
}
