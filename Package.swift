// swift-tools-version: 6.2
import PackageDescription

/// Every target: Swift 6 language mode, no warning survives.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "vigie",
  products: [
    .executable(name: "vigie", targets: ["vigie"]),
    .executable(name: "vigie-lab", targets: ["vigie-lab"]),
    .library(name: "VigieCore", targets: ["Schema", "Simulation", "Experiment", "Report"]),
  ],
  // Off by default: the command line builds and tests without a web server.
  traits: [.trait(name: "Lab", description: "The classroom server, with its web server.")],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    .target(name: "Schema", dependencies: ["CGSL", "Yams"], swiftSettings: strict),
    .target(name: "Simulation", dependencies: ["Schema"], swiftSettings: strict),
    .target(name: "Experiment", dependencies: ["CGSL", "Simulation"], swiftSettings: strict),
    .target(name: "Report", dependencies: ["Experiment"], swiftSettings: strict),
    .target(name: "Lab", dependencies: ["Report"], swiftSettings: strict),
    .executableTarget(
      name: "vigie",
      dependencies: [
        "Report", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "vigie-lab",
      dependencies: [
        "Lab", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(
          name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Lab"])),
      ], resources: [.copy("Public")], swiftSettings: strict),
    .testTarget(name: "SchemaTests", dependencies: ["Schema"], swiftSettings: strict),
    .testTarget(
      name: "SimulationTests", dependencies: ["CGSL", "Simulation"], swiftSettings: strict),
    .testTarget(name: "ExperimentTests", dependencies: ["Experiment"], swiftSettings: strict),
    .testTarget(name: "ReportTests", dependencies: ["Report"], swiftSettings: strict),
    .testTarget(name: "LabTests", dependencies: ["Lab"], swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: ["vigie"], swiftSettings: strict),
  ]
)
