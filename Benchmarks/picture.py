"""The picture of the benchmarks: nanoseconds per represented event, on a logarithmic scale.

    picture.py TABLE.csv PICTURE.svg     draws a published table again
"""

import csv
import html
import math
import pathlib
import sys
from dataclasses import dataclass

SHAPES = {10_000: "disc", 100_000: "diamond", 1_000_000: "square"}
COLOURS = {10_000: "#0b4f8a", 100_000: "#a63a00", 1_000_000: "#3d3d3d"}
LEFT, RIGHT, TOP, STEP = 300, 750, 100, 40
# Marks of one line stand a little above one another, so that none hides another.
SHIFTS = {10_000: -9, 100_000: 0, 1_000_000: 9}
DECADES = [1, 10, 100, 1_000, 10_000, 100_000]


@dataclass
class Point:
    """What a mark shows."""

    engine: str
    mode: str
    n: int
    ns: float
    """Nanoseconds of processor time per represented event."""


def points(table: pathlib.Path) -> list[Point]:
    """The chat days of a table."""
    with open(table, newline="") as file:
        return [Point(row["engine"], row["mode"], int(row["n"]), float(row["ns_per_represented"]))
                for row in csv.DictReader(file) if row["part"] == "chat day"]


def _x(nanoseconds: float) -> float:
    """From the first to the last decade."""
    share = math.log(nanoseconds / DECADES[0]) / math.log(DECADES[-1] / DECADES[0])
    return LEFT + (RIGHT - LEFT) * share


def _text(x: float, y: float, words: str, anchor: str = "start", size: int = 13,
          weight: str = "normal") -> str:
    return (f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" '
            f'font-weight="{weight}">{html.escape(words)}</text>')


def _mark(x: float, y: float, n: int) -> str:
    colour = COLOURS[n]
    if SHAPES[n] == "disc":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="{colour}"/>'
    if SHAPES[n] == "diamond":
        corners = [(x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)]
        points = " ".join(f"{a:.1f},{b:.1f}" for a, b in corners)
        return (f'<polygon points="{points}" fill="#ffffff" fill-opacity="0.8" '
                f'stroke="{colour}" stroke-width="2"/>')
    return (f'<rect x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" height="10" fill="none" '
            f'stroke="{colour}" stroke-width="2"/>')


def _name(point: Point) -> str:
    words = "messages drawn" if point.mode == "drawn" else "every message an event"
    return f"{point.engine}, {words}"


def _axis(height: float) -> list[str]:
    body = []
    for value in DECADES:
        x = _x(value)
        body.append(f'<line x1="{x:.1f}" y1="{TOP - 16}" x2="{x:.1f}" y2="{height - 52}" '
                    f'stroke="#cccccc" stroke-dasharray="3 3"/>')
        body.append(_text(x, height - 34, f"{value:,}", "middle", 12))
    body.append(_text((LEFT + RIGHT) / 2, height - 12,
                      "nanoseconds of processor time per represented event", "middle"))
    return body


def _legend() -> list[str]:
    body, x = [], 24.0
    for n in SHAPES:
        words = f"{n:,} people"
        body += [_mark(x, 52, n), _text(x + 13, 56, words)]
        x += 40 + 7.2 * len(words)
    return body


def chart(marks: list[Point]) -> str:
    """One line for each engine and way of simulating messages, one mark for each size."""
    lines: dict[str, list[Point]] = {}
    for point in marks:
        lines.setdefault(_name(point), []).append(point)
    order = sorted(lines, key=lambda name: min(point.ns for point in lines[name]))
    height = TOP + STEP * len(order) + 60
    title = "The standard chat day: what an event costs, engine by engine"
    body, told = _axis(height) + _legend(), []
    for number, name in enumerate(order):
        y = TOP + STEP * number + 4
        weight = "bold" if name.startswith("Vigie") else "normal"
        body.append(_text(LEFT - 16, y + 4, name, "end", weight=weight))
        body += [_mark(_x(point.ns), y + SHIFTS[point.n], point.n) for point in lines[name]]
        told.append(f"{name}: " + ", ".join(
            f"{point.ns:,.0f} ns at {point.n:,} people" for point in lines[name]))
    return "\n".join([
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" '
        f'viewBox="0 0 800 {height}" width="800" height="{height}" '
        'font-family="Helvetica, Arial, sans-serif" fill="#1a1a1a">',
        f'<title id="title">{html.escape(title)}</title>',
        f'<desc id="description">{html.escape("; ".join(told))}</desc>',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        _text(16, 28, title, size=17, weight="bold"), *body, "</svg>", ""])


def draw(table: pathlib.Path, picture: pathlib.Path) -> None:
    """Draws the picture of a table."""
    picture.write_text(chart(points(table)))


if __name__ == "__main__":
    draw(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
