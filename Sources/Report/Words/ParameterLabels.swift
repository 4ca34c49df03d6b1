/// Parameters in a few words, in every language, by their path in the tables.
public enum ParameterLabels {
  /// A parameter's own words, with the item of a list and the part of a distribution that it is:
  /// `share of offenders (solicitor)`.
  ///
  /// - Parameter path: As in a scenario file, `offenders.solicitor.share`, or in the tables,
  ///   `offenders[].share`. One without words is returned as it is.
  public static func text(_ path: String, _ language: Language) -> String {
    let (pattern, items) = generic(path)
    var parts = pattern.split(separator: ".").map(String.init), rest: [String] = []
    while !parts.isEmpty {
      if let phrase = phrase(parts.joined(separator: ".")) {
        let notes = (items + rest).map { $0.replacing("_", with: " ") }
        return phrase(language) + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
      }
      rest.insert(parts.removeLast(), at: 0)
    }
    return path
  }

  /// The words for a path of the tables; nil where there are none.
  public static func phrase(_ path: String) -> Phrase? {
    if let phrase = phrases[path] { return phrase }
    let rivals = "venues[]."
    if path.hasPrefix(rivals), let own = phrase(String(path.dropFirst(rivals.count))) {
      return Phrase("rival: \(own.en)", "concurrent : \(own.fr)")
    }
    let last = path.split(separator: ".").last.map(String.init) ?? path
    return shared[last].flatMap { path.contains(".") ? $0 : nil }
  }

  /// A path of the tables, and the names of the lists' items that were in it.
  static func generic(_ path: String) -> (pattern: String, items: [String]) {
    var parts = path.split(separator: ".").map(String.init), items: [String] = []
    for list in ["rooms", "offenders", "pathways", "venues"]
    where parts.first == list && parts.count > 1 {
      items.append(parts.remove(at: 1))
      parts[0] = list + "[]"
      if list == "pathways", parts.count > 2, parts[1] == "stages" {
        items.append(parts.remove(at: 2))
        parts[1] = "stages[]"
      }
    }
    return (parts.joined(separator: "."), items)
  }

  private static let phrases =
    general.merging(people) { first, _ in first }.merging(gates) { first, _ in first }
    .merging(watching) { first, _ in first }.merging(offences) { first, _ in first }
    .merging(feedbacks) { first, _ in first }
    .merging(accounts) { first, _ in first }

  /// Keys that mean the same in every section that has them.
  private static let shared: [String: Phrase] = [
    "name": Phrase("name", "nom"),
    "start": Phrase("first day of the lever", "premier jour du levier"),
    "end": Phrase("day on which the lever ends", "jour où le levier cesse"),
    "changes": Phrase("later states of the lever", "états ultérieurs du levier"),
    "coverage": Phrase("share of people covered", "part des personnes concernées"),
    "compliance": Phrase(
      "share of occasions on which it is applied", "part des occasions où il est appliqué"),
    "fixed_cost": Phrase("fixed cost a day", "coût fixe par jour"),
    "cost_per_hour": Phrase("cost of an hour", "coût d’une heure"),
    "hours_per_day": Phrase("hours a day", "heures par jour"),
    "shift_start": Phrase("start of the shift", "début du service"),
    "attempt_noise": Phrase(
      "part of the variance new at each attempt", "part de la variance nouvelle à chaque essai"),
    "minor_odds": Phrase(
      "odds that a minor gives up, relative to an adult",
      "cote d’abandon d’un mineur, relative à un adulte"),
    "offender_odds": Phrase(
      "odds that an offender gives up, relative to an adult",
      "cote d’abandon d’un auteur, relative à un adulte"),
    "count": Phrase("number on line at once", "nombre en ligne à la fois"),
    "presented_age": Phrase("age that the profile shows", "âge affiché par le profil"),
    "slots": Phrase("conversations at once", "conversations à la fois"),
    "conversation": Phrase("length of a conversation", "durée d’une conversation"),
    "identifies": Phrase(
      "share of conversations that identify the offender",
      "part des conversations qui identifient l’auteur"),
    "usable": Phrase("share of identifications usable", "part des identifications utilisables"),
  ]

