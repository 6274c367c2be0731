internal import Glibc

/// What a machine is, as its Node tells: read once, when the agent starts.
public struct NodeFacts: Sendable, Hashable {
    public var name: String
    /// The machine's main IPv4 address.
    public var address: String
    public var processors: Int
    public var memoryBytes: Int
    public var architecture: String
    public var kernel: String
    public var osImage: String
    public var machineID: String
    public var bootID: String

    /// A Linux bridge takes 1,023 ports, and each pod with an address of its own needs one.
    public static let podCapacity = 1000

    public init(
        name: String,
        address: String,
        processors: Int,
        memoryBytes: Int,
        architecture: String = "amd64",
        kernel: String = "",
        osImage: String = "Linux",
        machineID: String = "",
        bootID: String = ""
    ) {
        self.name = name
        self.address = address
        self.processors = processors
        self.memoryBytes = memoryBytes
        self.architecture = architecture
        self.kernel = kernel
        self.osImage = osImage
        self.machineID = machineID
        self.bootID = bootID
    }

    /// Asks this machine.
    public static func ofThisMachine() -> NodeFacts {
        var names = utsname()
        uname(&names)
        let machine = text(of: names.machine)
        let release = TextFile.read("/etc/os-release") ?? ""
        let pretty = release.split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME=") }
        return NodeFacts(
            name: text(of: names.nodename).lowercased(),
            address: mainAddress() ?? "127.0.0.1",
            processors: max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1),
            memoryBytes: Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE))),
            architecture: ["x86_64": "amd64", "aarch64": "arm64"][machine] ?? machine,
            kernel: text(of: names.release),
            osImage: pretty.map { String($0.dropFirst(12).filter { $0 != "\"" }) } ?? "Linux",
            machineID: TextFile.line("/etc/machine-id"),
            bootID: TextFile.line("/proc/sys/kernel/random/boot_id")
        )
    }

    private static func text<Name>(of name: Name) -> String {
        withUnsafeBytes(of: name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    /// The address that the machine would send from; asks the routes, sends nothing.
    private static func mainAddress() -> String? {
        let socket = socket(AF_INET, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { return nil }
        defer { close(socket) }
        var target = sockaddr_in()
        target.sin_family = sa_family_t(AF_INET)
        target.sin_port = UInt16(9).bigEndian
        // 192.0.2.1 stands for "somewhere outside": nobody has it.
        target.sin_addr.s_addr = UInt32(0xC000_0201).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isFound = withUnsafeMutablePointer(to: &target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, size) == 0 && getsockname(socket, $0, &size) == 0
            }
        }
        guard isFound else { return nil }
        let bits = UInt32(bigEndian: target.sin_addr.s_addr)
        return "\(bits >> 24).\(bits >> 16 & 0xFF).\(bits >> 8 & 0xFF).\(bits & 0xFF)"
    }
}

/// Small text files of the system.
enum TextFile {
    /// Nil where it can't be read.
    static func read(_ path: String) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Its first line; empty where there is none.
    static func line(_ path: String) -> String {
        read(path)?.split(separator: "\n").first.map(String.init) ?? ""
    }
}
