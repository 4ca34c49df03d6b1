"""Indices of a function's samples by SALib, beside those of vigie: the same points, the same values.

    vigie sensitivity --function ishigami --rows 4096 --out DIR
    python Tests/salib_indices.py DIR [FILE.csv]

Prints both; ends with 1 where an estimate differs by more than 1e-9. With a file, writes vigie's table with
SALib's estimates and half-widths in two more columns.
"""
import csv
import pathlib
import sys

import numpy
from SALib.analyze import sobol


def read(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def main():
    folder = pathlib.Path(sys.argv[1])
    points, table = read(folder / "points.csv"), read(folder / "sensitivity.csv")
    names = [name for name in points[0] if name not in ("row", "role", "value")]
    # SALib wants a row's points as A, A with each input of B, B.
    order = ["A", *("A_" + name for name in names), "B"]
    rows = {}
    for point in points:
        rows.setdefault(int(point["row"]), {})[point["role"]] = float(point["value"])
    values = numpy.array([rows[row][role] for row in sorted(rows) for role in order])
    problem = {"num_vars": len(names), "names": names, "bounds": [[0, 1]] * len(names)}
    theirs = sobol.analyze(problem, values, calc_second_order=False, seed=1, num_resamples=1000)
    worst = 0.0
    for row in table:
        place = names.index(row["input"])
        row["salib"] = theirs[row["index"]][place]
        row["salib_half_width"] = theirs[row["index"] + "_conf"][place]
        worst = max(worst, abs(row["salib"] - float(row["estimate"])))
        print(
            f"{row['function']} {row['input']} {row['index']}: exact {float(row['exact']):.4f}, here "
            f"{float(row['estimate']):.4f} ({float(row['ci_low']):.4f} to {float(row['ci_high']):.4f}), "
            f"SALib {row['salib']:.4f} ± {row['salib_half_width']:.4f}"
        )
    print(f"greatest difference of an estimate: {worst:.1e}")
    if len(sys.argv) > 2:
        with open(sys.argv[2], "a", newline="") as file:
            out = csv.DictWriter(file, table[0].keys(), lineterminator="\n")
            if file.tell() == 0:
                out.writeheader()
            out.writerows(table)
    sys.exit(1 if worst > 1e-9 else 0)


main()
