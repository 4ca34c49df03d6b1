extension Loader {
  /// A file with everything it extends, as far as it could be read.
  public struct Loaded: Sendable {
    /// The merged tree; every value keeps the place of the file it came from. `extends` is gone.
    public var tree: Tree
    /// The files, first the one asked for, then what it extends, and so on.
    public var files: [String]
    /// What each file says by itself, without `extends`, in the order of `files`.
    public var parts: [Tree] = []
    /// Where each file but the first is named, in the order of `files`.
    public var named: [Tree.Scalar] = []
    /// The text of each file, by name, for ``Problems/sources``.
    public var sources: [String: String]
    /// What is wrong with the files themselves; their values are not looked at yet.
    public var problems: [Problem] = []

    /// What a text says that needs no other file.
    ///
    /// - Parameter file: What its places name as their file.
    public init(tree: Tree, file: String) {
      self.init(tree: tree, files: [file], sources: [:])
    }

    init(
      tree: Tree, files: [String], parts: [Tree] = [], named: [Tree.Scalar] = [],
      sources: [String: String], problems: [Problem] = []
    ) {
      (self.tree, self.files, self.parts, self.named) = (tree, files, parts, named)
      (self.sources, self.problems) = (sources, problems)
    }

    /// Whether something that was written may be missing from the tree.
    public var hasGaps: Bool { problems.leaveGaps }
  }
}

extension [Problem] {
  /// Whether values may be missing, so that nobody can say that one is not there.
  var leaveGaps: Bool { contains { ![.anchor, .tag, .duplicateKey].contains($0.code) } }

  /// Whether values may be missing or others than meant, so that nobody can say whether they
  /// go together.
  var leaveDoubt: Bool { contains { ![.anchor, .tag].contains($0.code) } }

  /// Where a value stands that was refused already, whatever it may be.
  var unread: Set<Place> {
    Set(compactMap { [.alias, .tooDeep].contains($0.code) ? $0.place : nil })
  }
}
