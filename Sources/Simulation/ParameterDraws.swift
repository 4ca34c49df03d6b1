/// The quantile at which an uncertain parameter is drawn: a pure function of seed, replicate and
/// path, so that all scenarios of a study share the draws.
///
/// - Parameters:
///   - seed: The study's seed, below 2^53.
///   - replicate: From 1.
///   - path: The parameter's path, such as `people.minor_share`.
/// - Returns: A number strictly between 0 and 1.
public func parameterUniform(seed: UInt64, replicate: UInt64, path: String) -> Double {
  // FNV-1a (Fowler, Noll & Vo 1991) names the path; the keyed stream does the mixing.
  var name: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in path.utf8 { name = (name ^ UInt64(byte)) &* 0x100_0000_01b3 }
  var stream = StreamRoot(seed: seed, replicate: replicate).stream(.parameter, name)
  return stream.uniformOpen()
}
