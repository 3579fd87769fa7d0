"""An issue as any typesetter can take it: headlines, paragraphs, tables, as HTML and as Typst."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

from publisher.theme.fonts import faces, locate

_HTML = "{http://www.w3.org/1999/xhtml}"
_BLOCKS = {"h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "figcaption", "table"}

#: A4, 10.5 pt on 17 pt; a column of 15 em where there are three, as in our own style sheet.
_STYLE = """
@page {{ size: A4; margin: 22mm 16.06mm 19mm }}
body {{ font: 10.5pt/17pt "Noto Serif SC"; margin: 0 }}
h1 {{ font-size: 34pt; line-height: 1.25; text-align: center }}
h2 {{ font-size: 18pt; line-height: 1.4; margin: 17pt 0 8.5pt; text-align: center }}
h3 {{ font-size: 11pt; line-height: 17pt; margin: 0; text-align: center }}
p, li {{ margin: 0; orphans: 2; widows: 2 }}
.text {{ column-count: {columns}; column-gap: 1.5em; text-align: justify; text-indent: 2em }}
table {{ border-collapse: collapse; font-size: 8.5pt; text-indent: 0 }}
td {{ border-bottom: .35pt solid black }}
"""

_TYPST = """\
#set document(title: "{title}")
#set page(paper: "a4", margin: (x: 16.06mm, top: 22mm, bottom: 19mm), columns: {columns})
#set columns(gutter: 1.5em)
#set text(font: "Noto Serif SC", size: 10.5pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 9.35pt, spacing: 9.35pt)
#set par(first-line-indent: (amount: 2em, all: true))
#show heading.where(level: 2): set text(size: 14pt)
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, a subhead, or a table, whose `rows` it has: of cells of text."""

    text: str
    is_heading: bool = False
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """An article: its headline and what stands below."""

    headline: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper's name and its stories."""

    title: str
    stories: tuple[Story, ...]

    @property
    def text(self) -> str:
        """All that is to be read, without white space."""
        parts = (
            part
            for story in self.stories
            for piece in story.pieces
            for part in (piece.text, *(cell for row in piece.rows for cell in row))
        )
        heads = (story.headline for story in self.stories)
        return "".join("".join(("".join(heads), *parts)).split())


def from_epub(path: Path, title: str) -> Paper:
    """The articles of an EPUB of ours."""
    with ZipFile(path) as book:
        names = sorted(name for name in book.namelist() if "/article-" in name)
        return Paper(title, tuple(_story(book.read(name)) for name in names))


def _story(page: bytes) -> Story:
    article = ElementTree.fromstring(page).find(f".//{_HTML}article")
    assert article is not None
    pieces = list(_pieces(article))
    at = next((n for n, piece in enumerate(pieces) if piece.is_heading), 0)
    return Story(pieces[at].text, (*pieces[:at], *pieces[at + 1 :]))


def _pieces(element: ElementTree.Element) -> Iterator[Piece]:
    for one in element:
        name = one.tag.removeprefix(_HTML)
        if one.get("class") == "column":
            # A book repeats the label of a section above each of its articles.
            continue
        if name == "table":
            rows = (tuple(map(_text, row)) for row in one.iter(f"{_HTML}tr"))
            yield Piece("", rows=tuple(rows))
        elif name in _BLOCKS:
            if text := _text(one):
                yield Piece(text, name.startswith("h"))
        else:
            yield from _pieces(one)


def _text(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def from_paragraphs(title: str, paragraphs: Iterable[str], each: int = 12) -> Paper:
    """Clean text with a headline above every so many paragraphs."""
    every = [Piece(text.replace("\n", "")) for text in paragraphs]
    groups = (tuple(every[at : at + each]) for at in range(0, len(every), each))
    return Paper(title, tuple(Story(f"第{n}条", group) for n, group in enumerate(groups, 1)))


def write_html(paper: Paper, path: Path, columns: int = 3) -> None:
    """A page for what reads HTML and CSS, with the pinned fonts beside it."""
    used = [face for face in faces("zh-Hans") if face.family == "Noto Serif SC"]
    for face in used:
        # Vivliostyle reads nothing outside of the folder, links among it.
        shutil.copy(locate(face), path.parent)
    fonts = "".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight};'
        f" src: url({face.name}) }}\n"
        for face in used
    )
    path.write_text(_as_html(paper, fonts + _STYLE.format(columns=columns)), "utf-8")


def _as_html(paper: Paper, style: str) -> str:
    stories = "\n".join(
        f'<article><h2>{escape(story.headline)}</h2><div class="text">'
        f"{''.join(map(_piece_as_html, story.pieces))}</div></article>"
        for story in paper.stories
    )
    return (
        f'<!DOCTYPE html>\n<html lang="zh-Hans"><head><meta charset="utf-8"/>'
        f"<title>{escape(paper.title)}</title><style>{style}</style></head>\n"
        f"<body><h1>{escape(paper.title)}</h1>\n{stories}\n</body></html>\n"
    )


def _piece_as_html(piece: Piece) -> str:
    if piece.rows:
        cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in piece.rows)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
    name = "h3" if piece.is_heading else "p"
    return f"<{name}>{escape(piece.text)}</{name}>"


def as_typst(paper: Paper, columns: int = 3) -> str:
    """The same for Typst: its page has the columns, since a story's own can't be balanced."""
    lines = [_TYPST.format(title=paper.title, columns=columns), f"= {_typst(paper.title)}"]
    for story in paper.stories:
        lines.append(f"== {_typst(story.headline)}")
        lines += map(_piece_as_typst, story.pieces)
    return "\n\n".join(lines) + "\n"


def _piece_as_typst(piece: Piece) -> str:
    if piece.rows:
        width = max(map(len, piece.rows))
        cells = "".join(f"[{_typst(cell)}]," for row in piece.rows for cell in row)
        return f"#table(columns: {width}, {cells})"
    return f"{'=== ' if piece.is_heading else ''}{_typst(piece.text)}"


def _typst(text: str) -> str:
    r"""The text with what Typst takes for markup kept as it is.

    >>> _typst("1. #a_b")
    '1\\. \\#a\\_b'
    """
    return re.sub(r"""([\\#*_`$<>@~=+\-/\[\]"'.])""", r"\\\1", text)
