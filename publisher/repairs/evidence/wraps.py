"""Which line ends of a block were set by a machine because the line was full."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from publisher.ledger import Certainty
from publisher.repairs.evidence import japanese_seam, spaced_seam
from publisher.repairs.evidence.barriers import Kind
from publisher.repairs.evidence.line_blocks import WIDEST, Line, has_inner_end
from publisher.repairs.evidence.scripts import Script, joins_tightly, script_of
from publisher.repairs.evidence.words import crossing_word

#: Such a line stands as it is; nothing is joined to it.
_FIXED = frozenset(Kind) - {
    Kind.PROSE, Kind.LIST, Kind.QUESTION, Kind.DIALOGUE, Kind.DATELINE, Kind.CAPTION,
    Kind.INDENTED, Kind.FOOTNOTE,
}  # fmt: skip
#: Such a line begins something; nothing before it runs on into it.
_BEGINS = frozenset({Kind.LIST, Kind.QUESTION, Kind.DIALOGUE, Kind.DATELINE, Kind.CAPTION})
_MARKDOWN = re.compile(r"#{1,6} |[>|`~]|[-*+] |:::|\[\^")
#: No verse ends a line so: an elision, or a dash with a space before it.
_RUNS_ON = re.compile(r"(?:(?<![^\W_])(?:[cdjlmnst]|qu|[adens]ll|un)['’]| -)\Z")
#: Particles and endings that a Korean sentence goes on after.
_KOREAN_GOES_ON = re.compile(
    "(?:(?<=[가-힣])[은는이가을를의에로와과도고며서한할된될인던게만나]"
    "|부터|까지|지만|위해|대해|따라|하기|등|(?<= )수|(?<= )및)\\Z"
)
#: What looks like the number of a list, and closes a bracket: (Police log, May / 13).
_CLOSES = re.compile(r"\w{1,3}\)\s")
#: What looks like a byline under a headline, and may be a line of a sentence.
_IN_PROSE = re.compile(r"by [A-Z]")
_NO_LINE_BEGINS = re.compile("[，。、；：？！”’」』》）]")

#: A line is full where the next word would have gone over so much of the width; the first share
#: holds inside a sentence, the second at a sentence's end, which may end a paragraph too.
_FULL, _FULL_AT_END = 0.85, 0.95
#: Lines no wider than this may be verse.
_VERSE = 50
#: So many of the line ends in a block must be sure wraps for the others to be believed.
_SURE_SHARE = 0.25
#: Lines of signs of one size differ by so much at most, in columns: a mark may not begin a line.
_EVEN = 4
#: So many sure wraps tell the width of a document's columns, and such a share of full lines that a
#: block is set in it.
_ENOUGH, _IN_COLUMN = 3, 0.8


@dataclass(frozen=True, slots=True)
class LineEnd:
    """A line's end: the reason why it is a wrap for sure, or "", and the width it would fill.

    `needed` is what the line would have come to with the next word in it, in columns, and `width`
    the width of the block.
    """

    left: Line
    right: Line
    sure: str
    needed: int
    width: int

    @property
    def full(self) -> bool:
        """Whether the next word had no room in the line."""
        if not self.left.ends_sentence:
            return self.needed > _FULL * self.width
        # Signs of one size fill a line to the last place.
        share = 1 if joins_tightly(self.left.text[-1]) else _FULL_AT_END
        return self.needed > share * self.width

    @property
    def fixed(self) -> bool:
        """Whether the line's end is to be kept."""
        left, right = self.left, self.right
        layout = _MARKDOWN.match(right.text) or left.text.startswith("#") or left.forced
        if not layout and _IN_PROSE.match(right.text) and self.needed > _FULL * self.width:
            return False
        if not layout and _IN_PROSE.match(left.text) and right.text[:1].islower():
            return False
        if not layout and _CLOSES.match(right.text) and "(" in left.text.rpartition(")")[2]:
            return False
        return bool(layout) or left.kind in _FIXED or right.kind in _FIXED | _BEGINS

    @property
    def is_wrap(self) -> bool:
        """Whether the paragraph goes on after it, given that the block is wrapped."""
        return not self.fixed and not self.left.divides_word and (bool(self.sure) or self.full)

    @property
    def broken(self) -> bool:
        """Whether not even verse would end the line here."""
        return self.left.divides_word or bool(_RUNS_ON.search(self.left.text[-8:]))

    @property
    def certainty(self) -> Certainty:
        """How sure the wrap is."""
        return Certainty.CERTAIN if self.sure else Certainty.PROBABLE


