import Glibc
import YAML

/// What is still on the machine of a house that was taken down.
enum Leftovers {
    static func of(_ house: House, instance: String?) async throws -> [String] {
        // What the kernel takes down by itself, it takes down a moment later.
        var found: [String] = []
        do {
            try await until("nothing is left") {
                found = mounts(house.directory) + (instance.map { processes($0) + cgroups($0) } ?? [])
                return found.isEmpty
            }
        } catch {}
        for (command, isOurs) in networkCommands {
            let answer = try await house.finish(house.run(command))
            found += answer.output.split(separator: "\n").map(String.init).filter(isOurs)
        }
        return found
    }

    /// The name in cgroups and tables, as the daemon has recorded it; nil where none was there yet.
    static func instance(of state: String) -> String? {
        let text = Files.text("\(state)/network.json")
        guard !text.isEmpty, let value = try? Value.parse(json: text) else { return nil }
        return value["instance"]?.string
    }

    static func hasMounts(_ directory: String) -> Bool { !mounts(directory).isEmpty }

    private static let networkCommands: [([String], @Sendable (String) -> Bool)] = [
        (["ip", "-oneline", "link"], { !$0.contains("lo:") }),
        (["nft", "list", "tables"], { !$0.isEmpty }),
    ]

    private static func mounts(_ directory: String) -> [String] {
        Files.lines("/proc/self/mountinfo").filter { ($0 + " ").contains("\(directory)/") }.map { "mount \($0)" }
    }

    private static func cgroups(_ instance: String) -> [String] {
        (Files.entries("/sys/fs/cgroup") + [""]).map { "/sys/fs/cgroup/\($0)/steady/\(instance)" }
            .filter(Files.exists).map { "cgroup \($0)" }
    }

    /// Shims and containers, by their cgroups.
    private static func processes(_ instance: String) -> [String] {
        Files.entries("/proc").filter { entry in
            Int(entry) != nil && Files.text("/proc/\(entry)/cgroup").contains("/steady/\(instance)/")
                && !Files.text("/proc/\(entry)/status").contains("State:\tZ")
        }.map { "process \($0) \(Files.text("/proc/\($0)/cmdline"))" }
    }
}
