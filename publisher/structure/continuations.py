"""Continuations: articles that go on on another page, put together by marker, head and fit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from publisher.model import (
    Answer,
    Article,
    Block,
    Continuation,
    ContinuationStatement,
    Inline,
    Note,
    Omission,
    Page,
    PageTurn,
    Paragraph,
    Question,
    Subhead,
    Text,
)
from publisher.structure.articles import Reading
from publisher.structure.jump_lines import LONE, MARKER, Jump, Way, page_key
from publisher.structure.lines import ends_sentence
from publisher.text import Span

#: From this likeness on (0 to 1), a jump head repeats a headline.
_LIKE = 0.6

#: A match needs as many points; the marker at either end gives two, a head two, a fit one.
_ENOUGH = 2

_EAST = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Match:
    """That reading `first` goes on in `second`, why, and by which jump lines."""

    first: int
    second: int
    how: str
    marker: str
    certain: bool


def continued(
    readings: Sequence[Reading],
    pages: Sequence[Page],
    stated: Sequence[ContinuationStatement] = (),
) -> tuple[list[Reading], list[Continuation]]:
    """The readings with what goes on elsewhere put together, and the continuations found.

    An article is left as two where no other part answers its jump line, or more than one does.
    A continuation names its article by the place of its reading in the result, from 0.
    """
    matches = _matches(readings, pages, stated)
    readings = _with_lone_jumps(readings, matches)
    following = {match.first: match for match in matches}
    taken = {match.second for match in matches}
    whole: list[Reading] = []
    found: list[Continuation] = []
    for place, reading in enumerate(readings):
        if place in taken:
            continue
        at, done = place, reading
        while (match := following.get(at)) is not None:
            from_page, to_page = _page(readings[at], pages), _page(readings[match.second], pages)
            done = _joined(done, readings[match.second], to_page)
            found.append(
                Continuation(
                    str(len(whole)),
                    from_page.sequence,
                    to_page.sequence,
                    match.marker,
                    match.how,
                    match.certain,
                )
            )
            at = match.second
        whole.append(done)
    return whole, found


def _with_lone_jumps(readings: Sequence[Reading], matches: Sequence[_Match]) -> list[Reading]:
    """The readings with the jump lines told that nothing answers."""
    leading = {match.first for match in matches}
    led = {match.second for match in matches}
    found: list[Reading] = []
    for place, reading in enumerate(readings):
        ways = {Way.SEE}
        ways |= {Way.TO} if place in leading else set()
        ways |= {Way.FROM} if place in led else set()
        lone = {jump.origin for jump in reading.jumps if jump.way not in ways}
        omissions = tuple(
            Omission(one.origin, LONE) if one.origin in lone and one.reason == MARKER else one
            for one in reading.omissions
        )
        found.append(replace(reading, omissions=omissions))
    return found


def _page(reading: Reading, pages: Sequence[Page]) -> Page:
    return _page_of(reading.article.origin.start, pages)


def _page_of(place: int, pages: Sequence[Page]) -> Page:
    begun = bisect_right(pages, place, key=lambda page: page.span.start)
    return pages[max(0, begun - 1)]


def _matches(
    readings: Sequence[Reading],
    pages: Sequence[Page],
    stated: Sequence[ContinuationStatement],
) -> list[_Match]:
    said = _stated(readings, [one for one in stated if not one.apart])
    apart = {(m.first, m.second) for m in _stated(readings, [s for s in stated if s.apart])}
    found = list(said)
    leading, taken = {match.first for match in found}, {match.second for match in found}
    targets = _by_page(readings, pages)
    for place, reading in enumerate(readings):
        away = [jump for jump in reading.jumps if jump.way is Way.TO]
        if not away or place in leading:
            continue
        candidates = [
            other
            for other in targets.get(_key(away[-1], pages), ())
            if other != place and other not in taken and (place, other) not in apart
        ]
        if match := _best(readings, pages, place, away[-1], candidates):
            found.append(match)
            leading.add(place)
            taken.add(match.second)
    return _without_rings(found)


def _by_page(readings: Sequence[Reading], pages: Sequence[Page]) -> dict[str, list[int]]:
    """The readings on each page, by the key of the page's label."""
    found: dict[str, list[int]] = {}
    printed = any(page.printed for page in pages)
    for place, reading in enumerate(readings):
        page = _page_of(reading.article.origin.start, pages)
        label = page.printed if printed else page.label
        if label:
            found.setdefault(page_key(label), []).append(place)
    return found


