"""Reads every CSV of a study's folder with pandas, without options, and prints its shape."""

import json
import pathlib
import sys

import pandas

folder = pathlib.Path(sys.argv[1])
package = json.loads((folder / "datapackage.json").read_text())
for resource in package["resources"]:
    table = pandas.read_csv(folder / resource["path"])
    names = [field["name"] for field in resource["schema"]["fields"]]
    assert list(table.columns) == names, (resource["path"], list(table.columns), names)
    assert len(table) > 0, resource["path"]
    print(f"{resource['path']}: {len(table)} rows, {len(names)} columns")
