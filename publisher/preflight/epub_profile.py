"""The archival profile of an EPUB: what this project promises beyond EPUBCheck's rules."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, join
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from publisher.diagnostics import CODES, Diagnostic

_OPF = "{http://www.idpf.org/2007/opf}"
_IMAGE = "{http://www.w3.org/1999/xhtml}img"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LOCKS = ("META-INF/encryption.xml", "META-INF/rights.xml")
#: Types of `script` that hold facts and run nothing.
_FACTS = frozenset({"application/ld+json", "application/json"})
#: What zipfile raises of a damaged file; RuntimeError where an entry is locked or packed strangely.
_DAMAGE = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, UnicodeDecodeError)
#: What EPUB Accessibility 1.1 (clause 2.2) wants said of every publication.
_ACCESS = (
    "schema:accessMode",
    "schema:accessModeSufficient",
    "schema:accessibilityFeature",
    "schema:accessibilityHazard",
    "schema:accessibilitySummary",
)


def check_profile(path: Path) -> tuple[Diagnostic, ...]:
    """Where an EPUB departs from the profile.

    Damage to the container, scripts, locks, pages without a language, lost text without a name,
    pictures without a text alternative, accessibility left unsaid, and sources inside that aren't
    those recorded.
    """
    try:
        with ZipFile(path) as archive:
            return tuple(_faults(str(path), archive))
    except _DAMAGE as fault:
        return (CODES["PUB027"].at(str(path), f"the container is damaged: {fault}"),)


def _faults(path: str, archive: ZipFile) -> Iterator[Diagnostic]:
    names = archive.namelist()
    for name in _LOCKS:
        if name in names:
            yield CODES["PUB022"].at(f"{path}!{name}")
    for name in names:
        check = _CHECKS.get(name.rsplit(".", 1)[-1].lower())
        root = _read(archive.read(name)) if check else None
        if check and root is not None:
            yield from check(f"{path}!{name}", root)
        if name.endswith("provenance/record.json"):
            yield from _record(path, name, archive)


def _read(content: bytes) -> Element | None:
    try:
        return ElementTree.fromstring(content)
    except ElementTree.ParseError:
        # EPUBCheck says so, with the line.
        return None


def _page(where: str, root: Element) -> Iterator[Diagnostic]:
    yield from _drawing(where, root)
    if not root.get("lang") or root.get("lang") != root.get(_LANG):
        yield CODES["PUB023"].at(where)
    gaps = [one for one in root.iter() if "gap" in one.get("class", "").split()]
    if not all(gap.get("aria-label") and gap.get("role") for gap in gaps):
        yield CODES["PUB024"].at(where)
    mute = [one for one in root.iter(_IMAGE) if not _tells(one)]
    if mute:
        yield CODES["PUB046"].at(where, f"{mute[0].get('src', 'a picture')} tells nobody anything")


def _drawing(where: str, root: Element) -> Iterator[Diagnostic]:
    if any(_runs(element) for element in root.iter()):
        yield CODES["PUB021"].at(where)


def _tells(image: Element) -> bool:
    """Whether a picture has a text alternative, or is said to be decorative."""
    decorative = "alt" in image.attrib and image.get("role") in ("presentation", "none")
    return decorative or bool(image.get("alt", "").strip())


def _runs(element: Element) -> bool:
    """Whether an element is a script, of XHTML or SVG, or has one in an attribute."""
    name = str(element.tag).rpartition("}")[2]
    return (name == "script" and element.get("type") not in _FACTS) or any(
        key.startswith("on") or value.lstrip().lower().startswith("javascript:")
        for key, value in element.items()
    )


def _package(where: str, root: Element) -> Iterator[Diagnostic]:
    if not root.get(_LANG):
        yield CODES["PUB023"].at(where)
    said = {meta.get("property") for meta in root.iter(f"{_OPF}meta")}
    unsaid = [name for name in _ACCESS if name not in said]
    if unsaid:
        yield CODES["PUB025"].at(where, f"nothing is said of {', '.join(unsaid)}")


def _record(path: str, name: str, archive: ZipFile) -> Iterator[Diagnostic]:
    """The sources that `record.json` names, held against their digests."""
    base = dirname(dirname(name))
    try:
        told = json.loads(archive.read(name))["sources"]
        sources = {join(base, one["path"]): one["sha256"] for one in told}
    except (ValueError, KeyError, TypeError):
        yield CODES["PUB026"].at(f"{path}!{name}", "the record of the sources can't be read")
        return
    for source, digest in sources.items():
        if source not in archive.namelist():
            yield CODES["PUB026"].at(f"{path}!{source}", "a source on record isn't there")
        elif sha256(archive.read(source)).hexdigest() != digest:
            yield CODES["PUB026"].at(f"{path}!{source}")


_CHECKS: dict[str, Callable[[str, Element], Iterator[Diagnostic]]] = {
    "xhtml": _page,
    "opf": _package,
    "svg": _drawing,
}
