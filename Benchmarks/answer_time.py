"""Processor time until every policy's effect is known: its median to ± 3 points, each limit to ± 10.

Draws that are needed follow from the spread of the effects in the published study (`make study`): the
error of a median of normal logarithms is 1.2533 s/√n, that of a 2.5 % quantile 2.67 s/√n, both to 95 %,
in points at the median or limit. What designed draws are worth is read from
Results/published/coverage.csv, the cost of a simulated day is measured here on the unmoderated case at
its medians. Before: as many draws at random as the least known policy needs, ninety days of all
scenarios. Then each change by itself, and all together; a week in all draws, with ninety days in eight of
them where the effect still moves, says the effect of the week that well, and only whereto it moves. The
last line is what a study by hand may do: the
same draws at 200,000 people, whose effects agree with full size (Results/published/sizes.csv), and sixteen
pairs of each policy at full size to see that they do. Prints and writes Results/published/answer-time.csv.

    make answer-time                      (a minute, after make study and make validate)
    make answer-time OLD=path/to/vigie    with the engine of an earlier release, beside its Scenarios
"""
import csv
import math
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile

from sizes import ROOT, VIGIE

STUDY = ROOT / "Results/coco-policies-wide"
HEADLINE = "unwanted_contacts"
MEDIAN, LIMITS = 3, 10
WARM_UP, WEEK, LONG, FOLLOWED = 1, 7, 90, 8
FULL, SMALLER, CHECKED = 850_000, 200_000, 16
# Errors of a median and of a 2.5 % quantile, over the spread of normal draws and the root of their number.
OF_MEDIAN = math.sqrt(math.pi / 2)
OF_LIMIT = math.sqrt(0.025 * 0.975) / statistics.NormalDist().pdf(1.95996)


def rows(file):
    with open(file, newline="") as text:
        return list(csv.DictReader(text))


def draws_needed():
    """For each policy, draws at random until the median is known, and until both limits are."""
    runs, needed = {}, {}
    for row in rows(STUDY / "runs.csv"):
        runs.setdefault(row["scenario"], {})[row["draw"]] = float(row[HEADLINE])
    base, *policies = runs
    for policy in policies:
        logs = [math.log(runs[policy][draw] / runs[base][draw]) for draw in runs[base]]
        middle, spread = statistics.mean(logs), statistics.stdev(logs)
        ends = [math.exp(middle + sign * 1.96 * spread) for sign in (-1, 1)]
        needed[policy] = (
            (1.96 * OF_MEDIAN * spread * math.exp(middle) / (MEDIAN / 100)) ** 2,
            max((1.96 * OF_LIMIT * spread * end / (LIMITS / 100)) ** 2 for end in ends))
    return needed


def moving():
    """Policies whose effect has not come to rest within the week, or of which nobody can tell."""
    return {row["scenario"] for row in rows(STUDY / "settling.csv")
            if row["period"] == "window" and row["settled"] != "true"}


def worth():
    """By how much designed draws are better than draws at random: for the median, and for limits."""
    found = [row for row in rows(ROOT / "Results/published/coverage.csv")
             if row["topic"] == "draws" and row["draws"] == "256"]
    return tuple(float(next(row["value"] for row in found if row["method"] == method))
                 for method in ("median", "limits"))


def seconds_a_day(program, people=FULL):
    """Processor seconds of one simulated day of the case: three days less one, over two."""
    program = pathlib.Path(program).resolve()
    scenario = next(folder for folder in program.parents
                    if (folder / "Scenarios/coco.yaml").exists()) / "Scenarios/coco.yaml"
    used = []
    for days in (1, 3):
        with tempfile.TemporaryDirectory() as folder:
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            subprocess.run(
                [program, "run", scenario, "--fixed", "-r", "2", "--jobs", "1", "--until", f"{days}d",
                 "--set", "time.warm_up=1 d", "--set", f"people.count={people}", "--out", folder + "/out",
                 "--quiet"],
                check=True, stdout=subprocess.DEVNULL)
            used.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
    return (used[1] - used[0]) / 4


def days(draws, followed):
    """Simulated days of all scenarios: the baseline has as many draws as any, and is as long.

    draws: of each policy; followed: policies that run for a week, and for ninety days in a few draws;
    None for ninety days of all.
    """
    counts = [*draws.values(), max(draws.values())]
    if followed is None:
        return sum(counts) * (WARM_UP + LONG)
    longer = (len(followed) + 1 if followed else 0) * FOLLOWED
    return sum(counts) * (WARM_UP + WEEK) + longer * (LONG - WEEK)


def main():
    needed, gain, now = draws_needed(), worth(), seconds_a_day(VIGIE)
    old = seconds_a_day(sys.argv[1]) if sys.argv[1:] else None
    random = {name: max(both) for name, both in needed.items()}
    designed = {name: max(one / factor for one, factor in zip(both, gain))
                for name, both in needed.items()}
    same = lambda draws: dict.fromkeys(draws, max(draws.values()))
    late = moving()
    steps = [("before", same(random), None, old or now),
             ("designed draws", same(designed), None, old or now),
             ("a week, ninety days in eight draws", same(random), late, old or now),
             ("draws by need", random, None, old or now),
             ("engine", same(random), None, now),
             ("all", designed, late, now)]
    print("draws needed, random: median, limits; designed: all")
    for name, both in needed.items():
        print(f"  {name:<20}{both[0]:7.0f}{both[1]:8.0f}{designed[name]:8.0f}"
              f"{'  still moving' if name in late else ''}")
    checked = days(dict.fromkeys(needed, CHECKED), set()) * now / 3600
    steps.append(("all, at 200,000 people", designed, late, seconds_a_day(VIGIE, SMALLER)))
    first, table = None, []
    for name, draws, followed, cost in steps:
        hours = days(draws, followed) * cost / 3600 + (checked if name.endswith("people") else 0)
        first = first or hours
        table.append([name, round(max(draws.values())), round(sum(draws.values())),
                      "all" if followed is None else len(followed),
                      f"{cost:.3f}", f"{hours:.2f}", f"{first / hours:.2f}"])
        print(f"{name:<36}{hours:8.1f} h of processor time, {first / hours:5.1f} times less")
    with open(ROOT / "Results/published/answer-time.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["change", "most_draws", "draws_of_policies", "policies_watched_ninety_days",
                         "cpu_s_a_day", "cpu_hours", "factor"])
        writer.writerows(table)


main()
