"""The rule broken-paragraphs: paragraphs cut by columns and pages are joined, gaps marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from publisher.ledger import Certainty
from publisher.repairs.evidence.answers import Answers, judged
from publisher.repairs.evidence.barriers import Kind, Shape, dress_of, shape_of
from publisher.repairs.evidence.judgement import Judgement, paragraph
from publisher.repairs.evidence.seam import Judge
from publisher.repairs.rule import GAP_MARK, Answer, Finding, Material, Rule, Verdict
from publisher.text import Span

#: How much of a block the judge sees on each side of a break, in characters.
_REACH = 600

#: A numbered heading is no longer than this, in characters.
_SUBHEAD = 20

#: So many transparent blocks may stand between the halves of a paragraph.
_BETWEEN = 4


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of lines between blank lines or page ends, without the white space around it."""

    span: Span
    shape: Shape


@dataclass(frozen=True, slots=True)
class _Page:
    """A text in blocks, its judge, and the editor's answers by the block before their break.

    Beside each answer stands the block behind its break.
    """

    text: str
    blocks: Sequence[_Block]
    judge: Judge
    answered: Mapping[int, tuple[int, Answer]]


def find(material: Material) -> Iterator[Finding]:
    """A finding with a verdict for every break between two blocks, in order of place."""
    text = material.text
    blocks = _blocks(text)
    if len(blocks) < 2:
        return
    page = _Page(text, blocks, Judge.of(material), _answered(text, blocks, material.answers))
    held: list[Span] = []
    place = 0
    while place + 1 < len(blocks):
        after, judgement = _continuation(page, place)
        gap = Span(blocks[place].span.end, blocks[after].span.start)
        yield _finding(page, gap, judgement, moved=after > place + 1)
        if judgement.joins:
            held += [block.span for block in blocks[place + 1 : after]]
        if held and not _goes_on(page, after, joined=judgement.joins):
            yield _put_behind(text, held, blocks[after].span.end)
            held = []
        place = after


def _answered(
    text: str, blocks: Sequence[_Block], answers: Sequence[Answer]
) -> Mapping[int, tuple[int, Answer]]:
    """The answers whose address is one break and no other, by the block before it."""
    index = Answers.of(answers)
    found: dict[Answer, list[tuple[int, int]]] = {}
    if not index.by_end:
        return {}
    for place, left in enumerate(blocks[:-1]):
        # An address is taken from the text around a break, whatever the blocks are.
        before = text[max(0, left.span.end - _REACH) : left.span.end]
        for after in _behind(blocks, place):
            start = blocks[after].span.start
            for answer in index.at(before, text[start : start + _REACH]):
                found.setdefault(answer, []).append((place, after))
    return {
        places[0][0]: (places[0][1], answer) for answer, places in found.items() if len(places) == 1
    }


def _behind(blocks: Sequence[_Block], place: int) -> Iterator[int]:
    """The next block, and each one that only transparent ones stand before."""
    for after in range(place + 1, min(place + 2 + _BETWEEN, len(blocks))):
        yield after
        if not blocks[after].shape.transparent:
            return


def _goes_on(page: _Page, place: int, *, joined: bool) -> bool:
    """Whether the paragraph that a block ends is joined to a later one too."""
    if not joined or place + 1 >= len(page.blocks):
        return False
    return _continuation(page, place)[1].joins


