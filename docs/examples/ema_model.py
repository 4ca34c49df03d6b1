"""Vigie as a model of the EMA Workbench: its experiments, its scenario discovery (PRIM).

    python ema_model.py [PATH/TO/vigie [SCENARIO]]          (pip install ema_workbench)
"""
import csv
import subprocess
import sys
import tempfile

from ema_workbench import Constant, Model, RealParameter, ScalarOutcome, SequentialEvaluator
from ema_workbench.analysis import prim

VIGIE, SCENARIO = (sys.argv[1:] + ["vigie", "Scenarios/classroom.yaml"][len(sys.argv) - 1 :])[:2]
SIZE = ["--set", "people.count=2000", "--set", "time.warm_up=6 h", "--set", "time.window=1 d"]


def platform(minors, staff, hours):
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/points.csv", "w", newline="") as file:
            csv.writer(file).writerows(
                [["people.minor_share", "moderation.staff", "moderation.hours_per_day"], [minors, staff, hours]])
        subprocess.run(
            [VIGIE, "sweep", SCENARIO, "--points", folder + "/points.csv", "--fixed", "-r", "2", *SIZE]
            + ["--quiet", "--out", folder + "/out"], check=True, stdout=subprocess.DEVNULL)
        with open(folder + "/out/summary.csv", newline="") as file:
            return {row["outcome"]: float(row["mean"] or "nan") for row in csv.DictReader(file)}


model = Model("vigie", function=lambda **own: {"contacts": platform(**own)["unwanted_contacts"]})
model.uncertainties = [RealParameter("minors", 0.05, 0.3), RealParameter("hours", 2, 24)]
model.constants = [Constant("staff", 1)]
model.outcomes = [ScalarOutcome("contacts")]
with SequentialEvaluator(model) as evaluator:
    experiments, outcomes = evaluator.perform_experiments(scenarios=24)
worst = outcomes["contacts"] > sorted(outcomes["contacts"])[-9]
box = prim.Prim(experiments[["minors", "hours"]], worst, threshold=0.6).find_box()
print(box.peeling_trajectory[["coverage", "density", "mass"]].tail(1).to_string(index=False))
