"""Which feedback does it: the policies of naive-or-not.yaml with each of the ten switched off by itself.

Full size, all parameters at their medians, one pair of runs, in the week that follows a day without the
policy; the switch is off on both sides. Chance is some half a point at this size. Prints the change of
unwanted contacts to minors over all venues with all feedbacks, without any, and without each; writes
Results/published/switches.csv.

    make switches          (ten minutes on two cores)
"""
import csv
import pathlib
import re
import subprocess
import tempfile

from sizes import ROOT, VIGIE, resolved

STUDY = ROOT / "Scenarios/studies/naive-or-not.yaml"
HEADLINE = "unwanted_contacts"
WEEK = ["time.warm_up=1 d", "time.window=7 d"]


def switches():
    """Names of the feedbacks, in the order of the table of parameters."""
    return [path.removeprefix("feedbacks.") for path in resolved("coco") if path.startswith("feedbacks.")]


def study(folder):
    """The study without its naive half: each policy once."""
    head, *blocks = re.split(r"(?m)^  - name: ", STUDY.read_text())
    tail = blocks[-1][blocks[-1].index("\ndraws:") + 1:]
    blocks[-1] = blocks[-1][:blocks[-1].index("\ndraws:") + 1]
    kept = [block for block in blocks if not re.match(r"(\S+-)?naive\n", block)]
    text = head.replace("../coco.yaml", str(ROOT / "Scenarios/coco.yaml"))
    file = folder / "switches.yaml"
    file.write_text(text + "".join("  - name: " + block for block in kept) + tail)
    return file


def effects(settings):
    """Change of the headline against the platform under the same settings, by policy, in per cent."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        command = [VIGIE, "compare", study(folder), "--fixed", "-r", "1", "--out", folder / "out",
                   "--quiet", "--no-progress"]
        for setting in WEEK + settings:
            command += ["--set", setting]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with open(folder / "out/runs.csv", newline="") as file:
            harm = {row["scenario"]: float(row[HEADLINE]) for row in csv.DictReader(file)}
    baseline = harm.pop("coco")
    return {policy: 100 * (value / baseline - 1) for policy, value in harm.items()}


def main():
    names = switches()
    columns = {"all": [], "none": [f"feedbacks.{name}=no" for name in names]}
    columns |= {f"without_{name}": [f"feedbacks.{name}=no"] for name in names}
    found = {}
    for column, settings in columns.items():
        found[column] = effects(settings)
        print(f"{column}: " + ", ".join(f"{p} {x:+.1f}" for p, x in found[column].items()), flush=True)
    with open(ROOT / "Results/published/switches.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["policy"] + [f"{column}_percent" for column in columns])
        for policy in found["all"]:
            out.writerow([policy] + [f"{found[column][policy]:.2f}" for column in columns])


main()
