"""The PDF writer: an issue typeset from the shared templates, PDF/A-3a and PDF/UA-1 in one file."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from datetime import datetime
from hashlib import sha256
from io import BytesIO, StringIO
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from publisher.errors import BuildError, ToolMissing
from publisher.model import Article, Edition, Figure, Issue, Provenance
from publisher.theme import Theme, render, stylesheet, words
from publisher.theme.direction import direction
from publisher.theme.fonts import Face, faces
from publisher.theme.layout import Layout, layout
from publisher.theme.measures import picture_style
from publisher.theme.pictures import Shown
from publisher.writers.lines.layout import justified_han
from publisher.writers.pdf_glyphs import faces_for, refuse_unprintable, show_unreadable
from publisher.writers.pdf_headlines import line_setter
from publisher.writers.pdf_metadata import packet
from publisher.writers.pdf_ruby import place_readings
from publisher.writers.pdf_text import (
    break_beside_tags,
    keep_last_pairs,
    set_text,
    without_marks,
)
from publisher.writers.pictures import addresses

if TYPE_CHECKING:
    from weasyprint import Document

MEDIA_TYPE = "application/pdf"

#: Every address of a document lies below this one, which leads nowhere: nothing comes from a net.
BASE = "https://issue.invalid/"

#: WeasyPrint's logger and its justification are the process's: one issue is set at a time.
_PRESS = Lock()


def write_pdf(issue: Issue, provenance: Provenance, theme: Theme) -> Edition:
    """The issue as a tagged PDF for reading and keeping; its sources and ledger are attached.

    The issue's pictures are embedded as they are. Raises ToolMissing where Pango or a font isn't
    there, BuildError where WeasyPrint warns, where the fonts lack a character, where a font crept
    in that isn't pinned, or where a picture isn't made ready for an edition.

    Sources: ISO 19005-3 (PDF/A-3), ISO 14289-1 (PDF/UA-1).
    """
    language = issue.language or "und"

    def finish(document: Document) -> bytes:
        _clean_bookmarks(document)
        return _write(document, issue, provenance, language)

    content = typeset(issue, provenance, theme, finish, variant="pdf/a-3a")
    return Edition(f"{issue.id}.pdf", MEDIA_TYPE, content)


def typeset(
    issue: Issue,
    provenance: Provenance,
    theme: Theme,
    finish: Callable[[Document], bytes],
    *,
    variant: str,
    more_style: str = "",
    on_paper: bool = False,
) -> bytes:
    """What `finish` makes of an issue's pages, laid out by a theme for a variant of WeasyPrint's.

    `more_style` comes before the theme's own style sheet; what is `on_paper` doesn't speak of what
    a file holds. Raises as `write_pdf` does.
    """
    language = issue.language or "und"
    pages = layout(theme, language)
    page = _page(issue, provenance, theme, pages, on_paper=on_paper)
    drawings = {one.name: one.content.decode("utf-8") for one in issue.pictures if one.is_drawing}
    fonts = faces_for(language, page, *drawings.values())
    for name, drawing in drawings.items():
        refuse_unprintable(drawing, fonts.values(), name)
    return set_page(
        page,
        pages.css + more_style + stylesheet(theme, "print.css"),
        fonts,
        finish,
        variant=variant,
        served=_pictures(issue, tuple(fonts)),
    )


def set_page(
    page: str,
    style: str,
    set_in: Mapping[Face, bytes],
    finish: Callable[[Document], bytes],
    *,
    variant: str,
    served: Mapping[str, tuple[str, bytes]] = MappingProxyType({}),
) -> bytes:
    """What `finish` makes of an XHTML page, set in these faces with nothing but `served`.

    Raises as `write_pdf` does.
    """
    weasyprint = _weasyprint()
    fonts = {f"{BASE}fonts/{face.name}": content for face, content in set_in.items()}
    refuse_unprintable(page, fonts.values())
    files = {url: ("font/ttf", content) for url, content in fonts.items()} | dict(served)
    with _PRESS, _warnings_fail(), justified_han():
        fetcher = _fetcher(files)
        configuration = weasyprint.text.fonts.FontConfiguration()
        sheet = weasyprint.CSS(
            string=style_sheet(style, tuple(set_in)),
            base_url=BASE,
            url_fetcher=fetcher,
            font_config=configuration,
        )
        document = weasyprint.HTML(string=page, base_url=BASE, url_fetcher=fetcher).render(
            stylesheets=[sheet], font_config=configuration, pdf_variant=variant
        )
        content = finish(document)
        _refuse_strange_fonts(document, tuple(set_in))
    return content


def _weasyprint() -> Any:
    try:
        # Without Pango, WeasyPrint prints a notice where results go.
        with redirect_stdout(StringIO()):
            import weasyprint
            import weasyprint.text.fonts
    except OSError as fault:
        raise ToolMissing(
            f"WeasyPrint can't load a library of the system: {fault}",
            remedy="Install Pango (Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0"
            " libharfbuzz-subset0; macOS: brew install pango).",
        ) from fault
    return weasyprint


def _pictures(issue: Issue, set_in: tuple[Face, ...]) -> dict[str, tuple[str, bytes]]:
    """The pictures by their addresses; the texts of drawings are set in the edition's own faces."""
    found = {}
    families = ", ".join(_families(set_in, "Sans")).encode()
    files = addresses(issue)
    for picture in issue.pictures:
        content = picture.content
        if picture.is_drawing:
            content = content.replace(b"Edition Sans", families)
        found[f"{BASE}{files[picture.name]}"] = picture.media_type, content
    return found


