"""Effects of the published policies on platforms of three sizes, search at three quantiles of its prior.

No result may hang on the size of a platform where nobody chose that: rooms and the search of offenders
are per people, and the staff here is too. Parameters stand at their medians but for `search_half` of
both pathways towards minors, which takes its 10 %, 50 % and 90 % quantile; so every difference between
columns of one block is chance or size. Prints the change of unwanted contacts, all venues, with the
standard error of the mean over pairs (log ratio), and writes Results/published/sizes.csv.

    make sizes          (about twenty minutes on two cores)
"""
import csv
import json
import math
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
VIGIE = ROOT / ".build/release/vigie"
FULL = 850_000
SIZES = [(30_000, 24), (200_000, 8), (FULL, 4)]
STAFF = 15
POLICIES = ["email", "phone", "identity", "face", "document", "moderators", "classifier", "minors-rules"]
QUANTILES = {"10 %": -1.2815515655446004, "50 %": 0.0, "90 %": 1.2815515655446004}


def resolved(scenario):
    """Every value of a shipped scenario at its path, as text."""
    listing = subprocess.run(
        [VIGIE, "check", ROOT / f"Scenarios/{scenario}.yaml", "--resolved"], check=True, text=True,
        stdout=subprocess.PIPE).stdout
    return dict(re.findall(r"^(\S+) {2,}(.+?) {2,}\S", listing, re.M))


def search_priors():
    """Median of search_half and spread of its logarithm, by pathway, as the case has them."""
    law = r"\{ lognormal: \{ median: (\S+), log_sd: (\S+) \} \}"
    found = {}
    for path, value in resolved("coco").items():
        name, match = re.fullmatch(r"pathways\.(\w+)\.search_half", path), re.fullmatch(law, value)
        if name and match:
            found[name[1]] = float(match[1]), float(match[2])
    return found


def rivals():
    """Names of the rivals of the case that have moderators, and how many."""
    found = ((re.fullmatch(r"venues\.(\w+)\.moderation\.staff", path), value)
             for path, value in resolved("coco").items())
    return [(name[1], float(value)) for name, value in found if name and float(value) > 0]


def duty(staff, people):
    """So many moderators for the full size, at another one: whole people by hours a day."""
    share = staff * people / FULL
    whole = max(1, round(share))
    return {"staff": whole, "hours_per_day": f"{min(24, 24 * share / whole):.6g} h", "shift_start": "12 h"}


def study(folder, people):
    """A study file at one size; staff in proportion, that of a rival too."""
    size = {"people": {"count": people},
            "venues": [{"name": name, "moderation": duty(staff, people)} for name, staff in rivals()]}
    lines = []
    for name in POLICIES:
        item = {"name": name, "extends": str(ROOT / f"Scenarios/coco-{name}.yaml"),
                "set": dict(size)}
        if name in ("moderators", "classifier"):
            item["set"]["moderation"] = duty(STAFF, people)
        lines.append(item)
    base = folder / "base.yaml"
    base.write_text(json.dumps({"extends": str(ROOT / "Scenarios/coco.yaml"), "name": "coco", **size}))
    file = folder / "sizes.yaml"
    file.write_text(json.dumps({"name": "sizes", "baseline": str(base), "alternatives": lines}))
    return file


def logarithms(people, pairs, settings, outcomes):
    """For each outcome and policy the log ratio to the baseline in each pair; parameters at their medians."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        command = [VIGIE, "compare", study(folder, people), "--fixed", "-r", str(pairs),
                   "--out", folder / "out", "--quiet", "--no-progress"]
        for setting in settings:
            command += ["--set", setting]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with open(folder / "out/runs.csv", newline="") as file:
            rows = list(csv.DictReader(file))
    found = {}
    for outcome in outcomes:
        runs = {}
        for row in rows:
            runs.setdefault(row["scenario"], {})[row["replicate"]] = float(row[outcome])
        found[outcome] = {
            policy: [math.log(runs[policy][key] / runs["coco"][key]) for key in runs["coco"]]
            for policy in POLICIES}
    return found


def mean_and_error(logs):
    """Mean over pairs, and its standard error."""
    mean = sum(logs) / len(logs)
    spread = math.sqrt(sum((x - mean) ** 2 for x in logs) / (len(logs) - 1))
    return mean, spread / math.sqrt(len(logs))


def percent(mean, error):
    """Change in per cent with its standard error, of a mean log ratio."""
    return 100 * math.expm1(mean), 100 * math.exp(mean) * error


def effects(people, pairs, z, priors):
    """Mean log ratio of the contacts and its standard error by policy."""
    settings = [f"pathways.{pathway}.search_half={median * math.exp(z * spread):.6g}"
                for pathway, (median, spread) in priors.items()]
    found = logarithms(people, pairs, settings, ["unwanted_contacts"])["unwanted_contacts"]
    return {policy: mean_and_error(logs) for policy, logs in found.items()}


def main():
    table, priors = [], search_priors()
    for quantile, z in QUANTILES.items():
        columns = {people: effects(people, pairs, z, priors) for people, pairs in SIZES}
        print(f"search at its {quantile} quantile: change of unwanted contacts, all venues, in %")
        print(" " * 14 + "".join(f"{people:>16,}" for people, _ in SIZES))
        for policy in POLICIES:
            cells = []
            for people, _ in SIZES:
                change, error = percent(*columns[people][policy])
                cells.append(f"{change:+8.1f} ± {error:.1f}")
                table.append([quantile, people, policy, f"{change:.3f}", f"{error:.3f}"])
            print(f"{policy:<14}" + "".join(f"{cell:>16}" for cell in cells), flush=True)
    with open(ROOT / "Results/published/sizes.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["search_quantile", "people", "policy", "change_percent", "standard_error"])
        writer.writerows(table)


if __name__ == "__main__":
    main()
