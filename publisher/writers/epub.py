"""The EPUB writer: an issue as an archival EPUB 3.3 with its source and ledger inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup, escape

from publisher.model import Article, Edition, Figure, Issue, Provenance
from publisher.theme import Theme, render, stylesheet, words
from publisher.theme.cover_picture import cover_picture
from publisher.theme.direction import closed, direction
from publisher.theme.headlines import headline_of
from publisher.theme.pictures import Shown
from publisher.theme.vertical import upright
from publisher.writers.epub_fonts import font_faces, subset_faces
from publisher.writers.epub_json_ld import news_article, publication_issue
from publisher.writers.epub_package import package
from publisher.writers.epub_pages import HEADS, PageBreak, page_breaks
from publisher.writers.epub_parts import Item, Package
from publisher.writers.epub_pieces import Piece, pieces
from publisher.writers.epub_records import records
from publisher.writers.epub_unshown import unshown
from publisher.writers.epub_wholeness import check_page
from publisher.writers.pictures import addresses

MEDIA_TYPE = "application/epub+zip"
_XHTML = "application/xhtml+xml"


@dataclass(frozen=True, slots=True)
class _Book:
    """An issue on its way into a book: what every page needs.

    `pieces` are the files of each article, in the order of the articles, `pictures` the file of
    each picture by its name; `breaks` are the pages of the source.
    """

    issue: Issue
    provenance: Provenance
    theme: Theme
    pieces: tuple[tuple[Piece, ...], ...]
    breaks: tuple[PageBreak, ...]
    pictures: Mapping[str, str]

    def show(self, figure: Figure, *_: object) -> Shown | None:
        """Where a figure's picture lies; None where it isn't at hand."""
        return Shown(self.pictures[figure.image]) if figure.image else None

    def address(self, one: PageBreak) -> str:
        """Where a page of the source begins."""
        (piece,) = (piece for piece in self.pieces[one.article] if piece.holds(one))
        return f"{piece.file}#page-{one.number}"

    @property
    def files(self) -> dict[str, str]:
        """The first file of each article by its id."""
        return {parts[0].article.id: parts[0].file for parts in self.pieces}

    @property
    def language(self) -> str:
        return self.issue.language or "und"

    def page(
        self, name: str, template: str, title: str, article: Article | None = None, **more: Any
    ) -> Item:
        """A page made by a template, and read back."""
        tongue = (article and article.language) or self.language
        vertical = self.theme.is_vertical(tongue)
        page = render(
            self.theme,
            template,
            issue=self.issue,
            provenance=self.provenance,
            article=article,
            title=title.strip() or "–",
            language=tongue,
            direction=direction(tongue),
            words=words(tongue),
            vertical=vertical,
            set=_upright if vertical else _level,
            **more,
        ).encode("utf-8")
        check_page(name, page, article)
        return Item(name, _XHTML, page, ("nav",) if name == "nav.xhtml" else ())


def write_epub(
    issue: Issue, provenance: Provenance, theme: Theme, *, fonts: bool = True
) -> Edition:
    """The issue as an EPUB, with subsets of the pinned fonts inside where the theme embeds them.

    With `fonts=False` none are needed: none is inside, and there is no picture of the cover.

    Each article is a file, a long one several; navigation, cover and colophon are made by the
    theme. The sources and the
    ledger lie in `EPUB/provenance/`, linked from the package document. The issue's pictures are
    embedded as they are. A character that no pinned font has is left to the reader's and told
    among the edition's `doubts`. Raises ToolMissing where a font isn't in the cache, BuildError
    where the theme's pages aren't XML or lose a text, or a picture isn't made ready for an edition.

    Sources: EPUB 3.3; EPUB Accessibility 1.1.
    """
    parts = tuple(
        pieces(article, f"article-{number:04}", theme.split)
        for number, article in enumerate(issue.articles, start=1)
    )
    pictures = addresses(issue)
    book = _Book(issue, provenance, theme, parts, page_breaks(issue), pictures)
    pages = list(_pages(book))
    vertical = theme.is_vertical(book.language)
    texts = [item.content for item in pages]
    embeds = fonts and theme.embed_fonts
    faces, lacking = (
        subset_faces(book.language, texts, vertical=vertical) if embeds else ((), set())
    )
    cover = cover_picture(issue, edition_title(issue)) if fonts else None
    sheet = font_faces(faces) + stylesheet(theme, "epub.css")
    items = [
        *pages,
        Item("styles/epub.css", "text/css", sheet.encode("utf-8")),
        *(Item(face.file, "font/ttf", face.content) for face in faces),
        *([Item("images/cover.png", "image/png", cover, ("cover-image",))] if cover else []),
        *(Item(pictures[one.name], one.media_type, one.content) for one in issue.pictures),
    ]
    content = package(
        Package(
            identifier=identifier(issue, provenance),
            title=edition_title(issue),
            language=book.language,
            direction=direction(book.language),
            issue=issue,
            provenance=provenance,
            accessibility=words(book.language)[
                "accessibility_pictures" if issue.pictures else "accessibility"
            ],
            items=tuple(items),
            records=tuple(records(provenance, issue.pictures)),
            page_list=bool(book.breaks),
            progression="rtl" if vertical else direction(book.language),
        )
    )
    name = f"{issue.id}.epub"
    heads = {
        piece.file: _headline(book, issue.articles[place])
        for place, parts in enumerate(book.pieces)
        for piece in parts
    }
    return Edition(name, MEDIA_TYPE, content, tuple(unshown(lacking, pages, heads, name)))


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
    name = issue.title.name.strip() or issue.name.strip() or issue.id
    number = words(issue.language)["number"].format(issue.number) if issue.number else ""
    return " ".join(filter(None, (closed(name), issue.date, number)))


def _pages(book: _Book) -> Iterator[Item]:
    title = edition_title(book.issue)
    texts, files = words(book.language), book.files
    heads = {one.id: _headline(book, one) for one in book.issue.articles}
    data = publication_issue(book.issue, files, heads)
    yield book.page("cover.xhtml", "cover.xhtml.j2", title, json_ld=data)
    breaks = [(one.label, book.address(one)) for one in book.breaks]
    yield book.page("nav.xhtml", "nav.xhtml.j2", texts["contents"], files=files, breaks=breaks)
    for place, parts in enumerate(book.pieces):
        for piece in parts:
            yield _article(book, piece, place)
    yield book.page(
        "colophon.xhtml",
        "colophon.xhtml.j2",
        texts["colophon"],
        link=lambda article: files[article.id],
    )


def _level(text: str) -> Markup:
    return escape(closed(text))


def _upright(text: str) -> Markup:
    return upright(closed(text))


def _headline(book: _Book, article: Article) -> str:
    return headline_of(article, words(article.language or book.language))


def _article(book: _Book, piece: Piece, place: int) -> Item:
    whole = book.issue.articles[place]
    headline = _headline(book, whole)
    marks: dict[int, list[PageBreak]] = {}
    for one in book.breaks:
        if one.article == place and piece.holds(one):
            block = one.block if one.block == HEADS else one.block - piece.start
            marks.setdefault(block, []).append(one)
    first = piece.number == 1
    return book.page(
        piece.file,
        "article.xhtml.j2",
        headline if piece.of == 1 else f"{headline} ({piece.number}/{piece.of})",
        piece.article,
        anchor=f"i{place + 1:04}" if first else f"i{place + 1:04}-{piece.number}",
        json_ld=news_article(book.issue, whole, headline) if first else None,
        continued=not first,
        marks=marks,
        heads=HEADS,
        show=book.show,
    )
