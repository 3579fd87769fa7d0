"""The issue in MODS 3, the Library of Congress's description of what a library holds."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from publisher.archive.metadata.xml import add, document, root
from publisher.model import Article, Issue


def write_mods(issue: Issue) -> bytes:
    """A `mods:mods` record of an issue: its serial as host, its articles as constituents."""
    record = root("mods:mods", version="3.4")
    title = issue.title
    if title.name or issue.name:
        _title(record, " ".join(filter(None, (title.name or issue.name, issue.number))))
    add(record, "mods:typeOfResource", "text")
    add(record, "mods:genre", "newspaper issue")
    origin = add(record, "mods:originInfo")
    if title.place:
        add(add(origin, "mods:place"), "mods:placeTerm", title.place, type_="text")
    if title.publisher:
        add(origin, "mods:publisher", title.publisher)
    if issue.date:
        add(origin, "mods:dateIssued", issue.date, encoding="w3cdtf", keyDate="yes")
    add(origin, "mods:issuance", "serial")
    language = add(record, "mods:language")
    add(language, "mods:languageTerm", issue.language, type_="code", authority="rfc4646")
    host = add(record, "mods:relatedItem", type_="host")
    _title(host, title.name)
    if title.name_en:
        _title(host, title.name_en, type_="translated")
    for kind, value in (("issn", title.issn), ("cn", title.cn)):
        if value:
            add(host, "mods:identifier", value, type_=kind)
    if issue.number or issue.date:
        part = add(host, "mods:part")
        if issue.number:
            add(add(part, "mods:detail", type_="issue"), "mods:number", issue.number)
        if issue.date:
            add(part, "mods:date", issue.date, encoding="w3cdtf")
    for article in issue.articles:
        _constituent(record, article)
    add(record, "mods:identifier", f"issue:{issue.id}", type_="uri")
    if title.rights:
        add(record, "mods:accessCondition", title.rights, type_="use and reproduction")
    return document(record)


def _constituent(record: Element, article: Article) -> None:
    item = add(record, "mods:relatedItem", type_="constituent")
    _title(item, str(article.headline or ""), subtitle=str(article.deck or ""))
    for byline in article.bylines:
        person = add(item, "mods:name")
        add(person, "mods:namePart", byline.name)
        if byline.role:
            add(add(person, "mods:role"), "mods:roleTerm", byline.role, type_="text")
    add(item, "mods:genre", str(article.kind))
    if article.language:
        add(add(item, "mods:language"), "mods:languageTerm", article.language, type_="code")
    add(item, "mods:identifier", article.id, type_="local")


def _title(parent: Element, text: str, subtitle: str = "", **attributes: str) -> None:
    if text:
        info = add(parent, "mods:titleInfo", **attributes)
        add(info, "mods:title", text)
        if subtitle:
            add(info, "mods:subTitle", subtitle)