  private static let general: [String: Phrase] = [
    "schema_version": Phrase("version of the grammar", "version de la grammaire"),
    "name": Phrase("name", "nom"),
    "title": Phrase("title", "titre"),
    "page": Phrase("words for the classroom page", "textes pour la page de classe"),
    "messages": Phrase("how messages are simulated", "simulation des messages"),
    "time.start": Phrase("first day", "premier jour"),
    "time.warm_up": Phrase("warm-up, not counted", "mise en route, non comptée"),
    "time.window": Phrase("observation window", "fenêtre d’observation"),
    "rooms[].count": Phrase("rooms of this kind", "salons de ce genre"),
    "rooms[].share": Phrase("share of adults who choose it", "part des adultes qui le choisissent"),
    "rooms[].minors": Phrase(
      "how much more often minors choose it", "choix plus fréquent par les mineurs"),
    "rooms[].offenders": Phrase(
      "how much more often offenders choose it", "choix plus fréquent par les auteurs"),
    "directory.lists": Phrase("fields that everybody sees", "champs visibles de tous"),
    "directory.minors_listed": Phrase(
      "whether minors' profiles are listed", "profils de mineurs dans l’annuaire"),
    "recording.offices": Phrase("prosecutors' offices", "parquets"),
    "recording.delay": Phrase(
      "delay from harm to proceeding", "délai du préjudice à la procédure"),
    "recording.victim_identified": Phrase(
      "chance that a proceeding identifies the victim",
      "probabilité qu’une procédure identifie la victime"),
    "displacement.displaced_share": Phrase(
      "share of those kept out who go elsewhere", "part des personnes écartées qui vont ailleurs"),
  ]

  private static let people: [String: Phrase] = [
    "people.count": Phrase("monthly users", "usagers par mois"),
    "people.minor_share": Phrase(
      "share of minors among users", "part des mineurs parmi les usagers"),
    "people.youngest": Phrase("age of the youngest users", "âge des plus jeunes usagers"),
    "people.older_to_younger": Phrase(
      "17-year-olds for one of the youngest", "jeunes de 17 ans pour un des plus jeunes"),
    "people.adult_age": Phrase("ages of adults", "âges des adultes"),
    "people.woman_share": Phrase(
      "share who present as women or girls", "part qui se présente comme femme ou fille"),
    "people.minors_present_as_minors": Phrase(
      "share of minors whose profile shows a minor's age",
      "part des mineurs dont le profil affiche un âge de mineur"),
    "people.adults_present_as_minors": Phrase(
      "share of adults whose profile shows a minor's age",
      "part des adultes dont le profil affiche un âge de mineur"),
    "people.minors_declare_adult": Phrase(
      "share of minors who declare an adult age",
      "part des mineurs qui déclarent un âge d’adulte"),
    "people.visits": Phrase("a person's rate of visits", "fréquence des visites d’une personne"),
    "people.visit_duration": Phrase("length of a visit", "durée d’une visite"),
    "people.daily_profile.peak": Phrase("hour with most arrivals", "heure de plus forte arrivée"),
    "people.daily_profile.peak_to_trough": Phrase(
      "arrivals at the peak over the trough", "arrivées à la pointe sur celles du creux"),
    "people.daily_profile.weekend": Phrase(
      "arrivals at weekends over other days", "arrivées du week-end sur celles des autres jours"),
    "people.messages": Phrase("ordinary messages written", "messages ordinaires écrits"),
    "people.messages_per_conversation": Phrase(
      "messages judged together", "messages jugés ensemble"),
    "people.first_contacts": Phrase(
      "first messages from ordinary people", "premiers messages d’usagers ordinaires"),
    "people.first_contacts_cv": Phrase(
      "spread of first messages between people", "dispersion des premiers messages"),
    "people.attention": Phrase("conversations held at once", "conversations tenues à la fois"),
    "people.susceptibility_cv": Phrase(
      "spread of susceptibility between people", "dispersion de la vulnérabilité"),
    "people.propensity_cv": Phrase(
      "spread of blocking and reporting between people",
      "dispersion de la propension à bloquer et à signaler"),
    "people.turnover": Phrase("rate of leaving for good", "taux de départ définitif"),
  ]

