"""Counts what CLREQ asks of each line of body text: `python -m tests.quality.typesetting [THEME…]`.

The lines are those that WeasyPrint laid out of the first seed, the Chinese and the English daily
and a longer text made of the Chinese daily's paragraphs. Sources: CLREQ, 3.1.3 (line start and
end), 3.1.5 (a paragraph's last line), 3.1.6 (justification).
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise
from pathlib import Path
from typing import Any
from unittest.mock import patch

from publisher import build, read_issue
from publisher.model import Article, Issue, Paragraph, Phrase, Text
from publisher.text import Span
from publisher.writers import pdf
from publisher.writers.lines.justification import CAP, is_ideographic
from tests.quality.table import Cell, Table

ROOT = Path(__file__).parents[2]
ISSUES = (
    ROOT / "seeds" / "000_4ff8259dd7ecf7f0.txt",
    ROOT / "tests" / "structure" / "issues" / "chinese-daily" / "issue",
    ROOT / "tests" / "structure" / "issues" / "english-daily" / "issue",
)
THEMES = ("gazette",)

_NEVER_FIRST = "，。、；：？！）》」』】〉〕”’…—·,.;:?!%％℃"
_NEVER_LAST = "（《「『【〈〔“‘"
#: Marks whose own white half is left out of the ink at a line's end.
_UNDIVIDED = re.compile(r"\d[\d.,]*\d|\d+(?:\.\d+)?[%％℃]|——|……")
_HERE = Span(0, 1)
_PX = 0.75


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph: its text, edges in points and the widest growth of a slot in ems."""

    text: str
    short: float
    stretch: float
    first: bool
    last: bool
    lines: int
    top: float
    bottom: float
    left: float
    right: float
    page: int


def longer(issue: Issue, articles: int = 24) -> Issue:
    """An issue with more lines: each article is made of the paragraphs of all, begun elsewhere."""
    texts = [paragraph.text for article in issue.articles for paragraph in article.paragraphs]
    made = []
    for number in range(articles):
        turn = number * 7 % len(texts)
        body = tuple(
            Paragraph((Text(_begun(text, number % 5), _HERE),), _HERE)
            for text in (texts[turn:] + texts[:turn])[:40]
            if len(text) > 20
        )
        headline = Phrase(texts[turn][:18], _HERE)
        made.append(Article(f"long-{number:04}", headline, body, _HERE))
    return Issue("long", "长", "zh-Hans", tuple(made), "文", title=issue.title)


def _begun(text: str, at: int) -> str:
    """A text without its first characters, and without the marks that would then begin it."""
    return text[at:].lstrip(_NEVER_FIRST + _NEVER_LAST + " \u3000")


def material() -> Iterator[tuple[str, Issue]]:
    """The texts by name."""
    found = [read_issue(path) for path in ISSUES]
    yield from zip(("first seed", "Chinese daily", "English daily"), found, strict=True)
    yield "longer text", longer(found[1])


def lines_of(issue: Issue, theme: str) -> list[Line]:
    """Every justified line of the paragraphs of an issue as a theme sets it."""
    kept: list[Any] = []
    write = pdf._write

    def keep(document: Any, *rest: Any) -> bytes:
        kept.append(document)
        return write(document, *rest)

    with patch.object(pdf, "_write", keep):
        build(issue, ("pdf",), theme=theme, dry_run=True)
    (document,) = kept
    return [
        line
        for number, page in enumerate(document.pages, 1)
        for line in _lines(page._page_box, number)
    ]


def _lines(box: Any, page: int) -> Iterator[Line]:
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.BlockBox) and box.element_tag == "p":
        lines = [child for child in box.children if isinstance(child, boxes.LineBox)]
        if lines and lines[0].style["text_align_all"] == "justify":
            yield from _measured(box, lines, page)
            return
    for child in getattr(box, "children", ()):
        yield from _lines(child, page)


