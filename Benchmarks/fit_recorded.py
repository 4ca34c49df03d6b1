"""Fits `recorded` of the Coco case's pathways, and nothing else, at the medians of all priors.

Target: 18.85 expected proceedings a day (23,051 from 2021-01-01 to 2024-05-07) in an assumed mix of
offence families. Each family is run with the others' recording switched off; expected proceedings are
nearly proportional to `recorded` (not quite: at most one for each group, victim and office), so a few
rounds of scaling meet the target. Prints the values to write into Scenarios/coco.yaml, and what all
families together then give.

    make fit            (about ten minutes on two cores)
"""
import csv
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
VIGIE = ROOT / ".build/release/vigie"
TARGET = 18.85
FAMILIES = {
    "child sexual offences": (0.70, ["solicitation", "exposure"]),
    "procuring": (0.10, ["procuring"]),
    "illicit sales": (0.15, ["selling"]),
    "ambushes": (0.05, ["ambush"]),
}
PATHWAYS = [name for _, names in FAMILIES.values() for name in names]


def proceedings(recorded, replicates):
    """Mean expected proceedings a day of the baseline, and its standard error."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "fit"
        command = [VIGIE, "run", ROOT / "Scenarios/coco.yaml", "--fixed", "-r", str(replicates),
                   "--out", out, "--quiet", "--no-progress"]
        for name in PATHWAYS:
            command += ["--set", f"pathways.{name}.recorded={100 * recorded.get(name, 0):.6g} %"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with open(out / "runs.csv", newline="") as file:
            values = [float(row["proceedings_expected"]) for row in csv.DictReader(file)]
    mean = sum(values) / len(values)
    spread = sum((value - mean) ** 2 for value in values) / max(1, len(values) - 1)
    return mean, (spread / len(values)) ** 0.5


def main():
    replicates = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    fitted = {"solicitation": 0.00375, "exposure": 0.00375, "procuring": 0.585, "selling": 0.674,
              "ambush": 0.654}
    for family, (share, names) in FAMILIES.items():
        for _ in range(3):
            rate, error = proceedings({name: fitted[name] for name in names}, replicates)
            print(f"{family}: {rate:.3f} ± {error:.3f} a day at "
                  + ", ".join(f"{name} {100 * fitted[name]:.4g} %" for name in names), flush=True)
            for name in names:
                fitted[name] = min(1, fitted[name] * share * TARGET / rate)
    print("write: " + ", ".join(f"{name} {100 * fitted[name]:.3g} %" for name in PATHWAYS))
    rounded = {name: float(f"{fitted[name]:.3g}") for name in PATHWAYS}
    rate, error = proceedings(rounded, 2 * replicates)
    print(f"all together: {rate:.2f} a day, 95 % {rate - 1.96 * error:.2f} to {rate + 1.96 * error:.2f}"
          f" (target {TARGET})")


main()
