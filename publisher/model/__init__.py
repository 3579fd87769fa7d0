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
    Answer,
    Block,
    Caption,
    Figure,
    Gap,
    ListItems,
    Match,
    Note,
    Paragraph,
    PullQuote,
    Question,
    Quotation,
    Signature,
    Subhead,
    Table,
    Verse,
)
from publisher.model.credit import Credit
from publisher.model.edition import Edition, Provenance, SourceFile
from publisher.model.inline import Emphasis, Inline, InlineGap, PageTurn, Strong, Text, plain
from publisher.model.issue import Continuation, Issue, Omission, Part, Section, Title
from publisher.model.page import Page
from publisher.model.picture import Colours, ImageSettings, Picture
from publisher.model.press import Press, PressSettings
from publisher.model.printing import PrintSettings
from publisher.model.statement import (
    ArticleStatement,
    ContinuationStatement,
    PageStatement,
    Person,
)

__all__ = [
    "Answer",
    "Article",
    "ArticleKind",
    "ArticleStatement",
    "Block",
    "Byline",
    "Caption",
    "Colours",
    "Continuation",
    "ContinuationStatement",
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
    "Page",
    "PageStatement",
    "PageTurn",
    "Paragraph",
    "Part",
    "Person",
    "Phrase",
    "Picture",
    "Press",
    "PressSettings",
    "PrintSettings",
    "Provenance",
    "PullQuote",
    "Question",
    "Quotation",
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
