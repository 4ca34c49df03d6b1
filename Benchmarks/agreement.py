"""Do all engines simulate the same thing? Means and variances of every output, pair by pair.

    agreement.py [--quick]

Vigie is read from its files of events, not from its outcomes; both are compared first. Each pair of
means is compared by Welch's t test, each pair of variances by the Brown-Forsythe test, all at the
level that leaves one false alarm in a thousand whole proofs (Bonferroni).
"""

import argparse
import csv
import math
import pathlib
import statistics
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor

from scipy import stats

import engines
from process import BUILD, ROOT, VIGIE, results

FAMILY = 0.001
OUTPUTS = ["logins", "logouts", "messages", "room_spread", "contacts", "met", "harms", "reports",
           "reviews", "bans"]
KINDS = {"enter": "logins", "contact": "met", "harm": "harms", "report": "reports",
         "decision": "reviews", "sanction": "bans"}
CHECKS = {"visits": "logins", "messages": "messages", "offender_contacts": "met",
          "reports": "reports", "offenders_banned": "bans"}
Sample = dict[str, list[float]]


def of_events(path: pathlib.Path) -> dict[str, float]:
    """The outputs of one run from its events of the day; later events end what the day began."""
    counts = dict.fromkeys(OUTPUTS, 0.0)
    rooms = [0] * 100
    # Whoever is banned while on line leaves at that moment, but does not log out.
    left, banned = set(), set()
    with open(path) as file:
        places = {name: place for place, name in enumerate(next(file).rstrip().split(","))}
        time, kind = places["time_h"], places["kind"]
        actor, room, messages = places["actor"], places["room"], places["messages"]
        for line in file:
            row = line.split(",")
            what = row[kind]
            if what == "leave":
                rooms[int(row[room])] += int(row[messages])
            if float(row[time]) >= 24:
                continue
            if what in KINDS:
                counts[KINDS[what]] += 1
            if what == "leave":
                left.add((row[time], row[actor]))
            elif what == "sanction":
                banned.add((row[time], row[actor]))
            elif what == "contactMissed":
                counts["contacts"] += 1
    counts["contacts"] += counts["met"]
    counts["logouts"] = len(left - banned)
    counts["messages"] = sum(rooms)
    counts["room_spread"] = statistics.pstdev(rooms)
    return counts


