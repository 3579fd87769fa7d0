"""Lines of a text, and how a line reads: its width, its end, whether it could be a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.text import Span

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")

#: What ends a sentence, and what may still stand behind it: closing marks, the mark of a note.
_SENTENCE_END = re.compile(
    r"[。！？!?…；;.．｡]+[”’」』）)\"'»*_\]】〉》\s]*"
    r"(?:(?:\[\^[^\]\s]{1,20}\]|[\[［〔]\d{1,3}[\]］〕]|[①-⑳]|[¹²³⁴-⁹]{1,2})\s*)?\Z"
)

#: What ends no heading: the sentence goes on.
_CLAUSE_END = re.compile(r"[，,、：:—–\-（(“‘「『《]\s*\Z")

_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]"
)
_WORD = re.compile(r"\w")

#: The widest heading, in ems.
HEADING = 44.0


def lines(text: str) -> Iterator[tuple[Span, str]]:
    """Each line's span without its end, and the end; every kind of line end counts.

    >>> [(span.of("一\\r\\n二"), end) for span, end in lines("一\\r\\n二")]
    [('一', '\\r\\n'), ('二', '')]
    """
    start = 0
    for end in _LINE_END.finditer(text):
        yield Span(start, end.start()), end.group()
        start = end.end()
    yield Span(start, len(text)), ""


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends.

    >>> trimmed("\\u3000近日 ", Span(0, 4))
    Span(start=1, end=3)
    """
    piece = span.of(text)
    if len(piece.strip()) == len(span):
        return span
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))


def width(text: str) -> float:
    """How wide a text sets, in ems: an East Asian character is one, any other a half.

    >>> width("工会 IP")
    3.5
    """
    wide = len(_WIDE.findall(text))
    return wide + (len(text) - wide) / 2


def ends_sentence(text: str) -> bool:
    """Whether a text ends like a sentence, closing marks and the mark of a note aside.

    >>> ends_sentence("他说：“好。”"), ends_sentence("共上“开学第一课”"), ends_sentence("好。①")
    (True, False, True)
    """
    return bool(_SENTENCE_END.search(text[-36:]))


#: 在老街坊办的“…”: what begins with a preposition and ends with an attribute goes on.
_ATTRIBUTE = re.compile("[在从從当當对對据據由].*的[“「《][^”」》]*[”」》]")


def could_be_heading(text: str) -> bool:
    """Whether a line could be a heading by its looks: short, and not a sentence or part of one.

    >>> could_be_heading("职工歌咏比赛圆满落幕"), could_be_heading("近日，夜校开课。")
    (True, False)
    """
    if not _WORD.search(text) or width(text) > HEADING or text[:1].islower():
        return False
    if _ATTRIBUTE.fullmatch(text):
        return False
    if text[0] in "（([" and text[-1] in "）)]":
        return False
    if text.endswith(("？", "?", "！", "!")):
        return "。" not in text and ". " not in text
    return not ends_sentence(text) and not _CLAUSE_END.search(text)
