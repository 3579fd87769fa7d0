"""The issue in Dublin Core, the fifteen elements that every library reads (OAI-PMH 2.0, oai_dc)."""

from __future__ import annotations

from publisher.archive.metadata.xml import add, document, root
from publisher.model import Issue


def write_dublin_core(issue: Issue, media_types: tuple[str, ...]) -> bytes:
    """An `oai_dc:dc` record of an issue; `media_types` are its editions'."""
    title = issue.title
    whole = " ".join(filter(None, (title.name or issue.name, issue.number, issue.date)))
    record = root("oai_dc:dc")
    fields = [
        ("title", whole),
        ("title", title.name_en),
        ("publisher", title.publisher),
        ("date", issue.date),
        ("type", "Text"),
        *(("format", one) for one in media_types),
        ("identifier", f"issue:{issue.id}"),
        ("source", f"urn:ISSN:{title.issn}" if title.issn else ""),
        ("language", issue.language),
        ("relation", title.name),
        ("coverage", title.place),
        ("rights", title.rights),
        *(("description", str(article.headline)) for article in issue.articles if article.headline),
        *(("contributor", one) for one in _writers(issue)),
    ]
    for key, value in fields:
        if value:
            add(record, f"dc:{key}", value)
    return document(record)


def _writers(issue: Issue) -> tuple[str, ...]:
    names = (byline.name for article in issue.articles for byline in article.bylines)
    return tuple(dict.fromkeys(filter(None, names)))
