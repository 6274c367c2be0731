// swift-tools-version: 6.2
import PackageDescription

/// Warnings stop the build where nobody would read them.
let isContinuousIntegration = Context.environment["CI"] != nil

let swiftSettings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (isContinuousIntegration ? [.treatAllWarnings(as: .error)] : [])

/// What the program calls its commit; empty where the build doesn't say.
let commit = Context.environment["STEADY_COMMIT"] ?? ""

/// A module of the design: what it imports is what stands here, nothing else.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings)
}

/// A module that decides, or that deciders stand on. It is optimised in debug builds, too: the tests run it through
/// hundreds of simulated worlds, each five times as fast so.
func deciding(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    let target = module(name, dependencies, exclude: exclude)
    target.swiftSettings = swiftSettings + [.unsafeFlags(["-O"], .when(configuration: .debug))]
    return target
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings)
}

let collections: Target.Dependency = .product(name: "HashTreeCollections", package: "swift-collections")
let heap: Target.Dependency = .product(name: "HeapModule", package: "swift-collections")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
    name: "steady",
    products: [.executable(name: "steady", targets: ["steady"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    ],
    targets: [
        // What the system gives.
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CNFTables", pkgConfig: "libnftables", providers: [.apt(["libnftables-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CTLS", pkgConfig: "libssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CHTTP2", pkgConfig: "libnghttp2", providers: [.apt(["libnghttp2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CLinux"),
        .target(name: "CBuildFacts", cSettings: [.define("STEADY_COMMIT", to: "\"\(commit)\"")]),

        // Threads of one's own, for work that blocks.
        module("Driving", ["CLinux"]),

        // What a manifest says.
        deciding("YAML", ["CYAML"]),
        tests("YAML", ["YAML"]),
        deciding("Model", ["YAML"], exclude: ["Schema"]),
        .executableTarget(name: "ModelGenerator", dependencies: ["YAML"], swiftSettings: swiftSettings),
        tests("Model", ["Model", "ModelGenerator", "YAML"]),
        deciding("Merging", ["Model"]),
        tests("Merging", ["Merging", "Model", "YAML"]),

        // What is remembered, and what is decided.
        deciding("Journaling", ["CLinux"]),
        deciding("Cluster", ["Model", "Journaling", "CCrypto", collections]),
        deciding("Scheduling", ["Cluster"]),
        deciding("Controllers", ["Scheduling", "Merging", "Driving"]),

        // What runs.
        module("Containers", ["CLinux", "Driving"]),
        // Small and static: one of it stays for as long as its container. Of Swift's runtime it takes nothing.
        .executableTarget(
            name: "steady-shim",
            dependencies: ["CLinux"],
            cSettings: [.unsafeFlags(["-Os", "-Wextra"])],
            linkerSettings: [.unsafeFlags(["-static-executable", "-nostartfiles", "-Xlinker", "--gc-sections"])]
        ),
        module("Networking", ["Model", "CLinux", "CNFTables", "Driving", collections]),
        tests("Networking", ["Networking", "Model", "CLinux"]),
        deciding("Agent", ["Containers", "Networking", "Driving", "CTLS", "CHTTP2", collections, heap]),
        module("GitOps", ["Model", "CLinux", "Driving", collections]),

        // What can be asked, and by whom.
        module(
            "Server",
            [
                "Controllers", "Agent", "Rendering", "CZlib", logging,
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ]
        ),
        deciding("Simulation", ["Controllers", "Agent", "GitOps"]),
        module(
            "Client",
            [
                "Merging",
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ]
        ),
        module("Rendering", ["Merging"]),
        .executableTarget(
            name: "steady",
            dependencies: [
                "Client", "Rendering", "Server", "Simulation", "GitOps", "Driving", "CBuildFacts", argumentParser,
                logging,
            ],
            swiftSettings: swiftSettings
        ),

        // What every containerizer promises, the simulator's fake too.
        .target(
            name: "ContainerContract",
            dependencies: ["Containers"],
            path: "Tests/ContainerContract",
            swiftSettings: swiftSettings
        ),
        tests("Containers", ["Containers", "ContainerContract", "CLinux", "Driving"]),
        .executableTarget(
            name: "container-benchmark",
            dependencies: ["Containers"],
            path: "Benchmarks/Containers",
            swiftSettings: swiftSettings
        ),
        tests("Simulation", ["Simulation", "ContainerContract", "Containers", "Model"]),
        .executableTarget(
            name: "control-plane-benchmark",
            dependencies: ["Controllers"],
            path: "Benchmarks/ControlPlane",
            swiftSettings: swiftSettings
        ),
        .executableTarget(
            name: "simulator-benchmark",
            dependencies: ["Simulation"],
            path: "Benchmarks/Simulator",
            swiftSettings: swiftSettings
        ),
        .executableTarget(
            name: "probe-benchmark",
            dependencies: ["Agent", "Containers", "Networking", "Model"],
            path: "Benchmarks/Probes",
            swiftSettings: swiftSettings
        ),
        // It drives the program beside it.
        .executableTarget(name: "daemon-benchmark", path: "Benchmarks/Daemon", swiftSettings: swiftSettings),
        tests("Agent", ["Agent", "Containers", "Networking", "Model", "Driving", "CTLS", "CHTTP2"]),
        tests("Cluster", ["Cluster", "Model"]),
        tests("Scheduling", ["Scheduling", "Cluster", "Model"]),
        tests("Controllers", ["Controllers", "Cluster", "Model", "YAML"], exclude: ["Golden"]),
        tests("Journaling", ["Journaling", "CLinux"]),
        tests("GitOps", ["GitOps"]),
        tests("Rendering", ["Rendering"]),
        tests("Server", ["Server", "Client", "Driving", logging]),
        tests("steady", ["steady", "Rendering", "Simulation", "Merging", "Cluster", "Journaling"]),
        // Uses the programs as people do, so it depends on none of their modules; they lie beside the tests.
        tests("EndToEnd", ["YAML", "CLinux"]),
    ]
)
