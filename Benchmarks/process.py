"""Runs a program and says what it used of the machine."""

import os
import pathlib
import subprocess
import tempfile
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / ".build" / "benchmarks"
VIGIE = ROOT / ".build" / "release" / "vigie"
PYTHON = ROOT / ".venv" / "bin" / "python"


@dataclass
class Usage:
    """What one process used, from start to end, all threads together."""

    user: float
    """Processor seconds in the program itself."""
    system: float
    """Processor seconds in the kernel on its behalf."""
    wall: float
    """Seconds until it ended."""
    peak: float
    """Most memory held at once, bytes."""
    output: str


def run(command: list[str]) -> Usage:
    """Runs a command in the project's folder.

    The little program `measure` stands between, because a child inherits the memory peak of what
    starts it, and Python alone holds more than the leanest engine.
    """
    with tempfile.NamedTemporaryFile("r", dir=BUILD) as figures:
        done = subprocess.run(
            [str(BUILD / "measure"), figures.name, *command], cwd=ROOT, text=True,
            capture_output=True, env={**os.environ, "LC_ALL": "C"})
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr}")
        user, system, wall, peak = figures.read().split()
    return Usage(float(user), float(system), float(wall), float(peak) * 1024, done.stdout)


def results(quick: bool) -> pathlib.Path:
    """Where the tables go; a quick trial is not published."""
    folder = ROOT / "Results" / ("benchmarks" if quick else "published")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def build() -> None:
    """Compiles the peers, and the engine's own files as kernels; make builds `vigie` itself."""
    BUILD.mkdir(parents=True, exist_ok=True)
    here = ROOT / "Benchmarks"
    sources = {"measure": here / "measure.cpp", "chat": here / "peers" / "chat.cpp",
               "peer-kernels": here / "peers" / "kernels.cpp"}
    for name, source in sources.items():
        compile_command = ["g++", "-O3", "-march=native", "-std=c++17", "-Wall", "-Wextra", "-Werror"]
        subprocess.run([*compile_command, str(source), "-o", str(BUILD / name)], check=True)
    engine = sorted((ROOT / "Sources" / "Simulation" / "Engine").glob("*.swift"))
    alone = [str(path) for path in engine if "import Schema" not in path.read_text()]
    subprocess.run(
        ["swiftc", "-O", "-wmo", "-swift-version", "6", *alone, str(here / "kernels/main.swift"),
         "-o", str(BUILD / "kernels")], check=True)
