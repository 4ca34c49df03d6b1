"""The table of the benchmarks: its columns, how it is printed, and the bars it is held to."""

import statistics
from dataclasses import dataclass, fields

from engines import Case
from process import Usage


@dataclass
class Row:
    """One engine at one piece of work. README.md says what each column means."""

    part: str
    engine: str
    version: str
    mode: str
    n: int
    rounds: int
    runs_per_round: int
    represented_events: float
    dispatched_events: float
    user_cpu_s: float
    user_cpu_min_s: float
    system_cpu_s: float
    peak_memory_mib: float
    ns_per_represented: float
    ns_per_dispatched: float
    ratio_to_cpp: float | None = None
    instructions_per_dispatched: float | None = None
    cpu_s_per_day: float | None = None
    bytes_per_person: float | None = None
    speedup: float | None = None

    @staticmethod
    def of(case: Case, usages: list[Usage], events: list[tuple[int, int]]) -> "Row":
        """Medians over the rounds, a run each."""
        def median(values):
            return statistics.median(values) / case.runs
        user = [usage.user for usage in usages]
        return Row(
            case.part, case.engine, case.version, case.mode, case.n, len(usages), case.runs,
            median(seen[0] for seen in events), median(seen[1] for seen in events), median(user),
            min(user) / case.runs, median(usage.system for usage in usages),
            statistics.median(usage.peak for usage in usages) / 2**20,
            1e9 * statistics.median(t / seen[0] for t, seen in zip(user, events)),
            1e9 * statistics.median(t / seen[1] for t, seen in zip(user, events)))

    @staticmethod
    def columns() -> list[str]:
        """Header of the CSV."""
        return [field.name for field in fields(Row)]

    def cells(self) -> list[str]:
        """Four digits say all that a measurement knows; whole numbers stay whole."""
        return [_cell(getattr(self, name)) for name in self.columns()]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.4g}"
    return str(value)


SHOWN = {
    "part": 10, "engine": 15, "mode": 9, "n": 9, "rounds": 6, "user_cpu_s": 10,
    "peak_memory_mib": 11, "ns_per_represented": 13, "ns_per_dispatched": 13, "ratio_to_cpp": 8,
    "instructions_per_dispatched": 14}
WORDS = {
    "user_cpu_s": "user CPU s", "peak_memory_mib": "peak MiB",
    "ns_per_represented": "ns/represented", "ns_per_dispatched": "ns/dispatched",
    "ratio_to_cpp": "to C++", "instructions_per_dispatched": "instr/dispatched"}
TEXTS = ("part", "engine", "mode")


def _join(cells: dict[str, str]) -> str:
    words = []
    for name, width in SHOWN.items():
        width = max(width, len(WORDS.get(name, name)))
        cell = cells.get(name, "")
        words.append(cell.ljust(width) if name in TEXTS else cell.rjust(width))
    return "  ".join(words).rstrip()


def heading() -> str:
    """Header of the printed table."""
    return _join({name: WORDS.get(name, name) for name in SHOWN})


def line(row: Row) -> str:
    """One row of the printed table."""
    return _join({name: _cell(getattr(row, name)) for name in SHOWN})


def table(rows: list[Row]) -> str:
    """The whole table, then what only the Coco week has."""
    lines = [heading(), *map(line, rows), ""]
    for row in rows:
        if row.part == "Coco week":
            lines.append(
                f"Coco week, {row.mode}, {row.n:,} people: {1e3 / row.ns_per_dispatched:.2f} "
                f"million dispatched events a second of user CPU, {row.cpu_s_per_day:.2f} CPU "
                f"seconds a simulated day, {row.bytes_per_person:.0f} bytes a person, "
                f"{row.speedup:.2f} × the speed of one core")
    lines.append(
        "Python peers run once above 10,000 people and not at 1,000,000; chat days hold "
        "everything from start of the process to its end.")
    return "\n".join(lines)


def bars(rows: list[Row], agrees: bool | None) -> str:
    """Every bar with its figure: what the engine is held to, met or not.

    Ratios are medians over the rounds; nanoseconds and events a second are those of the least loaded
    round, because others on a shared machine can only add to them.
    """
    def find(part, engine, n, mode=""):
        found = [row for row in rows if (row.part, row.engine, row.n) == (part, engine, n)
                 and mode in ("", row.mode)]
        return found[0] if found else None
    lines = ["bar" + " " * 62 + "figure"]

    def bar(words: str, figure: float | None, limit: float, at_least: bool = False) -> None:
        if figure is None:
            return
        met = figure >= limit if at_least else figure <= limit
        words += f" {'≥' if at_least else '≤'} {limit:g}"
        lines.append(f"{words:<64} {figure:8.3g}  {'met' if met else 'MISSED'}")
    for n in [100_000, 1_000_000]:
        for mode, limit in [("drawn", 3), ("each", 2)]:
            row = find("chat day", "Vigie", n, mode)
            bar(f"chat day, {n:,}, messages {mode}: × C++", row and row.ratio_to_cpp, limit)
    for mode in ["drawn", "each"]:
        small, large = (find("chat day", "Vigie", n, mode) for n in (10_000, 1_000_000))
        if small and large:
            growth = large.ns_per_represented / small.ns_per_represented
            bar(f"messages {mode}: cost at 1,000,000 over 10,000", growth, 2.5)
    own = find("chat day", "Vigie", 100_000, "each")
    for peer, limit in [("SimPy", 170), ("Mesa", 490)]:
        other = find("chat day", peer, 100_000)
        if own and other:
            faster = other.ns_per_represented / own.ns_per_represented
            bar(f"chat day, 100,000, each: times faster than {peer}", faster, limit, True)
    for pending, limit in [(1_000, 45), (100_000, 60), (1_000_000, 90)]:
        row = find("hold", "Vigie", pending)
        least = row and row.ns_per_represented * row.user_cpu_min_s / row.user_cpu_s
        bar(f"hold, {pending:,} pending: ns a hold", least, limit)
    for row in rows:
        if row.part == "Coco week" and row.mode == "one core":
            speed = 1e3 / row.ns_per_dispatched * row.user_cpu_s / row.user_cpu_min_s
            bar("Coco week: million dispatched events a second", speed, 4, True)
            bar("Coco week: bytes a person", row.bytes_per_person, 200)
        elif row.part == "Coco week":
            bar("Coco week: two cores against one", row.speedup, 1.9, True)
    if agrees is not None:
        lines.append(f"{'all engines give the same means and variances':<73}  "
                     + ("met" if agrees else "MISSED"))
    return "\n".join(lines)
