"""`python -m tests.benchmarks [--json] [BENCHMARK…]`: figures with the machine they were taken on.

A benchmark is a module of this package with a function `tables`, and a line in BENCHMARKS.
"""

from __future__ import annotations

import sys

from tests.benchmarks import batch, cluster, epub, normalizer, pdf, reading
from tests.benchmarks.machine import machine
from tests.quality.command import Measurements, run

BENCHMARKS: Measurements = {
    "normalizer": normalizer.tables,
    "reading": reading.tables,
    "epub": epub.tables,
    "batch": batch.tables,
    "cluster": cluster.tables,
    "pdf": pdf.tables,
}

if __name__ == "__main__":
    sys.exit(run("tests.benchmarks", __doc__, BENCHMARKS, [machine()]))
