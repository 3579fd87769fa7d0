"""`python -m tests.benchmarks [--json] [BENCHMARK…]`: figures with the machine they were taken on.

A benchmark is a module of this package with a function `tables`, and a line in BENCHMARKS.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks import batch, cluster, epub, normalizer
from tests.quality.corpora import FOLDER
from tests.quality.table import Table

BENCHMARKS: Mapping[str, Callable[[], Iterable[Table]]] = {
    "normalizer": normalizer.tables,
    "epub": epub.tables,
    "batch": batch.tables,
    "cluster": cluster.tables,
}


def machine() -> Table:
    """What the figures were taken on and with."""
    rows = (
        ("processor", f"{_processor()}, {os.cpu_count()} cores"),
        ("memory", f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.1f} GiB"),
        ("system", f"{platform.system()} {platform.release()}"),
        ("Python", platform.python_version()),
        ("publisher", version("publisher")),
    )
    return Table("Machine", ("what", "which"), rows)


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def main() -> int:
    """Print the tables of the benchmarks named, or of all; 3 where there is no corpus."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="BENCHMARK", help=", ".join(BENCHMARKS))
    parser.add_argument("--json", action="store_true", help="print JSON instead of Markdown")
    given = parser.parse_args()
    unknown = [name for name in given.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no benchmark: {', '.join(unknown)}")
    if not FOLDER.is_dir():
        sys.stderr.write(f"{FOLDER} isn't there: set PUBLISHER_CORPORA to the corpora's folder\n")
        return 3
    tables = [machine()]
    for name in given.names or BENCHMARKS:
        tables += BENCHMARKS[name]()
    if given.json:
        values = [table.as_value() for table in tables]
        sys.stdout.write(json.dumps(values, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("\n\n".join(table.as_markdown() for table in tables) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
