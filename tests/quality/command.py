"""The command line that every set of measurements has: names as arguments, Markdown or JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping

from tests.quality.corpora import FOLDER
from tests.quality.table import Table

Measurements = Mapping[str, Callable[[], Iterable[Table]]]


def run(package: str, told: str | None, measurements: Measurements, head: Iterable[Table]) -> int:
    """Print the head, then the tables of the measurements named, or of all; 3 without a corpus.

    `package` is called by `python -m`, and `told` says what it does. Tables are printed as they
    come; with `--json`, at the end, each with its measurement's name.
    """
    parser = argparse.ArgumentParser(prog=f"python -m {package}", description=told)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(measurements))
    parser.add_argument("--json", action="store_true", help="print JSON instead of Markdown")
    given = parser.parse_args()
    unknown = [name for name in given.names if name not in measurements]
    if unknown:
        parser.error(f"nothing is called {', '.join(unknown)}")
    if not FOLDER.is_dir():
        sys.stderr.write(f"{FOLDER} isn't there: set PUBLISHER_CORPORA to the corpora's folder\n")
        return 3
    values = []
    for name, tables in [
        ("", lambda: head),
        *((n, measurements[n]) for n in given.names or measurements),
    ]:
        for table in tables():
            values.append({"measurement": name, **table.as_value()})
            if not given.json:
                sys.stdout.write(f"{table.as_markdown()}\n\n")
                sys.stdout.flush()
    if given.json:
        sys.stdout.write(json.dumps(values, ensure_ascii=False, indent=2) + "\n")
    return 0
