"""The codes of what the outside validators and the first look at an edition find."""

from __future__ import annotations

from publisher.diagnostics.diagnostic import Code, Severity

CODES = (
    Code(
        "PUB020",
        Severity.ERROR,
        "EPUBCheck reports a fault",
        "Look the message up in EPUBCheck's documentation, and mend the theme's template.",
    ),
    Code(
        "PUB021",
        Severity.ERROR,
        "a page holds a script",
        "Take it out: in thirty years nothing may run it, and today it may do anything.",
    ),
    Code(
        "PUB022",
        Severity.ERROR,
        "the book is locked, or parts of it are",
        "Build it without encryption, rights management or obfuscated fonts.",
    ),
    Code(
        "PUB023",
        Severity.WARNING,
        "a page or the package doesn't name its language in `lang` and `xml:lang`",
        "Name the same language in both: screen readers and fonts go by it.",
    ),
    Code(
        "PUB024",
        Severity.WARNING,
        "lost text has no name for screen readers",
        "Give each element of the class `gap` a role and an aria-label.",
    ),
    Code(
        "PUB025",
        Severity.WARNING,
        "the accessibility of the book is left unsaid",
        "Add the schema.org metadata that EPUB Accessibility 1.1 asks for.",
    ),
    Code(
        "PUB026",
        Severity.ERROR,
        "a source in the book isn't the one that was recorded",
        "Don't trust this copy: take another one, or build the edition again.",
    ),
    Code(
        "PUB027",
        Severity.ERROR,
        "the container is damaged",
        "Take another copy, or build the edition again.",
    ),
    Code(
        "PUB030",
        Severity.ERROR,
        "veraPDF reports a fault of PDF/A or PDF/UA",
        "Look the clause up in the standard, and mend the theme's template or style sheet.",
    ),
    Code(
        "PUB031",
        Severity.ERROR,
        "a font isn't embedded",
        "Embed every font: a printer or a reader in thirty years doesn't have it.",
    ),
    Code(
        "PUB032",
        Severity.ERROR,
        "the file isn't tagged, names no language or hides its title",
        "Build it with `publisher build`, or with tags, a language and a shown title.",
    ),
)
