"""The book as the rules see it: its container, package, pages, drawings and style sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.entities import name2codepoint
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError, XMLParser

from publisher.containers import Container
from publisher.diagnostics import Code, Diagnostic

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
OPS_TYPE = "{http://www.idpf.org/2007/ops}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_ROOT_FILE = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the manifest; `name` is the entry's, empty where it lies outside the container."""

    id: str
    href: str
    name: str
    media_type: str
    properties: tuple[str, ...]
    fallback: str


@dataclass(frozen=True, slots=True)
class Book:
    """An EPUB: entries by name; what can't be read as XML is left to EPUBCheck and isn't here.

    `spine` names the pages in reading order, those outside it (linear="no") apart.
    """

    container: Container
    package_name: str
    package: Element
    items: tuple[Item, ...]
    spine: tuple[str, ...]
    pages: Mapping[str, Element]
    drawings: Mapping[str, Element]
    sheets: Mapping[str, str]

    def at(self, code: Code, name: str = "", message: str = "") -> Diagnostic:
        """A departure in an entry (`name`, or `name:line`), or in the whole."""
        path = self.container.path
        return code.at(f"{path}!{name}" if name else str(path), message)

    @property
    def nav(self) -> tuple[str, Element | None]:
        """The navigation document's name and root."""
        name = next((one.name for one in self.items if "nav" in one.properties), "")
        return name, self.pages.get(name)

    def lists(self, sort: str) -> Iterator[Element]:
        """The lists of the navigation of a sort: toc, landmarks, page-list."""
        _, root = self.nav
        for one in root.iter(f"{XHTML}nav") if root is not None else ():
            if sort in one.get(OPS_TYPE, "").split():
                yield one

    def said(self, name: str) -> tuple[str, ...]:
        """What the package says under a name: of Dublin Core (`dc:title`) or of a property."""
        if name.startswith("dc:"):
            elements = list(self.package.iter(DC + name.removeprefix("dc:")))
        else:
            elements = [one for one in self.metas if one.get("property") == name]
        texts = ("".join(one.itertext()).strip() for one in elements)
        return tuple(text for text in texts if text)

    @property
    def metas(self) -> tuple[Element, ...]:
        """The `meta` elements of the package."""
        return tuple(self.package.iter(f"{OPF}meta"))


def read_book(container: Container) -> Book:
    """Read a book; InputError where an entry is damaged. A part that is missing is empty."""
    package_name = _package_name(container)
    package = _xml(container.read(package_name)) if package_name in container.names else None
    package = Element(f"{OPF}package") if package is None else package
    items = tuple(_items(package, package_name))
    pages: dict[str, Element] = {}
    drawings: dict[str, Element] = {}
    sheets: dict[str, str] = {}
    types = {item.name: item.media_type for item in items}
    for name in dict.fromkeys(container.names):
        suffix = name.rpartition(".")[2].lower()
        sort = types.get(name, suffix)
        if sort in ("application/xhtml+xml", "xhtml"):
            _add(pages, name, container.read(name))
        elif sort in ("image/svg+xml", "svg"):
            _add(drawings, name, container.read(name))
        elif sort in ("text/css", "css"):
            sheets[name] = container.read(name).decode("utf-8", "replace")
    sheets |= {name: text for name, page in pages.items() if (text := _styles(page))}
    named = {item.id: item.name for item in items}
    spine = tuple(
        named[one.get("idref", "")]
        for one in package.iter(f"{OPF}itemref")
        if one.get("idref") in named and one.get("linear") != "no"
    )
    return Book(container, package_name, package, items, spine, pages, drawings, sheets)


def _add(found: dict[str, Element], name: str, content: bytes) -> None:
    root = _xml(content)
    if root is not None:
        found[name] = root


def _xml(content: bytes) -> Element | None:
    parser = XMLParser()
    # EPUB 2's document type names the entities of HTML.
    parser.entity.update({name: chr(code) for name, code in name2codepoint.items()})
    try:
        parser.feed(content)
        root: Element = parser.close()
    except (ParseError, LookupError, ValueError):
        # The latter two: an encoding that expat doesn't know.
        return None
    return root


def _package_name(container: Container) -> str:
    where = "META-INF/container.xml"
    root = _xml(container.read(where)) if where in container.names else None
    found = next(root.iter(_ROOT_FILE), None) if root is not None else None
    if found is not None:
        return found.get("full-path", "")
    return next((name for name in container.names if name.endswith(".opf")), "")


def _items(package: Element, package_name: str) -> Iterator[Item]:
    for one in package.iter(f"{OPF}item"):
        href = one.get("href", "")
        yield Item(
            one.get("id", ""),
            href,
            (target(package_name, href) or ("", ""))[0],
            one.get("media-type", ""),
            tuple(one.get("properties", "").split()),
            one.get("fallback", ""),
        )


def _styles(page: Element) -> str:
    """The style sheet inside a page: its `style` elements and attributes."""
    inside = ["".join(one.itertext()) for one in page.iter(f"{XHTML}style")]
    inside += [f"*{{{one.get('style')}}}" for one in page.iter() if one.get("style")]
    return "\n".join(inside)


def target(base: str, reference: str) -> tuple[str, str] | None:
    """The entry and fragment that a reference in the entry `base` leads to; None if it leads out.

    >>> target("EPUB/a.xhtml", "../b%20c.xhtml#d"), target("a", "https://example.org/")
    (('b c.xhtml', 'd'), None)
    """
    if _SCHEME.match(reference.strip()):
        return None
    place, _, fragment = reference.strip().partition("#")
    if not place:
        return base, unquote(fragment)
    return normpath(join(dirname(base), unquote(place.partition("?")[0]))), unquote(fragment)


def references(root: Element) -> Iterator[tuple[Element, str, str]]:
    """What a page or drawing refers to: the element, the attribute's name, the reference."""
    for element in root.iter():
        for key in ("href", _XLINK, "src", "data", "poster", "srcset"):
            value = element.get(key)
            if value is not None:
                yield element, key.rpartition("}")[2], value


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
