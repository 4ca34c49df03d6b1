"""Optuna asks for settings of moderators that cost little and leave little harm; vigie answers.

    python optuna_study.py [PATH/TO/vigie [SCENARIO]]          (pip install optuna)
"""
import csv
import subprocess
import sys
import tempfile

import optuna

vigie, scenario = (sys.argv[1:] + ["vigie", "Scenarios/classroom.yaml"][len(sys.argv) - 1 :])[:2]
names = ["moderation.staff", "moderation.hours_per_day"]
size = ["--set", "people.count=2000", "--set", "time.warm_up=6 h", "--set", "time.window=1 d"]
folder = tempfile.TemporaryDirectory()

def ask(values, extend):
    """One point more in the same folder: what was run before stays."""
    with open(folder.name + "/points.csv", "w", newline="") as file:
        csv.writer(file).writerows([names, values])
    subprocess.run(
        [vigie, "sweep", scenario, "--points", folder.name + "/points.csv", "--draws", "2", *size]
        + (["--extend"] if extend else []) + ["--quiet", "--out", folder.name + "/out"],
        check=True, stdout=subprocess.DEVNULL)
    with open(folder.name + "/out/summary.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    last = max(int(row["point_id"]) for row in rows)
    own = {row["outcome"]: row for row in rows if int(row["point_id"]) == last}
    return float(own["unwanted_contacts"]["median"]), float(own["cost"]["median"])


def objective(trial):
    return ask([trial.suggest_int("staff", 1, 4), trial.suggest_int("hours", 2, 24)], trial.number > 0)


study = optuna.create_study(directions=["minimize", "minimize"], sampler=optuna.samplers.NSGAIISampler(seed=1))
study.optimize(objective, n_trials=8)
for best in study.best_trials:
    print(best.params, "contacts {:.0f}, EUR a day {:.0f}".format(*best.values))
