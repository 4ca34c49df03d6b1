/// Accounts that people hold at other venues than that of their birth, as far as they are not clean:
/// looked up by key, never iterated.
struct AccountsAway {
  private struct Row {
    var generation: UInt32
    var account: Account
  }

  private var rows: [UInt64: Row] = [:]

  /// The account of a slot's present person at a venue; a clean one where none is kept.
  func account(of person: Int32, _ generation: UInt32, at venue: UInt8) -> Account {
    guard let row = rows[Self.key(person, venue)], row.generation == generation else {
      return Account()
    }
    return row.account
  }

  /// Keeps an account; one that a former person of the slot held is forgotten.
  mutating func keep(
    _ account: Account, of person: Int32, _ generation: UInt32, at venue: UInt8
  ) {
    rows[Self.key(person, venue)] =
      account == Account() ? nil : Row(generation: generation, account: account)
  }

  /// What gates have changed for those who hold one at a venue: each is looked at by itself, so that
  /// their order does not matter.
  mutating func change(at venue: UInt8, _ change: (inout Account) -> Void) {
    for key in rows.keys where UInt8(truncatingIfNeeded: key >> 32) == venue {
      if var row = rows[key] {
        change(&row.account)
        rows[key] = row
      }
    }
  }

  /// How many are kept.
  var count: Int { rows.count }

  private static func key(_ person: Int32, _ venue: UInt8) -> UInt64 {
    UInt64(UInt32(bitPattern: person)) | UInt64(venue) << 32
  }
}
