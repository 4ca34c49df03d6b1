"""The eight policies at the size of a class beside full size: the same draws, a week after a day.

    size_agreement.py DIFFERENCES_OF_THE_CLASS FULL_SIZE TABLE

Ends with 1 where a median at the size of a class has another sign than at full size, or lies outside its limits.
"""

import csv
import sys

OUTCOMES = ("unwanted_contacts", "serious_harm")


def rows(path):
    with open(path, newline="") as file:
        return {(r["scenario"].removeprefix("coco-"), r["outcome"]): r for r in csv.DictReader(file)
                if r["period"] == "window" and r["outcome"] in OUTCOMES}


small, full = rows(sys.argv[1]), rows(sys.argv[2])
missed = 0
with open(sys.argv[3], "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["scenario", "outcome", "class_ratio_median", "full_ratio_median", "full_ui_low", "full_ui_high", "points_apart", "agrees"])
    for key, own in small.items():
        a, b = float(own["ratio_median"]), float(full[key]["ratio_median"])
        low, high = float(full[key]["ratio_ui_low"]), float(full[key]["ratio_ui_high"])
        agrees = (a < 1) == (b < 1) and low <= a <= high
        missed += not agrees
        out.writerow([*key, *(f"{value:.6f}" for value in (a, b, low, high)), f"{(a - b) * 100:.2f}", str(agrees).lower()])
print(f"{len(small) - missed} of {len(small)} medians have full size's sign and lie inside its limits")
sys.exit(1 if missed else 0)
