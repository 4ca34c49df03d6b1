"""Sobol's indices by SALib: its sample as the points of a sweep, its analysis of the table that comes back.

    python salib_loop.py [PATH/TO/vigie [SCENARIO]]          (pip install SALib)
"""
import csv
import subprocess
import sys
import tempfile

import numpy
from SALib.analyze import sobol
from SALib.sample import sobol as sample

vigie, scenario = (sys.argv[1:] + ["vigie", "Scenarios/classroom.yaml"][len(sys.argv) - 1 :])[:2]
problem = {
    "names": ["people.minor_share", "offenders.solicitor_contact_driven.share"],
    "num_vars": 2,
    "bounds": [[0.05, 0.3], [0.005, 0.05]],
}
points = sample.sample(problem, 16, calc_second_order=False)

with tempfile.TemporaryDirectory() as folder:
    with open(folder + "/points.csv", "w", newline="") as file:
        csv.writer(file).writerows([problem["names"], *points.tolist()])
    size = ["--set", "people.count=2000", "--set", "time.warm_up=6 h", "--set", "time.window=1 d"]
    subprocess.run(
        [vigie, "sweep", scenario, "--points", folder + "/points.csv", "--fixed", "-r", "2", *size]
        + ["--quiet", "--out", folder + "/out"],
        check=True, stdout=subprocess.DEVNULL)
    with open(folder + "/out/summary.csv", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["outcome"] == "unwanted_contacts"]

rows.sort(key=lambda row: int(row["point_id"]))
found = sobol.analyze(problem, numpy.array([float(row["mean"]) for row in rows]), calc_second_order=False)
for name, first, total in zip(problem["names"], found["S1"], found["ST"]):
    print(f"{name}: S1 {first:.2f}, ST {total:.2f}")
