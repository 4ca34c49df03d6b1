// Made by vigie manual --write from Scenarios; edits here are lost.

extension Shipped {
  static let page2: [(name: String, text: String)] = [
    (
      "coco.yaml",
      ##"""
      # A platform like Coco.gg as the articles describe it: no registration, a form that believes
      # everybody, a directory that shows age and place, no moderators.
      #
      # What is known: 23,051 proceedings from 2021-01-01 to 2024-05-07 (18.85 a day), 480 identified
      # victims in those that 70 offices passed on. Everything else is a prior, to be varied.
      #
      # Parameters that were SET, so that at the medians (--fixed) the expected eventual proceedings are
      # 18.85 a day, in an assumed mix of offence families (child sexual offences 70 %, procuring 10 %,
      # illicit sales 15 %, ambushes 5 %): `recorded` of the five pathways, and nothing else. Harm and
      # recording cannot be told apart: half the harm with twice the recording gives the same counts. So
      # effects of policies mean something in this model; levels do not.
      schema_version: 1
      name: coco
      title: Coco-like platform, unmoderated

      time:
        start: 2022-01-05        # a Wednesday: the window has two weekdays and a Saturday, nearly the week's mean
        warm_up: 1 d
        window: 3 d

      people:
        count: { lognormal: { median: 850000, log_sd: 0.3 } }       # monthly users: assumed
        minor_share: { beta: { a: 3, b: 22 } }
        woman_share: 11 %
        minors_present_as_minors: { uniform: { low: 50 %, high: 90 % } }
        adults_present_as_minors: { uniform: { low: 0 %, high: 2 % } }
        minors_declare_adult: 100 %                                 # the form asks for 18
        visits: { lognormal: { median: { lognormal: { median: 3 /week, log_sd: 0.3 } }, log_sd: 0.8 } }
        visit_duration: { lognormal: { median: { lognormal: { median: 15 min, log_sd: 0.3 } }, log_sd: 1.1 } }
        daily_profile:
          peak: 21 h
          peak_to_trough: { uniform: { low: 2, high: 8 } }
          weekend: 1.2
        messages: { lognormal: { median: 1 /min, log_sd: 0.7 } }

      # How many rooms there are nobody has counted, and where offenders look in rooms it decides how they
      # meet minors: ten times as many halve what moderators do. Numbers for 850,000 people: assumed.
      rooms:
        - { name: general, count: { lognormal: { median: 40, log_sd: 0.8 } }, per: 850000, share: 60 % }
        - { name: topical, count: { lognormal: { median: 60, log_sd: 0.8 } }, per: 850000, share: 15 %, minors: 2 }
        - { name: adult_sexual, count: { lognormal: { median: 20, log_sd: 0.8 } }, per: 850000, share: 20 %, minors: 0.3 }
        - { name: age_suggestive, count: { lognormal: { median: 5, log_sd: 0.8 } }, per: 850000, share: 5 %, minors: 4, offenders: 6 }

      directory:
        lists: [age, gender, area]
        minors_listed: yes

      registration:
        method: none
        attempt_noise: { lognormal: { median: 10 %, log_sd: 0.6 } }
        # How soon somebody banned is back, and what is left of writing again at once: nobody has measured
        # either, so each is drawn; medians are the tables' defaults.
        return_factor:
          none: { lognormal: { median: 2.5, log_sd: 0.5 } }
          pseudonym: { lognormal: { median: 2, log_sd: 0.5 } }
          email: { lognormal: { median: 1.5, log_sd: 0.5 } }
          phone: { lognormal: { median: 0.75, log_sd: 0.5 } }
          identity: { lognormal: { median: 0.1, log_sd: 0.8 } }
        persistence_factor:
          pseudonym: { uniform: { low: 40 %, high: 100 % } }
          email: { uniform: { low: 10 %, high: 70 % } }
          phone: { uniform: { low: 0 %, high: 20 % } }
          identity: { uniform: { low: 0 %, high: 2 % } }
      age_assurance:
        method: declared
        threshold: 18 y
        attempt_noise: { lognormal: { median: 10 %, log_sd: 0.6 } }
      moderation: { staff: 0 }
      classifier: { active: no }
      # Used only by policies that sanction. Everybody banned comes back in time: the delay is drawn.
      sanctions:
        scope: account
        return_probability: { choice: { values: [100 %, 60 %], weights: [3, 1] } }
        return_delay: { lognormal: { median: { lognormal: { median: 1 d, log_sd: 1 } }, log_sd: 1.5 } }
        scope_factor:
          account: { lognormal: { median: 1, log_sd: 0.3 } }
          device: { uniform: { low: 0.2, high: 1 } }
          phone: { uniform: { low: 0.1, high: 0.7 } }
          identity: { lognormal: { median: 0.05, log_sd: 0.7 } }

      offenders:
        - name: solicitor_contact_driven
          pathway: solicitation
          share: { lognormal: { median: 1.2 %, log_sd: 0.8 } }
          activity: { lognormal: { median: 5, log_sd: 0.8 } }
          activity_log_sd: { uniform: { low: 0.3, high: 1.3 } }
          claims_minor: { uniform: { low: 0 %, high: 40 % } }
          desists_when_warned: { uniform: { low: 11 %, high: 25 % } }
          understates_age: { uniform: { low: 0 %, high: 80 % } }
        - name: solicitor_online_only
          pathway: exposure
          share: { lognormal: { median: 0.8 %, log_sd: 0.8 } }
          activity: { lognormal: { median: 5, log_sd: 0.8 } }
          activity_log_sd: { uniform: { low: 0.3, high: 1.3 } }
          claims_minor: { uniform: { low: 0 %, high: 20 % } }
          desists_when_warned: { uniform: { low: 11 %, high: 25 % } }
          understates_age: { uniform: { low: 0 %, high: 80 % } }
        # The next three kinds are of another offence family; their numbers are assumed.
        - { name: procurer, pathway: procuring, share: 0.2 %, activity: 5 }
        - { name: seller, pathway: selling, share: 0.5 %, activity: 5 }
        - { name: ambusher, pathway: ambush, among: everybody, share: 0.2 %, activity: 2, group_size: 4 }

      pathways:
        - name: solicitation
          family: child_sexual_offence
          # Where he looks turns signs: once he looks in rooms, gates help and moderators fall behind.
          finds: { choice: { values: [directory, room], weights: [3, 1] } }
          seeks: 0 y .. 17 y
          contacts: { lognormal: { median: 0.25 /min, log_sd: 0.5 } }
          search_half: { lognormal: { median: 30, log_sd: 1.5 } }    # those listed, per 850,000 people: assumed
          conversations_at_once: 6
          newcomers: { uniform: { low: 10 %, high: 60 % } }
          persistence: { beta: { a: 5, b: 5 } }
          recorded: 0.375 %
          stages:
            - name: contact
              harm: H2
              harm_share: { beta: { a: 4, b: 6 } }
              flagged: 10 %
              told_to_police: { beta: { a: 3, b: 72 } }
              # Of a hundred first messages two are reported: LN(2 %, 1.2), assumed. Thorn 2021 has 50 % of
              # affected minors who ever reported, per person and with tools: a bound from above.
              next:
                conversation: { lognormal: { median: 0.1 /min, log_sd: 0.5 } }
                block: { lognormal: { median: 0.3 /min, log_sd: 0.5 } }
                report: { lognormal: { median: 0.02 /min, log_sd: 1.2 } }
                leave: { lognormal: { median: 0.6 /min, log_sd: 0.3 } }
            - name: conversation
              flagged: 50 %
              next:
                escalation: { lognormal: { median: 1 /h, log_sd: 0.5 } }
                block: { lognormal: { median: 1 /h, log_sd: 0.5 } }
                report: { lognormal: { median: 0.1 /h, log_sd: 1.2 } }
                leave: { lognormal: { median: 3 /h, log_sd: 0.3 } }
            - name: escalation
              harm: H3
              flagged: 100 %
              told_to_police: { beta: { a: 3, b: 72 } }
              dwell: { lognormal: { median: 30 min, log_sd: 1.5 } }
              next: { private: { beta: { a: 3, b: 7 } } }
            - name: private
              place: private
              harm: H1
              harm_share: 50 %
              told_to_police: { beta: { a: 3, b: 72 } }
              dwell: { lognormal: { median: 7 d, log_sd: 1.5 } }
              next: { meeting: { beta: { a: 2, b: 8 } } }
            - name: meeting
              place: offline
              harm: H6
              told_to_police: 10 %
              next: { offence: { beta: { a: 2, b: 8 } } }
            - name: offence
              place: offline
              harm: H7
              told_to_police: 30 %

        - name: exposure
          family: child_sexual_offence
          finds: { choice: { values: [room, directory], weights: [3, 1] } }
          seeks: 0 y .. 17 y
          contacts: { lognormal: { median: 0.25 /min, log_sd: 0.5 } }
          search_half: { lognormal: { median: 2, log_sd: 1 } }       # those in one room: assumed
          conversations_at_once: 6
          newcomers: { uniform: { low: 10 %, high: 60 % } }
          persistence: { beta: { a: 5, b: 5 } }
          recorded: 0.375 %
          stages:
            - name: contact
              harm: H1
              harm_share: { beta: { a: 4, b: 6 } }
              flagged: 10 %
              told_to_police: { beta: { a: 3, b: 72 } }
              next:
                conversation: { lognormal: { median: 0.05 /min, log_sd: 0.5 } }
                block: { lognormal: { median: 0.4 /min, log_sd: 0.5 } }
                report: { lognormal: { median: 0.03 /min, log_sd: 1.2 } }
                leave: { lognormal: { median: 0.5 /min, log_sd: 0.3 } }
            - name: conversation
              flagged: 50 %
              next:
                escalation: { lognormal: { median: 1 /h, log_sd: 0.5 } }
                block: { lognormal: { median: 1.5 /h, log_sd: 0.5 } }
                report: { lognormal: { median: 0.15 /h, log_sd: 1.2 } }
                leave: { lognormal: { median: 3 /h, log_sd: 0.3 } }
            - name: escalation
              harm: H3
              flagged: 100 %
              told_to_police: { beta: { a: 3, b: 72 } }
              dwell: { lognormal: { median: 15 min, log_sd: 1.5 } }
              next: { private: { beta: { a: 2, b: 8 } } }
            - name: private
              place: private
              harm: H1
              dwell: { lognormal: { median: 7 d, log_sd: 1.5 } }

        - name: procuring
          family: procuring
          finds: directory
          seeks: 14 y .. 25 y
          contacts: 0.1 /min
          conversations_at_once: 4
          newcomers: 10 %
          recorded: 58.5 %
          stages:
            - { name: contact, next: { conversation: 0.1 /min, block: 0.3 /min, report: 0.02 /min, leave: 0.6 /min } }
            - { name: conversation, dwell: { lognormal: { median: 30 min, log_sd: 1.5 } }, next: { private: 30 % } }
            - { name: private, place: private, dwell: { lognormal: { median: 3 d, log_sd: 1.5 } }, next: { exploitation: 20 % } }
            - { name: exploitation, place: offline, harm: H8, told_to_police: 20 % }

        - name: selling
          family: illicit_sale
          finds: directory
          seeks: 18 y .. 99 y
          contacts: 0.1 /min
          conversations_at_once: 6
          newcomers: 0 %
          recorded: 67.4 %
          stages:
            - { name: contact, next: { conversation: 0.1 /min, block: 0.2 /min, report: 0.01 /min, leave: 0.7 /min } }
            - { name: conversation, dwell: { lognormal: { median: 10 min, log_sd: 1 } }, next: { private: 30 % } }
            - { name: private, place: private, dwell: { lognormal: { median: 1 d, log_sd: 1 } }, next: { sale: 40 % } }
            - { name: sale, place: offline, harm: H11, told_to_police: 3 % }

        - name: ambush
          family: ambush
          finds: directory
          seeks: 18 y .. 99 y
          contacts: 0.05 /min
          conversations_at_once: 2
          newcomers: 0 %
          recorded: 65.4 %
          stages:
            - { name: contact, next: { conversation: 0.1 /min, block: 0.2 /min, report: 0.01 /min, leave: 0.6 /min } }
            - { name: conversation, dwell: { lognormal: { median: 30 min, log_sd: 1 } }, next: { private: 40 % } }
            - { name: private, place: private, dwell: { lognormal: { median: 2 d, log_sd: 1 } }, next: { ambush: 20 % } }
            - { name: ambush, place: offline, harm: H9, told_to_police: 30 % }

      recording:
        offices: 70
        delay: { lognormal: { median: 6 month, log_sd: 0.9 } }
        victim_identified: { beta: { a: 1, b: 9 } }                 # free; never fitted

      # Two rivals stand ready, and people choose among the platform, the rivals and staying off line. Sizes and
      # rules of the rivals are assumed and drawn: after the closure of the real platform look-alikes and
      # comparable sites stood ready with few users; larger services ask for an address and read reports.
      venues:
        # A look-alike: no registration, a form that believes everybody, nobody who watches.
        - name: a
          size: { lognormal: { median: 0.1, log_sd: 0.7 } }
          age_assurance: { method: declared, threshold: 18 y }
        # A larger service with an address, a few moderators, bans tied to the device.
        - name: b
          size: { lognormal: { median: 0.3, log_sd: 0.7 } }
          registration: { method: email }
          age_assurance: { method: declared, threshold: 18 y }
          moderation: { staff: 10 }
          sanctions:
            scope: device
            return_delay: { lognormal: { median: 1 d, log_sd: 1.5 } }

      choice:
        size: { uniform: { low: 0.3, high: 0.9 } }
        openness: { uniform: { low: 0, high: 2 } }
        critical_mass: { lognormal: { median: 200, log_sd: 0.7 } }
        offender_odds: { lognormal: { median: 2, log_sd: 0.5 } }
        looks_round: { lognormal: { median: 0.02 /week, log_sd: 0.7 } }
        found_at_once: { uniform: { low: 90 %, high: 100 % } }
        finding_time: 2.5 month
        coming_back_time: { lognormal: { median: 1 month, log_sd: 0.7 } }

      # Of those kept out so many go on elsewhere while the rivals of the start are open; nobody has measured it.
      displacement:
        displaced_share: { beta: { a: 4, b: 2 } }

      # What offenders make of sanctions: own ones and those they hear of make them come and write less for
      # some weeks. It acts where somebody is sanctioned; no size is published, so all of it is drawn.
      deterrence:
        own: { uniform: { low: 5 %, high: 40 % } }
        carried_over: { uniform: { low: 0 %, high: 100 % } }
        hearsay: { uniform: { low: 0 %, high: 100 % } }
        pace: { uniform: { low: 0, high: 5 } }
        knock: { lognormal: { median: 0.3, log_sd: 0.7 } }
        half_life: { lognormal: { median: 30 d, log_sd: 0.7 } }

      """##
    )
  ]
}
