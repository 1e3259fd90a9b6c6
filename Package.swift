// swift-tools-version: 6.2
// Newswatch: an entity-watchlist monitor for news. The targets stand lowest first; each depends only
// on targets above it (docs/decisions/0001-architecture.md says which line belongs where).
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "newswatch",
    products: [
        .executable(name: "newswatchd", targets: ["newswatchd"]),
        .executable(name: "newswatch-reader", targets: ["newswatch-reader"]),
        .executable(name: "newswatchctl", targets: ["newswatchctl"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        // System libraries.
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .target(name: "CLinux"),
        .target(name: "CTextMasks"),
        // Optimised in every build: at -O0 the products of a model take seconds, and tests run on debug builds.
        .target(name: "CToneKernels", cSettings: [.unsafeFlags(["-O2"])]),
        .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),

        // The domain.
        .target(name: "NewswatchModel", swiftSettings: strict),
        .target(name: "ContentHash", dependencies: ["CNettle"], swiftSettings: strict),
        .target(name: "Matching", dependencies: ["NewswatchModel", "CTextMasks"], swiftSettings: strict),
        .target(
            name: "Articles", dependencies: ["NewswatchModel", "CLibXML2", "CUchardet", "CCLD2"],
            swiftSettings: strict),
        .target(
            name: "Tone", dependencies: ["NewswatchModel", "ContentHash", "CToneKernels"],
            // The model files are installed and found by path: SwiftPM's bundles would bring all of Foundation.
            exclude: ["Resources"], swiftSettings: strict),
        .target(
            name: "ReaderProtocol", dependencies: ["NewswatchModel", "CLinux"], swiftSettings: strict),
        .target(
            name: "Scanning",
            dependencies: ["NewswatchModel", "ContentHash", "Articles", "Matching", "Tone", "ReaderProtocol"],
            swiftSettings: strict),
        .target(
            name: "WatchlistFiles", dependencies: ["NewswatchModel", "ContentHash", "Matching", "TOMLKit"],
            swiftSettings: strict),
        .target(name: "Alerting", dependencies: ["NewswatchModel"], swiftSettings: strict),
        .target(
            name: "Archive",
            dependencies: [
                "NewswatchModel", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(name: "ControlProtocol", dependencies: ["NewswatchModel"], swiftSettings: strict),
        .target(
            name: "Systemd",
            dependencies: ["CSystemd", "CLinux", .product(name: "Logging", package: "swift-log")],
            swiftSettings: strict),

        // The programs.
        .executableTarget(
            name: "newswatchd",
            dependencies: [
                "NewswatchModel", "ContentHash", "Matching", "ReaderProtocol", "WatchlistFiles", "Alerting",
                "Archive", "ControlProtocol", "Systemd", "CLinux",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "newswatch-reader", dependencies: ["Scanning", "ReaderProtocol", "CLinux"],
            swiftSettings: strict),
        .executableTarget(
            name: "newswatchctl",
            dependencies: [
                "NewswatchModel", "ControlProtocol", "WatchlistFiles", "Matching", "ReaderProtocol", "CLinux",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // Measuring; see BENCHMARKS.md.
        .executableTarget(
            name: "newswatch-matchbench", dependencies: ["Matching", "NewswatchModel"], path: "Benchmarks/matchbench",
            swiftSettings: strict),

        // Tests.
        .testTarget(name: "NewswatchModelTests", dependencies: ["NewswatchModel"], swiftSettings: strict),
        .testTarget(name: "MatchingTests", dependencies: ["Matching", "CTextMasks"], swiftSettings: strict),
        .testTarget(
            name: "ArticlesTests", dependencies: ["Articles"], resources: [.copy("Fixtures")],
            swiftSettings: strict),
        .testTarget(
            name: "ToneTests", dependencies: ["Tone", "CToneKernels", "NewswatchModel"], exclude: ["Golden"],
            swiftSettings: strict),
        .testTarget(name: "ReaderProtocolTests", dependencies: ["ReaderProtocol"], swiftSettings: strict),
        .testTarget(
            name: "ScanningTests",
            dependencies: [
                "Scanning", "newswatch-reader", "Matching", "Articles", "Tone", "ContentHash", "ReaderProtocol",
                "NewswatchModel", "CLinux",
            ],
            swiftSettings: strict),
        .testTarget(name: "WatchlistFilesTests", dependencies: ["WatchlistFiles"], swiftSettings: strict),
        .testTarget(name: "AlertingTests", dependencies: ["Alerting"], swiftSettings: strict),
        .testTarget(name: "ArchiveTests", dependencies: ["Archive"], swiftSettings: strict),
        .testTarget(name: "ControlProtocolTests", dependencies: ["ControlProtocol"], swiftSettings: strict),
        .testTarget(name: "SystemdTests", dependencies: ["Systemd"], swiftSettings: strict),
        .testTarget(
            name: "DaemonTests",
            dependencies: ["newswatchd", "newswatch-reader", "newswatchctl", "ControlProtocol", "CLinux"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
