import Schema

/// The classifier as conversations and visits meet it.
struct ClassifierRules: BitwiseCopyable {
  var detects = 0.0, falseFlags = 0.0, coverage = 1.0
  /// Share of conversations that it reads, of those whom it covers.
  var reads = 0.0
}
