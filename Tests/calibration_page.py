"""Writes the tables and figures of docs/calibration.md and of the README from the published tables.

    python3 Tests/calibration_page.py [--check]

With --check nothing is written; ends with 1 where a page differs.
"""

import csv
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
NAMES = {
    "classroom": "No policy", "email": "E-mail registration", "phone": "Phone registration",
    "identity": "Identity registration", "face": "Facial estimation", "document": "Document check",
    "moderators": "Reactive moderators", "classifier": "Classifier with moderators",
    "minors-rules": "Contact rules for declared minors"}
OUTCOMES = {
    "proceedings_expected": "proceedings", "victims_identified_expected": "identified victims",
    "contact_assaults_per_week": "contact assaults", "contacts_first_10_min": "contacts in the first 10 min",
    "minors_solicited": "minors solicited", "minors_groomed": "minors groomed"}


def rows(name):
    with open(ROOT / "Results/published" / (name + ".csv"), newline="") as file:
        return list(csv.DictReader(file))


def number(text, digits=3):
    if text == "":
        return ""
    value = float(text)
    return f"{value:,.0f}" if abs(value) >= 1_000 else f"{value:.{digits}g}"


def spread(row, prefix=""):
    low, high = row[prefix + "ui_low"], row[prefix + "ui_high"]
    return f"{number(row[prefix + 'median'])} ({number(low)} to {number(high)})"


def table(header, lines):
    bar = "|" + "---|" * len(header)
    return "\n".join(["| " + " | ".join(header) + " |", bar] + ["| " + " | ".join(line) + " |" for line in lines])


def source(row):
    low, high = row["low"] or row["target"], row["high"]
    if not high:
        return "≥ " + number(low)
    return number(row["target"], 4) if low == high else f"{number(low)} to {number(high)}"


def patterns(name):
    header = ["outcome", "source", "from the priors", "plausible", "unit", "role", "verdict"]
    return table(header, [
        [OUTCOMES[r["outcome"]], source(r), spread(r, "prior_"), spread(r), r["unit"], r["role"], r["verdict"]]
        for r in rows(name)])


def fit():
    steps = rows("calibration-generations")
    run = sum(int(s["worlds_run"]) for s in steps)
    last = steps[-1]
    words = " ".join(
        f"Bound {number(s['implausibility'])}: {int(s['worlds_run']):,} worlds run, {int(s['moved']):,} moves made, "
        f"{s['distinct']} different." for s in steps[2:])
    return (
        f"{run:,} worlds are run. The emulator of the bank leaves {float(steps[0]['open']):.0%} of the priors' worlds open, both "
        f"{float(steps[1]['open']):.0%}. {words} The plausible set has 1,000 worlds of equal weight, {last['distinct']} of them "
        "different.")


def ridge():
    tie = lambda r: float(r["correlation"]) - float(r["prior_correlation"])
    first = min((r for r in rows("calibration-inputs") if r["correlation"]), key=tie)
    return (
        f"Over the priors `{first['input']}` and harm have nothing to do with each other (rank correlation "
        f"{float(first['prior_correlation']):+.2f}); among plausible worlds much of the one goes with little of the other "
        f"({float(first['correlation']):+.2f}).")


def recovery():
    found = rows("calibration-recovery")
    shares = [float(r["inside"]) for r in found]
    return (
        f"Of {found[0]['truths']} worlds of the bank, each taken for the truth in turn, {sum(shares) / len(shares):.1%} of {len(found)} inputs lie "
        f"within the region that should hold 90 %; input by input {min(shares):.1%} to {max(shares):.1%}.")


def reached():
    steps = rows("prevalence-generations")
    last, run = steps[-1], sum(int(s["worlds_run"]) for s in steps)
    bound = float(last["implausibility"])
    text = (
        f"{run:,} worlds are run; the last population is within {1.1 ** bound - 1:.0%} of the proceedings and a factor of {3 ** bound:.2g} of "
        f"the bands, and has {last['distinct']} different worlds of 150.")
    return text if bound <= 1 else text + (
        " It was stopped there: each step takes longer than the one before, since hardly any world of the priors has so many proceedings with "
        "so few minors reached. The same command goes on.")


def moved():
    before = {r["input"]: r for r in rows("calibration-inputs")}
    change = lambda r: abs(float(r["moved"]) - float(before[r["input"]]["moved"]))
    both = sorted((r for r in rows("prevalence-inputs") if r["input"] in before), key=change, reverse=True)
    header = ["input", "from the priors", "plausible by proceedings", "by proceedings and prevalence", "moved, in deviations of the prior"]
    return table(header, [
        [f"`{r['input']}`", *(["as the size of the platform"] * 3 if r["input"] == "people.count" else
                              [spread(r, "prior_"), spread(before[r["input"]]), spread(r)]),
         f"{float(before[r['input']]['moved']):+.2f} → {float(r['moved']):+.2f}"] for r in both[:8]])


def ranking():
    header = ["policy", "best in", "mean regret", "in 95 % of worlds at most", "best by serious harm in", "mean regret"]
    found = rows("plausible-ranking")
    contacts = [r for r in found if r["outcome"] == "unwanted_contacts"]
    serious = {r["scenario"]: r for r in found if r["outcome"] == "serious_harm"}
    best = lambda r: f"{float(r['p_best']):.0%} ({float(r['p_best_low']):.0%} to {float(r['p_best_high']):.0%})"
    share = lambda r, name: f"{float(r[name]):.0%}"
    return table(header, [
        [NAMES[r["scenario"]], best(r), share(r, "regret_mean"), share(r, "regret_high"), best(serious[r["scenario"]]),
         share(serious[r["scenario"]], "regret_mean")]
        for r in sorted(contacts, key=lambda r: -float(r["p_best"]))])


def worth():
    found = [r for r in rows("plausible-information") if r["outcome"] == "unwanted_contacts"]
    header = ["input", "worth knowing", "best where it is low", "best where it is high"]
    told = [r for r in found if r["told"] == "true"]
    lines = [[f"`{r['parameter']}`", f"{float(r['evppi']):.1%}", NAMES[r["leader_at_low"]], NAMES[r["leader_at_high"]]]
             for r in found[:5]]
    first = found[0]
    return (
        f"By mean harm {NAMES[first['leader']].lower()} is chosen. Who knew everything, chance among it, would avoid {float(first['evpi']):.1%} of "
        f"the baseline's harm beyond that. Single inputs are worth at most {float(first['evppi']):.1%}; below {float(first['bound']):.1%} they are not told from "
        f"chance, so {len(told)} of these five are told:\n\n{table(header, lines)}")


BLOCKS = {"fit": fit, "patterns": lambda: patterns("calibration-patterns"), "ridge": ridge, "recovery": recovery,
          "reached": reached, "prevalence": lambda: patterns("prevalence-patterns"), "moved": moved, "ranking": ranking, "worth": worth}

differs = False
for page in (ROOT / "docs/calibration.md", ROOT / "README.md"):
    text = old = page.read_text()
    for name in re.findall(r"<!-- fit-(\w+): begin -->", text):
        begin, end = f"<!-- fit-{name}: begin -->", f"<!-- fit-{name}: end -->"
        before, rest = text.split(begin)
        text = before + begin + "\n" + BLOCKS[name]() + "\n" + end + rest.split(end)[1]
    if text != old:
        differs = True
        if "--check" in sys.argv:
            print(f"{page.name} is not what the published tables say; run: python3 Tests/calibration_page.py")
        else:
            page.write_text(text)
sys.exit(1 if differs and "--check" in sys.argv else 0)
