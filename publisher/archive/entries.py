"""Entries: what the catalogue says of an issue and its articles, read from the kept model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

#: Stands in an article's text where the source's is lost.
LOST = "[…]"


@dataclass(frozen=True, slots=True)
class IssueEntry:
    """An issue as the catalogue has it."""

    id: str
    title: str
    date: str
    number: str
    language: str


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article as the catalogue has it; `text` is all that is printed of it, a block a line.

    `page` is the page it begins on (from 1), `sequence` its place in the issue.
    """

    id: str
    sequence: int
    headline: str
    section: str
    byline: str
    kind: str
    page: int
    text: str


def issue_entry(outline: Mapping[str, Any]) -> IssueEntry:
    """The entry of an issue from its `issue.json`."""
    title = outline["title"]["name"] or outline["name"]
    return IssueEntry(
        id=_fit(outline["id"]),
        title=_fit(title),
        date=_fit(outline["date"]),
        number=_fit(outline["number"]),
        language=_fit(outline["language"]),
    )


def article_entries(outline: Mapping[str, Any]) -> Iterator[ArticleEntry]:
    """The entries of an issue's articles from its `issue.json`, in reading order."""
    starts = [(page["span"][0], page["sequence"]) for page in outline["pages"]]
    for sequence, article in enumerate(outline["articles"], start=1):
        begins = article["origin"][0]
        yield ArticleEntry(
            id=_fit(article["id"]),
            sequence=sequence,
            headline=_fit(_phrase(article, "headline")),
            section=_fit(" ".join(filter(None, (article["section"], _phrase(article, "column"))))),
            byline=_fit("，".join(byline["name"] for byline in article["bylines"])),
            kind=article["kind"],
            page=max((number for start, number in starts if start <= begins), default=0),
            text=_fit("\n".join(filter(None, _lines(article)))),
        )


def _phrase(article: Mapping[str, Any], key: str) -> str:
    phrase = article[key]
    return str(phrase["text"]) if phrase else ""


def _lines(article: Mapping[str, Any]) -> Iterator[str]:
    yield from (_phrase(article, key) for key in ("kicker", "headline", "deck", "summary"))
    for byline in article["bylines"]:
        yield f"{byline['role']} {byline['name']}".strip()
    if article["dateline"]:
        yield article["dateline"]["raw"]
    for block in article["body"]:
        match block["type"]:
            case "Gap":
                yield LOST
            case "Table":
                yield from ("　".join(row) for row in block["rows"])
            case "ListItems" | "Verse":
                yield from (_plain(line) for line in block.get("items") or block["lines"])
            case "Figure":
                yield _plain(block["caption"])
                yield from (credit["text"] for credit in block["credits"])
            case "Quotation" | "PullQuote":
                yield _plain(block["content"])
                yield _plain(block["attribution"])
            case _:
                yield _plain(block["content"])
    # An issue kept by an earlier release has none.
    for note in article.get("footnotes", ()):
        yield f"{note['mark']} {_plain(note['content'])}"
    yield from (credit["text"] for credit in article["credits"])
    if article["source_credit"]:
        yield article["source_credit"]["text"]


def _plain(content: list[dict[str, Any]]) -> str:
    return "".join(map(_characters, content))


def _characters(inline: dict[str, Any]) -> str:
    match inline["type"]:
        case "Text":
            return str(inline["text"])
        case "Ruby":
            return str(inline["base"])
        case "Strong" | "Emphasis":
            return _plain(inline["children"])
        case "PageTurn" | "NoteReference":
            return ""
    return LOST


def _fit(text: str) -> str:
    """A text without the unpaired surrogates that UTF-8 can't hold."""
    return re.sub("[\ud800-\udfff]", "�", text)