  private static let feedbacks: [String: Phrase] = [
    "venues[].size": Phrase("size of the rival's audience", "taille du public du concurrent"),
    "venues[].opens": Phrase("day on which the rival opens", "jour d’ouverture du concurrent"),
    "choice.size": Phrase("pull of a venue's size", "attrait de la taille d’un lieu"),
    "choice.openness": Phrase(
      "offenders' preference for open venues", "préférence des auteurs pour les lieux ouverts"),
    "choice.critical_mass": Phrase("critical mass of a venue", "masse critique d’un lieu"),
    "choice.critical_mass_per": Phrase(
      "people for whom the critical mass is meant", "population pour laquelle elle vaut"),
    "choice.below_critical": Phrase(
      "loss of appeal below the critical mass", "perte d’attrait sous la masse critique"),
    "choice.offender_odds": Phrase(
      "offenders' odds of going on elsewhere", "cote des auteurs d’aller ailleurs"),
    "choice.looks_round": Phrase(
      "rate of choosing a home venue anew", "fréquence d’un nouveau choix de lieu"),
    "choice.found_at_once": Phrase(
      "share who find another venue at once", "part qui trouve aussitôt un autre lieu"),
    "choice.finding_time": Phrase(
      "mean time to find another venue", "temps moyen pour trouver un autre lieu"),
    "choice.coming_back_time": Phrase(
      "mean time to come to a venue that opens", "temps moyen pour venir à un lieu qui ouvre"),
    "deterrence.own": Phrase(
      "perceived risk raised by an own sanction", "risque perçu accru par une sanction subie"),
    "deterrence.carried_over": Phrase(
      "share of it that holds at other venues", "part qui vaut pour les autres lieux"),
    "deterrence.hearsay": Phrase(
      "perceived risk raised by others' sanctions", "risque perçu accru par les sanctions d’autrui"),
    "deterrence.pace": Phrase(
      "how much perceived risk slows first messages",
      "ralentissement des premiers messages par le risque perçu"),
    "deterrence.knock": Phrase(
      "how much perceived risk keeps from visits", "visites évitées à cause du risque perçu"),
    "deterrence.half_life": Phrase(
      "half-life of perceived risk", "demi-vie du risque perçu"),
    "deterrence.initial": Phrase("perceived risk at first", "risque perçu au départ"),
    "feedbacks.attention": Phrase("whether attention is limited", "l’attention est limitée"),
    "feedbacks.deterrence": Phrase(
      "whether offenders learn from sanctions", "les auteurs apprennent des sanctions"),
    "feedbacks.displacement": Phrase(
      "whether those kept out go elsewhere", "les personnes écartées vont ailleurs"),
    "feedbacks.friction": Phrase(
      "whether classes give up unequally", "les groupes renoncent inégalement"),
    "feedbacks.false_positives": Phrase(
      "whether innocent people are accused", "des innocents sont mis en cause"),
    "feedbacks.misdeclaration": Phrase(
      "whether platforms may be told a false age", "l’âge peut être faussement déclaré"),
    "feedbacks.detection": Phrase(
      "whether recorded and true harm are told apart", "faits constatés et réels sont distingués"),
    "feedbacks.congestion": Phrase(
      "whether cases wait for each other", "les signalements s’attendent l’un l’autre"),
    "feedbacks.protective_functions": Phrase(
      "whether what people lose is counted", "ce que perdent les usagers est compté"),
    "feedbacks.search": Phrase(
      "whether offenders have to search", "les auteurs doivent chercher"),
  ]

  private static let offences: [String: Phrase] = [
    "offenders[].pathway": Phrase("pathway", "parcours"),
    "offenders[].share": Phrase("share who are offenders", "part d’auteurs"),
    "offenders[].among": Phrase("among whom", "parmi qui"),
    "offenders[].activity": Phrase(
      "offenders' visits, relative to ordinary users", "visites des auteurs, relatives aux autres"),
    "offenders[].activity_log_sd": Phrase(
      "spread of visits between offenders", "dispersion des visites entre auteurs"),
    "offenders[].presents_as_minor": Phrase(
      "share of offenders who show a minor's age", "part des auteurs affichant un âge de mineur"),
    "offenders[].claims_minor": Phrase(
      "share of offenders who claim to be minors", "part des auteurs se disant mineurs"),
    "offenders[].desists_when_warned": Phrase(
      "share who stop after a warning", "part qui cesse après un avertissement"),
    "offenders[].group_size": Phrase("offenders acting together", "auteurs agissant ensemble"),
    "pathways[].family": Phrase("offence family", "famille d’infractions"),
    "pathways[].finds": Phrase("where targets are found", "où les cibles sont trouvées"),
    "pathways[].seeks": Phrase("presented ages sought", "âges affichés recherchés"),
    "pathways[].seeks_gender": Phrase("presented gender sought", "genre affiché recherché"),
    "pathways[].contacts": Phrase("offender's first messages", "premiers messages d’un auteur"),
    "pathways[].conversations_at_once": Phrase(
      "offender's conversations at once", "conversations d’un auteur à la fois"),
    "pathways[].newcomers": Phrase(
      "share of first messages to newcomers", "part des premiers messages aux arrivants"),
    "pathways[].newcomer_period": Phrase(
      "how long somebody is a newcomer", "durée de l’état d’arrivant"),
    "pathways[].repeats": Phrase(
      "whether offenders write again unasked", "nouveaux messages à la même personne"),
    "pathways[].persistence": Phrase(
      "chance to write again after a block", "probabilité de réécrire après un blocage"),
    "pathways[].recorded": Phrase(
      "share of what is told to police that is recorded",
      "part des faits dénoncés qui est enregistrée"),
    "pathways[].stages[].harm": Phrase("harm of the stage", "préjudice de l’étape"),
    "pathways[].stages[].harm_share": Phrase(
      "share of entries that do harm", "part des entrées qui causent un préjudice"),
    "pathways[].stages[].place": Phrase("place of the stage", "lieu de l’étape"),
    "pathways[].stages[].dwell": Phrase("length of the stage", "durée de l’étape"),
    "pathways[].stages[].flagged": Phrase(
      "share of the detection rate that applies", "part du taux de détection qui s’applique"),
    "pathways[].stages[].told_to_police": Phrase(
      "chance that police are told", "probabilité que la police soit prévenue"),
    "pathways[].stages[].next": Phrase("what may follow", "suites possibles"),
  ]
}
