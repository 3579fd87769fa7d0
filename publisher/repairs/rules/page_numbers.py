"""The rule page-numbers: numbers of pages that stand between paragraphs are taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publisher.ledger import Certainty
from publisher.repairs.evidence.standing_lines import StandingLine, removal, standing_lines
from publisher.repairs.rule import Finding, Material, Rule

_NUMBER = re.compile(
    r"(?:[-–—·•]\s?)?(?:(?P<word>(?i:page|seite|página|pagina|стр\.)|第)\s?)?(?P<number>\d{1,4})"
    r"(?:\s?(?P<after>页|頁)|\s?[-–—·•])?(?:\s?(?:/|of|von|de|sur|共)\s?\d{1,4}\s?[页頁]?)?"
)
#: A number below this may be that of a section, and above the other it may be a year.
_SECTION, _YEAR = 10, 1000
#: Between the numbers of two pages stands so much text, in characters.
_PAGE = 10


@dataclass(frozen=True, slots=True)
class _Folio:
    line: StandingLine
    number: int
    marked: bool


def find(material: Material) -> Iterator[Finding]:
    """The lines that are nothing but a number which goes up by one from page to page."""
    chain: list[_Folio] = []
    for folio in _folios(material.text):
        if chain and _follows(chain[-1], folio):
            chain.append(folio)
            continue
        if not chain or folio.number != chain[-1].number + 1:
            yield from _removed(chain, material.text)
            chain = [folio]
    yield from _removed(chain, material.text)


def _folios(text: str) -> Iterator[_Folio]:
    for line in standing_lines(text):
        found = _NUMBER.fullmatch(line.text)
        if found:
            marked = bool(found["word"] or found["after"])
            yield _Folio(line, int(found["number"]), marked)


def _follows(last: _Folio, folio: _Folio) -> bool:
    between = folio.line.span.start - last.line.span.end
    return folio.number == last.number + 1 and between > _PAGE


def _removed(chain: Sequence[_Folio], text: str) -> Iterator[Finding]:
    if len(chain) < 2 or not _is_of_pages(chain):
        return
    numbers = f"{chain[0].number}–{chain[-1].number}"
    evidence = (f"the pages are numbered {numbers}",)
    for folio in chain:
        yield Finding(removal(text, folio.line.span), "", Certainty.CERTAIN, evidence)


def _is_of_pages(chain: Sequence[_Folio]) -> bool:
    """Whether the numbers can't be those of sections or years."""
    if len({folio.line.page for folio in chain}) == len(chain):
        return all(min(folio.line.top, folio.line.foot) == 0 for folio in chain)
    if not all(folio.line.alone for folio in chain):
        return False
    plain = chain[0].number >= _SECTION and chain[-1].number < _YEAR
    return plain or all(folio.marked for folio in chain)


RULE = Rule("page-numbers", 1, "numbers of pages between paragraphs are taken out", find)
