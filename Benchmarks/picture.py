"""The picture of the benchmarks: nanoseconds per represented event, on a logarithmic scale."""

import html
import math

from report import Row

SHAPES = {10_000: "disc", 100_000: "diamond", 1_000_000: "square"}
COLOURS = {10_000: "#0b4f8a", 100_000: "#a63a00", 1_000_000: "#3d3d3d"}
LEFT, RIGHT, TOP, STEP = 300, 760, 96, 34


def _x(nanoseconds: float) -> float:
    """Two nanoseconds at the left end, twenty thousand at the right."""
    return LEFT + (RIGHT - LEFT) * math.log10(nanoseconds / 2) / 4


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


def _name(row: Row) -> str:
    return f"{row.engine}, " + (
        "messages drawn" if row.mode == "drawn" else "every message an event")


def _axis(height: float) -> list[str]:
    body = []
    for value in [2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000]:
        x = _x(value)
        body.append(f'<line x1="{x:.1f}" y1="{TOP - 16}" x2="{x:.1f}" y2="{height - 52}" '
                    f'stroke="#cccccc" stroke-dasharray="3 3"/>')
        if str(value)[0] == "1" or value in (2, 20_000):
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


def chart(rows: list[Row]) -> str:
    """One line for each engine and way of simulating messages, one mark for each size."""
    lines: dict[str, list[Row]] = {}
    for row in rows:
        if row.part == "chat day":
            lines.setdefault(_name(row), []).append(row)
    order = sorted(lines, key=lambda name: min(row.ns_per_represented for row in lines[name]))
    height = TOP + STEP * len(order) + 60
    title = "The standard chat day: what an event costs, engine by engine"
    body, told = _axis(height) + _legend(), []
    for number, name in enumerate(order):
        y = TOP + STEP * number + 4
        weight = "bold" if name.startswith("Vigie") else "normal"
        body.append(_text(LEFT - 16, y + 4, name, "end", weight=weight))
        body += [_mark(_x(row.ns_per_represented), y, row.n) for row in lines[name]]
        told.append(f"{name}: " + ", ".join(
            f"{row.ns_per_represented:.3g} ns at {row.n:,} people" for row in lines[name]))
    return "\n".join([
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" '
        f'viewBox="0 0 800 {height}" width="800" height="{height}" '
        'font-family="Helvetica, Arial, sans-serif" fill="#1a1a1a">',
        f'<title id="title">{html.escape(title)}</title>',
        f'<desc id="description">{html.escape("; ".join(told))}</desc>',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        _text(16, 28, title, size=17, weight="bold"), *body, "</svg>", ""])