def _stated(readings: Sequence[Reading], stated: Sequence[ContinuationStatement]) -> list[_Match]:
    names = {str(reading.article.headline or ""): n for n, reading in enumerate(readings)}
    return [
        _Match(names[one.article], names[one.continues], "the editor", "", True)
        for one in stated
        if one.article in names and one.continues in names
    ]


def _best(
    readings: Sequence[Reading],
    pages: Sequence[Page],
    place: int,
    away: Jump,
    candidates: Sequence[int],
) -> _Match | None:
    """The one candidate with the most points; None where two have as many, or none enough."""
    here = page_key(_page_of(away.origin.start, pages).label)
    scored = [
        (*_points(readings[place], readings[other], away, here, pages), other)
        for other in candidates
    ]
    scored = [one for one in scored if one[0] >= _ENOUGH]
    if not scored:
        return None
    scored.sort(reverse=True)
    if len(scored) > 1 and scored[0][0] == scored[1][0]:
        return None
    points, how, marker, other = scored[0]
    return _Match(place, other, how, marker, points > _ENOUGH)


def _key(jump: Jump, pages: Sequence[Page]) -> str:
    """The key of the page that a jump line names: by its number, or as front, back or next page."""
    at = _page_of(jump.origin.start, pages).sequence - 1
    step = {"front page": 0, "back page": len(pages) - 1, "next page": at + 1}
    place = step.get(jump.page, at - 1 if jump.page == "previous page" else -1)
    return page_key(pages[place].label if 0 <= place < len(pages) else jump.page)


def _points(
    first: Reading, second: Reading, away: Jump, here: str, pages: Sequence[Page]
) -> tuple[int, str, str]:
    back = [jump for jump in second.jumps if jump.way is Way.FROM]
    answers = any(_key(jump, pages) == here for jump in back)
    if back and not answers:
        return 0, "", ""
    keywords = {jump.keyword.upper() for jump in (away, *back)} - {""}
    same = answers and away.keyword and any(away.keyword == jump.keyword for jump in back)
    named = same or not keywords or _is_named(keywords, first.article, second.article)
    if len(keywords) > 1 or not named:
        return 0, "", ""
    headed = _head_matches(first.article, second.article, away, back)
    fit = _fits(first.article, second.article)
    points = 2 * answers + 2 * headed + fit
    how = "markers" if answers else "jump head"
    markers = [away.text, *(jump.text for jump in back[:1])]
    return points, how, " / ".join(markers)


def _head_matches(first: Article, second: Article, away: Jump, back: Sequence[Jump]) -> bool:
    """Whether the head over the second part, or a jump word, names the first article."""
    head, headline = str(second.headline or ""), str(first.headline or "")
    theirs = {jump.keyword.upper() for jump in back} - {""}
    if away.keyword and (away.keyword.upper() in theirs or _names(away.keyword, head)):
        return True
    if any(_names(keyword, headline) for keyword in theirs):
        return True
    # A jump head begins with a word of the headline: “Ferry: …”.
    topic = head.partition(":")[0] if ":" in head else ""
    return (bool(topic) and _names(topic, headline)) or _likeness(head, headline) >= _LIKE


def _is_named(keywords: set[str], first: Article, second: Article) -> bool:
    """Whether a jump word stands in the headline of the one part or the head of the other."""
    headline = f"{first.headline or ''} {second.headline or ''}"
    return all(_names(keyword, headline) for keyword in keywords)


def _names(keyword: str, headline: str) -> bool:
    """Whether a headline holds every word of a jump word."""
    words = {word.lower() for word in _WORD.findall(headline)}
    return {word.lower() for word in _WORD.findall(keyword)} <= words


