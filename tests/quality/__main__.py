"""Every figure of the normalizer: `python -m tests.quality [--json] [MEASUREMENT…]`.

It needs the shared corpora. `floors.toml` pins the figures that may not fall.
"""

from __future__ import annotations

import sys

from tests.quality import breaks, clean, column_joins, conserved, hyphens, korean, typesetting
from tests.quality.command import Measurements, run

MEASUREMENTS: Measurements = {
    "breaks": lambda: [breaks.table()],
    "hyphens": lambda: [hyphens.table()],
    "column-joins": lambda: [column_joins.table()],
    "korean": lambda: [korean.table()],
    "clean": lambda: [clean.table()],
    "conserved": lambda: [conserved.table()],
    "typesetting": lambda: [typesetting.table()],
}

if __name__ == "__main__":
    sys.exit(run("tests.quality", __doc__, MEASUREMENTS, ()))