def line_ends(block: Sequence[Line], language: str) -> list[LineEnd]:
    """What is known of each line's end in a block, the last one's left out."""
    width = sorted(line.width for line in block)[-1 - len(block) // 12]
    return [
        LineEnd(left, right, _sure(left, right, language), _needed(left, right), width)
        for left, right in pairwise(block)
    ]


def column_width(ends: Iterable[LineEnd]) -> int:
    """The width of a document's columns, told by what surely wraps; 0 where it is too little.

    It is a width that nine of ten wrapped lines keep to.
    """
    widths = sorted(one.left.width for one in ends if one.is_wrap or one.left.divides_word)
    return widths[len(widths) * 9 // 10] if len(widths) >= _ENOUGH else 0


def first_indent(ends: Iterable[LineEnd]) -> int:
    """The indent of a document's paragraphs, in characters; 0 where their lines tell none.

    A sentence runs on from lines with this indent into lines without.
    """
    told = Counter(one.left.indent for one in ends if one.sure and not one.right.indent)
    del told[0]
    indent, count = told.most_common(1)[0] if told else (0, 0)
    return indent if count >= _ENOUGH else 0


def is_wrapped(block: Sequence[Line], ends: Sequence[LineEnd], column: int) -> bool:
    """Whether a block is wrapped text, rather than verse, names or paragraphs of one line."""
    if max(line.width for line in block) > WIDEST or _is_verse(block, ends):
        return False
    sure = sum(1 for one in ends if one.sure or one.left.divides_word)
    if (sure and sure >= _SURE_SHARE * len(ends)) or _is_even(block):
        return True
    full = sum(1 for one in ends if _FULL * column < one.needed and one.left.width < 1.2 * column)
    return bool(column) and full >= _IN_COLUMN * len(ends)


def _sure(left: Line, right: Line, language: str) -> str:
    before, after = left.text[-WIDEST:], right.text[:WIDEST]
    if left.divides_word or left.ends_sentence:
        return ""
    if _NO_LINE_BEGINS.match(after):
        return "no line begins with such a mark"
    if _RUNS_ON.search(before):
        return "an elision or a dash ends the left"
    script = script_of(before[-40:] + after[:40])
    if script is Script.HAN and language.split("-")[0] != "ja":
        return _sure_in_chinese(before, after)
    if script is Script.HANGUL and _KOREAN_GOES_ON.search(before):
        return f"no sentence ends with {before[-1]}"
    judge = japanese_seam.judge if script in (Script.KANA, Script.HAN) else spaced_seam.goes_on
    judged = judge(before, after)
    return judged.evidence[0] if judged.joins and judged.certainty is Certainty.CERTAIN else ""


def _sure_in_chinese(before: str, after: str) -> str:
    last, first = before[-1], after[0]
    if last.isascii() and first.isascii() and last.isalnum() and first.isalnum():
        return "a Latin phrase or a number runs on"
    word = crossing_word(before, after) if last not in "，、；：,;:" else ""
    return f"the word {word} runs across" if word else ""


def _needed(left: Line, right: Line) -> int:
    gap = 0 if joins_tightly(left.text[-1]) or joins_tightly(right.text[0]) else 1
    return left.width + left.indent + gap + right.first_unit


def _is_even(block: Sequence[Line]) -> bool:
    """Whether lines of one width, but for the last, hold a sentence's end inside one."""
    widths = [line.width + line.indent for line in block[:-1]]
    even = max(widths) - min(widths) <= _EVEN and block[-1].width <= max(widths)
    tight = any(joins_tightly(line.text[-1]) for line in block[:-1])
    ended = sum(1 for line in block[:-1] if line.ends_sentence)
    in_sentences = 2 * ended < len(widths) and has_inner_end(block)
    return len(block) > 2 and even and tight and in_sentences


def _is_verse(block: Sequence[Line], ends: Sequence[LineEnd]) -> bool:
    """Whether narrow lines end where their sense ends."""
    if max(line.width for line in block) > _VERSE or any(one.broken for one in ends):
        return False
    inner = has_inner_end(block)
    if not inner and not any(line.ends_sentence for line in block):
        return True
    if inner:
        return False
    pointed = sum(1 for one in ends if one.left.ends_with_point)
    capitals = sum(1 for line in block if line.text[0].isupper())
    return 2 * pointed >= len(ends) or (len(block) > 3 and capitals == len(block))


def glue(left: Line, right: Line) -> str:
    """What stands between two lines that are one paragraph."""
    before, after = left.text[-WIDEST:], right.text[:WIDEST]
    if joins_tightly(before[-1]) or joins_tightly(after[0]):
        return ""
    if script_of(before[-40:] + after[:40]) is Script.HAN:
        both = before[-1].isascii() and after[0].isascii()
        return " " if both and before[-1].isalpha() and after[0].isalpha() else ""
    return spaced_seam.glue(before, after)


def paragraphs_apart(ends: Sequence[LineEnd]) -> Iterator[int]:
    """The lines of a wrapped block, by index, that begin a paragraph after a short last line."""
    for place, end in enumerate(ends, start=1):
        if end.left.ends_sentence and end.needed <= _FULL * end.width and not end.fixed:
            yield place
