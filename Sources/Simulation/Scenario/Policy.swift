/// What a platform chooses, as against the people who come to it: its levers and its directory.
struct Policy: Equatable {
  var levers: Levers
  var directory: DirectorySection
}

extension Scenario {
  /// Names of the sections that make up a policy; all others are the world in which it is tried.
  public static let policySections = leverSections + [DirectorySection.name]

  /// The scenario's own policy.
  var policy: Policy { Policy(levers: levers, directory: directory) }

  /// All policies of a run, in the order in which they hold.
  var policies: [Policy] { [earlierPolicy, policy].compactMap { $0 } }

  /// Whether the warm-up runs under another policy than the window.
  public var beginsWithWindow: Bool { earlierPolicy != nil }

  /// The same scenario under a policy that begins with the window: until then the levers and the
  /// directory of a baseline hold, with their own days of change.
  ///
  /// So every event of the warm-up is the baseline's, and the window shows what the policy does to a
  /// platform that was without it. Whoever is on line at that moment stays; what a gate asks for is
  /// asked at the next visit.
  ///
  /// - Parameter baseline: A scenario of the same world; only its policy is taken, with its drawn
  ///   values.
  /// - Returns: The scenario itself, as from the beginning, where both policies are equal or there is no
  ///   warm-up.
  public func beginning(after baseline: Scenario) -> Scenario {
    var scenario = self
    let changes = time.warmUp > 0 && baseline.policy != policy
    scenario.earlierPolicy = changes ? baseline.policy : nil
    return scenario
  }
}
