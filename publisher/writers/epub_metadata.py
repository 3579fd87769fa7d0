"""The metadata of an EPUB: the paper as a series, the issue in it, and how accessible it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from publisher.model import Issue, Title
from publisher.writers.epub_parts import Package

#: PRISM's basic elements, which name the parts of a periodical.
PRISM = "http://prismstandard.org/namespaces/basic/3.0/"

#: What EPUB Accessibility 1.1, clause 4.2, has a book say that meets it; WCAG 2.2 at level AA.
CONFORMANCE = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"

#: An entry: its namespace (`DC`, or None for OPF), its name, its text, its attributes.
Entry: TypeAlias = tuple[str | None, str, str, dict[str, str]]

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FEATURES = (
    "structuralNavigation",
    "tableOfContents",
    "readingOrder",
    "displayTransformability",
    "ARIA",
    "unlocked",
)
_PAGE_FEATURES = ("pageBreakMarkers", "pageNavigation")
_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)


def metadata(content: Package) -> Iterator[Entry]:
    """The entries of a package document after identifier, title and language, without empty ones.

    Sources: EPUB 3.3, clause 5.5 and D.4; EPUB Accessibility 1.1; PRISM 3.0; calibre's series.
    """
    for namespace, name, value, attributes in _all(content):
        if value.strip() or attributes.keys() & {"content", "href"}:
            yield namespace, name, value, attributes


def _all(content: Package) -> Iterator[Entry]:
    issue, title = content.issue, content.issue.title
    for language in dict.fromkeys(article.language for article in issue.articles):
        if language not in ("", content.language):
            yield "DC", "language", language, {}
    if title.issn:
        yield "DC", "identifier", f"urn:issn:{title.issn}", {"id": "issn"}
    yield "DC", "creator", title.name, {"id": "creator"}
    yield "DC", "publisher", title.publisher, {}
    if title.sponsor.strip():
        yield "DC", "contributor", title.sponsor, {"id": "sponsor"}
        yield _meta("role", "spn", refines="sponsor", scheme="marc:relators")
    yield "DC", "date", issue.date, {}
    yield "DC", "rights", title.rights, {}
    for source in content.provenance.sources:
        yield "DC", "source", f"urn:sha256:{source.digest}", {}
    yield "DC", "type", "periodical issue", {}
    yield from _series(issue)
    yield from _issue(issue)
    yield from _accessibility(content)
    yield _named("generator", content.provenance.builder)
    for number, item in enumerate(content.items, start=1):
        if "cover-image" in item.properties:
            # Readers older than EPUB 3, and Kindle's converter, find the cover by this.
            yield _named("cover", item_id(number))
    for record in content.records:
        link = {"rel": "record", "href": record.name, "media-type": record.media_type}
        yield None, "link", "", link


def item_id(number: int) -> str:
    """The id of an item in the manifest, by its place from 1."""
    return f"item-{number:04}"


def _series(issue: Issue) -> Iterator[Entry]:
    """The newspaper as the series that the issue belongs to (EPUB 3.3, D.4.2)."""
    title = issue.title
    if not title.name.strip():
        return
    yield _meta("belongs-to-collection", title.name, id="series")
    yield _meta("collection-type", "series", refines="series")
    _, _, value, attributes = _meta("alternate-script", title.name_en, refines="series")
    yield None, "meta", value, attributes | {_LANG: "en"}
    if title.issn:
        yield _meta("dcterms:identifier", f"urn:issn:{title.issn}", refines="series")
    yield _meta("dcterms:identifier", title.cn, refines="series")
    if title.issn_l:
        # The linking ISSN is that of the paper in every medium.
        yield _meta("dcterms:isFormatOf", f"urn:issn:{title.issn_l}", refines="series")
    yield _named("calibre:series", title.name)
    if _NUMBER.fullmatch(issue.number):
        # EPUB would have volume.number too, which readers take for a decimal: 12.10 before 12.9.
        yield _meta("group-position", issue.number, refines="series")
        yield _named("calibre:series_index", issue.number)


def _issue(issue: Issue) -> Iterator[Entry]:
    yield from _paper(issue.title)
    yield _meta("prism:coverDate", issue.date)
    yield _meta("prism:volume", issue.volume)
    yield _meta("prism:number", issue.number)
    yield _meta("prism:edition", issue.edition)
    for name in issue.supplements:
        yield _meta("prism:supplementTitle", name)


def _paper(title: Title) -> Iterator[Entry]:
    yield _meta("prism:publicationName", title.name)
    yield _meta("prism:issn", title.issn)
    yield _meta("prism:publishingFrequency", title.frequency)
    yield _meta("schema:locationCreated", title.place)


def _accessibility(content: Package) -> Iterator[Entry]:
    """The metadata that EPUB Accessibility 1.1, clause 2, asks for.

    A cover picture counts as none: the cover's page says the same in text.
    """
    figures = [figure for article in content.issue.articles for figure in article.figures]
    shown = [figure for figure in figures if figure.image]
    yield _meta("schema:accessMode", "textual")
    if shown:
        yield _meta("schema:accessMode", "visual")
        yield _meta("schema:accessModeSufficient", "textual,visual")
    if all(one.alternative or one.text or one.decorative for one in shown):
        yield _meta("schema:accessModeSufficient", "textual")
    if shown and all(one.alternative or one.decorative for one in shown):
        yield _meta("schema:accessibilityFeature", "alternativeText")
    if content.page_list:
        yield _meta("pageBreakSource", content.title)
    for feature in (*_FEATURES, *(_PAGE_FEATURES if content.page_list else ())):
        yield _meta("schema:accessibilityFeature", feature)
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta("schema:accessibilitySummary", content.accessibility)
    if certifier := content.issue.title.certifier.strip():
        yield _meta("dcterms:conformsTo", CONFORMANCE, id="conformance")
        yield _meta("a11y:certifiedBy", certifier, refines="conformance")


def _named(name: str, value: str) -> Entry:
    return None, "meta", "", {"name": name, "content": value}


def _meta(name: str, value: str, *, refines: str = "", id: str = "", scheme: str = "") -> Entry:
    attributes = {"property": name}
    if refines:
        attributes["refines"] = f"#{refines}"
    if id:
        attributes["id"] = id
    if scheme:
        attributes["scheme"] = scheme
    return None, "meta", value, attributes
