"""The EPUB writer: an issue as an archival EPUB 3.3 with its source and ledger inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from markupsafe import escape

from publisher.model import Article, Edition, Figure, Issue, Provenance
from publisher.theme import Theme, render, stylesheet, words
from publisher.theme.direction import direction
from publisher.theme.headlines import headline_of
from publisher.theme.pictures import Shown
from publisher.writers.epub_fonts import font_faces, subset_faces
from publisher.writers.epub_json_ld import news_article
from publisher.writers.epub_package import Item, Package, package
from publisher.writers.epub_pages import HEADS, PageBreak, page_breaks
from publisher.writers.epub_records import records
from publisher.writers.epub_wholeness import check_page
from publisher.writers.pictures import addresses

MEDIA_TYPE = "application/epub+zip"
_XHTML = "application/xhtml+xml"


@dataclass(frozen=True, slots=True)
class _Book:
    """An issue on its way into a book: what every page needs.

    `files` names the file of each article by its id, `pictures` that of each picture by its name;
    `breaks` are the pages of the source.
    """

    issue: Issue
    provenance: Provenance
    theme: Theme
    files: Mapping[str, str]
    breaks: tuple[PageBreak, ...]
    pictures: Mapping[str, str]

    def show(self, figure: Figure, *_: object) -> Shown | None:
        """Where a figure's picture lies; None where it isn't at hand."""
        return Shown(self.pictures[figure.image]) if figure.image else None

    @property
    def language(self) -> str:
        return self.issue.language or "und"

    def page(
        self, name: str, template: str, title: str, article: Article | None = None, **more: Any
    ) -> Item:
        """A page made by a template, and read back."""
        tongue = (article and article.language) or self.language
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
            files=self.files,
            breaks=self.breaks,
            set=escape,
            **more,
        ).encode("utf-8")
        check_page(name, page, article)
        return Item(name, _XHTML, page, ("nav",) if name == "nav.xhtml" else ())


def write_epub(
    issue: Issue, provenance: Provenance, theme: Theme, *, fonts: bool = True
) -> Edition:
    """The issue as an EPUB, with subsets of the pinned fonts inside or (`fonts=False`) with none.

    Each article is a file; navigation, cover and colophon are made by the theme. The sources and
    the ledger lie in `EPUB/provenance/`, linked from the package document. The issue's pictures
    are embedded as they are. Raises ToolMissing where a font isn't in the cache, BuildError where
    the theme's pages aren't XML or lose a text, or a picture isn't made ready for an edition.

    Sources: EPUB 3.3; EPUB Accessibility 1.1.
    """
    files = {
        article.id: f"article-{number:04}.xhtml"
        for number, article in enumerate(issue.articles, start=1)
    }
    pictures = addresses(issue)
    book = _Book(issue, provenance, theme, files, page_breaks(issue), pictures)
    pages = list(_pages(book))
    faces = subset_faces(book.language, [item.content for item in pages]) if fonts else ()
    sheet = font_faces(faces) + stylesheet(theme, "epub.css")
    items = [
        *pages,
        Item("styles/epub.css", "text/css", sheet.encode("utf-8")),
        *(Item(face.file, "font/ttf", face.content) for face in faces),
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
    name = issue.title.name.strip() or issue.name.strip() or issue.id
    number = words(issue.language)["number"].format(issue.number) if issue.number else ""
    return " ".join(filter(None, (name, issue.date, number)))


def _pages(book: _Book) -> Iterator[Item]:
    title = edition_title(book.issue)
    texts = words(book.language)
    yield book.page("cover.xhtml", "cover.xhtml.j2", title)
    yield book.page("nav.xhtml", "nav.xhtml.j2", texts["contents"])
    for place, article in enumerate(book.issue.articles):
        yield _article(book, article, place)
    yield book.page(
        "colophon.xhtml",
        "colophon.xhtml.j2",
        texts["colophon"],
        link=lambda article: book.files[article.id],
    )


def _article(book: _Book, article: Article, place: int) -> Item:
    headline = headline_of(article, words(article.language or book.language))
    marks: dict[int, list[PageBreak]] = {}
    for one in book.breaks:
        if one.article == place:
            marks.setdefault(one.block, []).append(one)
    return book.page(
        book.files[article.id],
        "article.xhtml.j2",
        headline,
        article,
        anchor=f"i{place + 1:04}",
        json_ld=news_article(book.issue, article, headline),
        marks=marks,
        heads=HEADS,
        show=book.show,
    )
