// Made by vigie manual --write from Scenarios; edits here are lost.

extension Shipped {
  static let page3: [(name: String, text: String)] = [
    (
      "standard-chat-day.yaml",
      ##"""
      # The standard chat day: the work that engines are compared by. One day, no warm-up; everybody may be
      # written to, each report is reviewed, whoever is reported is banned without return.
      schema_version: 1
      name: standard-chat-day
      title: The standard chat day
      time: { start: 2022-01-05, warm_up: 0 h, window: 1 d }
      people:
        count: 100000
        minor_share: 0 %
        adults_present_as_minors: 0 %
        visits: 1 /d
        visit_duration: { lognormal: { median: 18.195919791379 min, log_sd: 1 } }   # mean 30 min
        daily_profile: { peak_to_trough: 1 }
        messages: 1 /min
        attention: 65535
        turnover: 0 /y
      rooms:
        - { name: room, count: 100, share: 100 % }
      registration: { method: none }
      age_assurance: { method: none }
      moderation:
        staff: 5
        handling: { exponential: { mean: 10 min } }
        detects: 100 %
        wrongly_upholds: 0 %
        false_reports: 0 /h
        priority: oldest_first
        merges_reports: no
      sanctions: { scope: identity, return_probability: 0 % }
      offenders:
        - { name: offender, pathway: contacts, among: everybody, share: 1 %, activity: 1 }
      pathways:
        - name: contacts
          finds: room
          seeks: 0 y .. 130 y
          contacts: 0.5 /min
          conversations_at_once: 0
          newcomers: 0 %
          repeats: yes
          recorded: 0 %
          stages:
            - { name: contact, next: { harm: 5 %, ends: 95 % } }
            - { name: harm, harm: H1, next: { report: 10 %, ends: 90 % } }
      displacement: { displaced_share: 0 % }

      """##
    ),
    (
      "targets/coco-prevalence.csv",
      ##"""
      outcome,low,target,high,unit,role,source,tolerance
      proceedings_expected,18.85,18.85,18.85,per day,fitted,"23,051 proceedings from 2021-01-01 to 2024-05-07 (1,223 days)",0.1
      minors_solicited,0.09,,0.22,share,fitted,"soft, of the general youth population: unwanted sexual solicitation in the past year, ages 10 to 17: 9 to 19 % (YISS-1 to 3), 22 % (Thorn 2021)",2
      minors_groomed,0.03,,0.054,share,fitted,"soft, of the general youth population: aggressive solicitation in a year 3 to 4 % (YISS-2, 3); grooming by adults before 18 5.4 % (Finkelhor et al. 2022)",2
      victims_identified_expected,2.5,2.75,2.99,per week,predicted,"480 identified victims in the transmitted proceedings, same window assumed",
      contact_assaults_per_week,1,,,per week,predicted,"an association's president: about one assault a week",
      contacts_first_10_min,5,,45,contacts,predicted,"tests by reporters and volunteers: 5 to 45 within minutes, youth profile",

      """##
    ),
    (
      "targets/coco.csv",
      ##"""
      outcome,low,target,high,unit,role,source
      proceedings_expected,18.85,18.85,18.85,per day,fitted,"23,051 proceedings from 2021-01-01 to 2024-05-07 (1,223 days)"
      victims_identified_expected,2.5,2.75,2.99,per week,predicted,"480 identified victims in the transmitted proceedings, same window assumed"
      contact_assaults_per_week,1,,,per week,predicted,"an association's president: about one assault a week"
      contacts_first_10_min,5,,45,contacts,predicted,"tests by reporters and volunteers: 5 to 45 within minutes, youth profile"

      """##
    ),
  ]
}
