"""A table of figures, as every measurement gives one: Markdown for people, JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Cell = str | int | float


@dataclass(frozen=True, slots=True)
class Table:
    """Figures under a title; `note` says what a reader must know of them."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""

    def as_value(self) -> dict[str, Any]:
        """The table as JSON has it: a record for each row.

        >>> Table("Speed", ("text", "MB/s"), (("zh", 1.5),)).as_value()["rows"]
        [{'text': 'zh', 'MB/s': 1.5}]
        """
        rows = [dict(zip(self.columns, row, strict=True)) for row in self.rows]
        return {"title": self.title, "note": self.note, "rows": rows}

    def as_markdown(self) -> str:
        """The table in Markdown; shares to four places, since floors are set in the third.

        >>> print(Table("Speed", ("text", "MB/s"), (("zh", 1.5),)).as_markdown())
        ## Speed
        <BLANKLINE>
        | text | MB/s |
        |---|---|
        | zh | 1.5000 |
        """
        lines = [_line(self.columns), "|---" * len(self.columns) + "|"]
        lines += [_line(_shown(cell) for cell in row) for row in self.rows]
        head = [f"## {self.title}", "", *([self.note, ""] if self.note else [])]
        return "\n".join([*head, *lines])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _shown(cell: Cell) -> str:
    return f"{cell:.4f}" if isinstance(cell, float) else str(cell)
