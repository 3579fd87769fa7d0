"""The diagnostic, a fault in the material as a value, and the one catalogue of codes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a fault is; `error` fails a check."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A fault found in a source, a model or an edition.

    `where` is a place a person can open: `file`, `file:line`, `file:line:column`, or a page.
    `remedy` says what to do next.
    """

    code: str
    severity: Severity
    message: str
    where: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A documented kind of fault; `remedy` is what a user can do about it."""

    code: str
    severity: Severity
    summary: str
    remedy: str

    def at(self, where: str, message: str = "") -> Diagnostic:
        """The diagnostic of this kind at a place.

        >>> CODES["PUB001"].at("seeds/a.txt:3").code
        'PUB001'
        """
        return Diagnostic(self.code, self.severity, message or self.summary, where, self.remedy)


def _catalogue(*codes: Code) -> dict[str, Code]:
    catalogue = {code.code: code for code in codes}
    if len(catalogue) != len(codes):
        raise ValueError("a code stands twice in the catalogue")
    return catalogue


CODES = _catalogue(
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
    Code(
        "PUB050",
        Severity.ERROR,
        "a kept file's bytes have changed",
        "Restore the object from a replica: `publisher archive restore ID --from REPLICA`.",
    ),
    Code(
        "PUB051",
        Severity.ERROR,
        "a kept file is cut short",
        "Restore the object from a replica: `publisher archive restore ID --from REPLICA`.",
    ),
    Code(
        "PUB052",
        Severity.ERROR,
        "a kept file or object is missing",
        "Restore the object from a replica: `publisher archive restore ID --from REPLICA`.",
    ),
    Code(
        "PUB053",
        Severity.ERROR,
        "something is in the archive that nobody put there",
        "Find out where it came from, and move it away.",
    ),
    Code(
        "PUB054",
        Severity.ERROR,
        "a kept file holds the bytes of another",
        "Restore the object from a replica: `publisher archive restore ID --from REPLICA`.",
    ),
    Code(
        "PUB055",
        Severity.ERROR,
        "a record of the archive isn't what was written",
        "Restore the object from a replica: `publisher archive restore ID --from REPLICA`.",
    ),
    Code(
        "PUB056",
        Severity.ERROR,
        "an object isn't the one that the archive's ledger tells of",
        "Compare it with a replica; somebody changed its files and its inventory alike.",
    ),
    Code(
        "PUB057",
        Severity.WARNING,
        "the catalogue doesn't tell what the archive holds",
        "Make it again: `publisher archive reindex`.",
    ),
    Code(
        "PUB058",
        Severity.ERROR,
        "the archive's ledger was changed",
        "Compare it with a replica's; its later lines can't be trusted.",
    ),
    Code(
        "PUB059",
        Severity.ERROR,
        "a replica holds another history of an object",
        "Find out which is right by both archives' ledgers; neither is written over.",
    ),
    Code(
        "PUB070",
        Severity.ERROR,
        "the container doesn't begin with its media type, unpacked",
        "Pack it again with an entry `mimetype` first, stored and without an extra field.",
    ),
    Code(
        "PUB071",
        Severity.ERROR,
        "an entry of the container can't be unpacked under its name everywhere",
        "Rename it in the book; unpack this copy nowhere that matters.",
    ),
    Code(
        "PUB072",
        Severity.NOTE,
        "the container bears the time of its making",
        "Give all entries one time: then the same book has the same bytes and the same digest.",
    ),
    Code(
        "PUB073",
        Severity.ERROR,
        "the book is not EPUB 3",
        "Convert it to EPUB 3: older ones know neither landmarks nor accessibility metadata.",
    ),
    Code(
        "PUB074",
        Severity.ERROR,
        "the package leaves unsaid what the book is",
        "Add identifier, title, language and dcterms:modified, as EPUB 3.3 (5.5.3) asks.",
    ),
    Code(
        "PUB075",
        Severity.NOTE,
        "the package doesn't say who published the book, or when",
        "Name the publisher in publisher.toml and the day in issue.toml (dc:publisher, dc:date).",
    ),
    Code(
        "PUB076",
        Severity.NOTE,
        "the book's identifier is made by chance",
        "Give one that a second build gives again: an ISBN, a UUID made of a name (version 5).",
    ),
    Code(
        "PUB077",
        Severity.NOTE,
        "an issue of a periodical doesn't name the periodical as its series",
        "Name the paper in publisher.toml (belongs-to-collection of the type series).",
    ),
    Code(
        "PUB078",
        Severity.WARNING,
        "the contents are missing or don't lead to every page",
        "List the page in the navigation document, or as a landmark.",
    ),
    Code(
        "PUB079",
        Severity.WARNING,
        "there are no landmarks",
        "Add a nav of the type landmarks with toc and bodymatter.",
    ),
    Code(
        "PUB080",
        Severity.WARNING,
        "the printed pages can't be reached by their numbers",
        "Add a nav of the type page-list, and name its source (pageBreakSource).",
    ),
    Code(
        "PUB081",
        Severity.WARNING,
        "a page written from right to left doesn't say so",
        'Set dir="rtl" on its html element.',
    ),
    Code(
        "PUB082",
        Severity.WARNING,
        "a page has no title",
        "Give its head a title: screen readers say it first.",
    ),
    Code(
        "PUB083",
        Severity.WARNING,
        "headings skip a level or say nothing",
        "Nest the headings: h1, below it h2, below that h3.",
    ),
    Code(
        "PUB084",
        Severity.ERROR,
        "an id stands twice in a page",
        "Rename one, and every link to it.",
    ),
    Code(
        "PUB085",
        Severity.ERROR,
        "a link inside the book leads nowhere",
        "Mend the link, or bring what it leads to.",
    ),
    Code(
        "PUB086",
        Severity.ERROR,
        "the book shows something that is fetched from elsewhere",
        "Bring it into the book: in thirty years the address leads nowhere.",
    ),
    Code(
        "PUB087",
        Severity.ERROR,
        "an item's type is none that every reading system knows",
        "Convert it to a core media type of EPUB 3.3, or link it as a record outside the manifest.",
    ),
    Code(
        "PUB088",
        Severity.NOTE,
        "a font is named that the book doesn't hold",
        "Embed a subset of it, or name a generic family (serif, sans-serif) only.",
    ),
    Code(
        "PUB089",
        Severity.WARNING,
        "the book is claimed to be accessible and nobody puts a name to it",
        "Name who certifies it (a11y:certifiedBy), or take dcterms:conformsTo out.",
    ),
    Code(
        "PUB090",
        Severity.NOTE,
        "the book doesn't say what it was made from",
        "Name its source (dc:source).",
    ),
    Code(
        "PUB091",
        Severity.WARNING,
        "a size is fixed",
        "Give it in em, rem or per cent: it has to follow the reader's size of type and screen.",
    ),
    Code(
        "PUB092",
        Severity.WARNING,
        "text or ground is coloured alone",
        "Set color and background-color together or neither: in the dark the other one is black.",
    ),
    Code(
        "PUB093",
        Severity.WARNING,
        "facts for machines (JSON-LD) can't be read",
        "Make it JSON with an @context and a @type.",
    ),
    Code(
        "PUB094",
        Severity.WARNING,
        "a creator bears the MARC role of a publisher",
        "Name it in dc:publisher: some reading systems (foliate-js) don't open the book.",
    ),
    Code(
        "PUB095",
        Severity.NOTE,
        "the book carries a second navigation of EPUB 2",
        "Take the NCX and the guide out: reading systems of EPUB 3 don't look at them.",
    ),
    Code(
        "PUB096",
        Severity.ERROR,
        "Ace reports a fault of accessibility",
        "Look the rule up in Ace's knowledge base, and mend the theme's template.",
    ),
)
