"""The codes of pictures."""

from __future__ import annotations

from publisher.diagnostics.diagnostic import Code, Severity

CODES = (
    Code(
        "PUB040",
        Severity.WARNING,
        "a picture has no text alternative",
        "Say in `alt` what it shows, or that it is `decorative`, under [[images]] in issue.toml.",
    ),
    Code(
        "PUB041",
        Severity.WARNING,
        "a picture has few pixels for its size in print",
        "Bring a larger one: print asks for 200 pixels an inch, better 300.",
    ),
    Code(
        "PUB042",
        Severity.ERROR,
        "a picture has too few pixels for its size in print",
        "Bring a larger one, or leave it out of the print edition.",
    ),
    Code(
        "PUB043",
        Severity.WARNING,
        "a picture belongs to no article and is left out",
        "Name its article under [[images]] in issue.toml, or set ![…](file) into the text.",
    ),
    Code(
        "PUB044",
        Severity.NOTE,
        "a caption's picture isn't at hand",
        "Put the picture into the issue's folder and name it under [[images]] in issue.toml.",
    ),
    Code(
        "PUB045",
        Severity.WARNING,
        "a picture that the text names isn't in the issue's folder",
        "Put the file there under the name that the text gives it.",
    ),
    Code(
        "PUB046",
        Severity.ERROR,
        "a picture in a book has no text alternative and isn't said to be decorative",
        'Give it an alt text that says what it shows, or alt="" and the role presentation.',
    ),
)
