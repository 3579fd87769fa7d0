"""Lines that are paragraphs of their own: items of a list, speech, ends of a letter, names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from publisher.repairs.evidence.barriers import Kind
from publisher.repairs.evidence.line_blocks import Line
from publisher.repairs.evidence.scripts import joins_tightly
from publisher.repairs.evidence.spaced_seam import OPEN_WORDS

_LETTER_CLOSE = re.compile(r"此致|敬[礼禮]|此致敬[礼禮]")
_DATE = re.compile(r"\S{2,4}\s?年\s?\S{1,3}\s?月\s?\S{1,3}\s?日")
_MARKDOWN_ITEM = re.compile(r"[-*+] ")
_AWARD = re.compile(r".{0,8}(?:[奖獎]|名[单單])[:：]?")
_MARK = re.compile("[，。、；：？！,;.!?]")
_INTRODUCES = (":", "：")

#: Names in a list differ in length; the lines of a verse don't so much.
_UNEVEN = 2.5
#: How long a line of a list of names is at most, in columns.
_NAME = 40


def lone_places(block: Sequence[Line], *, runs_on: bool, first_indent: int = 0) -> dict[int, str]:
    """The lines of a block, by index, that begin a paragraph of their own, and why.

    `runs_on` says that a sentence surely runs over one of the block's line ends; `first_indent` is
    the indent that the document's paragraphs begin with, or 0.
    """
    if _is_letter_close(block):
        return dict.fromkeys(range(1, len(block)), "a letter closes line by line")
    if _is_speech(block):
        return dict.fromkeys(range(1, len(block)), "each line is a turn of speech")
    if _is_list_of_names(block):
        return dict.fromkeys(range(1, len(block)), "each line is a name or a title")
    if not runs_on and _is_headline_over_text(block):
        return {1: "the line above was not filled before this one began"}
    found = dict(_items(block, runs_on=runs_on))
    found.update(
        (place, "an indent begins a paragraph") for place in _indented(block, first_indent)
    )
    return found


def _is_letter_close(block: Sequence[Line]) -> bool:
    if any(_LETTER_CLOSE.fullmatch(line.text) for line in block):
        return True
    signer, date = block[-2:]
    return signer.kind is Kind.SIGNATURE and bool(_DATE.fullmatch(date.text))


def _is_speech(block: Sequence[Line]) -> bool:
    """Whether every line is a turn of speech, or a sentence beside one."""
    spoken = [line.quotation or line.kind in (Kind.DIALOGUE, Kind.QUESTION) for line in block]
    if sum(spoken) < max(min(2, len(block) - 1), len(block) / 3):
        return False
    return all(told or line.ends_sentence for told, line in zip(spoken, block, strict=True))


def _is_list_of_names(block: Sequence[Line]) -> bool:
    """Whether lines of very different lengths, without any mark, look like names or titles."""
    if len(block) < 4 or any(line.width > _NAME or _MARK.search(line.text) for line in block):
        return False
    widths = [line.width for line in block]
    if max(widths) < _UNEVEN * min(widths) or any(line.indent for line in block):
        return False
    if joins_tightly(block[0].text[0]):
        return _has_award(block)
    return all(_begins_as_title(line) for line in block) and block[0].width <= min(widths) + 2


def _has_award(block: Sequence[Line]) -> bool:
    """Whether a line names an award, or several end alike, as names of choirs or teams do."""
    endings = Counter(line.text[-3:] for line in block)
    return bool(_AWARD.fullmatch(block[0].text)) or endings.most_common(1)[0][1] >= 3


def _begins_as_title(line: Line) -> bool:
    words = line.text.split()
    has_digits = any(sign.isdigit() for sign in line.text)
    return words[0][0].isupper() and not has_digits and words[-1].lower() not in OPEN_WORDS


def _is_headline_over_text(block: Sequence[Line]) -> bool:
    """Whether of two lines the first could have held more, in a script without spaces."""
    if len(block) != 2 or not joins_tightly(block[0].text[-1]):
        return False
    head, body = block
    room = body.width - head.width - body.first_unit
    plain = head.kind is Kind.PROSE and body.kind is Kind.PROSE
    return plain and room > 0 and body.ends_sentence and not _MARK.search(head.text[-1])


def _items(block: Sequence[Line], *, runs_on: bool) -> Iterable[tuple[int, str]]:
    listed = [
        place
        for place, line in enumerate(block)
        if line.kind is Kind.LIST and not _MARKDOWN_ITEM.match(line.text)
    ]
    introduced = bool(listed) and listed[0] > 0 and _introduces(block[listed[0] - 1])
    # A few numbered lines in a text of a paragraph a line say nothing of its blank lines.
    if (len(listed) < 2 and not introduced) or (2 * len(listed) < len(block) and not runs_on):
        return
    for place in listed:
        if place and (introduced or place > listed[0]):
            yield place, "a list's item begins"


def _introduces(line: Line) -> bool:
    return line.text.endswith(_INTRODUCES)


def _indented(block: Sequence[Line], first: int) -> Iterable[int]:
    """The lines that begin with an indent: of two ideographic spaces, of all paragraphs, or alone.

    Below a headline, and in a letter's end, the line before ends no sentence.
    """
    if first:
        yield from (place for place, line in enumerate(block) if place and line.indent == first)
        return
    chinese = [line.kind is Kind.INDENTED and line.indent == 2 for line in block]
    yield from (place for place, told in enumerate(chinese) if told and place)
    if any(chinese) or 5 * sum(line.indent > 0 for line in block) > 3 * len(block):
        return
    for place, (left, right) in enumerate(pairwise(block), start=1):
        if right.indent > left.indent == 0 and left.ends_sentence:
            yield place
