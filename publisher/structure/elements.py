"""Elements: what each piece of a story gives to its article, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from publisher.model import (
    Block,
    Byline,
    Caption,
    Credit,
    Dateline,
    Gap,
    Inline,
    ListItems,
    Note,
    Omission,
    Paragraph,
    Phrase,
    Quotation,
    Signature,
    SourceCredit,
    Subhead,
    Text,
    Verse,
    plain,
)
from publisher.structure.bylines import bylines_of, lone_name, read_bylines, with_position
from publisher.structure.captions import read_caption
from publisher.structure.columns import split_column
from publisher.structure.credits import credit_of, picture_credits, read_credits
from publisher.structure.datelines import read_opening
from publisher.structure.inlines import inlines, unmarked
from publisher.structure.jump_lines import Jump, jump_at_end, jump_at_start, read_jump
from publisher.structure.lines import could_be_heading, trimmed, width
from publisher.structure.notes import summary_label
from publisher.structure.people import WRITING, read_people
from publisher.structure.piece import Piece, Role, unwrapped
from publisher.structure.place_lines import is_place_line
from publisher.structure.signatures import is_signature
from publisher.structure.sources import read_source
from publisher.structure.tables import aligned, barred
from publisher.text import GAP_MARK, Span

#: The widest deck that nothing signs, in ems, and the most lines of it.
_DECK = 60
_DECKS = 2

_BODY = frozenset({Role.TEXT, Role.LIST, Role.TABLE, Role.VERSE, Role.SUBHEAD})

_EAST = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef“”‘’]")
#: 新华社北京5月20日电 题：… — the agency's own title, in a line of its own.
_TITLE_AGAIN = re.compile(r"\s*[题題][：:]\s*[^。！？]{2,60}")
#: Over verse, a few characters name the poet.
_NAME = re.compile("[\u3400-\u9fff]{2,5}")
_WRITER = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}")
_FILED = re.compile(
    "[／/ \u3000](?P<dateline>(?P<place>[\u3400-\u9fff]{2,6})(?:[報报][導道导]))\\s*\\Z"
)
_SPEAKER = re.compile(r"(?:[问問答]|[记記]者|主持人|[QA])\s*[：:]|Dear [A-Z]")
_ATTRIBUTION = re.compile(r"\s*[—–-]{1,2}\s*\S")
_DASH = re.compile(r"[—–―]{1,2}\s*\S")
_CLOSING = re.compile(r"[（(](?P<inside>[^（）()]{2,80})[）)]\s*\Z")


@dataclass(frozen=True, slots=True)
class Label:
    """A phrase and the field it is for: column, kicker, headline, deck or summary."""

    role: Role
    phrase: Phrase


Element: TypeAlias = Label | Byline | Credit | Dateline | SourceCredit | Jump | Omission | Block


def phrase(text: str, span: Span) -> Phrase:
    """A short text without its signs; lost text keeps its mark, for a phrase has no inlines.

    >>> phrase("**夜校**", Span(0, 6)).text
    '夜校'
    """
    printed = span.of(text)
    return Phrase(printed if GAP_MARK in printed else unmarked(text, span), span)


def wrapped_phrase(text: str, lines: Sequence[Span]) -> Phrase:
    """A short text set in several lines; between Chinese or Japanese lines stands no space.

    >>> wrapped_phrase("江城市总工会\\n共建研究院", [Span(0, 6), Span(7, 12)]).text
    '江城市总工会共建研究院'
    """
    parts = [phrase(text, line) for line in lines]
    whole = parts[0].text
    for part in parts[1:]:
        east = _EAST.match(whole[-1:]) or _EAST.match(part.text[:1])
        whole += part.text if east else f" {part.text}"
    return Phrase(whole, Span(lines[0].start, lines[-1].end))


def elements(text: str, pieces: Sequence[Piece]) -> list[Element]:
    """The elements of a story's pieces."""
    found: list[Element] = []
    begun = opened = False
    for place, piece in enumerate(pieces):
        if positioned := _positioned(text, piece, found):
            found[-1] = positioned
            continue
        head = _below_headline(text, pieces, place, found) if not begun else []
        if head:
            found += head
            continue
        found += _read(text, _once(piece, found, begun), first=not opened)
        opened = opened or piece.role is Role.TEXT
        begun = begun or piece.role in _BODY
    return _closed(text, found)


def _positioned(text: str, piece: Piece, found: Sequence[Element]) -> Byline | None:
    """The byline right above, with the position that this line gives its writer."""
    above = found[-1] if found else None
    if piece.role not in {Role.TEXT, Role.BYLINE} or not isinstance(above, Byline):
        return None
    return with_position(text, above, piece.span)


def _once(piece: Piece, found: Sequence[Element], begun: bool) -> Piece:
    """A second summary or source, for which an article has no field, stays in the body."""
    if piece.role is Role.SUMMARY and (begun or _has(found, Role.SUMMARY)):
        return replace(piece, role=Role.NOTE)
    if piece.role is Role.SOURCE and any(isinstance(one, SourceCredit) for one in found):
        return replace(piece, role=Role.NOTE)
    return piece


