"""The codes of our profile of an EPUB."""

from __future__ import annotations

from publisher.diagnostics.diagnostic import Code, Severity

CODES = (
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
    Code(
        "PUB097",
        Severity.NOTE,
        "a character is in none of the fonts that the book holds",
        "Embed a font that has it, or see how it looks in the reader's own.",
    ),
)
