"""The class agrees with the study: the questions at the page's size and at full size.

What a class sees may not hang on the size of its platform. The page's own scenario files, as it saves
them, are run beside the same questions with 850,000 people: the same draws of the uncertain inputs,
with search drawn like the others, then held at its 10 %, 50 % and 90 % quantiles. Prints medians with
limits and writes Results/published/class.csv; fails where the page says another sign than full size,
or where its median lies outside the limits of full size.

    make class-agrees          (some twenty minutes on two cores)
    make class-agrees ARGS=questions/6-closure    that question alone; other rows stay as they are
"""

import csv
import json
import math
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

from server import ROOT, VIGIE, Server, ask

FULL = 850_000
BASELINE = "classroom"
QUESTIONS = sorted(f"questions/{file.stem}" for file in ROOT.glob("Scenarios/questions/*.yaml"))
# Search, and how many draws: fewer where one uncertain input less is drawn.
BLOCKS = [("drawn", None, 16), ("10 %", -1.28155, 8), ("50 %", 0.0, 8), ("90 %", 1.28155, 8)]
HEADLINE = "unwanted_contacts"
TABLE = ROOT / "Results/published/class.csv"


def page_files(folder, questions):
    """The scenario files that the page saves, by preset."""
    server, files = Server(), {}
    try:
        for preset in [BASELINE, *questions]:
            status, _, text = server.post("/api/scenario", ask(preset=preset))
            assert status == 200, text
            files[preset] = folder / (preset.replace("/", "-") + ".yaml")
            files[preset].write_bytes(text)
    finally:
        server.stop()
    return files


def full_files(questions):
    return {BASELINE: ROOT / "Scenarios/coco.yaml"} | {
        preset: ROOT / f"Scenarios/{preset}.yaml" for preset in questions
    }


def resolved(scenario):
    """Every value of a scenario file, as text."""
    return subprocess.run(
        [VIGIE, "check", scenario, "--resolved"], check=True, text=True, stdout=subprocess.PIPE
    ).stdout


def search_priors():
    """Median of search_half and spread of its logarithm, by pathway, as the case has them."""
    law = r"pathways\.(\w+)\.search_half +\{ lognormal: \{ median: (\S+), log_sd: (\S+) \} \}"
    return re.findall(law, resolved(ROOT / "Scenarios/coco.yaml"))


def window(page):
    """Warm-up and window of the page, for full size."""
    listing = resolved(page)
    return [
        f"{key}={re.search(rf'^{re.escape(key)} +(.+?)(  |$)', listing, re.M).group(1)}"
        for key in ("time.warm_up", "time.window")
    ]


def short(preset):
    return preset.replace("questions/", "q").replace("-", "_")


def effects(folder, files, draws, settings):
    """Rows of the headline by question: those of differences.csv, and the ratio of each draw."""
    study, base = folder / "study.yaml", {"name": BASELINE, "extends": str(files[BASELINE])}
    others = [
        {"name": short(preset), "extends": str(file)}
        for preset, file in files.items()
        if preset != BASELINE
    ]
    (folder / "base.yaml").write_text(json.dumps(base))
    study.write_text(
        json.dumps(
            {"name": "agreement", "baseline": str(folder / "base.yaml"), "alternatives": others}
        )
    )
    command = [VIGIE, "compare", study, "--draws", str(draws), "--out", folder / "out", "--fresh"]
    for setting in settings:
        command += ["--set", setting]
    subprocess.run(
        [*command, "--quiet", "--no-progress", "--jobs", "2"], check=True, stdout=subprocess.DEVNULL
    )
    with open(folder / "out/differences.csv", newline="") as file:
        rows = [
            row
            for row in csv.DictReader(file)
            if row["outcome"] == HEADLINE and row["period"] == "window"
        ]
    with open(folder / "out/runs.csv", newline="") as file:
        runs = {(row["scenario"], row["draw"]): float(row[HEADLINE]) for row in csv.DictReader(file)}
    found = {}
    for one, row in zip(others, rows, strict=True):
        assert one["name"] == row["scenario"]
        ratios = [
            runs[one["name"], str(draw)] / runs[base["name"], str(draw)]
            for draw in range(1, draws + 1)
        ]
        found[one["name"]] = row, ratios
    return found


def percent(ratio):
    return 100 * (float(ratio) - 1)


def sign(row):
    """What a sentence says: less, more, or neither where the limits hold no change."""
    if row["clear"] != "true":
        return "open"
    return "less" if float(row["ratio_median"]) < 1 else "more"


def compared(search, page, full):
    """One line of the table for each question."""
    for name, (own, own_ratios) in page.items():
        other, other_ratios = full[name]
        numbers = [
            percent(row["ratio_" + key])
            for row in (own, other)
            for key in ("median", "ui_low", "ui_high")
        ]
        gap = statistics.median(
            100 * (one - two) for one, two in zip(own_ratios, other_ratios, strict=True)
        )
        inside = numbers[4] <= numbers[0] <= numbers[5]
        yield [
            name,
            search,
            own["draws"],
            *(f"{number:.2f}" for number in numbers),
            f"{gap:.2f}",
            sign(own),
            sign(other),
            "yes" if sign(own) == sign(other) else "no",
            "yes" if inside else "no",
        ]


COLUMNS = [
    "question",
    "search",
    "draws",
    *(f"{side}_{key}" for side in ("page", "full") for key in ("median", "low", "high")),
    "gap_median",
    "page_sign",
    "full_sign",
    "same_sign",
    "inside",
]


def others(questions):
    """Rows of the published table about questions that are not asked again."""
    asked = {short(preset) for preset in questions}
    with open(TABLE, newline="") as file:
        return [line for line in list(csv.reader(file))[1:] if line[0] not in asked]


def main():
    questions = [one for one in QUESTIONS if one in sys.argv[1:]] or QUESTIONS
    table = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        page, full, priors = page_files(folder, questions), full_files(questions), search_priors()
        assert priors, "the case has a prior of search"
        size = [f"people.count={FULL}", *window(page[BASELINE])]
        for search, z, draws in BLOCKS:
            held = [
                f"pathways.{pathway}.search_half={float(middle) * math.exp(z * float(spread)):.6g}"
                for pathway, middle, spread in (priors if z is not None else [])
            ]
            sides = (
                effects(folder, page, draws, held),
                effects(folder, full, draws, size + held),
            )
            for line in compared(search, *sides):
                table.append(line)
                print(
                    f"{line[0]:<24} search {line[1]:<6} page {line[3]:>7} ({line[4]} to {line[5]})"
                    f"  full {line[6]:>7} ({line[7]} to {line[8]})  gap {line[9]:>6}"
                    f"  same sign {line[-2]}, inside {line[-1]}",
                    flush=True,
                )
    blocks = [search for search, _, _ in BLOCKS]
    lines = sorted(table + others(questions), key=lambda line: (blocks.index(line[1]), line[0]))
    with open(TABLE, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(lines)
    sys.exit(0 if all(line[-2:] == ["yes", "yes"] for line in table) else 1)


main()
