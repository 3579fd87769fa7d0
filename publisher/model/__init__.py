"""The model: inlines, blocks, articles and issues, closed and frozen. Pure."""

from publisher.model.article import (
    Article,
    ArticleKind,
    Byline,
    Dateline,
    Phrase,
    SourceCredit,
)
from publisher.model.block import (
    Block,
    Caption,
    Figure,
    Gap,
    ListItems,
    Match,
    Note,
    Paragraph,
    Signature,
    Subhead,
    Table,
    Verse,
)
from publisher.model.credit import Credit
from publisher.model.edition import Edition, Provenance, SourceFile
from publisher.model.inline import Emphasis, Inline, InlineGap, Strong, Text, plain
from publisher.model.issue import Issue, Omission, Section, Title
from publisher.model.picture import Colours, ImageSettings, Picture

__all__ = [
    "Article",
    "ArticleKind",
    "Block",
    "Byline",
    "Caption",
    "Colours",
    "Credit",
    "Dateline",
    "Edition",
    "Emphasis",
    "Figure",
    "Gap",
    "ImageSettings",
    "Inline",
    "InlineGap",
    "Issue",
    "ListItems",
    "Match",
    "Note",
    "Omission",
    "Paragraph",
    "Phrase",
    "Picture",
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