def _page(
    issue: Issue, provenance: Provenance, theme: Theme, pages: Layout, *, on_paper: bool
) -> str:
    language = issue.language or "und"
    anchors = {article.id: f"i{n:04}" for n, article in enumerate(issue.articles, start=1)}
    files = addresses(issue)
    pictures = {picture.name: picture for picture in issue.pictures}

    def show(figure: Figure, article: Article, language: str) -> Shown | None:
        if not figure.image:
            return None
        style = picture_style(pictures[figure.image], article, language, pages)
        return Shown(files[figure.image], style)

    page = render(
        theme,
        "print.xhtml.j2",
        issue=issue,
        provenance=provenance,
        title=title_of(issue),
        language=language,
        direction=direction(language),
        words=_words_on_paper(language) if on_paper else words(language),
        words_for=lambda tag: words(tag or language),
        anchors=anchors,
        link=lambda article: f"#{anchors[article.id]}",
        set=set_text,
        layout=pages,
        line_setter=line_setter,
        show=show,
    )
    return keep_last_pairs(break_beside_tags(place_readings(show_unreadable(page))))


def _words_on_paper(language: str) -> Mapping[str, str]:
    """The words, of which the colophon's send a reader of paper to the electronic edition."""
    told = words(language)
    on_paper = {
        "colophon_repairs": told["paper_repairs"],
        "colophon_untouched": told["paper_untouched"],
    }
    return MappingProxyType(dict(told) | on_paper)


def title_of(issue: Issue) -> str:
    """The document's title: the paper's name and the day."""
    return " ".join(filter(None, (issue.title.name or issue.name or issue.id, issue.date)))


def style_sheet(text: str, set_in: tuple[Face, ...]) -> str:
    """A theme's style sheet with the `@font-face` rules of the faces that it's set in.

    A theme names "Edition Serif" and "Edition Sans"; the faces' own names stand for them, so that
    the PDF says which fonts it holds.
    """
    rules = "".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; '
        f'src: url("{BASE}fonts/{face.name}"); }}\n'
        for face in set_in
    )
    for kind in ("Serif", "Sans"):
        families = ", ".join(f'"{family}"' for family in _families(set_in, kind))
        text = text.replace(f'"Edition {kind}"', families)
    return rules + text


def _families(set_in: tuple[Face, ...], kind: str) -> list[str]:
    """The families of a kind; where the text's own language has none, its others before them.

    Whatever their kind, the stand-ins for what these lack come last.
    """
    own = [face for face in set_in if face.language == set_in[0].language]
    first = [] if any(face.kind == kind for face in own) else own
    usual = {face.language for face in faces(set_in[0].language)}
    last = [face for face in set_in if face.language not in usual]
    plain = [face for face in set_in if face.kind == kind and face not in last]
    return list(dict.fromkeys(face.family for face in (*first, *plain, *last)))


