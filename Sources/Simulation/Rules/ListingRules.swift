import Schema

/// What the directory shows.
struct ListingRules: BitwiseCopyable, Equatable {
  var minorsListed = true
  var showsAge = true, showsGender = true
  /// Share of harmless first messages that begin through a field which it does not list.
  var unlistedUse = 0.0

  init() {}

  init(_ directory: DirectorySection, _ use: DirectoryUse) {
    minorsListed = directory.minorsListed
    showsAge = directory.lists.contains(.age)
    showsGender = directory.lists.contains(.gender)
    unlistedUse = use.share(without: directory.lists)
  }

  /// Whether it shows all that is sought by: then whoever is listed fits.
  var showsWhoFits: Bool { showsAge && showsGender }

  /// Whether ordinary people find each other less because of it.
  var hindersTalk: Bool { unlistedUse > 0 || !minorsListed }
}
