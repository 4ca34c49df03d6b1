import Report

extension Words {
  /// Of the live rooms, the player and what stands beside them.
  static let rooms: [(key: String, words: Phrase)] = [
    ("sideA", Phrase("A: nobody keeps watch", "A : personne ne veille")),
    ("sideB", Phrase("B: {1}", "B : {1}")),
    ("run", Phrase("Run", "Lancer")),
    ("pause", Phrase("Pause", "Pause")),
    ("day", Phrase("One day", "Un jour")),
    ("reset", Phrase("Reset", "Recommencer")),
    ("speed", Phrase("Speed", "Vitesse")),
    ("perSecond", Phrase("{1} a second", "{1} par seconde")),
    ("clock", Phrase("day {1} of {2}, {3}", "jour {1} sur {2}, {3}")),
    (
      "warmUp",
      Phrase("no policy yet, not counted", "pas encore de politique, non compté")
    ),
    ("adult", Phrase("A adult", "A adulte")),
    ("minor", Phrase("M minor", "M mineur")),
    ("offender", Phrase("O offender", "O auteur d’infraction")),
    ("decoy", Phrase("D decoy", "D leurre")),
    ("moderator", Phrase("V moderator", "V modérateur")),
    ("letters", Phrase(same: "AMODV")),
    ("room_general", Phrase("General rooms", "Salons généraux")),
    ("room_topical", Phrase("Rooms by topic", "Salons à thème")),
    ("room_adult_sexual", Phrase("Rooms for adults", "Salons pour adultes")),
    (
      "room_age_suggestive",
      Phrase("Rooms whose names suggest youth", "Salons dont le nom évoque la jeunesse")
    ),
    ("room_rival_a", Phrase("rival a", "concurrent a")),
    ("room_rival_b", Phrase("rival b", "concurrent b")),
    ("room_rival_c", Phrase("rival c", "concurrent c")),
    ("room_rival_d", Phrase("rival d", "concurrent d")),
    (
      "tallyRivals",
      Phrase("; of those on line, at rivals {1}", " ; de ceux en ligne, chez les concurrents {1}")
    ),
    (
      "tally",
      Phrase(
        "{1}: on line {2}; first messages by offenders {3}; unwanted contacts {4}; "
          + "escalations {5}; reports and flags {6}; sanctions {7}; turned away {8}",
        "{1} : en ligne {2} ; premiers messages d’auteurs {3} ; contacts non désirés {4} ; "
          + "escalades {5} ; signalements {6} ; sanctions {7} ; refoulés {8}"
      )
    ),
    (
      "legend",
      Phrase(
        "Line: a first message by an offender. Ring: an unwanted contact. Double ring: an "
          + "escalation. Flag: a report. One person in {1} is shown, and whom they write to; "
          + "counts are theirs. Kinds of events only; there are no texts.",
        "Trait : premier message d’un auteur. Anneau : contact non désiré. Double anneau : "
          + "escalade. Drapeau : signalement. On montre une personne sur {1} et ceux à qui elle "
          + "écrit ; les comptes sont les leurs. Seulement des genres d’événements ; il n’y a "
          + "pas de textes."
      )
    ),
    (
      "live",
      Phrase(
        "Live rooms: the first plausible world, with the same people and the same chance on "
          + "both sides",
        "Salons en direct : le premier monde plausible, avec les mêmes gens et le même hasard "
          + "des deux côtés")
    ),
  ]
}
