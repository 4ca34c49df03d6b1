"""What a simulated day of the Coco case takes, with its rivals and deterrence and without, and memory.

Processor time of the program (without the system's), one run at the medians on one thread: the difference
between windows of seven days and of two, over five. Rounds take turns; the median is told. Memory is
the peak of the process over that of the same with a hundred people, for each person. Writes
Results/published/day.csv.

    make day          (two minutes on an idle machine)
"""
import csv
import os
import re
import statistics
import subprocess
import tempfile

from sizes import ROOT, VIGIE, resolved
from structure import medians

ROUNDS, SHORT, LONG = 7, 2, 7
VARIANTS = {"with rivals, choice and deterrence": [],
            "one aggregate place outside": ["venues=[]", "feedbacks.deterrence=no"]}


def used(folder, days, settings):
    """Seconds of processor time and peak memory in bytes of one run."""
    command = [VIGIE, "run", ROOT / "Scenarios/coco.yaml", "--fixed", "-r", "1", "--jobs", "1", "--fresh",
               "--quiet", "--no-progress", "--out", folder]
    for setting in [f"time.window={days} d", *settings]:
        command += ["--set", setting]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    return usage.ru_utime, usage.ru_maxrss * 1024


def people(settings):
    """Slots of the population: the platform's, and those of its rivals at the medians of their sizes."""
    values = resolved("coco")
    sizes = [float(medians(value)[0]) for path, value in values.items()
             if re.fullmatch(r"venues\.\w+\.size", path)]
    return float(medians(values["people.count"])[0]) * (1 + (0 if "venues=[]" in settings else sum(sizes)))


def main():
    days = {name: [] for name in VARIANTS}
    memory = {name: [] for name in VARIANTS}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(ROUNDS):
            for name, settings in VARIANTS.items():
                (short, _), (long, peak) = (used(folder, d, settings) for d in (SHORT, LONG))
                days[name].append((long - short) / (LONG - SHORT))
                memory[name].append(peak)
        empty = {name: used(folder, LONG, [*settings, "people.count=100"])[1]
                 for name, settings in VARIANTS.items()}
    before = statistics.median(days["one aggregate place outside"])
    with open(ROOT / "Results/published/day.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["case", "people", "seconds_a_day", "times", "times_a_person", "bytes_a_person"])
        for name, settings in VARIANTS.items():
            day, count = statistics.median(days[name]), people(settings)
            each = (statistics.median(memory[name]) - empty[name]) / count
            share = day / before * people(["venues=[]"]) / count
            out.writerow([name, f"{count:.0f}", f"{day:.3f}", f"{day / before:.2f}", f"{share:.2f}",
                          f"{each:.0f}"])
            print(f"{name}: {count:,.0f} people, {day:.3f} s a day, {day / before:.2f} times, for each person's day "
                  f"{share:.2f} times, {each:.0f} bytes a person")


main()