def _clean_bookmarks(document: Document) -> None:
    """Take the marks that steer line breaks out of the outline, where people search."""
    for page in document.pages:
        page.bookmarks = [
            (level, without_marks(" ".join(label.split())), *place)
            for level, label, *place in page.bookmarks
        ]


def _refuse_strange_fonts(document: Document, set_in: tuple[Face, ...]) -> None:
    known = {face.family for face in set_in}
    for font in document.fonts.values():
        if font.family not in known:
            raise BuildError(
                f"a font that isn't pinned was set: {font.family}",
                remedy="Name only the families Edition Serif and Edition Sans in print.css.",
            )


def _fetcher(files: dict[str, tuple[str, bytes]]) -> Any:
    """A fetcher that serves the edition's own files, media type and content, and nothing else.

    What a drawing holds as data is part of it.
    """
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:image/"):
                return super().fetch(url, headers)
            if url not in files:
                raise ValueError(f"{url} is no part of the issue")
            media_type, content = files[url]
            return URLFetcherResponse(url, content, {"Content-Type": media_type})

    return Fetcher()


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _warnings_fail() -> Iterator[None]:
    """What WeasyPrint only warns of fails the build: a warning is a page that isn't as meant."""
    logger = logging.getLogger("weasyprint")
    collector = _Collector()
    handlers, propagate = logger.handlers[:], logger.propagate
    logger.handlers, logger.propagate = [collector], False
    try:
        yield
    finally:
        logger.handlers, logger.propagate = handlers, propagate
    if collector.messages:
        more = f" (and {len(collector.messages) - 1} more)" if len(collector.messages) > 1 else ""
        raise BuildError(
            f"WeasyPrint warns: {collector.messages[0]}{more}",
            remedy="Mend the theme's template or style sheet that it names.",
        )


def _write(document: Document, issue: Issue, provenance: Provenance, language: str) -> bytes:
    from weasyprint import Attachment
    from weasyprint.pdf.metadata import DocumentMetadata

    digest = digest_of(issue, provenance)
    rdf = packet(
        title=title_of(issue),
        language=language,
        creator=provenance.builder,
        producer="WeasyPrint 70.0",
        modified=provenance.modified,
        identifier=f"urn:sha256:{digest}",
    )

    class Metadata(DocumentMetadata):  # type: ignore[misc]
        def generate_rdf_metadata(self, *_: object) -> bytes:
            return rdf

    document.metadata = Metadata(
        title=title_of(issue),
        generator=provenance.builder,
        created=provenance.modified,
        modified=provenance.modified,
        lang=language,
    )
    time = datetime.strptime(provenance.modified, "%Y-%m-%dT%H:%M:%SZ")
    files = [(source.name, source.content, "Source") for source in provenance.sources]
    files.append(("ledger.jsonl", provenance.ledger, "Supplement"))
    if provenance.model:
        files.append(("issue.json", provenance.model, "Supplement"))
    content: bytes = document.write_pdf(
        pdf_variant="pdf/a-3a",
        pdf_identifier=digest[:32].encode(),
        attachments=[
            Attachment(
                file_obj=BytesIO(data),
                name=_file_name(name),
                description=name,
                created=time,
                modified=time,
                relationship=relationship,
            )
            for name, data, relationship in files
        ],
    )
    return content


def digest_of(issue: Issue, provenance: Provenance) -> str:
    """The SHA-256 of all that a PDF is made from, hexadecimal: its identity."""
    return sha256(
        b"".join(source.content for source in provenance.sources)
        + provenance.ledger
        + provenance.settings_digest.encode()
        + provenance.builder.encode()
        + "".join(picture.digest for picture in issue.pictures).encode()
    ).hexdigest()


def _file_name(name: str) -> str:
    return re.sub(r"[\x00-\x1f/\\:]+", "-", name).strip() or "source"
