"""Every figure of the normalizer: `python -m tests.quality [--json] [MEASUREMENT…]`.

It needs the shared corpora. `floors.toml` pins the figures that may not fall.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping

from tests.quality import breaks, clean, column_joins, conserved, hyphens, korean, typesetting
from tests.quality.corpora import FOLDER
from tests.quality.table import Table

MEASUREMENTS: Mapping[str, Callable[[], Table]] = {
    "breaks": breaks.table,
    "hyphens": hyphens.table,
    "column-joins": column_joins.table,
    "korean": korean.table,
    "clean": clean.table,
    "conserved": conserved.table,
    "typesetting": typesetting.table,
}


def main() -> int:
    """Print the tables of the measurements named, or of all; 3 where there is no corpus."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="MEASUREMENT", help=", ".join(MEASUREMENTS))
    parser.add_argument("--json", action="store_true", help="print JSON instead of Markdown")
    given = parser.parse_args()
    unknown = [name for name in given.names if name not in MEASUREMENTS]
    if unknown:
        parser.error(f"no measurement: {', '.join(unknown)}")
    if not FOLDER.is_dir():
        sys.stderr.write(f"{FOLDER} isn't there: set PUBLISHER_CORPORA to the corpora's folder\n")
        return 3
    values = []
    for name in given.names or MEASUREMENTS:
        table = MEASUREMENTS[name]()
        values.append({"measurement": name, **table.as_value()})
        if not given.json:
            sys.stdout.write(f"{table.as_markdown()}\n\n")
            sys.stdout.flush()
    if given.json:
        sys.stdout.write(json.dumps(values, ensure_ascii=False, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