def _measured(box: Any, lines: list[Any], page: int) -> Iterator[Line]:
    for number, line in enumerate(lines):
        texts = list(_texts(line))
        edge = box.content_box_x() + box.width
        right = max((one.position_x + one.width - _hung(one) for one in texts), default=edge)
        growth = max((_growth(one) for one in texts), default=0.0)
        # What resumes in the next column or page ends in no last line.
        goes_on = box.remove_decoration_sides if hasattr(box, "remove_decoration_sides") else ()
        yield Line(
            text="".join(one.text for one in texts).strip("\u200b\u2060 "),
            short=(edge - right) * _PX,
            stretch=growth / line.style["font_size"],
            first=number == 0 and "top" not in goes_on,
            last=number == len(lines) - 1 and "bottom" not in goes_on,
            lines=len(lines),
            top=line.position_y * _PX,
            bottom=(line.position_y + line.height) * _PX,
            left=box.content_box_x() * _PX,
            right=right * _PX,
            page=page,
        )


def _hung(box: Any) -> float:
    """The width of ideographic spaces at a line's end, which stand outside and show nothing."""
    text = box.text.rstrip("\u200b\u2060")
    return float((len(text) - len(text.rstrip("\u3000"))) * box.style["font_size"])


def _growth(box: Any) -> float:
    """The widest growth of a text box's slots; a space may grow by twice as much as another."""
    growth: dict[int, float] = getattr(box.pango_layout, "growth", {})
    if not growth and " " in box.text.strip():
        return float(box.justification_spacing) / 2
    return max(
        (value / 2 if box.text[at] in " \u00a0" else value for at, value in growth.items()),
        default=0.0,
    )


def _texts(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.TextBox):
        yield box
    for child in getattr(box, "children", ()):
        if child.is_in_normal_flow():
            yield from _texts(child)


def faults(lines: list[Line]) -> Counter[str]:
    """How often each rule is broken."""
    found: Counter[str] = Counter()
    for line in lines:
        text = line.text
        found["begins wrongly"] += not line.first and text[:1] in _NEVER_FIRST and bool(text)
        found["ends wrongly"] += text[-1:] in _NEVER_LAST and bool(text)
        found["not flush"] += not line.last and abs(line.short) > 0.5
        found["over its edge"] += line.short < -0.5
        found["stretched"] += not line.last and line.stretch > 0.1
        found["stretched to the cap"] += line.stretch > CAP - 0.01
        signs = [sign for sign in text if sign.isalnum()]
        found["lone last character"] += (
            line.last and line.lines > 1 and len(signs) == 1 and is_ideographic(signs[0])
        )
    for one, two in pairwise(lines):
        if one.last or (one.page != two.page and not two.text):
            continue
        joined = one.text + two.text
        # Where words are parted by spaces, "May 30, / 2025" is no number.
        if not any(map(is_ideographic, joined)):
            continue
        found["number or unit cut"] += any(
            match.start() < len(one.text) < match.end() for match in _UNDIVIDED.finditer(joined)
        )
    found["overlapping"] = _overlaps(lines)
    return found


def _overlaps(lines: list[Line]) -> int:
    """Pairs of lines of a page that stand on one another."""
    pages = groupby(sorted(lines, key=lambda line: line.page), key=lambda line: line.page)
    return sum(
        one.left < two.right - 1
        and two.left < one.right - 1
        and one.top < two.bottom - 1
        and two.top < one.bottom - 1
        for _, page in pages
        for one, two in combinations(page, 2)
    )


COLUMNS = (
    "begins wrongly",
    "ends wrongly",
    "not flush",
    "over its edge",
    "stretched",
    "stretched to the cap",
    "lone last character",
    "number or unit cut",
    "overlapping",
)


def table(themes: tuple[str, ...] = THEMES) -> Table:
    """The faults of each text in each theme."""
    rows: list[tuple[Cell, ...]] = []
    texts = tuple(material())
    for theme in themes:
        for name, issue in texts:
            lines = lines_of(issue, theme)
            found = faults(lines)
            rows.append((theme, name, len(lines), *(found[column] for column in COLUMNS)))
    return Table(
        "Typesetting against CLREQ",
        ("theme", "text", "lines", *COLUMNS),
        tuple(rows),
        "Justified lines of paragraphs. Stretched: a slot grew by over a tenth of an em, a space"
        " by over a fifth;"
        " not flush: over half a point from the right edge, a paragraph's last line apart.",
    )


if __name__ == "__main__":
    sys.stdout.write(table(tuple(sys.argv[1:]) or THEMES).as_markdown() + "\n")
