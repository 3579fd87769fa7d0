"""The EPUB writer: an issue as an archival EPUB 3.3 with its source and ledger inside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup, escape

from publisher.model import Article, Edition, Issue, Provenance
from publisher.theme import Theme, render, stylesheet, words
from publisher.theme.direction import direction
from publisher.writers.epub_fonts import font_faces, subset_faces
from publisher.writers.epub_package import Item, Package, package

MEDIA_TYPE = "application/epub+zip"
_XHTML = "application/xhtml+xml"


@dataclass(frozen=True, slots=True)
class _Book:
    """An issue on its way into a book: what every page needs."""

    issue: Issue
    provenance: Provenance
    theme: Theme

    @property
    def language(self) -> str:
        return self.issue.language or "und"

    @property
    def files(self) -> dict[str, str]:
        """The file of each article, by its id."""
        return {
            article.id: f"article-{number:04}.xhtml"
            for number, article in enumerate(self.issue.articles, start=1)
        }

    def page(self, template: str, title: str, language: str = "", **more: Any) -> bytes:
        tongue = language or self.language
        page = render(
            self.theme,
            template,
            issue=self.issue,
            provenance=self.provenance,
            title=title or "–",
            language=tongue,
            direction=direction(tongue),
            words=words(tongue),
            files=self.files,
            set=escape,
            **more,
        )
        return page.encode("utf-8")


def write_epub(
    issue: Issue, provenance: Provenance, theme: Theme, *, fonts: bool = True
) -> Edition:
    """The issue as an EPUB, with subsets of the pinned fonts inside or (`fonts=False`) with none.

    Each article is a file; navigation, cover and colophon are made by the theme. The sources and
    the ledger lie in `EPUB/provenance/`, linked from the package document. Raises ToolMissing
    where a font isn't in the cache.

    Sources: EPUB 3.3; EPUB Accessibility 1.1.
    """
    book = _Book(issue, provenance, theme)
    pages = list(_pages(book))
    faces = subset_faces(book.language, [item.content for item in pages]) if fonts else ()
    sheet = font_faces(faces) + stylesheet(theme, "epub.css")
    items = [
        *pages,
        Item("styles/epub.css", "text/css", sheet.encode("utf-8")),
        *(Item(face.file, "font/ttf", face.content) for face in faces),
    ]
    content = package(
        Package(
            identifier=identifier(issue, provenance),
            title=edition_title(issue),
            language=book.language,
            direction=direction(book.language),
            issue=issue,
            provenance=provenance,
            accessibility=words(book.language)["accessibility"],
            items=tuple(items),
            records=tuple(_records(provenance)),
        )
    )
    return Edition(f"{issue.id}.epub", MEDIA_TYPE, content)


def identifier(issue: Issue, provenance: Provenance) -> str:
    """A URN that stays the same over runs, and over repairs where title and day are known.

    Without them the sources' digests stand in.
    """
    if issue.title.name and issue.date:
        key = "/".join((issue.title.issn or issue.title.name, issue.date, issue.number, issue.id))
    else:
        key = "/".join((issue.id, *(source.digest for source in provenance.sources)))
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'urn:publisher:{key}')}"


def edition_title(issue: Issue) -> str:
    """What the edition is called: the paper's title with day and number, or the issue's name."""
    name = issue.title.name or issue.name or issue.id
    number = words(issue.language)["number"].format(issue.number) if issue.number else ""
    return " ".join(filter(None, (name, issue.date, number)))


def _pages(book: _Book) -> Iterator[Item]:
    title = edition_title(book.issue)
    texts = words(book.language)
    files = book.files
    yield Item("cover.xhtml", _XHTML, book.page("cover.xhtml.j2", title))
    nav = book.page("nav.xhtml.j2", texts["contents"])
    yield Item("nav.xhtml", _XHTML, nav, properties=("nav",))
    for article in book.issue.articles:
        yield Item(files[article.id], _XHTML, _article(book, article))
    link = {article.id: files[article.id] for article in book.issue.articles}
    colophon = book.page(
        "colophon.xhtml.j2", texts["colophon"], link=lambda article: link[article.id]
    )
    yield Item("colophon.xhtml", _XHTML, colophon)


def _article(book: _Book, article: Article) -> bytes:
    headline = str(article.headline or words(book.language)["no_headline"])
    anchor = f"i{list(book.files).index(article.id) + 1:04}"
    data = _json_ld(book, article, headline)
    return book.page(
        "article.xhtml.j2", headline, article.language, article=article, anchor=anchor, json_ld=data
    )


def _json_ld(book: _Book, article: Article, headline: str) -> Markup:
    """The article as schema.org NewsArticle; it can't end its element whatever it holds."""
    issue = book.issue
    value: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": headline,
        "inLanguage": article.language or book.language,
    }
    if article.bylines:
        value["author"] = [{"@type": "Person", "name": one.name} for one in article.bylines]
    if issue.date:
        value["datePublished"] = issue.date
    if article.column:
        value["articleSection"] = str(article.column)
    if issue.title.name:
        value["isPartOf"] = {"@type": "Newspaper", "name": issue.title.name}
    text = json.dumps(value, ensure_ascii=True, sort_keys=True)
    # Escapes keep markup and unpaired surrogates out; the value is the same JSON.
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _records(provenance: Provenance) -> Iterator[Item]:
    """The files that prove the edition: the sources, the ledger, and what made it from them."""
    sources = []
    for number, source in enumerate(provenance.sources, start=1):
        suffix = PurePosixPath(source.name).suffix.lower()
        name = f"provenance/source-{number:04}{suffix if suffix[1:].isalnum() else ''}"
        name = name if name.isascii() else f"provenance/source-{number:04}"
        sources.append({"name": source.name, "path": name, "sha256": source.digest})
        yield Item(name, _media_type(suffix), source.content)
    yield Item("provenance/ledger.jsonl", "application/jsonl", provenance.ledger)
    record = {
        "builder": provenance.builder,
        "settings": provenance.settings_digest,
        "sources": sources,
    }
    text = json.dumps(record, indent=1, sort_keys=True)
    yield Item("provenance/record.json", "application/json", text.encode("utf-8"))


def _media_type(suffix: str) -> str:
    return {".md": "text/markdown", ".txt": "text/plain"}.get(suffix, "application/octet-stream")
