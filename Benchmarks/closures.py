"""Two closures that were studied beside the same closures in the model: what goes on elsewhere, and when.

Scenarios/studies/closures.yaml closes the Coco case by seizure on a platform of 20,000 people, with its
priors in 64 draws, once where other places were in use already (Parler, January 2021) and once where they
had to be found (Backpage, April 2018). What goes on at t is the use of platform and rivals together less
what rivals had without the closure, over the platform's use without it, in people on line. Points of daily
use elsewhere are that share times the chance that an ordinary person comes on a day, 1 - E exp(-24 r), r the
rate of visits of the draw. Prints and writes Results/published/closures.csv.

    make closures          (a quarter of an hour on two cores)
"""
import csv
import math
import re
import statistics
import subprocess

from sizes import ROOT, VIGIE, resolved

STUDY = ROOT / "Results/closures"
PEOPLE, DAYS = 20_000, 125
HOURS_OF_A_DAY = 24
# Published effects: closure, what, low, middle, high, source.
PARLER = "Horta Ribeiro et al. 2023, doi:10.1093/pnasnexus/pgad035"
BACKPAGE = "International Journal of Criminology 2020, from a firm that counts advertisements"
PUBLISHED = [
    ("parler-like", "points of daily use elsewhere, mean of 45 days (desktop)", "points", 5.9, 10.9, 15.9, PARLER),
    ("parler-like", "points of daily use elsewhere, mean of 45 days (mobile)", "points", 10.2, 15.9, 21.7, PARLER),
    ("parler-like", "change of use over all places, mean of 45 days", "%", "", 0, "", PARLER),
    ("parler-everybody", "points of daily use elsewhere, mean of 45 days (mobile)", "points", 10.2, 15.9, 21.7, PARLER),
    ("parler-everybody", "change of use over all places, mean of 45 days", "%", "", 0, "", PARLER),
    ("backpage-like", "change of use over all places, least week of the first month", "%", "", -82, "", BACKPAGE),
    ("backpage-like", "change of use over all places, end of the fourth month", "%", "", -25, "", BACKPAGE),
]


def rows(name):
    with open(STUDY / name, newline="") as file:
        return list(csv.DictReader(file))


def on_line():
    """People on line by day, at the platform and at its rivals: (scenario, draw) -> [(here, rivals)]."""
    days = {}
    for row in rows("timeseries.csv"):
        here = sum(float(row[f"online_{who}"]) for who in ("adults", "minors", "offenders"))
        day = int(float(row["from_h"]) // HOURS_OF_A_DAY)
        run = days.setdefault((row["scenario"], row["draw"]), {})
        before = run.get(day, (0.0, 0.0, 0))
        run[day] = before[0] + here, before[1] + float(row["online_rivals"]), before[2] + 1
    first = min(min(run) for run in days.values())
    return {key: [(here / n, there / n) for day, (here, there, n) in sorted(run.items()) if day >= first]
            for key, run in days.items()}


def going_on(base, closed):
    """Share of the platform's use that goes on anywhere, by day since the closure."""
    return [(c[0] + c[1] - b[1]) / b[0] for b, c in zip(base, closed)]


def own_log_sd():
    """Spread of the logarithm of people's own rates of visits: the last one in the law of the case."""
    return float(re.findall(r"log_sd: ([\d.]+)", resolved("coco")["people.visits"])[-1])


def comes_on_a_day(median, spread):
    """Chance that an ordinary person comes at least once on a day; visits an hour at the median of people."""
    law = statistics.NormalDist()
    steps = 2_000
    rates = (median * math.exp(spread * law.inv_cdf((i + 0.5) / steps)) for i in range(steps))
    return 1 - sum(math.exp(-HOURS_OF_A_DAY * rate) for rate in rates) / steps


def measured(what, share, chance):
    """One draw's figure in the published unit."""
    if what.startswith("points"):
        return 100 * chance * statistics.fmean(share[:45])
    if "45 days" in what:
        return 100 * (statistics.fmean(share[:45]) - 1)
    if "least week" in what:
        return 100 * (min(statistics.fmean(share[day:day + 7]) for day in range(24)) - 1)
    return 100 * (statistics.fmean(share[115:DAYS]) - 1)


def limits(values):
    """Median, 2.5 and 97.5 % quantiles."""
    found = statistics.quantiles(values, n=40, method="inclusive")
    return statistics.median(values), found[0], found[-1]


def main():
    subprocess.run(
        [VIGIE, "compare", ROOT / "Scenarios/studies/closures.yaml", "--out", STUDY, "--quiet",
         "--set", f"people.count={PEOPLE}", "--set", f"time.window={DAYS} d"], check=True,
        stdout=subprocess.DEVNULL)
    days = on_line()
    spread = own_log_sd()
    chances = {row["draw"]: comes_on_a_day(float(row["people_visits_median"]), spread)
               for row in rows("runs.csv") if row["scenario"] == "coco"}
    with open(ROOT / "Results/published/closures.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["closure", "what", "unit", "published_low", "published", "published_high",
                      "model_low", "model_median", "model_high", "inside", "source"])
        for closure, what, unit, low, middle, high, source in PUBLISHED:
            values = [measured(what, going_on(days["coco", draw], days[closure, draw]), chance)
                      for draw, chance in chances.items()]
            median, least, most = limits(values)
            inside = "yes" if least <= middle <= most else "no"
            out.writerow([closure, what, unit, low, middle, high, f"{least:.1f}", f"{median:.1f}",
                          f"{most:.1f}", inside, source])
            print(f"{closure}: {what}: published {middle:+} {unit}, in the model {median:+.1f}"
                  f" (95 % of worlds {least:+.1f} to {most:+.1f}): inside: {inside}")


main()
