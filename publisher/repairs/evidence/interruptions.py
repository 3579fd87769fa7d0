"""Whether a line that stands alone interrupts a sentence: the text goes on behind it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from publisher.repairs.evidence.barriers import shape_of
from publisher.repairs.evidence.line_blocks import blocks, has_inner_end, width_of
from publisher.repairs.evidence.paragraphs import paragraphs
from publisher.repairs.evidence.seam import Judge
from publisher.repairs.rule import Material, Verdict
from publisher.text import Span

#: Prose that a column's end cuts is so wide at least, in half-width columns: verse is narrower.
_WIDTH = 60
#: How much of a paragraph is looked at, in characters.
_REACH = 600
#: Speech that breaks off ends with these.
_BROKEN_OFF = ("—", "–", "-", "…", "...")


@dataclass(frozen=True)
class Interruptions:
    """A text seen as paragraphs, with the judge of their breaks; made when first asked."""

    material: Material

    def at(self, line: Span) -> bool | None:
        """Whether the paragraph before a line goes on behind it: surely, perhaps (None), or not.

        >>> half = "In June the old ferry was sold to a yard in Cork that takes on and"
        >>> text = f"{half}\\n\\nNEWS\\n\\nmends boats."
        >>> Interruptions(Material(text)).at(Span(len(half) + 2, len(half) + 6))
        True
        """
        place = bisect_left(self._paragraphs, line)
        if not 0 < place < len(self._paragraphs) - 1 or self._paragraphs[place] != line:
            return False
        left, right = self._paragraphs[place - 1], self._paragraphs[place + 1]
        before = self.material.text[max(left.start, left.end - _REACH) : left.end]
        behind = self.material.text[right.start : min(right.end, right.start + _REACH)]
        if not _is_prose(before) or shape_of(behind).opens or before.endswith(_BROKEN_OFF):
            return False
        judgement = self._judge.judge(before, behind)
        if judgement.verdict is not Verdict.JOIN:
            return False
        return True if judgement.joins else None

    @cached_property
    def _paragraphs(self) -> Sequence[Span]:
        return list(paragraphs(self.material.text))

    @cached_property
    def _judge(self) -> Judge:
        return Judge.of(self.material)


def _is_prose(paragraph: str) -> bool:
    """Whether a paragraph is wide enough for one, and no verse or list."""
    if width_of(paragraph) < _WIDTH or shape_of(paragraph).closes:
        return False
    return all(has_inner_end(block) for block in blocks(paragraph))
