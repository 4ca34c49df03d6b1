"""Instructions per dispatched event: the same on every machine, so that a regression shows."""

import re
import shutil
import subprocess

import engines
import process
from report import Row

PROGRAM = process.BUILD / "vigie-stripped"


def command(mode: str, runs: int, people: int | None = None) -> list[str]:
    """Vigie's ordinary command at a size that Valgrind ends in seconds."""
    if mode in ("drawn", "each"):
        words = engines.vigie(
            engines.CHAT_DAY, people or 10_000, runs, "--set", f"messages={mode}",
            folder="callgrind")
    else:
        words = engines.vigie(
            engines.COCO, people or 20_000, runs, "--fixed", "--set", "time.warm_up=1 h", "--set",
            "time.window=1 d", folder="callgrind")
    return [str(PROGRAM), *words[1:]]


def strip() -> None:
    """Valgrind does not read the newest debugging records, and does without."""
    process.BUILD.mkdir(parents=True, exist_ok=True)
    shutil.copy(process.VIGIE, PROGRAM)
    subprocess.run(["strip", "-g", str(PROGRAM)], check=True)


def profile(program: list[str], *options: str, file: str = "/dev/null") -> tuple[str, int]:
    """Runs Vigie under callgrind: what callgrind said, and the dispatched events."""
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={file}", *options, *program],
        cwd=process.ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"callgrind: exit {done.returncode}\n{done.stderr}")
    return done.stderr, engines.vigie_events("callgrind")("")[1]


def count(mode: str, runs: int) -> tuple[int, int]:
    """Instructions and dispatched events of so many runs."""
    said, events = profile(command(mode, runs))
    found = re.search(r"Collected : (\d+)", said)
    if not found:
        raise SystemExit(f"callgrind: no count in\n{said}")
    return int(found.group(1)), events


def per_event(mode: str) -> float:
    """Of what three runs need more than one: start and reading of the scenario fall out."""
    one, three = count(mode, 1), count(mode, 3)
    return (three[0] - one[0]) / (three[1] - one[1])


def add_instructions(rows: list[Row]) -> None:
    """Fills the column for Vigie's modes (at 10,000 people) and the Coco week (a day of 20,000)."""
    strip()
    for row in rows:
        if row.engine != "Vigie":
            continue
        if row.part == "chat day" and row.n == 10_000:
            row.instructions_per_dispatched = per_event(row.mode)
        elif row.part == "Coco week" and row.mode == "one core":
            row.instructions_per_dispatched = per_event("coco")
