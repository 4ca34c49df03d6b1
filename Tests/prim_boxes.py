"""The boxes of `vigie discover` beside those of the EMA Workbench, on the same runs.

    python Tests/prim_boxes.py PATH/TO/vigie          (needs ema_workbench)

Ends with 1 where any step of the two peelings differs in coverage, density or mass.
"""
import csv
import logging
import pathlib
import subprocess
import sys
import tempfile

import numpy
import pandas

from ema_workbench.analysis import prim

STUDY = """schema_version: 1
name: boxes
baseline: {root}/Scenarios/classroom.yaml
sweep:
  design: sobol
  size: 128
  vary:
    people.minor_share: {{ uniform: {{ low: 5 %, high: 30 % }} }}
    people.visits.median: {{ uniform: {{ low: 1 /week, high: 8 /week }} }}
    people.messages: prior
    people.adults_present_as_minors: prior
"""
SIZE = ["--set", "people.count=1500", "--set", "time.warm_up=3 h", "--set", "time.window=12 h"]


def main():
    logging.disable(logging.CRITICAL)
    root, vigie = pathlib.Path(__file__).resolve().parents[1], sys.argv[1]
    worst = 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "boxes.yaml").write_text(STUDY.format(root=root))
        subprocess.run(
            [vigie, "sweep", folder / "boxes.yaml", "--fixed", "-r", "1", *SIZE, "--quiet"]
            + ["--out", folder / "out"], check=True, stdout=subprocess.DEVNULL)
        runs = pandas.read_csv(folder / "out/runs.csv")
        with open(folder / "out/points.csv", newline="") as file:
            inputs = [name.replace(".", "_") for name in next(csv.reader(file))[1:]]
        for share in (0.35, 0.9):
            bound = runs["unwanted_contacts"].quantile(share)
            subprocess.run(
                [vigie, "discover", folder / "out", "--output", "level", "--above", str(bound)]
                + ["--csv", folder / "boxes.csv"], check=True, stdout=subprocess.DEVNULL)
            own = pandas.read_csv(folder / "boxes.csv").drop_duplicates("step")
            interest = (runs["unwanted_contacts"] > bound).values
            box = prim.Prim(runs[inputs], interest, threshold=interest.mean(), peel_alpha=0.05).find_box()
            names = ["coverage", "density", "mass"]
            mine, theirs = own[names].to_numpy(float), box.peeling_trajectory[names].to_numpy(float)
            steps = min(len(mine), len(theirs))
            difference = numpy.abs(mine[:steps] - theirs[:steps]).max()
            worst = max(worst, difference, abs(len(mine) - len(theirs)))
            print(f"{interest.sum()} of {len(runs)} of interest: {len(mine)} and {len(theirs)} boxes, "
                  f"greatest difference {difference:.1e}; last one: density {mine[-1][1]:.3f}, mass {mine[-1][2]:.3f}")
    sys.exit(1 if worst > 1e-12 else 0)


main()
