"""Where the instructions of an event go, part of the engine by part.

    budget.py drawn|each|coco … [--people N] [--cache] [--files]

Callgrind counts the instructions at every address of the ordinary release program (a stripped
copy); the debugging records of the original say which line each came from, through everything that
was inlined. Three runs less one, so that the start of the process falls out.

With --time the nanoseconds instead, by perf's samples of the program itself (Debian's linux-perf):
they hold the waits for memory, which count where a row is read.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
from collections import Counter

import callgrind
import engines
import process

GROUPS = {
    "random numbers": r"Engine/(Stream|Mix|.*Ziggurat|Elementary|LogSteps|PowersOfTwo|Sampler|Alias)",
    "agenda": r"Engine/Agenda",
    "arrivals": r"Engine/(Arrivals|Knocks)",
    "hash": r"Engine/EventHash|Run\+Events",
    "outcomes": r"Outcomes/|Engine/LogHistogram",
    "messages": r"World/MessageClock",
    "visits": r"World\+Visits|World/(Visit|Audience|Crowds|Newcomers|RoomPlan)|Agents/(Visitor|Platform)|World\+Gates|Venues/|Rules/",
    "population": r"World\+Population|World/Person",
    "contacts, conversations": r"World\+Con|World/(Con|Compiled|Harm)|World\+Recording|Decoy",
    "reviews": r"World\+(Cases|Sanctions)|World/ReviewCase|Agents/Moderator",
    "loop, events": r"Simulation/Run\.swift|World/(Event|World|Actor|LoopConstants)|Feedbacks/",
    "study, tables": r"Sources/(Experiment|Schema|Report|vigie)/",
}
"""Parts of the engine by source file; what none of them matches is shown by its file."""

TRANSPARENT = "Engine/Storage.swift"
"""Rows of plain values: what they cost belongs to whoever reads them."""

Costs = dict[tuple[str, str, int], list[int]]


def read(path: pathlib.Path) -> tuple[list[str], Costs]:
    """Own cost at every address, by program or library and function, from callgrind's file."""
    names: dict[str, str] = {}
    events, costs = [], {}
    functions: dict[str, str] = {}
    binary, function, address, is_call = "", "", 0, False
    for line in path.read_text().splitlines():
        if line.startswith("events: "):
            events = line.split()[1:]
        elif line.startswith("ob="):
            binary = _name(line, names)
        elif line.startswith("cob="):
            _name(line, names)
        elif line.startswith("fn="):
            function = _name(line, functions)
        elif line.startswith("cfn="):
            _name(line, functions)
        elif line.startswith("calls="):
            is_call = True
        elif re.match(r"0x|[+*-]", line):
            words = line.split()
            address = _position(words[0], address)
            if not is_call:
                own = costs.setdefault((binary, function, address), [0] * len(events))
                for place, word in enumerate(words[2:]):
                    own[place] += int(word)
            is_call = False
    return events, costs


def _name(line: str, names: dict[str, str]) -> str:
    """Names are written out once, with a number, and then by the number alone."""
    number, _, name = line.partition("=")[2].partition(" ")
    return names.setdefault(number, name)


def _position(word: str, last: int) -> int:
    """Addresses are written in full, or as steps from the one before."""
    if word == "*":
        return last
    return last + int(word, 0) if word[0] in "+-" else int(word, 16)


def places(addresses: list[int]) -> dict[int, str]:
    """The source file that an address of the program belongs to: the innermost of the project's."""
    tool = shutil.which("llvm-symbolizer") or str(
        pathlib.Path(shutil.which("swiftc") or "").resolve().parent / "llvm-symbolizer")
    found = subprocess.run(
        [tool, "--inlines", "--functions=none", f"--obj={process.VIGIE}"], text=True, check=True,
        input="\n".join(map(hex, addresses)), capture_output=True).stdout
    result = {}
    for address, frames in zip(addresses, found.split("\n\n")):
        files = [frame.rsplit(":", 2)[0] for frame in frames.split("\n")]
        own = [file for file in files if "/Sources/" in file and not file.endswith(TRANSPARENT)]
        result[address] = own[0].partition("/Sources/")[2] if own else "made by the compiler"
    return result


def group(binary: str, file: str) -> str:
    """The part of the engine."""
    if not binary.endswith(callgrind.PROGRAM.name):
        return "library " + pathlib.PurePath(binary).name.split(".")[0]
    for name, pattern in GROUPS.items():
        if re.search(pattern, "Sources/" + file):
            return name
    return file