def _has(found: Sequence[Element], role: Role) -> int:
    return sum(isinstance(one, Label) and one.role is role for one in found)


def _below_headline(
    text: str, pieces: Sequence[Piece], place: int, found: Sequence[Element]
) -> list[Element]:
    """A deck or a name between headline and text; nothing where the text itself begins."""
    piece = pieces[place]
    headed = piece.role is Role.TEXT and _has(found, Role.HEADLINE)
    followed = headed and any(
        one.role in {Role.TEXT, Role.BYLINE, Role.LIST, Role.VERSE} for one in pieces[place + 1 :]
    )
    if not followed or len(piece.lines) > 1 or read_opening(text, piece.span):
        return []
    if names := lone_name(text, unwrapped(text, piece.span)):
        return list(names)
    name, _, role = unwrapped(text, piece.span).of(text).partition(", ")
    if _is_told_of(text, name, pieces[place + 1 :]):
        return [Byline(name, role, piece.span)]
    if pieces[place + 1].role is Role.VERSE and _NAME.fullmatch(piece.span.of(text)):
        return [Byline(piece.span.of(text), "", piece.span)]
    next_piece = pieces[place + 1]
    if next_piece.role is Role.GAP or _has(found, Role.DECK) == _DECKS or not _is_deck(text, piece):
        return []
    return [Label(Role.DECK, phrase(text, piece.span))]


def _is_told_of(text: str, name: str, below: Sequence[Piece]) -> bool:
    """Whether this is an English name that a paragraph at the end begins with, as taglines do."""
    return bool(_WRITER.fullmatch(name)) and any(
        unwrapped(text, piece.span).of(text).startswith(f"{name} ") for piece in below[-2:]
    )


def _is_deck(text: str, piece: Piece) -> bool:
    core = unwrapped(text, piece.span)
    printed = core.of(text)
    asks = printed.endswith(("？", "?")) and ("：" in printed or ":" in printed)
    if width(printed) > _DECK or _SPEAKER.match(printed) or asks:
        return False
    dressed = core != piece.span
    return dressed or bool(_DASH.match(printed)) or could_be_heading(printed)


def _read(text: str, piece: Piece, *, first: bool) -> Iterator[Element]:
    span = piece.span
    match piece.role:
        case Role.HEADLINE:
            yield from _headline(text, piece)
        case Role.KICKER | Role.DECK:
            yield Label(piece.role, wrapped_phrase(text, piece.lines or (span,)))
        case Role.SUMMARY:
            yield from _summary(text, span)
        case Role.BYLINE:
            yield from _signed(text, span)
            yield from picture_credits(text, span)
            yield from _filed(text, span)
        case Role.CREDIT:
            yield from _people(text, span)
        case Role.SOURCE:
            source = read_source(text, span)
            yield source if source else Paragraph(inlines(text, span), piece.origin)
        case Role.TEXT:
            yield from _paragraph(text, piece, first=first)
        case Role.JUMP:
            yield from filter(None, [read_jump(text, span)])
        case _:
            yield from _block(text, piece)


def _signed(text: str, span: Span) -> Iterator[Byline | Dateline]:
    """The writers of a line, or the place below it; a name over a place is a writer's too."""
    if is_place_line(text, span) and not read_bylines(text, span):
        yield Dateline(span.of(text), span, place=span.of(text))
    elif bylines := read_bylines(text, span):
        yield from bylines
    elif _WRITER.fullmatch(span.of(text)):
        yield Byline(span.of(text), "", span)


def _filed(text: str, span: Span) -> Iterator[Dateline]:
    """The dateline that ends a line of its writers: 記者李宜蓁／台南報導."""
    if found := _FILED.search(text, span.start, span.end):
        place = Span(*found.span("dateline"))
        yield Dateline(place.of(text), place, place=found["place"])


def _summary(text: str, span: Span) -> Iterator[Element]:
    """A summary; its label says what it is, as its place in an edition does."""
    label = summary_label(text, span)
    rest = trimmed(text, Span(label.end, span.end)) if label else span
    if label and rest:
        yield Omission(label, "label of the summary")
    yield Label(Role.SUMMARY, phrase(text, rest or span))


def _headline(text: str, piece: Piece) -> Iterator[Element]:
    """A headline, the column in brackets before it, and the jump marks around it."""
    span = piece.span
    if len(piece.lines) > 1:
        yield Label(Role.HEADLINE, wrapped_phrase(text, piece.lines))
        return
    before, after = jump_at_start(text, span), jump_at_end(text, span)
    start = before.origin.end if before else span.start
    rest = trimmed(text, Span(start, max(start, after.origin.start if after else span.end)))
    yield from (jump for jump in (before, after) if jump)
    column, headline = split_column(text, rest)
    if column is not None:
        yield Label(Role.COLUMN, phrase(text, column))
    if headline:
        yield Label(Role.HEADLINE, phrase(text, headline))


