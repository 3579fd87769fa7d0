"""The codes of a source and of what it is read as."""

from __future__ import annotations

from publisher.diagnostics.diagnostic import Code, Severity

CODES = (
    Code(
        "PUB001",
        Severity.WARNING,
        "text is missing from the source",
        "Find the lost passage in the printed page and complete the source.",
    ),
    Code(
        "PUB002",
        Severity.WARNING,
        "a repair is doubtful",
        "Compare with the printed page; see `publisher normalize --explain`.",
    ),
    Code(
        "PUB003",
        Severity.WARNING,
        "a headline has no text below it",
        "Check whether the article's text was left out of the source.",
    ),
    Code(
        "PUB004",
        Severity.WARNING,
        "a credit belongs to no article",
        "Move the credit below its article in the source.",
    ),
    Code(
        "PUB005",
        Severity.WARNING,
        "an article names a writer twice",
        "Check whether two articles were read as one.",
    ),
    Code(
        "PUB006",
        Severity.NOTE,
        "text has no headline",
        "Put its headline above it, or a jump line if it goes on from another page.",
    ),
    Code(
        "PUB007",
        Severity.WARNING,
        "a column head stands over no article",
        "Check whether its articles were left out of the source.",
    ),
    Code(
        "PUB009",
        Severity.WARNING,
        "an editor's answer finds no break, or more than one",
        "Correct its left and right in the decisions file, or take it out.",
    ),
    Code(
        "PUB010",
        Severity.WARNING,
        "an article goes on on another page, and no part of it was found there",
        "State it under [[continuations]] in issue.toml, or complete the source.",
    ),
    Code(
        "PUB011",
        Severity.WARNING,
        "text comes from another page, and no article there leads to it",
        "State it under [[continuations]] in issue.toml, or complete the source.",
    ),
    Code(
        "PUB012",
        Severity.WARNING,
        "issue.toml names an article, a page or a picture that the issue hasn't",
        "Use the headline as `publisher inspect` shows it, or the article's id.",
    ),
    Code(
        "PUB013",
        Severity.WARNING,
        "a character is in no pinned font",
        "Correct the source if it's a slip; else the EPUB leaves it to the reader's own fonts.",
    ),
    Code(
        "PUB014",
        Severity.WARNING,
        "a note's mark leads to no note",
        "Complete the source with the note ([^1]: …), or take the mark out.",
    ),
    Code(
        "PUB015",
        Severity.NOTE,
        "no mark leads to a note",
        "Set its mark ([^1]) where the printed page has it.",
    ),
)