def vigie_runs(mode: str, n: int, seed: int) -> list[dict[str, float]]:
    """One run of Vigie; its outcomes must say what its events say."""
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        events = pathlib.Path(folder) / "events.csv"
        subprocess.run(
            [str(VIGIE), "run", engines.CHAT_DAY, "--replicates", "1", "--quiet", "--jobs", "1",
             "--seed", str(seed), "--out", f"{folder}/run", "--events", str(events), "--set",
             f"people.count={n}", "--set", f"messages={mode}"],
            cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        counts = of_events(events)
        with open(f"{folder}/run/runs.csv", newline="") as file:
            outcomes = next(csv.DictReader(file))
    for column, output in CHECKS.items():
        if not math.isclose(float(outcomes[column]), counts[output], rel_tol=1e-9):
            raise SystemExit(f"seed {seed}: {column} {outcomes[column]}, events {counts[output]}")
    return [counts]


def peer_runs(command: list[str]) -> list[dict[str, float]]:
    """The lines that a peer prints."""
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return [{name: float(row[name]) for name in OUTPUTS}
            for row in csv.DictReader(done.stdout.splitlines())]


def sample(runs: list[dict[str, float]]) -> Sample:
    """Output by output."""
    return {name: [run[name] for run in runs] for name in OUTPUTS}


def samples(quick: bool) -> dict[tuple[str, str, int], Sample]:
    """All engines' runs, by engine, mode and number of people; two processes at a time."""
    few, many = (8, 24) if quick else (100, 400)
    sizes = [10_000] if quick else [10_000, 100_000]
    jobs = {}
    with ProcessPoolExecutor(2) as pool:
        # The slow ones first, a few runs to a process: Mesa does not give its memory back.
        for name, script in [("Mesa", "chat_mesa.py"), ("SimPy", "chat_simpy.py")]:
            jobs[name, "each", 10_000] = [
                pool.submit(peer_runs, engines.python_peer(script, 10_000, 4, seed))
                for seed in range(1, few + 1, 4)]
        for n in sizes:
            runs = many if n == 10_000 else few
            for mode, peer in [("drawn", "elide"), ("each", "dense")]:
                command = [str(BUILD / "chat"), peer, str(n), str(runs), "1"]
                jobs[f"{engines.CPP} {peer}", mode, n] = [pool.submit(peer_runs, command)]
                jobs["Vigie", mode, n] = [
                    pool.submit(vigie_runs, mode, n, seed) for seed in range(1, runs + 1)]
        return {key: sample([run for job in parts for run in job.result()])
                for key, parts in jobs.items()}


def pairs(done: dict[tuple[str, str, int], Sample]):
    """Each mode of Vigie beside every peer at 10,000 people, beside its C++ at 100,000."""
    for (engine, mode, n), own in done.items():
        if engine != "Vigie":
            continue
        for (peer, way, size), other in done.items():
            is_cpp = peer.startswith(engines.CPP)
            if peer != "Vigie" and size == n and (way == mode or not is_cpp):
                yield mode, n, peer, own, other


def compare_means(own: list[float], other: list[float], level: float) -> dict[str, object]:
    """Welch's t test; the difference that nine proofs in ten would find, relative to the mean."""
    parts = [statistics.variance(values) / len(values) for values in (own, other)]
    error = math.sqrt(sum(parts))
    freedom = sum(parts) ** 2 / sum(
        part**2 / (len(values) - 1) for part, values in zip(parts, (own, other)))
    low, high = statistics.fmean(own), statistics.fmean(other)
    reach = stats.t.ppf(1 - level / 2, freedom) * error
    power = stats.norm.ppf(0.9) * error
    return {"statistic": "mean", "value_vigie": low, "value_peer": high, "difference": low - high,
            "low": low - high - reach, "high": low - high + reach,
            "p": 2 * stats.t.sf(abs(low - high) / error, freedom),
            "detectable_percent": 100 * (reach + power) / high}


def compare_variances(own: list[float], other: list[float], level: float) -> dict[str, object]:
    """Brown-Forsythe; the interval and what it would find are for the ratio, as if normal."""
    ratio = statistics.variance(own) / statistics.variance(other)
    error = math.sqrt(2 / (len(own) - 1) + 2 / (len(other) - 1))
    reach = stats.norm.ppf(1 - level / 2) * error
    return {"statistic": "variance", "value_vigie": statistics.variance(own),
            "value_peer": statistics.variance(other), "difference": ratio,
            "low": ratio * math.exp(-reach), "high": ratio * math.exp(reach),
            "p": stats.levene(own, other, center="median").pvalue,
            "detectable_percent": 100 * math.expm1(reach + stats.norm.ppf(0.9) * error)}


def table(quick: bool) -> tuple[list[dict[str, object]], float]:
    """Every comparison, and the level of each."""
    compared = list(pairs(samples(quick)))
    level = FAMILY / (2 * len(OUTPUTS) * len(compared))
    rows = []
    for mode, n, peer, own, other in compared:
        for output in OUTPUTS:
            for compare in (compare_means, compare_variances):
                found = compare(own[output], other[output], level)
                agrees = "yes" if found["p"] >= level else "no"
                rows.append(
                    {"n": n, "messages": mode, "peer": peer,
                     "peer_version": engines.versions()[peer.split()[0]], "output": output,
                     "runs_vigie": len(own[output]), "runs_peer": len(other[output]), **found,
                     "agrees": agrees})
    return rows, level


def main() -> int:
    """Writes the table, prints one line; 1 if anything disagrees."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="eight runs instead of a hundred")
    quick = parser.parse_args().quick
    rows, level = table(quick)
    with open(results(quick) / "benchmarks-agreement.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(rows[0])
        for row in rows:
            writer.writerow(f"{cell:.6g}" if isinstance(cell, float) else cell
                            for cell in row.values())
    wrong = [row for row in rows if row["agrees"] == "no"]
    for row in wrong:
        print(f"disagree: {row}")
    reach = max(row["detectable_percent"] for row in rows
                if row["output"] == "messages" and row["statistic"] == "mean")
    print(f"\nAgreement of all engines: {'passed' if not wrong else 'FAILED'}: "
          f"{len(rows) - len(wrong)} of {len(rows)} comparisons inside the 99.9 % family-wise "
          f"interval (each at {level:.1e}; smallest p {min(row['p'] for row in rows):.1e}); a "
          f"difference of {reach:.1f} % in messages would be found in 9 of 10 proofs")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
