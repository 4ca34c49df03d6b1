"""The engines: what to type for each, and how many events it went through."""

import csv
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version

from process import BUILD, PYTHON, ROOT, VIGIE

CHAT_DAY = "Scenarios/standard-chat-day.yaml"
CPP = "C++17"


@dataclass
class Case:
    """One engine at one piece of work, run as one process."""

    part: str
    engine: str
    mode: str
    n: int
    runs: int
    """Runs in the process; figures are divided by them."""
    command: list[str]
    events: Callable[[str], tuple[int, int]]
    """From what it printed: represented and dispatched events of all its runs."""
    reference: bool = False
    """Whether the others of the same mode are compared with it."""
    rounds: int = 1_000
    """Rounds at most: slow engines run once."""

    @property
    def version(self) -> str:
        """Of the engine, or of the compiler for what is ours."""
        return versions()[self.engine.split()[0]]


_versions: dict[str, str] = {}


def versions() -> dict[str, str]:
    """Versions of all engines by the first word of their names."""
    if not _versions:
        def first(*words: str) -> str:
            return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()
        _versions.update(
            {"Vigie": first(str(VIGIE), "--version").split()[-1],
             CPP: "g++ " + first("g++", "-dumpfullversion"), "SimPy": version("simpy"),
             "Mesa": version("mesa")})
    return _versions


def vigie(scenario: str, n: int, runs: int, *more: str, folder: str = "runs") -> list[str]:
    """The ordinary command, on one core, with a folder of its own."""
    return [str(VIGIE), "run", scenario, "--replicates", str(runs), "--quiet", "--fresh", "--out",
            str(BUILD / folder), "--jobs", "1", "--set", f"people.count={n}", *more]


def vigie_events(folder: str = "runs") -> Callable[[str], tuple[int, int]]:
    """Reads the events of all runs of a folder."""
    def read(_: str) -> tuple[int, int]:
        with open(BUILD / folder / "runs.csv", newline="") as file:
            rows = list(csv.DictReader(file))
        shutil.rmtree(BUILD / folder)
        return (sum(int(row["represented_events"]) for row in rows),
                sum(int(row["events"]) for row in rows))
    return read


def peer_events(mode: str) -> Callable[[str], tuple[int, int]]:
    """Adds up the lines that a peer prints; drawn messages are represented, not dispatched."""
    def read(output: str) -> tuple[int, int]:
        rows = list(csv.DictReader(output.splitlines()))
        others = sum(int(row[name]) for row in rows
                     for name in ("logins", "logouts", "contacts", "reviews"))
        messages = sum(int(row["messages"]) for row in rows)
        return others + messages, others + (messages if mode == "each" else 0)
    return read


def kernel_events(number: int, each: int, expected: float,
                  tolerance: float) -> Callable[[str], tuple[int, int]]:
    """So many represented events of so many dispatched ones, if the figure printed is right."""
    def read(output: str) -> tuple[int, int]:
        if not abs(float(output) - expected) <= tolerance:
            raise SystemExit(f"a kernel gives {output.strip()}, expected {expected}")
        return number, each * number
    return read


def python_peer(script: str, *arguments: int) -> list[str]:
    """A peer in Python."""
    return [str(PYTHON), str(ROOT / "Benchmarks" / "peers" / script), *map(str, arguments)]


def chat_day(n: int, quick: bool) -> list[Case]:
    """All engines at the standard chat day with n people."""
    def case(engine, mode, runs, command, events, **more):
        return Case("chat day", engine, mode, n, runs, command, events, **more)
    runs = max(1, (500_000 if quick else 3_000_000) // n)
    cases = []
    for mode, peer, some in [("drawn", "elide", runs), ("each", "dense", max(1, runs // 3))]:
        command = [str(BUILD / "chat"), peer, str(n), str(2 * some), "1"]
        cases += [
            case(f"{CPP} {peer}", mode, 2 * some, command, peer_events(mode), reference=True),
            case("Vigie", mode, some, vigie(CHAT_DAY, n, some, "--set", f"messages={mode}"),
                 vigie_events())]
    if n <= (10_000 if quick else 100_000):
        rounds = 1 if quick or n > 10_000 else 1_000
        cases += [
            case(name, "each", 1, python_peer(script, n, 1, 1), peer_events("each"), rounds=rounds)
            for name, script in [("SimPy", "chat_simpy.py"), ("Mesa", "chat_mesa.py")]]
    return cases


def queue(quick: bool) -> list[Case]:
    """M/M/1: an arrival is a represented event; arrival and departure are dispatched.

    The mean time in the system is 10; the tolerance is five standard errors and more.
    """
    arrivals = 100_000 if quick else 1_000_000
    many = 20_000_000 if not quick else 5_000_000

    def case(engine, number, command, **more):
        return Case("M/M/1", engine, "", number, 1, [*command, str(number), "1"],
                    kernel_events(number, 2, 10, 1.5 * (1_000_000 / number) ** 0.5), **more)
    peer = str(BUILD / "peer-kernels")
    return [
        case(f"{CPP} tight", many, [peer, "mm1-tight"], reference=True),
        case(f"{CPP} heap", many, [peer, "mm1-heap"]),
        case("Vigie", many, [str(BUILD / "kernels"), "mm1"]),
        case("SimPy", arrivals, python_peer("mm1_simpy.py"), rounds=1),
        case("Mesa", arrivals, python_peer("mm1_mesa.py"), rounds=1)]


def hold(pending: int, quick: bool) -> list[Case]:
    """The agenda alone: the earliest of so many pending moments is taken and put back."""
    holds = 5_000_000 if quick else 20_000_000

    def case(engine, *command, **more):
        return Case("hold", engine, "", pending, 1, [*command, str(pending), str(holds), "1"],
                    kernel_events(holds, 1, 1, 0.01), **more)
    peer = str(BUILD / "peer-kernels")
    return [case(f"{CPP} calendar", peer, "hold-lazy", reference=True),
            case(f"{CPP} heap", peer, "hold-heap"),
            case("Vigie", str(BUILD / "kernels"), "hold")]


COCO = "Scenarios/coco.yaml"
COCO_PEOPLE, COCO_DAYS = 850_000, 7


def coco() -> list[Case]:
    """A week of the Coco-like case at full size, two runs: on one core and on two."""
    cases = []
    for jobs, words in [(1, "one core"), (2, "two cores")]:
        command = vigie(
            COCO, COCO_PEOPLE, 2, "--fixed", "--set", "time.warm_up=1 h", "--set",
            f"time.window={COCO_DAYS} d")
        command[command.index("--jobs") + 1] = str(jobs)
        cases.append(Case("Coco week", "Vigie", words, COCO_PEOPLE, 2, command, vigie_events()))
    return cases
