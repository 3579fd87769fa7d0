"""One run of a program that is a library: `python -m tests.peers.setting FORMAT SOURCE MADE`.

Formats: `pdf` and `print` set an issue with publisher, `typst` and `typst-ua` a file with Typst.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from publisher.theme.fonts import cache


def main(format: str, source: Path, made: Path) -> None:
    """Set a source into a PDF."""
    if format.startswith("typst"):
        import typst

        standards = ["ua-1"] if format == "typst-ua" else []
        typst.compile(
            str(source),
            output=str(made),
            font_paths=[str(cache())],
            ignore_system_fonts=True,
            pdf_standards=standards,
        )
        return
    from publisher.pipeline import build, read_issue

    with tempfile.TemporaryDirectory() as folder:
        (edition,) = build(read_issue(source), [format], folder)
        made.write_bytes(edition.content)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
