"""Tables: rows between bars, or lines whose columns stand apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publisher.model import Table
from publisher.text import Span

_RULE_CELL = re.compile(r":?-{2,}:?")
_GAP = re.compile(r"\t+| {2,}|\u3000{2,}")


def barred(text: str, lines: Sequence[Span], origin: Span) -> Table:
    """The table that lines between bars make; a rule below the first row makes it a header.

    >>> text = "|项目|名次|\\n|--|--|\\n|电焊|1|"
    >>> table = barred(text, [Span(0, 7), Span(8, 15), Span(16, 22)], Span(0, 22))
    >>> table.rows, table.header
    ((('项目', '名次'), ('电焊', '1')), True)
    """
    rows = [_cells(line.of(text)) for line in lines]
    ruled = [bool(row) and all(_RULE_CELL.fullmatch(cell) for cell in row) for row in rows]
    kept = tuple(row for row, rule in zip(rows, ruled, strict=True) if not rule)
    return Table(kept, len(ruled) > 1 and ruled[1], origin)


def _cells(line: str) -> tuple[str, ...]:
    inside = line.strip().removeprefix("|").removesuffix("|")
    return tuple(cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inside))


def aligned(text: str, lines: Sequence[Span], origin: Span) -> Table | None:
    """The table that lines with wide blanks make, where all have as many columns; else None.

    >>> text = "Tide  Mon\\nHigh  06:12"
    >>> aligned(text, [Span(0, 9), Span(10, 21)], Span(0, 21)).rows
    (('Tide', 'Mon'), ('High', '06:12'))
    """
    rows = tuple(tuple(_GAP.split(line.of(text).strip())) for line in lines)
    sizes = {len(row) for row in rows}
    if len(rows) < 2 or len(sizes) > 1 or sizes == {1}:
        return None
    return Table(rows, False, origin)
