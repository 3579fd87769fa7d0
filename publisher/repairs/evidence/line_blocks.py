"""Blocks of lines that no blank line divides, and what their lines tell of a hard wrap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from publisher.repairs.evidence.barriers import Kind, is_quotation, kind_of
from publisher.repairs.evidence.sentence_ends import ends_sentence
from publisher.text import Span

_LINE = re.compile(r"[^\n\f]+")
_HANGUL = "\u1100-\u115f\uac00-\ud7a3"
_WIDE_SIGNS = "\u2e80-\u303e\u3041-\ua4cf\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60"
_WIDE = re.compile(f"[{_WIDE_SIGNS}{_HANGUL}]")
_OPENING = "[\"'“‘「『《（(〈【]*"
_CLOSING = "[，。、；：？！”’」』》）…—]*"
_FIRST_UNIT = re.compile(rf"{_OPENING}(?:[{_WIDE_SIGNS}]{_CLOSING}|[^\s{_WIDE_SIGNS}]+)")
_POINT = re.compile(r"[,;:.!?，。；：、！？…—–]['’\"”»」』]?$")
_INNER_END = re.compile(r"[.!?]['’\"”»)]? +[“\"«¿¡(]?[^\W\d_a-z]|[。！？][^\n]")

_FORCED = re.compile(r"(?:\S {2}|\\)\Z")

#: Lines wider than this were not wrapped by a machine, in columns of a half-width letter.
WIDEST = 160


@dataclass(frozen=True, slots=True)
class Line:
    """A line: where it stands without the white space around it, its text, and its width.

    `head` is how it begins, with its indent, and `indent` counts the white space before it.
    `forced` says that its end is marked as one to keep, by two spaces or a backslash, as in
    Markdown.
    """

    span: Span
    text: str
    head: str
    width: int
    indent: int
    forced: bool

    @property
    def kind(self) -> Kind:
        """What the line is, as far as its form tells."""
        return kind_of(self.head)

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends with the line."""
        return ends_sentence(self.text[-WIDEST:])

    @property
    def ends_with_point(self) -> bool:
        """Whether any mark of punctuation ends the line, as in most lines of verse."""
        return bool(_POINT.search(self.text[-2:]))

    @property
    def divides_word(self) -> bool:
        """Whether a hyphen at the end may divide a word."""
        return self.text[-1] in "-‐‑⸗¬\xad" and self.text[-2:-1].isalnum()

    @property
    def quotation(self) -> bool:
        """Whether the whole line is one quotation."""
        return is_quotation(self.text)

    @property
    def first_unit(self) -> int:
        """The width of what could not be parted from the line's start: a word, or one sign."""
        unit = _FIRST_UNIT.match(self.text[:WIDEST])
        return width_of(unit[0]) if unit else 0


def width_of(text: str) -> int:
    """The width of a text in half-width columns.

    >>> width_of("报 IP")
    5
    """
    return len(text) + len(_WIDE.findall(text))


def blocks(text: str) -> Iterator[list[Line]]:
    """The runs of two or more lines without a blank line or a page's end between them.

    >>> [[line.text for line in block] for block in blocks("一\\n\\n二\\n三\\f四")]
    [['二', '三']]
    """
    raw: list[re.Match[str]] = []
    for match in _LINE.finditer(text):
        if raw and (match.start() != raw[-1].end() + 1 or text[raw[-1].end()] != "\n"):
            yield from _parted(raw)
            raw = []
        raw.append(match)
    yield from _parted(raw)


def _parted(lines: Sequence[re.Match[str]]) -> Iterator[list[Line]]:
    """The blocks in a run of lines, which lines of nothing but white space divide."""
    if len(lines) < 2:
        return
    for blank, group in groupby(lines, key=lambda line: line[0].isspace()):
        block = [] if blank else [_line(line[0], line[0].strip(), line.start()) for line in group]
        if len(block) > 1:
            yield block


def _line(raw: str, bare: str, place: int) -> Line:
    indent = len(raw) - len(raw.lstrip())
    start = place + indent
    forced = bool(_FORCED.search(raw[-3:]))
    span = Span(start, start + len(bare))
    return Line(span, bare, raw[: WIDEST + 1], width_of(bare), indent, forced)


def has_inner_end(block: Sequence[Line]) -> bool:
    """Whether a sentence ends inside a line: it does in wrapped text, and seldom in verse."""
    return any(_INNER_END.search(line.text) for line in block)
