"""Measures Vigie beside its peers, proves that they simulate the same thing, writes the table.

    bench.py [--quick]       what `make bench` runs; see README.md for what each column means
"""

import argparse
import csv
import statistics
import subprocess
import sys

import callgrind
import engines
import picture
import process
import report
from engines import Case
from report import Row



def measure(cases: list[Case], rounds: int) -> list[tuple[Case, list[process.Usage], list[tuple]]]:
    """Round-robin over the engines, so that a machine that slows down slows all of them."""
    results = [(case, [], []) for case in cases]
    for number in range(rounds):
        for case, usages, events in results:
            if number >= case.rounds:
                continue
            usage = process.run(case.command)
            usages.append(usage)
            events.append(case.events(usage.output))
    return results


def rows(cases: list[Case], rounds: int) -> list[Row]:
    """Measures a group of engines at the same work and compares them round by round."""
    results = measure(cases, rounds)
    cost = {id(case): [usage.user / seen[0] for usage, seen in zip(usages, events)]
            for case, usages, events in results}
    table = []
    for case, usages, events in results:
        row = Row.of(case, usages, events)
        reference = [other for other in cases if other.reference and other.mode == case.mode]
        if reference:
            pairs = zip(cost[id(case)], cost[id(reference[0])])
            row.ratio_to_cpp = statistics.median(own / other for own, other in pairs)
        table.append(row)
        print(report.line(row), flush=True)
    return table


def coco(rounds: int) -> list[Row]:
    """The Coco-like week on one core and on two, with what it costs a simulated day."""
    results = measure(engines.coco(), rounds)
    walls = [[usage.wall for usage in usages] for _, usages, _ in results]
    table = []
    for (case, usages, events), wall in zip(results, walls):
        row = Row.of(case, usages, events)
        row.cpu_s_per_day = row.user_cpu_s / engines.COCO_DAYS
        held = min(case.runs, 2 if case.mode == "two cores" else 1)
        row.bytes_per_person = row.peak_memory_mib * 2**20 / case.n / held
        row.speedup = statistics.median(one / own for one, own in zip(walls[0], wall))
        table.append(row)
        print(report.line(row), flush=True)
    return table


def main() -> int:
    """Runs everything, prints and writes it; 1 if the engines disagree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="in three minutes, less exact")
    parser.add_argument("--no-proof", action="store_true", help="leave agreement.py out")
    options = parser.parse_args()
    quick = options.quick
    process.build()
    rounds = 2 if quick else 5
    table: list[Row] = []
    print(report.heading(), flush=True)
    for n in [10_000, 100_000, 1_000_000]:
        table += rows(engines.chat_day(n, quick), 1 if quick and n > 100_000 else rounds)
    table += rows(engines.queue(quick), rounds)
    for pending in [1_000, 10_000, 100_000, 1_000_000]:
        table += rows(engines.hold(pending, quick), 1 if quick else rounds)
    table += coco(1 if quick else 3)
    callgrind.add_instructions(table)
    agrees = None
    if not options.no_proof:
        proof = [sys.executable, str(process.ROOT / "Benchmarks" / "agreement.py")]
        agrees = subprocess.run([*proof, "--quick"] if quick else proof).returncode == 0
    print("\n" + report.table(table))
    print("\n" + report.bars(table, agrees))
    folder = process.results(quick)
    with open(folder / "benchmarks.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Row.columns())
        writer.writerows(row.cells() for row in table)
    place = folder if quick else process.ROOT / "docs"
    picture.draw(folder / "benchmarks.csv", place / "benchmarks.svg")
    return 1 if agrees is False else 0


if __name__ == "__main__":
    sys.exit(main())
