import Glibc
import Testing

@testable import Containers

@Suite(.enabled(if: isRoot, "native containers need root"))
struct ShimLauncherTests {
    @Test func `a server of shims that was killed is started again`() throws {
        let shim = try #require(NativeContainerizer.shimBesideThisProgram())
        let launcher = ShimLauncher(path: shim, state: "/nowhere", joins: [])
        for _ in 0..<2 {
            #expect(throws: ContainersError(.sandboxGone, "no sandbox is kept at /nowhere/ns/pins: \(why)")) {
                try launcher.run(["list", "/nowhere"])
            }
            let server = try #require(launcher.serverPID)
            kill(server, SIGKILL)
        }
    }

    private let why = "the machine was restarted, or it was never made"
}
