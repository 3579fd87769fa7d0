"""What can be said of a print without its maker: pages, tags, PDF/UA, PDF/X, lines, text lost."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from publisher.diagnostics import Diagnostic, Severity, place_of
from publisher.preflight.pdf import check_pdf
from publisher.preflight.tags import check_tags
from publisher.preflight.verapdf import check_flavours
from tests.peers.lines import Setting, setting


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault in a print: its code and severity, on how many pages, an example."""

    code: str
    severity: Severity
    pages: int
    example: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A reader's copy: `clauses` are those of PDF/UA-1 that veraPDF finds broken.

    `tagged` holds where it has tags and our check finds nothing wrong with them. `lost` counts the
    paper's characters that can't be taken out of it again.
    """

    pages: int
    tagged: bool
    clauses: int
    bookmarks: int
    links: int
    attached: int
    lost: int
    lines: Setting


def copy(path: Path, text: str) -> Copy:
    """The facts of a reader's copy of a paper with a text."""
    with pikepdf.open(path) as pdf:
        annotations = (one for page in pdf.pages for one in page.obj.get("/Annots", ()))
        return Copy(
            pages=len(pdf.pages),
            tagged="/StructTreeRoot" in pdf.Root and not list(check_tags(pdf, path)),
            clauses=len(check_flavours(path, ("ua1",))),
            bookmarks=_count(pdf.Root.get("/Outlines", {})),
            links=sum(one.get("/Subtype") == "/Link" for one in annotations),
            attached=len(pdf.Root.get("/AF", ())),
            lost=lost(path, text),
            lines=setting(path),
        )


def _count(outline: object) -> int:
    """The entries of an outline, open or not."""
    count, entry = 0, getattr(outline, "get", {}.get)("/First")
    while entry is not None:
        count += 1 + _count(entry)
        entry = entry.get("/Next")
    return count


def lost(path: Path, text: str) -> int:
    """How many characters of a text a PDF doesn't give back."""
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
    found = "".join(done.stdout.decode("utf-8", "replace").split())
    return (Counter(text) - Counter(found)).total()


def faults(path: Path) -> Iterator[Fault]:
    """What is wrong with a print for a press, a kind a code."""
    by_code: dict[str, list[Diagnostic]] = {}
    for one in check_pdf(path, "print"):
        by_code.setdefault(one.code, []).append(one)
    for code, found in by_code.items():
        pages = {place_of(one.where).page for one in found} - {0}
        yield Fault(code, found[0].severity, len(pages), found[0].message)
