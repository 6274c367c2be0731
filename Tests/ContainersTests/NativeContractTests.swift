import ContainerContract
import Glibc
import Testing

/// Root is needed: namespaces, mounts and cgroups are made for real.
let isRoot = geteuid() == 0

@Suite(.serialized, .enabled(if: isRoot, "native containers need root"))
struct NativeContractTests {
    @Test(arguments: Clause.all)
    func `native containers keep the contract`(_ clause: Clause) async throws {
        try await inWorld { world in try await clause.hold(in: world) }
    }
}
