// Made by vigie manual --write from Scenarios; edits here are lost.

extension Shipped {
  static let page1: [(name: String, text: String)] = [
    (
      "classroom.yaml",
      ##"""
      # The unmoderated case at the size of a class: a day in less than a tenth of a second, and the same effects
      # as at full size. 57,000 people, so that the study's fifteen moderators for 850,000 are one whole person.
      schema_version: 1
      extends: coco.yaml
      name: classroom
      title: A small unmoderated platform for trying things out
      time: { warm_up: 1 d, window: 3 d }
      people: { count: 57000 }
      # Of ten moderators for 850,000 people two thirds of one are left: one, for two thirds of the day.
      venues:
        - { name: b, moderation: { staff: 1, hours_per_day: 16 h } }
      # At full size nobody who looks through a directory runs out of people to write to. Here some would, and
      # gates would look better by five points; so whoever was written to may be found again.
      pathways:
        - { name: solicitation, repeats: yes }

      """##
    ),
    (
      "coco-classifier.yaml",
      ##"""
      # The same moderators, and a classifier that fills their queue.
      schema_version: 1
      extends: coco-moderators.yaml
      name: coco-classifier
      title: Classifier with moderators
      classifier:
        active: yes
        detects: { uniform: { low: 50 %, high: 95 % } }
        false_flags: { lognormal: { median: 0.1 %, log_sd: 1 } }
        fixed_cost: 500 EUR

      """##
    ),
    (
      "coco-closure.yaml",
      ##"""
      # What happened in June 2024, moved to the beginning of the window: the platform is closed by seizure, and
      # the rivals are still there.
      schema_version: 1
      extends: coco.yaml
      name: coco-closure
      title: Coco-like platform closed by seizure, rivals open
      closure: { kind: seizure }

      """##
    ),
    (
      "coco-document.yaml",
      ##"""
      # Everybody shows a document once for each account; the platform admits from 18.
      schema_version: 1
      extends: coco.yaml
      name: coco-document
      title: Document check, 18
      age_assurance:
        method: document
        threshold: 18 y
        drop_out_document: { uniform: { low: 13 %, high: 51 % } }
        minor_odds: { lognormal: { median: 2, log_sd: 0.5 } }
        offender_odds: { lognormal: { median: 2, log_sd: 0.7 } }
        circumvention: { uniform: { low: 5 %, high: 25 % } }
        genuine_accepted: 98 %
        borrowed_accepted: { beta: { a: 1, b: 9 } }
        cost_per_document: { uniform: { low: 0.5 EUR, high: 2 EUR } }

      """##
    ),
    (
      "coco-email.yaml",
      ##"""
      # An account needs an e-mail address that is confirmed.
      schema_version: 1
      extends: coco.yaml
      name: coco-email
      title: E-mail registration
      registration:
        method: email
        drop_out: { email: { uniform: { low: 8 %, high: 20 % } } }
        minor_odds: { lognormal: { median: 1.2, log_sd: 0.3 } }
        offender_odds: { lognormal: { median: 2, log_sd: 0.7 } }

      """##
    ),
    (
      "coco-face.yaml",
      ##"""
      # Facial age estimation at 18 with a buffer of 7 years ("Challenge 25"); below 25, no entry.
      # Nothing stands behind the estimate: adults who look young are refused.
      schema_version: 1
      extends: coco.yaml
      name: coco-face
      title: Facial estimation, 18 with buffer to 25
      age_assurance:
        method: estimation
        threshold: 18 y
        buffer: 7 y
        retries: 1
        # How far teenagers look older than they are differs between algorithms: mean absolute errors at 13 to
        # 16 have quartiles of 2.63, 3.44 and 4.43 years (NIST FATE AEV, 49 algorithms).
        face:
          bias_at_15: { lognormal: { median: 3.1 y, log_sd: 0.39 } }
          bias_at_17: { lognormal: { median: 3.55 y, log_sd: 0.39 } }
        drop_out_estimation: { uniform: { low: 5 %, high: 50 % } }
        minor_odds: { lognormal: { median: 2, log_sd: 0.5 } }
        offender_odds: { lognormal: { median: 2, log_sd: 0.7 } }
        circumvention: { uniform: { low: 5 %, high: 25 % } }
        cost_per_estimation: { uniform: { low: 0.01 EUR, high: 0.3 EUR } }

      """##
    ),
    (
      "coco-identity.yaml",
      ##"""
      # An account needs a proof of identity. The age on it is not used: this is registration alone.
      schema_version: 1
      extends: coco.yaml
      name: coco-identity
      title: Identity registration
      registration:
        method: identity
        drop_out: { identity: { uniform: { low: 13 %, high: 51 % } } }
        minor_odds: { lognormal: { median: 3, log_sd: 0.6 } }
        offender_odds: { lognormal: { median: 2, log_sd: 0.7 } }
        cost_per_check: 1 EUR

      """##
    ),
    (
      "coco-minors-rules.yaml",
      ##"""
      # Minors may come in and say so: the form asks for 13, and those who declare a minor's age are not
      # listed and get no first message from adults. Protects only those who tell the truth.
      schema_version: 1
      extends: coco.yaml
      name: coco-minors-rules
      title: Contact rules for declared minors
      people:
        minors_declare_adult: { uniform: { low: 23 %, high: 47 % } }
      age_assurance: { method: declared, threshold: 18 y, action: mark }
      contact_rules:
        adults_to_minors: no
        minors_hidden: yes
        compliance: 95 %

      """##
    ),
    (
      "coco-moderators.yaml",
      ##"""
      # Fifteen moderators round the clock answer what users report; bans are tied to devices, because
      # there are no accounts to ban.
      schema_version: 1
      extends: coco.yaml
      name: coco-moderators
      title: Reactive moderators, 15 round the clock
      moderation:
        staff: 15
        hours_per_day: 24 h
        handling: { lognormal: { median: { lognormal: { median: 5 min, log_sd: 0.4 } }, log_sd: 0.7 } }
        detects: { beta: { a: 18, b: 2 } }
        wrongly_upholds: { beta: { a: 2, b: 38 } }
        false_reports: { lognormal: { median: 0.002 /h, log_sd: 1 } }
        cost_per_hour: { uniform: { low: 20 EUR/h, high: 50 EUR/h } }
      sanctions: { scope: device }

      """##
    ),
    (
      "coco-phone.yaml",
      ##"""
      # An account needs a telephone number that is confirmed.
      schema_version: 1
      extends: coco.yaml
      name: coco-phone
      title: Phone registration
      registration:
        method: phone
        drop_out: { phone: { uniform: { low: 20 %, high: 30 % } } }
        minor_odds: { lognormal: { median: 1.5, log_sd: 0.4 } }
        offender_odds: { lognormal: { median: 2, log_sd: 0.7 } }
        cost_per_check: 0.05 EUR

      """##
    ),
    (
      "coco-policies.yaml",
      ##"""
      # Eight policies against the unmoderated platform, with the same random numbers.
      schema_version: 1
      name: coco-policies
      title: Eight policies on a Coco-like platform
      baseline: coco.yaml
      alternatives:
        - coco-email.yaml
        - coco-phone.yaml
        - coco-identity.yaml
        - coco-face.yaml
        - coco-document.yaml
        - coco-moderators.yaml
        - coco-classifier.yaml
        - coco-minors-rules.yaml
      draws: 12
      # Moderators work by and by: their effects are watched for three weeks in a few draws.
      follow_up: { window: 21 d, draws: 4, scenarios: [coco-moderators, coco-classifier] }
      seed: 20240625

      """##
    ),
  ]
}