def _blocks(text: str) -> list[_Block]:
    found: list[_Block] = []
    start = end = -1
    place = 0
    for line in _lines(text):
        if line.strip(" \t\u3000\n\f"):
            if start < 0:
                start = place
            end = place + len(line.rstrip(" \t\n\f"))
        if start >= 0 and (not line.strip(" \t\u3000\n\f") or line.endswith("\f")):
            found.append(_block(text, start, end))
            start = -1
        place += len(line)
    if start >= 0:
        found.append(_block(text, start, end))
    return found


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends; a form feed ends a line too."""
    for page in text.split("\f"):
        lines = page.split("\n")
        yield from (f"{line}\n" for line in lines[:-1])
        yield f"{lines[-1]}\f"


def _block(text: str, start: int, end: int) -> _Block:
    whole = text[start:end] if end - start <= 4 * _REACH else text[start : start + 4 * _REACH]
    return _Block(Span(start, end), shape_of(whole))


def _continuation(page: _Page, place: int) -> tuple[int, Judgement]:
    """The block that a block's break leads to, and the judgement on it.

    It is the next block, or the first behind transparent ones where the text surely goes on there.
    """
    if place in page.answered:
        after, answer = page.answered[place]
        return after, judged(answer)
    blocks = page.blocks
    left = blocks[place]
    direct = _judged(page, left, blocks[place + 1])
    after = place + 1
    while after < len(blocks) and blocks[after].shape.transparent and after - place <= _BETWEEN:
        after += 1
    if after == place + 1 or after >= len(blocks) or left.shape.transparent:
        return place + 1, direct
    behind = _judged(page, left, blocks[after])
    return (after, behind) if behind.joins else (place + 1, direct)


def _judged(page: _Page, left: _Block, right: _Block) -> Judgement:
    if left.shape.closes:
        return paragraph(Certainty.CERTAIN, f"the left is a {left.shape.last}")
    if right.shape.opens:
        return paragraph(Certainty.CERTAIN, f"the right is a {right.shape.first}")
    if left.shape.transparent or right.shape.transparent:
        kind: Kind = left.shape.last if left.shape.transparent else right.shape.first
        return paragraph(Certainty.CERTAIN, f"a {kind} stands by itself")
    if left.shape.last is Kind.LIST and _is_subhead(page.text, left.span):
        return paragraph(Certainty.PROBABLE, "the left is a numbered heading")
    before, behind = _sides(page.text, left, right)
    if _has_indent(page.text, right.span) and not _has_indent(page.text, left.span):
        return paragraph(Certainty.CERTAIN, "the right begins with an indent, and the left doesn't")
    if dress_of(left.span.of(page.text)) != dress_of(right.span.of(page.text)):
        return paragraph(Certainty.CERTAIN, "one of the two is all set in bold or sloped letters")
    if before.endswith(GAP_MARK):
        return Judgement(Verdict.GAP, Certainty.CERTAIN, ("the loss is marked already",))
    return page.judge.judge(before, behind)


def _has_indent(text: str, span: Span) -> bool:
    return text.startswith("  ", span.start)


def _sides(text: str, left: _Block, right: _Block) -> tuple[str, str]:
    """What stands right before and right behind the break between two blocks."""
    before = text[max(left.span.start, left.span.end - _REACH) : left.span.end]
    return before, text[right.span.start : min(right.span.end, right.span.start + _REACH)]


def _is_subhead(text: str, span: Span) -> bool:
    """Whether a numbered block is short and without a clause: 二、技术为本."""
    return len(span) <= _SUBHEAD and not any(mark in span.of(text) for mark in "，。；：,;:")


def _finding(page: _Page, gap: Span, judgement: Judgement, *, moved: bool) -> Finding:
    text = page.text
    white = gap.of(text)
    after = white
    evidence = judgement.evidence
    if judgement.verdict is Verdict.JOIN:
        left = text[max(0, gap.start - _REACH) : gap.start]
        after = page.judge.glue(left, text[gap.end : gap.end + _REACH])
    elif judgement.verdict is Verdict.GAP and not text.endswith(GAP_MARK, 0, gap.start):
        after = GAP_MARK + white
    if moved:
        evidence = (*evidence, "what stands between the halves goes behind the paragraph")
    return Finding(gap, after, judgement.certainty, evidence, judgement.verdict)


def _put_behind(text: str, spans: Sequence[Span], end: int) -> Finding:
    moved = "".join(f"\n\n{span.of(text)}" for span in spans)
    return Finding(Span(end, end), moved, Certainty.PROBABLE, ("it stood inside the paragraph",))


RULE = Rule(
    "broken-paragraphs", 1, "paragraphs cut at column and page ends are joined, gaps marked", find
)