def budget(mode: str, people: int | None, cache: bool, by_file: bool) -> None:
    """Measures one mode and prints its table."""
    total: Costs = {}
    events_of = {}
    for runs, sign in [(1, -1), (3, 1)]:
        path = process.BUILD / "callgrind.out"
        options = ["--dump-instr=yes", *(["--cache-sim=yes"] if cache else [])]
        _, events_of[runs] = callgrind.profile(
            callgrind.command(mode, runs, people), *options, file=str(path))
        names, costs = read(path)
        for key, own in costs.items():
            sums = total.setdefault(key, [0] * len(own))
            total[key] = [old + sign * new for old, new in zip(sums, own)]
    events = events_of[3] - events_of[1]
    is_own = callgrind.PROGRAM.name
    files = places([address for binary, _, address in total if binary.endswith(is_own)])
    sums: dict[str, Counter[str]] = {}
    for (binary, function, address), own in total.items():
        file = files[address] if binary.endswith(is_own) else function
        name = file if by_file else group(binary, file)
        sums.setdefault(name, Counter()).update(dict(zip(names, own)))
    show(mode, sums, events)


def times(mode: str, people: int | None, by_file: bool) -> None:
    """Measures one mode by the clock and prints its table."""
    command = [str(process.VIGIE), *callgrind.command(mode, 12, people)[1:]]
    data = str(process.BUILD / "perf.data")
    subprocess.run(["perf", "record", "-q", "-F", "4000", "-o", data, *command], cwd=process.ROOT,
                   check=True, capture_output=True)
    script = subprocess.run(
        ["perf", "script", "-i", data, "-F", "ip,sym,symoff,dso,period"], text=True, check=True,
        capture_output=True).stdout
    table = subprocess.run(
        ["nm", "--defined-only", str(process.VIGIE)], text=True, check=True, capture_output=True)
    starts = {name: int(start, 16) for start, _, name in
              (line.split(maxsplit=2) for line in table.stdout.splitlines())}
    samples: Counter[tuple[str, str, int]] = Counter()
    for period, symbol, offset, binary in re.findall(
            r"(\d+) +[0-9a-f]+ (\S+?)(?:\+0x([0-9a-f]+))? \((.*?)\)$", script, re.MULTILINE):
        address = starts.get(symbol, 0) + int(offset or "0", 16)
        samples[binary, symbol, address] += int(period)
    is_own = process.VIGIE.name
    files = places([address for binary, _, address in samples if binary.endswith(is_own)])
    sums: Counter[str] = Counter()
    for (binary, symbol, address), period in samples.items():
        if binary.endswith(is_own):
            file = files[address]
            sums[file if by_file else group(callgrind.PROGRAM.name, file)] += period
        else:
            sums["libraries and system, tables written at the end included"] += period
    events = engines.vigie_events("callgrind")("")[1]
    print(f"\n{mode}: {events:,} dispatched events, nanoseconds an event")
    for name, period in sums.most_common():
        if period >= 0.005 * sums.total():
            print(f"{name[:48]:<50}{period / events:>10.1f}{period / sums.total():>8.1%}")
    print(f"{'all':<50}{sums.total() / events:>10.1f}")


def show(mode: str, sums: dict[str, Counter[str]], events: int) -> None:
    """Prints a budget, the largest part first; parts below half a percent together."""
    whole = sum(costs["Ir"] for costs in sums.values())
    large = {name: costs for name, costs in sums.items() if abs(costs["Ir"]) >= 0.005 * whole}
    rest: Counter[str] = Counter()
    for name in sums.keys() - large.keys():
        rest.update(sums[name])
    print(f"\n{mode}: {events:,} dispatched events, instructions an event")
    print(f"{'part':<50}{'instructions':>13}{'share':>8}{'first-level misses':>20}"
          f"{'last-level misses':>19}")
    order = sorted(large.items(), key=lambda item: -item[1]["Ir"])
    everything: Counter[str] = Counter()
    for costs in sums.values():
        everything.update(costs)
    for name, costs in [*order, ("rest", rest), ("all", everything)]:
        misses = [(costs[f"{level}mr"] + costs[f"{level}mw"]) / events for level in ("D1", "DL")]
        print(f"{name[:48]:<50}{costs['Ir'] / events:>13.1f}{costs['Ir'] / whole:>8.1%}"
              + "".join(f"{miss:>{width}.2f}" if "D1mr" in costs else f"{'–':>{width}}"
                        for miss, width in zip(misses, (20, 19))))


def main() -> None:
    """Reads the words and measures each mode."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modes", nargs="+", choices=["drawn", "each", "coco"])
    parser.add_argument("--people", type=int, help="instead of 10,000, or 20,000 for coco")
    parser.add_argument("--cache", action="store_true", help="count misses of a simulated cache")
    parser.add_argument(
        "--files", action="store_true", help="source files and library functions, not parts")
    parser.add_argument("--time", action="store_true", help="nanoseconds, by perf")
    words = parser.parse_args()
    callgrind.strip()
    for mode in words.modes:
        if words.time:
            times(mode, words.people, words.files)
            continue
        budget(mode, words.people, words.cache, words.files)


if __name__ == "__main__":
    main()
