"""An article in JATS 1.1 (Archiving), which the Library of Congress prefers for serials."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from publisher.archive.metadata.xml import add, document, fit, root
from publisher.model import (
    Answer,
    Article,
    Block,
    Caption,
    Emphasis,
    Figure,
    Footnote,
    Gap,
    Inline,
    InlineGap,
    Issue,
    ListItems,
    Note,
    NoteReference,
    PageTurn,
    Paragraph,
    PullQuote,
    Question,
    Quotation,
    Ruby,
    Signature,
    Strong,
    Subhead,
    Table,
    Text,
    Verse,
)

_DOCTYPE = (
    "<!DOCTYPE article PUBLIC"
    ' "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.1 20151215//EN"'
    ' "JATS-archivearticle1.dtd">'
)
#: Says that text is lost here; the words are in the reading editions.
_LOST = "[…]"


def write_jats(issue: Issue, article: Article) -> bytes:
    """One article of an issue as a JATS document; lost text is marked `content-type="gap"`.

    Where the issue's ISSN and day are known, the document is valid by the stricter Publishing DTD
    too, which asks for both.
    """
    language = article.language or issue.language
    kind = str(article.kind).replace(" ", "-")
    paper = root("article", article_type=kind, dtd_version="1.1", xml_lang=language)
    front = add(paper, "front")
    _journal(front, issue)
    _article(front, issue, article)
    body = add(paper, "body")
    if article.dateline:
        add(body, "p", article.dateline.raw, content_type="dateline")
    _blocks(body, article.body)
    notes = [("credit", credit.text) for credit in article.credits]
    if article.source_credit:
        notes.append(("source", article.source_credit.text))
    if notes or article.footnotes:
        back = add(paper, "back")
        if article.footnotes:
            _footnotes(add(back, "fn-group"), article.footnotes)
        for sort, text in notes:
            add(add(back, "notes", notes_type=sort), "p", text)
    return document(paper, _DOCTYPE)


def _journal(front: Element, issue: Issue) -> None:
    title = issue.title
    journal = add(front, "journal-meta")
    number = title.issn or title.cn or title.name or issue.name
    add(journal, "journal-id", number, journal_id_type="publisher-id")
    names = add(journal, "journal-title-group")
    add(names, "journal-title", title.name or issue.name)
    if title.name_en:
        add(add(names, "trans-title-group", xml_lang="en"), "trans-title", title.name_en)
    if title.issn:
        add(journal, "issn", title.issn)
    if title.publisher:
        house = add(journal, "publisher")
        add(house, "publisher-name", title.publisher)
        if title.place:
            add(house, "publisher-loc", title.place)


def _article(front: Element, issue: Issue, article: Article) -> None:
    meta = add(front, "article-meta")
    add(meta, "article-id", article.id, pub_id_type="publisher-id")
    labels = [("section", article.section), ("column", str(article.column or ""))]
    if any(label for _, label in labels):
        categories = add(meta, "article-categories")
        for sort, label in labels:
            if label:
                add(add(categories, "subj-group", subj_group_type=sort), "subject", label)
    titles = add(meta, "title-group")
    add(titles, "article-title", str(article.headline or ""))
    if article.deck:
        add(titles, "subtitle", str(article.deck))
    if article.kicker:
        add(titles, "alt-title", str(article.kicker), alt_title_type="kicker")
    if article.bylines:
        group = add(meta, "contrib-group")
        for byline in article.bylines:
            person = add(group, "contrib", contrib_type="author")
            add(add(person, "name-alternatives"), "string-name", byline.name)
            if byline.role:
                add(person, "role", byline.role)
            if byline.organisation:
                add(person, "aff", byline.organisation)
    if issue.date:
        year, month, day = issue.date.split("-")
        date = add(
            meta, "pub-date", date_type="pub", publication_format="print", iso_8601_date=issue.date
        )
        for key, value in (("day", day), ("month", month), ("year", year)):
            add(date, key, value)
    if issue.volume:
        add(meta, "volume", issue.volume)
    if issue.number:
        add(meta, "issue", issue.number)
    if page := issue.page_at(article.origin.start):
        add(meta, "fpage", page.label, seq=str(page.sequence))
    if issue.title.rights:
        add(add(meta, "permissions"), "copyright-statement", issue.title.rights)
    if article.summary:
        add(add(meta, "abstract"), "p", str(article.summary))


def _blocks(body: Element, blocks: Iterable[Block]) -> None:
    """A section begins at each subhead and holds the deeper ones that follow."""
    open_sections = [(0, body)]
    for block in blocks:
        if isinstance(block, Subhead):
            while open_sections[-1][0] >= block.level:
                open_sections.pop()
            section = add(open_sections[-1][1], "sec")
            _inlines(add(section, "title"), block.content)
            open_sections.append((block.level, section))
        else:
            _block(open_sections[-1][1], block)


def _block(parent: Element, block: Block) -> None:
    match block:
        case Paragraph(content=content):
            _inlines(add(parent, "p"), content)
        case Caption(content=content):
            _inlines(add(parent, "p", content_type="caption"), content)
        case Note(content=content):
            _inlines(add(parent, "p", content_type="note"), content)
        case Signature(content=content):
            _inlines(add(parent, "p", content_type="signature"), content)
        case Question(content=content):
            _inlines(add(parent, "p", content_type="question"), content)
        case Answer(content=content):
            _inlines(add(parent, "p", content_type="answer"), content)
        case Quotation() | PullQuote():
            _quotation(parent, block)
        case Figure():
            _figure(parent, block)
        case ListItems(items=items):
            group = add(parent, "list", list_type="simple")
            for item in items:
                _inlines(add(add(group, "list-item"), "p"), item)
        case Verse(lines=lines):
            group = add(parent, "verse-group")
            for line in lines:
                _inlines(add(group, "verse-line"), line)
        case Table(rows=rows, header=header):
            _table(parent, rows, header)
        case Gap():
            add(add(parent, "p"), "named-content", _LOST, content_type="gap")
        case _:
            raise AssertionError(block)


def _footnotes(parent: Element, notes: Iterable[Footnote]) -> None:
    for note in notes:
        one = add(parent, "fn", id=f"fn-{note.number}")
        add(one, "label", note.mark)
        _inlines(add(one, "p"), note.content)


def _quotation(parent: Element, block: Quotation | PullQuote) -> None:
    sort = "pull-quote" if isinstance(block, PullQuote) else "quotation"
    quote = add(parent, "disp-quote", content_type=sort)
    _inlines(add(quote, "p"), block.content)
    if block.attribution:
        _inlines(add(quote, "attrib"), block.attribution)


def _figure(parent: Element, block: Figure) -> None:
    """A picture by the name of its file; one that isn't at hand has a caption only."""
    figure = add(parent, "fig", fig_type="picture" if block.image else "missing-picture")
    if block.caption:
        _inlines(add(add(figure, "caption"), "p"), block.caption)
    if block.alternative:
        add(figure, "alt-text", block.alternative)
    if block.image:
        add(figure, "graphic", xlink_href=block.image)
    for credit in block.credits:
        add(figure, "attrib", credit.text)


def _table(parent: Element, rows: tuple[tuple[str, ...], ...], header: bool) -> None:
    table = add(add(parent, "table-wrap"), "table")
    head, body = (rows[:1], rows[1:]) if header and len(rows) > 1 else ((), rows)
    for part, cell, some in (("thead", "th", head), ("tbody", "td", body)):
        if some:
            group = add(table, part)
            for row in some:
                line = add(group, "tr")
                for text in row:
                    add(line, cell, text)


def _inlines(parent: Element, content: Iterable[Inline]) -> None:
    for inline in content:
        match inline:
            case Text(text=text):
                _append(parent, fit(text))
            case Strong(children=children):
                _inlines(add(parent, "bold"), children)
            case Emphasis(children=children):
                _inlines(add(parent, "italic"), children)
            case PageTurn():
                pass
            case NoteReference(mark=mark, note=note):
                add(parent, "xref", fit(mark), ref_type="fn", rid=f"fn-{note}")
            case Ruby(base=base, reading=reading):
                ruby = add(parent, "ruby")
                add(ruby, "rb", base)
                add(ruby, "rt", reading)
            case InlineGap():
                add(parent, "named-content", _LOST, content_type="gap")


def _append(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
