"""Codes PUB060 to PUB069: readings of a page that rest on the looks of a line."""

from __future__ import annotations

from publisher.diagnostics.diagnostic import Code, Severity

CODES = (
    Code(
        "PUB060",
        Severity.NOTE,
        "which of two lines over a text is its headline is doubtful",
        "If it's the other, state headline and deck under [[articles]] in issue.toml.",
    ),
    Code(
        "PUB061",
        Severity.NOTE,
        "a short line in a text is of no known kind",
        "Check whether it's a headline, a name or a signature, and sign it in the source.",
    ),
    Code(
        "PUB062",
        Severity.NOTE,
        "a long line inside an article, read as a subhead, may be another's headline",
        "If it is, give it the sign of a headline (#) in the source.",
    ),
)