def _likeness(head: str, headline: str) -> float:
    """How much of the shorter of two headlines stands in the other, in order (0 to 1)."""
    if not head or not headline:
        return 0.0
    matcher = SequenceMatcher(None, head.lower(), headline.lower(), autojunk=False)
    shared = sum(block.size for block in matcher.get_matching_blocks() if block.size > 1)
    return shared / min(len(head), len(headline))


def _fits(first: Article, second: Article) -> bool:
    """Whether the text breaks off in the first part as it begins in the second."""
    last = next((b for b in reversed(first.body) if isinstance(b, Paragraph)), None)
    if last is None or not second.paragraphs:
        return False
    cut = not ends_sentence(last.text)
    begins = second.paragraphs[0].text[:1]
    return cut and (begins.islower() or bool(_EAST.match(begins)) or begins.isalnum())


def _without_rings(matches: Sequence[_Match]) -> list[_Match]:
    """The matches without those that lead back to where they began."""
    kept: list[_Match] = []
    following: dict[int, int] = {}
    for match in matches:
        at: int | None = match.second
        while at is not None and at != match.first:
            at = following.get(at)
        if at is None:
            kept.append(match)
            following[match.first] = match.second
    return kept


def _joined(first: Reading, second: Reading, page: Page) -> Reading:
    a, b = first.article, second.article
    names = {byline.name for byline in a.bylines}
    twice = [byline for byline in b.bylines if byline.name in names]
    heads = [part for part in (b.kicker, b.headline, b.deck, b.summary) if part]
    if b.column and str(b.column) != str(a.column or ""):
        heads.append(b.column)
    article = replace(
        a,
        body=_seamed(a.body, _turned(b.body, page)),
        bylines=(*a.bylines, *(one for one in b.bylines if one.name not in names)),
        credits=(*a.credits, *b.credits),
        dateline=a.dateline or b.dateline,
        source_credit=a.source_credit or b.source_credit,
        continued=(*a.continued, b.origin, *b.continued),
    )
    dropped = [
        *(Omission(head.origin, "jump head") for head in heads),
        *(Omission(byline.origin, "byline printed again") for byline in twice),
    ]
    for field, reason in (
        ("dateline", "dateline printed again"),
        ("source_credit", "source printed again"),
    ):
        if getattr(a, field) and (again := getattr(b, field)):
            dropped.append(Omission(again.origin, reason))
    return Reading(
        article,
        (*first.jumps, *second.jumps),
        (*first.omissions, *second.omissions, *dropped),
    )


def _turned(body: tuple[Block, ...], page: Page) -> tuple[Block, ...]:
    """A body that says where its page begins, in the first block that can."""
    for place, block in enumerate(body):
        if isinstance(block, Paragraph | Subhead | Note | Question | Answer):
            start = block.origin.start
            turn = PageTurn(page.sequence, page.label, Span(start, start))
            turned = replace(block, content=(turn, *block.content))
            return (*body[:place], turned, *body[place + 1 :])
    return body


def _seamed(first: tuple[Block, ...], second: tuple[Block, ...]) -> tuple[Block, ...]:
    """Two bodies as one; a paragraph that the page's end cut is one again."""
    if not first or not second:
        return first + second
    # A picture or a note may stand between the paragraph and the foot of the column.
    last = max((n for n, block in enumerate(first) if isinstance(block, Paragraph)), default=None)
    head = second[0]
    if last is None or not isinstance(head, Paragraph):
        return first + second
    paragraph = first[last]
    assert isinstance(paragraph, Paragraph)
    if ends_sentence(paragraph.text) or not paragraph.text:
        return first + second
    whole = replace(paragraph, content=tuple(_content(paragraph, head)))
    return (*first[:last], whole, *first[last + 1 :], *second[1:])


def _content(first: Paragraph, second: Paragraph) -> Iterator[Inline]:
    yield from first.content
    # The turn itself stands first in what follows it.
    if not (_EAST.match(first.text[-1:]) or _EAST.match(second.text[:1])):
        yield Text(" ", Span(second.origin.start, second.origin.start))
    yield from second.content
