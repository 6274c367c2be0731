import Glibc
import YAML

extension NetworkPlan {
    /// The plan that is recorded in the state directory, or where there is none, a new one, chosen among what is
    /// free on this machine now and recorded before it is used.
    ///
    /// Reads and writes `network.json` there, and asks the kernel of the calling thread's network namespace.
    ///
    /// - Throws: `.badPlan` for a record that can't be read: another choice would move every address.
    public static func recorded(in directory: String, instance: String) throws -> NetworkPlan {
        let path = "\(directory)/network.json"
        if let bytes = try PlanFile.read(path) { return try NetworkPlan(json: bytes, file: path) }
        let plan = try choose(instance: instance, avoiding: .current())
        try PlanFile.write(plan.json, to: path, in: directory)
        return plan
    }

    var json: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        let texts = [
            "instance": instance, "bridge": bridge, "podRange": "\(podRange)", "serviceRange": "\(serviceRange)",
            "clusterDomain": clusterDomain,
        ]
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            writer.key(name)
            writer.string(text)
        }
        let numbers = [
            "mtu": mtu, "firstNodePort": Int(nodePortRange.lowerBound), "lastNodePort": Int(nodePortRange.upperBound),
        ]
        for (name, number) in numbers.sorted(by: { $0.key < $1.key }) {
            writer.key(name)
            writer.int(Int64(number))
        }
        writer.endObject()
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    init(json: [UInt8], file: String) throws {
        let document: Document
        do {
            document = try JSONParser.parse(json, file: file)
        } catch {
            throw NetworkingError(.badPlan, "read the network plan: \(error)")
        }
        let root = document.root
        func text(_ key: String) throws -> String {
            guard let node = root[key], node.kind == .scalar else {
                throw NetworkingError(.badPlan, "read the network plan \(file): \(key) is missing")
            }
            return node.text
        }
        func value<Value: LosslessStringConvertible>(_ key: String) throws -> Value {
            let text = try text(key)
            guard let value = Value(text) else {
                throw NetworkingError(.badPlan, "read the network plan \(file): \(key) can't be \(text)")
            }
            return value
        }
        let (first, last): (UInt16, UInt16) = (try value("firstNodePort"), try value("lastNodePort"))
        self.init(
            instance: try text("instance"),
            bridge: try text("bridge"),
            podRange: try value("podRange"),
            serviceRange: try value("serviceRange"),
            mtu: try value("mtu"),
            nodePortRange: min(first, last)...max(first, last),
            clusterDomain: try text("clusterDomain")
        )
        let isName = bridge.utf8.allSatisfy { byte in
            byte < 0x80 && (Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber)
        }
        guard (1...15).contains(bridge.utf8.count), isName else {
            throw NetworkingError(.badPlan, "read the network plan \(file): bridge can't be \(bridge)")
        }
        guard podRange.prefixLength <= 29, serviceRange.prefixLength <= 30, !podRange.overlaps(serviceRange) else {
            throw NetworkingError(.badPlan, "read the network plan \(file): the ranges overlap or are too small")
        }
    }
}

/// A small file that is there whole or not at all.
private enum PlanFile {
    /// `nil` where there is no such file.
    static func read(_ path: String) throws -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw NetworkingError(.file, "read \(path): \(NetworkingError.text(errno))")
        }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count >= 0 else { throw NetworkingError(.file, "read \(path): \(NetworkingError.text(errno))") }
        return Array(buffer[..<count])
    }

    static func write(_ bytes: [UInt8], to path: String, in directory: String) throws {
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw NetworkingError(.file, "write \(draft): \(NetworkingError.text(errno))")
        }
        let isWritten = Glibc.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
        let code = errno
        close(descriptor)
        guard isWritten else { throw NetworkingError(.file, "write \(draft): \(NetworkingError.text(code))") }
        guard rename(draft, path) == 0 else {
            throw NetworkingError(.file, "rename \(draft) to \(path): \(NetworkingError.text(errno))")
        }
        let parent = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard parent >= 0 else {
            throw NetworkingError(.file, "sync \(directory): \(NetworkingError.text(errno))")
        }
        defer { close(parent) }
        guard fsync(parent) == 0 else {
            throw NetworkingError(.file, "sync \(directory): \(NetworkingError.text(errno))")
        }
    }
}