def _people(text: str, span: Span) -> Iterator[Element]:
    """Credits, and the bylines of those in the same line who wrote."""
    yield from read_credits(text, span)
    for group in read_people(text, span):
        # 摄影/撰文: the writer made the pictures too; a 记者 with a craft didn't write.
        if not group.craft or group.role in WRITING:
            yield from bylines_of(group)


def _block(text: str, piece: Piece) -> Iterator[Element]:
    span, origin = piece.span, piece.origin
    match piece.role:
        case Role.SUBHEAD:
            yield Subhead(inlines(text, span), 1, origin)
        case Role.CAPTION:
            caption, credits = read_caption(text, span) or (span, ())
            yield Caption(inlines(text, caption), caption)
            yield from credits
        case Role.NOTE:
            yield Note(inlines(text, span), origin)
        case Role.SIGNATURE:
            yield from (Signature(inlines(text, line), line) for line in piece.lines or (span,))
        case Role.QUOTE:
            yield _quotation(text, piece)
        case Role.LIST:
            yield ListItems(tuple(inlines(text, line) for line in piece.lines), origin)
        case Role.VERSE:
            yield Verse(tuple(inlines(text, line) for line in piece.lines), origin)
        case Role.TABLE:
            yield aligned(text, piece.lines, origin) or barred(text, piece.lines, origin)
        case Role.GAP:
            yield Gap(origin)


def _quotation(text: str, piece: Piece) -> Quotation:
    """A quotation, and whom it is by where a last line of its own says so."""
    lines = piece.lines
    last = lines[-1] if len(lines) > 1 and _ATTRIBUTION.match(lines[-1].of(text)) else None
    content: list[Inline] = []
    for line in lines[:-1] if last else lines:
        if content and not _EAST.match(plain(content)[-1:]):
            content.append(Text(" ", Span(line.start, line.start)))
        content += inlines(text, line)
    return Quotation(tuple(content), piece.origin, inlines(text, last) if last else ())


def _paragraph(text: str, piece: Piece, *, first: bool) -> Iterator[Element]:
    """Running text; what stands at its head and end as dateline, byline and jump is taken out."""
    span, origin = piece.span, piece.origin
    if jump := jump_at_start(text, span):
        yield jump
        span = Span(jump.origin.end, span.end)
    opening = read_opening(text, span) if first else None
    if opening:
        if opening.dateline:
            yield opening.dateline
        yield from opening.bylines
        span = Span(opening.end, span.end)
    if first and (again := _TITLE_AGAIN.fullmatch(text, span.start, span.end)):
        yield Omission(Span(*again.span()), "title of the dispatch")
        return
    jump = jump_at_end(text, span)
    rest = trimmed(text, Span(span.start, jump.origin.start) if jump else span)
    if rest:
        yield Paragraph(inlines(text, rest), origin)
    if jump:
        yield jump


def _closed(text: str, found: list[Element]) -> list[Element]:
    """The elements with what closes an article told: signatures, and names in brackets."""
    last = next((n for n in reversed(range(len(found))) if isinstance(found[n], Paragraph)), None)
    if last is None:
        return found
    tail = last
    while tail > 0 and _signs(text, found[tail]):
        paragraph = found[tail]
        assert isinstance(paragraph, Paragraph)
        found[tail] = Signature(paragraph.content, paragraph.origin)
        tail -= 1
    paragraph = found[tail]
    if isinstance(paragraph, Paragraph):
        found[tail : tail + 1] = _brackets_apart(text, paragraph, found)
    return found


def _signs(text: str, element: Element) -> bool:
    return isinstance(element, Paragraph) and is_signature(text, element.origin)


def _brackets_apart(text: str, paragraph: Paragraph, found: Sequence[Element]) -> list[Element]:
    """A last paragraph, and the byline or source in brackets at its end."""
    start = paragraph.content[0].origin.start
    end = paragraph.content[-1].origin.end
    bracket = _CLOSING.search(text, max(start, end - 100), end)
    if bracket is None:
        return [paragraph]
    inside = Span(*bracket.span("inside"))
    whole = Span(bracket.start(), bracket.start() + len(bracket.group().rstrip()))
    told = _told(text, inside, whole, found)
    rest = trimmed(text, Span(start, bracket.start()))
    if not told:
        return [paragraph]
    kept: list[Element] = [Paragraph(inlines(text, rest), paragraph.origin)] if rest else []
    return [*kept, *told]


def _told(text: str, inside: Span, whole: Span, found: Sequence[Element]) -> list[Element]:
    groups = read_people(text, inside)
    if groups:
        return [
            element
            for group in groups
            for element in ([credit_of(text, group)] if group.craft else bylines_of(group))
        ]
    sourced = any(isinstance(one, SourceCredit) for one in found)
    source = None if sourced else read_source(text, whole)
    if source:
        return [source]
    named = any(isinstance(one, Byline) for one in found)
    return [] if named else list(lone_name(text, inside))
