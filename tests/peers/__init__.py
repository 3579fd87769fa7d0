"""Our prints beside those of others: the same issue set by each, judged by the same preflight."""

from __future__ import annotations

from pathlib import Path

#: Where the page and its pictures lie.
FOLDER = Path(__file__).parent
