import Glibc
import Synchronization

// Taking everything down.
extension NativeContainerizer {
    /// Ends every container and removes all that was made for them: namespaces, mounts, cables, cgroups, directories.
    /// May be repeated; needs no inventory before it. Commands that were submitted before are carried out first, later
    /// ones are dropped. Blocks until all is gone: not for the cooperative pool.
    /// What can't be removed is left, and all of it is named in the error.
    public func removeAll() throws(ContainersError) {
        drain()
        var failures: [String] = []
        for pod in layout.knownPods {
            do throws(ContainersError) {
                try removePod(pod)
            } catch {
                failures.append("pod \(pod): \(error.message)")
            }
        }
        do throws(ContainersError) {
            try cgroups.removeAll()
        } catch {
            failures.append(error.message)
        }
        do throws(ContainersError) {
            if Files.exists("\(layout.root)/ns") { try launcher.run(["forget", layout.root]) }
        } catch {
            failures.append(error.message)
        }
        Mounts.detach(beneath: "\(layout.root)/ns")
        for name in ["ns/pins", "ns.lock"] { unlink("\(layout.root)/\(name)") }
        rmdir("\(layout.root)/ns")
        loseSandboxes()
        if !failures.isEmpty { throw ContainersError(.other, failures.joined(separator: "; ")) }
    }
}
