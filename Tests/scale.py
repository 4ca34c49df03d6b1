"""What a study takes: laws measured on small ones, what they predict for large ones, and how near they come.

    scale.py VIGIE TABLE PAGE

One run is measured at five sizes of the platform, tiny runs by their number. Time has a part that stands and one
that grows as a power of people, memory grows in proportion; time, disk and memory of a study grow in proportion to
its runs. Two sizes and one number of runs that the laws were not fitted to are then measured. Writes the rows and
the page.
"""

import csv
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time

VIGIE, TABLE, PAGE = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3]
CASE = os.path.abspath("Scenarios/coco.yaml")
FITTED_PEOPLE, CHECKED_PEOPLE = [50_000, 200_000, 400_000, 800_000, 1_600_000], [2_500_000, 6_000_000]
FITTED_RUNS, CHECKED_RUNS = [500, 2_000, 8_000], [32_000]
SHOWN_PEOPLE, SHOWN_RUNS = [100_000, 1_000_000, 10_000_000], [100, 10_000, 1_000_000]
DAYS = 2
TINY = ["--set", "people.count=300", "--set", "time.warm_up=0 h", "--until", "1 h"]


def measured(arguments):
    """Seconds, processor seconds and peak bytes of a command, and the bytes and files it left."""
    folder = tempfile.mkdtemp()
    start = time.monotonic()
    child = subprocess.Popen(
        [VIGIE, "run", CASE, *arguments, "--out", folder + "/out", "--quiet"],
        stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.monotonic() - start
    assert status == 0, arguments
    files = [os.path.join(place, name) for place, _, names in os.walk(folder) for name in names]
    found = {
        "seconds": seconds, "processor": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss * 1024, "bytes": sum(map(os.path.getsize, files)), "files": len(files)}
    shutil.rmtree(folder)
    return found


def people(count):
    sizes = ["--set", f"people.count={count}", "--set", "time.warm_up=1 d", "--until", "1 d"]
    # What else the machine does only adds to the time: the least of three is nearest to the run's own.
    tries = [measured(["--fixed", "-r", "1", "--jobs", "1", *sizes]) for _ in range(3)]
    return min(tries, key=lambda one: one["processor"])


def runs(count):
    return measured(["--draws", str(count), *TINY])


def bent(xs, ys):
    """a + b x^c by least squares of relative errors, c to hundredths: what stands, and what grows."""
    def miss(c):
        line, _ = straight([x ** c for x in xs], ys)
        return sum((line(x ** c) / y - 1) ** 2 for x, y in zip(xs, ys))

    best = min((c / 100 for c in range(80, 151)), key=miss)
    line, _ = straight([x ** best for x in xs], ys)
    return lambda x: line(x ** best), best


def straight(xs, ys):
    """a + b x by least squares of relative errors."""
    ws = [1 / y ** 2 for y in ys]
    total = sum(ws)
    x0, y0 = sum(w * x for w, x in zip(ws, xs)) / total, sum(w * y for w, y in zip(ws, ys)) / total
    b = sum(w * (x - x0) * (y - y0) for w, x, y in zip(ws, xs, ys)) / sum(
        w * (x - x0) ** 2 for w, x in zip(ws, xs))
    return lambda x: y0 + b * (x - x0), b


rows = []


def note(law, size, role, quantity, predicted, found):
    off = "" if found is None else f"{found / predicted - 1:.3f}"
    rows.append([law, size, role, quantity, f"{predicted:.6g}", "" if found is None else f"{found:.6g}", off])


def study(law, fitted, checked, shown, measure, laws):
    found = {size: measure(size) for size in fitted + checked}
    made = {q: fit(fitted, [found[s][q] for s in fitted]) for q, fit in laws.items()}
    for size in sorted(set(fitted + checked + shown)):
        role = "fitted" if size in fitted else "checked" if size in checked else "predicted"
        for quantity, (value, _) in made.items():
            note(law, size, role, quantity, value(size), found[size][quantity] if size in found else None)
    return made, found


by_people, _ = study(
    "people", FITTED_PEOPLE, CHECKED_PEOPLE, SHOWN_PEOPLE, people, {"processor": bent, "peak": straight})
by_runs, tried = study(
    "runs", FITTED_RUNS, CHECKED_RUNS, SHOWN_RUNS, runs,
    {"seconds": straight, "bytes": straight, "peak": straight})

with open(TABLE, "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["law", "size", "role", "quantity", "predicted", "measured", "off"])
    out.writerows(rows)


def amount(value, quantity):
    if quantity in ("bytes", "peak"):
        for unit, size in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
            if value >= size:
                return f"{value / size:.3g} {unit}"
    for unit, size in (("h", 3600), ("min", 60), ("s", 1)):
        if value >= size:
            return f"{value / size:.3g} {unit}"
    return f"{value:.2g} s"


def table(law, quantities, size_name):
    lines = ["| " + size_name + " | " + " | ".join(quantities.values()) + " |",
             "|---:|" + "---:|" * len(quantities)]
    for size in sorted({r[1] for r in rows if r[0] == law}):
        own = {r[3]: r for r in rows if r[0] == law and r[1] == size}
        cells = []
        for quantity in quantities:
            row = own[quantity]
            text = amount(float(row[4]), quantity)
            if row[5]:
                text += f" (measured {amount(float(row[5]), quantity)}"
                text += f", off {float(row[6]):+.0%})" if row[2] == "checked" else ")"
            cells.append(text)
        mark = " **checked**" if next(iter(own.values()))[2] == "checked" else ""
        lines.append(f"| {size:,}{mark} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


worst = max(abs(float(r[6])) for r in rows if r[2] == "checked")
files = sorted({found["files"] for found in tried.values()})
page = f"""# What a study takes: on paper, then measured

Made by `make scale` ({os.cpu_count()} cores); rows in `Results/published/scale.csv`. Laws are fitted to the sizes marked as
measured; the sizes marked **checked** were measured after, and no law has seen them. The greatest miss there is {worst:.0%}.

## One run, by people

The Coco case at the medians, {DAYS} simulated days, one core. Beside a part that stands processor time grows as people to the power {by_people["processor"][1]:.2f};
memory takes {by_people["peak"][1]:.0f} bytes for each person more. A longer window takes time in proportion and no memory.

{table("people", {"processor": "processor time", "peak": "memory"}, "people")}

## A study, by runs

Tiny runs (300 people, an hour), so that what is seen is the study and not the model: {by_runs["bytes"][1]:,.0f} bytes of disk and
{by_runs["peak"][1]:,.0f} bytes of memory for each run more. A finished folder has {files[-1]} files, however many runs: records lie in one file
for each writer, and a sitting is one.

{table("runs", {"seconds": "time", "bytes": "disk", "peak": "memory"}, "runs")}

## Together

A study takes its runs' processor time over the cores, and the disk of the second table; memory is that of one run for
each core. So ten thousand runs of two days at 850,000 people take about
{amount(10_000 * by_people["processor"][0](850_000), "processor")} of processor time and {amount(by_runs["bytes"][0](10_000), "bytes")} of disk; on a cluster as many tasks as
wanted share them (`docs/cluster.md`). `vigie compare --dry-run` says the same for a study of one's own, from runs that it tries.
"""
with open(PAGE, "w") as file:
    file.write(page)
print(f"greatest miss at sizes that no law has seen: {worst:.1%}")
