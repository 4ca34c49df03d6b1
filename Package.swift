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
    .library(name: "VigieCore", targets: ["Schema", "Simulation", "Experiment", "Report"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    .target(name: "Schema", dependencies: ["CGSL", "Yams"], swiftSettings: strict),
    .target(name: "Simulation", dependencies: ["Schema"], swiftSettings: strict),
    .target(name: "Experiment", dependencies: ["CGSL", "Simulation"], swiftSettings: strict),
    .target(name: "Report", dependencies: ["Experiment"], swiftSettings: strict),
    .executableTarget(
      name: "vigie",
      dependencies: [
        "Report", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .testTarget(name: "SchemaTests", dependencies: ["Schema"], swiftSettings: strict),
    .testTarget(
      name: "SimulationTests", dependencies: ["CGSL", "Simulation"], swiftSettings: strict),
    .testTarget(name: "ExperimentTests", dependencies: ["Experiment"], swiftSettings: strict),
    .testTarget(name: "ReportTests", dependencies: ["Report"], swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: ["vigie"], swiftSettings: strict),
  ]
)
