import Experiment

/// What limits are, in a line above a table.
enum LimitWords {
  /// What limits are called in a table's head.
  static func head(_ plan: Plan) -> String {
    plan.draws > 1 ? "95 % of worlds" : "95 % error of the mean"
  }

  static func line(_ limits: UncertaintyInterval?) -> String {
    switch limits?.method {
    case .percentile?:
      "Medians, and the limits of 95 % of plausible worlds: percentiles of the draws, which more runs "
        + "don't narrow"
    case .prediction?:
      "Medians, and the limits of 95 % of plausible worlds: where the next draw would fall, or, of "
        + "what isn't above 0 in all, the least and the greatest; from 39 draws on percentiles"
    case .range?:
      "Medians, and the least and the greatest draw: plausible worlds lie beyond (8 draws for limits, "
        + "39 for percentiles)"
    case nil:
      "Means, and their error over chance alone, which more runs narrow; uncertain parameters stand at "
        + "their medians"
    }
  }
}
