"""The codes of a PDF: what a printer is given, and how it is set."""

from __future__ import annotations

from publisher.diagnostics.diagnostic import Code, Severity

CODES = (
    Code(
        "PUB100",
        Severity.ERROR,
        "the file doesn't say for which press it's made",
        "Build it with `publisher build -o print`, with the printer's profile under [press].",
    ),
    Code(
        "PUB101",
        Severity.ERROR,
        "the file doesn't say that it's PDF/X-4",
        "Save it as PDF/X-4 in the program that made it, or build it with `-o print`.",
    ),
    Code(
        "PUB102",
        Severity.ERROR,
        "the file doesn't say whether it was trapped",
        "Save it as PDF/X-4, which says so; False leaves it to the printer.",
    ),
    Code(
        "PUB103",
        Severity.ERROR,
        "a page's boxes aren't as a printer needs them",
        "Save it with a TrimBox, 3 mm of bleed around it, and marks outside of both.",
    ),
    Code(
        "PUB104",
        Severity.ERROR,
        "an annotation lies on what is printed",
        "Take links, notes and form fields out of the printer's copy.",
    ),
    Code(
        "PUB105",
        Severity.ERROR,
        "the file holds what a press can't take",
        "Save it again as PDF/X-4, without encryption, scripts, forms or transfer curves.",
    ),
    Code(
        "PUB106",
        Severity.ERROR,
        "something is painted in the colours of a screen",
        "Convert it to the printer's profile, black text to black alone.",
    ),
    Code(
        "PUB107",
        Severity.WARNING,
        "colours are left for the printer to convert",
        "Convert them to the printer's profile, or ask the printer how they will come out.",
    ),
    Code(
        "PUB108",
        Severity.ERROR,
        "transparency is blended in the colours of a screen",
        "Set the transparency blend space to CMYK.",
    ),
    Code(
        "PUB109",
        Severity.ERROR,
        "something on the page is printed in every ink",
        "Use black; the colour for registration is for marks outside of the page alone.",
    ),
    Code(
        "PUB110",
        Severity.ERROR,
        "there is more ink than the paper takes",
        "Convert pictures by the printer's profile; put fewer inks into grounds.",
    ),
    Code(
        "PUB111",
        Severity.WARNING,
        "lines are so thin that they may not print",
        "Make them a quarter of a point or more.",
    ),
    Code(
        "PUB112",
        Severity.ERROR,
        "white is set to overprint and won't be seen",
        "Set white to knock out.",
    ),
    Code(
        "PUB113",
        Severity.WARNING,
        "black text is printed in more than one ink",
        "Set it in black alone (0 0 0 100).",
    ),
    Code(
        "PUB114",
        Severity.ERROR,
        "glyphs are printed on glyphs",
        "Look at the page; mend the style sheet that lets the two run into each other.",
    ),
)
