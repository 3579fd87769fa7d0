"""The machine that figures were taken on."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

from tests.quality.table import Table


def machine() -> Table:
    """What the figures were taken on and with."""
    rows = (
        ("processor", f"{_processor()}, {os.cpu_count()} cores"),
        ("load before", " ".join(f"{one:.1f}" for one in os.getloadavg())),
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
