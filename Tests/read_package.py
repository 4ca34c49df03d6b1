"""Reads every CSV of a study's folder as people will: pandas, Polars and DuckDB, each without options.
Columns must come out with the names and the types that the data package promises; check_package.R
does the same in R. Prints the shapes."""

import json
import pathlib
import sys

import duckdb
import pandas
import polars

folder = pathlib.Path(sys.argv[1])
package = json.loads((folder / "datapackage.json").read_text())

WHOLE, NUMBER = {"int64", "Int64", "BIGINT"}, {"float64", "Float64", "DOUBLE"}


def by_pandas(path):
    table = pandas.read_csv(path)
    return len(table), {name: str(kind) for name, kind in table.dtypes.items()}


def by_polars(path):
    table = polars.read_csv(path)
    return len(table), {name: str(kind) for name, kind in table.schema.items()}


def by_duckdb(path):
    table = duckdb.read_csv(str(path))
    return len(table), dict(zip(table.columns, map(str, table.types)))


readers = {"pandas": by_pandas, "Polars": by_polars, "DuckDB": by_duckdb}

for resource in package["resources"]:
    path, fields = folder / resource["path"], resource["schema"]["fields"]
    text = pandas.read_csv(path, dtype=str)
    assert len(text) > 0, path
    for reader, read in readers.items():
        rows, kinds = read(path)
        assert rows == len(text), (reader, path, rows, len(text))
        assert list(kinds) == [field["name"] for field in fields], (reader, path, list(kinds))
        for field in fields:
            # A column without a value shows no type; Polars looks at a hundred rows.
            seen = text[field["name"]].head(100).dropna()
            if seen.empty:
                continue
            # pandas has no whole number beside an empty cell.
            gaps = reader == "pandas" and text[field["name"]].isna().any()
            wanted = {"number": NUMBER, "integer": NUMBER if gaps else WHOLE}.get(field["type"])
            kind = kinds[field["name"]]
            assert wanted is None or kind in wanted, (reader, str(path), field["name"], kind)
    print(f"{resource['path']}: {len(text)} rows, {len(fields)} columns, read by {', '.join(readers)}")
