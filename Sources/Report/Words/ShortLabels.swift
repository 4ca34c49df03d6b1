extension StudyPage {
  /// What a policy is called in pictures: its title up to the first comma or bracket where no other
  /// policy's begins alike, else its name.
  func shortLabel(_ policy: StudyFolder.Policy) -> String {
    let own = beginning(policy)
    return study.policies.count { beginning($0) == own } == 1 ? own : policy.name
  }

  private func beginning(_ policy: StudyFolder.Policy) -> String {
    let title = Labels.scenario(policy.title, language)
    let short = title.prefix { !",(".contains($0) }.oneLine
    return short.isEmpty ? title : short
  }
}

extension StringProtocol {
  /// The words in lines of at most so many letters; what doesn't fit into the last line is cut off.
  func wrapped(to width: Int, lines most: Int) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width || lines.count == most {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { $0.shortened(to: width) }
  }
}
