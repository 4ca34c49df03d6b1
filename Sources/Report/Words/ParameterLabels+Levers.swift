extension ParameterLabels {
  static let gates: [String: Phrase] = [
    "registration.method": Phrase("what registration asks for", "ce que demande l’inscription"),
    "registration.drop_out.pseudonym": Phrase(
      "adults who give up: pseudonym", "adultes qui renoncent : pseudonyme"),
    "registration.drop_out.email": Phrase(
      "adults who give up: e-mail", "adultes qui renoncent : courriel"),
    "registration.drop_out.phone": Phrase(
      "adults who give up: telephone", "adultes qui renoncent : téléphone"),
    "registration.drop_out.identity": Phrase(
      "adults who give up: identity", "adultes qui renoncent : identité"),
    "registration.cost_per_check": Phrase("cost of a registration", "coût d’une inscription"),
    "age_assurance.method": Phrase("how ages are found out", "méthode de vérification d’âge"),
    "age_assurance.threshold": Phrase("least age admitted", "âge minimal admis"),
    "age_assurance.buffer": Phrase(
      "years above the threshold an estimate must reach", "marge d’âge au-dessus du seuil"),
    "age_assurance.action": Phrase(
      "what happens to those found too young", "suite pour qui paraît trop jeune"),
    "age_assurance.retries": Phrase("further attempts allowed", "essais supplémentaires permis"),
    "age_assurance.drop_out_estimation": Phrase(
      "adults who refuse facial estimation", "adultes qui refusent l’estimation faciale"),
    "age_assurance.drop_out_document": Phrase(
      "adults who refuse to show a document", "adultes qui refusent de montrer un document"),
    "age_assurance.circumvention": Phrase(
      "share who get round the check", "part qui contourne la vérification"),
    "age_assurance.genuine_accepted": Phrase(
      "chance that an adult's document is accepted",
      "probabilité qu’un document d’adulte soit accepté"),
    "age_assurance.borrowed_accepted": Phrase(
      "chance that a minor passes with a borrowed document",
      "probabilité qu’un mineur passe avec un document emprunté"),
    "age_assurance.face.bias_at_10": Phrase("bias at 10 years", "biais à 10 ans"),
    "age_assurance.face.bias_at_15": Phrase("bias at 15 years", "biais à 15 ans"),
    "age_assurance.face.bias_at_17": Phrase("bias at 17½ years", "biais à 17 ans et demi"),
    "age_assurance.face.bias_at_20": Phrase("bias at 20 years", "biais à 20 ans"),
    "age_assurance.face.bias_from_25": Phrase("bias from 25 years", "biais dès 25 ans"),
    "age_assurance.face.scale": Phrase(
      "scale of the estimate's error", "échelle de l’erreur d’estimation"),
    "age_assurance.face.degrees": Phrase(
      "degrees of freedom of the error", "degrés de liberté de l’erreur"),
    "age_assurance.cost_per_estimation": Phrase(
      "cost of a facial estimation", "coût d’une estimation faciale"),
    "age_assurance.cost_per_document": Phrase(
      "cost of a document check", "coût d’un contrôle de document"),
  ]

  static let watching: [String: Phrase] = [
    "moderation.staff": Phrase("moderators on duty at once", "modérateurs en service à la fois"),
    "moderation.handling": Phrase("time to review a case", "temps d’examen d’un dossier"),
    "moderation.priority": Phrase("which case is taken first", "dossier pris en premier"),
    "moderation.merges_reports": Phrase(
      "whether reports join a waiting case", "regroupement des signalements"),
    "moderation.detects": Phrase(
      "chance that a true case is upheld", "probabilité qu’un dossier fondé soit retenu"),
    "moderation.wrongly_upholds": Phrase(
      "chance that an innocent person's case is upheld",
      "probabilité qu’un dossier infondé soit retenu"),
    "moderation.false_reports": Phrase(
      "reports of an innocent visitor", "signalements d’un visiteur innocent"),
    "moderation.refers": Phrase(
      "share of true cases passed to the police", "part des dossiers fondés transmise à la police"),
    "moderation.referral_recorded": Phrase(
      "share of referrals that become a proceeding", "part des transmissions suivie d’une procédure"
    ),
    "classifier.active": Phrase("classifier reads conversations", "détection automatique active"),
    "classifier.detects": Phrase(
      "share of harmful conversations flagged", "part des conversations nuisibles signalée"),
    "classifier.false_flags": Phrase(
      "share of harmless conversations flagged", "part des conversations anodines signalée"),
    "sanctions.warnings": Phrase("warnings first", "avertissements d’abord"),
    "sanctions.suspensions": Phrase("suspensions next", "suspensions ensuite"),
    "sanctions.suspension": Phrase("length of a suspension", "durée d’une suspension"),
    "sanctions.scope": Phrase("what a ban is tied to", "ce à quoi tient un bannissement"),
    "sanctions.return_probability": Phrase(
      "chance that a banned person returns", "probabilité qu’une personne bannie revienne"),
    "sanctions.return_delay": Phrase("delay from ban to return", "délai du bannissement au retour"),
    "contact_rules.adults_to_minors": Phrase(
      "whether adults may write first to minors", "premier message d’un adulte à un mineur permis"),
    "contact_rules.minors_hidden": Phrase(
      "whether minors are left out of the directory", "mineurs absents de l’annuaire"),
    "contact_rules.age_gap": Phrase(
      "largest age gap for a first message", "plus grand écart d’âge pour un premier message"),
    "contact_rules.first_messages_per_hour": Phrase(
      "first messages allowed in an hour", "premiers messages permis par heure"),
    "closure.kind": Phrase("closure", "fermeture"),
    "closure.get_round": Phrase(
      "share who get round a block", "part qui contourne un blocage"),
    "decoys.recorded": Phrase(
      "share of usable identifications recorded", "part des identifications utilisables enregistrée"
    ),
    "decoys.police_hours_per_submission": Phrase(
      "police time for a volunteers' submission", "temps de police par transmission de bénévoles"),
  ]
}
