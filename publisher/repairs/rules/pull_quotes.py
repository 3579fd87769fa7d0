"""The rule pull-quotes: a sentence set large beside the text it is from is taken out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.ledger import Certainty
from publisher.repairs.evidence.barriers import Kind, kind_of
from publisher.repairs.evidence.line_blocks import width_of
from publisher.repairs.evidence.paragraphs import paragraphs
from publisher.repairs.evidence.scripts import joins_tightly
from publisher.repairs.evidence.sentence_ends import ends_sentence
from publisher.repairs.evidence.words import crossing_word
from publisher.repairs.rule import Finding, Material, Rule
from publisher.text import Span

#: A pull quote is so wide, in half-width columns, and stands so near the text it is from.
_LEAST, _MOST = 30, 300
_REACH = 8000
#: A paragraph that a pull quote interrupts is wider than a heading.
_PARAGRAPH = 60

_AROUND = "“”‘’«»„\"'—–-…。.,，！!？? "


def find(material: Material) -> Iterator[Finding]:
    """The blocks between the halves of a sentence that stand word for word in a paragraph near."""
    text = material.text
    blocks = list(paragraphs(text))
    for place in range(1, len(blocks) - 1):
        if _interrupts(text, blocks, place) and _is_repeated(text, blocks[place]):
            left, right = blocks[place - 1].of(text), blocks[place + 1].of(text)
            sure = Certainty.PROBABLE if _runs_on(left, right) else Certainty.DOUBTFUL
            span = Span(blocks[place].start, blocks[place + 1].start)
            evidence = ("it repeats a sentence near, between the halves of another",)
            yield Finding(span, "", sure, evidence)


def _runs_on(left: str, right: str) -> bool:
    """Whether the sentence that the block interrupts surely goes on behind it."""
    if joins_tightly(left[-1]) or joins_tightly(right[0]):
        return bool(crossing_word(left, right))
    return right[0].islower()


def _interrupts(text: str, blocks: Sequence[Span], place: int) -> bool:
    """Whether the block stands behind a paragraph that ends inside a sentence."""
    left, block = blocks[place - 1], blocks[place]
    if len(block) > _MOST or len(left) < _PARAGRAPH // 2:
        return False
    before = left.of(text)[-200:]
    plain = kind_of(before) is Kind.PROSE and not before.endswith((":", "："))
    return plain and width_of(before) >= _PARAGRAPH and not ends_sentence(before)


def _is_repeated(text: str, block: Span) -> bool:
    words = " ".join(block.of(text).split()).strip(_AROUND)
    if not _LEAST <= width_of(words) <= _MOST:
        return False
    before = text[max(0, block.start - _REACH) : block.start]
    after = text[block.end : block.end + _REACH]
    return words in before or words in after


RULE = Rule("pull-quotes", 1, "a pull quote between the halves of a sentence is taken out", find)
