"""What the published policies do under other structures of the model: which choice turns a sign or a rank.

A structural choice says how something works, not how much of it there is. Each is crossed with the
eight policies on a platform of 57,000 people (rooms, search and staff in proportion), all else at the
medians, in the week that follows a day without the policy. Prints the change of both headlines and
writes Results/published/structure.csv. Errors are chance alone: standard errors over pairs.

    make structure          (some minutes on two cores)
"""
import csv
import math
import re

from sizes import POLICIES, ROOT, logarithms, mean_and_error, percent, resolved

PEOPLE, PAIRS = 57_000, 8
WEEK = ["time.warm_up=1 d", "time.window=7 d"]
OUTCOMES = {"contacts": "unwanted_contacts", "serious": "serious_harm"}
CHILD = ["solicitation", "exposure"]


def medians(text):
    """The median of what is given as a lognormal, as a number, and its unit if it is a rate."""
    return re.search(r"median: ([^ ,]+) ?(/\w+)?", text).groups()


def structures():
    """The settings of each structure, over those of the case."""
    values = resolved("coco")
    in_rooms = ["pathways.solicitation.finds=room", "pathways.solicitation.search_half=2"]
    rooms = [f"{path}={10 * int(medians(value)[0])}" for path, value in values.items()
             if re.fullmatch(r"rooms\.\w+\.count", path)]
    reports = []
    for pathway in CHILD:
        for stage in ("contact", "conversation"):
            path = f"pathways.{pathway}.stages.{stage}.next"
            law = re.search(r"report: \{ lognormal: \{[^}]*\}", values[path]).group()
            median, unit = medians(law)
            reports.append(f"{path}.report={float(median) / 10:.6g} {unit}")
    no_search = [f"pathways.{pathway}.search_half=0" for pathway in CHILD]
    return {
        "as shipped": [],
        "nobody kept out goes elsewhere": ["displacement.displaced_share=0 %"],
        "everybody kept out goes elsewhere": ["displacement.displaced_share=100 %"],
        "search takes no time": no_search,
        "sought in rooms": in_rooms,
        "sought in rooms, search takes no time": in_rooms + no_search,
        "sought in rooms, ten times the rooms": in_rooms + rooms,
        "sought in the directory": ["pathways.exposure.finds=directory",
                                    "pathways.exposure.search_half=30"],
        "the banned are back after 1 h": ["sanctions.return_probability=100 %",
                                          "sanctions.return_delay=1 h"],
        "four in ten banned never return": ["sanctions.return_probability=60 %"],
        "a tenth of the reports": reports,
        "one aggregate place in place of rivals": ["venues=[]"],
        "the greater a venue, the more it draws: sizes tip": ["choice.size=1.3"],
        "nobody learns from sanctions": ["feedbacks.deterrence=no"],
        "people replaced weekly": ["people.turnover=1 /week"],
    }


def is_clear(logs):
    """Whether a mean log ratio is told from none by chance: beyond two standard errors."""
    mean, error = mean_and_error(logs)
    return abs(mean) > 2 * error


def sign(logs):
    """-1 or 1 where there is clearly less or more, else 0."""
    return int(math.copysign(is_clear(logs), sum(logs)))


def order(effects, policy):
    """Against each other policy: -1 where this one clearly leaves less harm, 1 where more, else 0."""
    return {other: sign([a - b for a, b in zip(effects[policy], effects[other])])
            for other in POLICIES if other != policy}


def rank(effects, policy):
    """Place among the policies, 1 for the least harm."""
    means = sorted(sum(logs) for logs in effects.values())
    return 1 + means.index(sum(effects[policy]))


def cells(effects, shipped, policy):
    """Change, error, whether the sign turns, rank, whether the rank turns."""
    change, error = percent(*mean_and_error(effects[policy]))
    turned = sign(effects[policy]) * sign(shipped[policy]) < 0
    here, there = order(effects, policy), order(shipped, policy)
    passed = any(here[other] * there[other] < 0 for other in here)
    return [f"{change:.3f}", f"{error:.3f}", str(turned).lower(), rank(effects, policy),
            str(passed).lower()]


def main():
    table, shipped = [], None
    for name, settings in structures().items():
        found = logarithms(PEOPLE, PAIRS, WEEK + settings, OUTCOMES.values())
        shipped = shipped or found
        print(f"{name}: change in %, unwanted contacts and serious harm; turned: s sign, r rank")
        for policy in POLICIES:
            row = [cells(found[outcome], shipped[outcome], policy) for outcome in OUTCOMES.values()]
            table.append([name, policy] + row[0] + row[1])
            print(f"  {policy:<14}" + "".join(
                f"{float(one[0]):+9.1f} ± {float(one[1]):4.1f} rank {one[3]} "
                f"{'s' if one[2] == 'true' else ' '}{'r' if one[4] == 'true' else ' '}"
                for one in row), flush=True)
    columns = ["change_percent", "standard_error", "sign_turned", "rank", "rank_turned"]
    header = ["structure", "policy"] + [f"{name}_{column}" for name in OUTCOMES for column in columns]
    with open(ROOT / "Results/published/structure.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(table)


if __name__ == "__main__":
    main()
