"""The model: inlines, blocks, articles and issues, closed and frozen. Pure."""

from publisher.model.article import (
    Article,
    ArticleKind,
    Byline,
    Credit,
    Dateline,
    Phrase,
    SourceCredit,
)
from publisher.model.block import (
    Block,
    Caption,
    Gap,
    ListItems,
    Note,
    Paragraph,
    Signature,
    Subhead,
    Table,
    Verse,
)
from publisher.model.edition import Edition, Provenance, SourceFile
from publisher.model.inline import Emphasis, Inline, InlineGap, Strong, Text, plain
from publisher.model.issue import Issue, Omission, Section, Title

__all__ = [
    "Article",
    "ArticleKind",
    "Block",
    "Byline",
    "Caption",
    "Credit",
    "Dateline",
    "Edition",
    "Emphasis",
    "Gap",
    "Inline",
    "InlineGap",
    "Issue",
    "ListItems",
    "Note",
    "Omission",
    "Paragraph",
    "Phrase",
    "Provenance",
    "Section",
    "Signature",
    "SourceCredit",
    "SourceFile",
    "Strong",
    "Subhead",
    "Table",
    "Text",
    "Title",
    "Verse",
    "plain",
]
