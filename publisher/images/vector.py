"""Drawings (SVG): read without DTD, entities or network, and written again in the plainest form."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from math import isfinite
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from publisher.errors import InputError
from publisher.images.vector_safety import DRAWING, Danger, check_drawing, embedded
from publisher.model import Colours, Picture

MEDIA_TYPE = "image/svg+xml"

#: No drawing by hand or of data needs more; each bounds time and memory.
_MAX_BYTES = 16_000_000
_MAX_ELEMENTS = 100_000
_MAX_DEPTH = 64

_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_PREFIXES = {"": "", _XLINK: "xlink:", _XML: "xml:"}

_LENGTH = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*([A-Za-z%]*)\s*")
#: CSS pixels in a unit (CSS Values 4, 6.2); relative ones tell no size.
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}

_FONT = re.compile(r"(?<![\w-])font(?:-family)?\s*:[^;}]*")
_FONT_SIZE = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?:px|pt|em|rem|mm|cm|in|%)")
_FONT_WEIGHT = re.compile(r"(?<![\w-])(?:bold|[1-9]00)(?![\w%.-])")


def read_vector(name: str, content: bytes) -> Picture:
    """The facts of a drawing after looking through all of it; InputError where it's a danger.

    Refused: a DTD, scripts, handlers, animation, foreign content, references that lead anywhere
    but into the drawing itself, `use` upon `use` without end, and a drawing without a size.
    """
    root = _parsed(name, content)
    width, height = _size(name, root)
    return Picture(name, MEDIA_TYPE, width, height, Colours.VECTOR, content)


def plain_drawing(
    name: str, content: bytes, ready: Callable[[Picture], Picture], fonts: str = ""
) -> bytes:
    """A drawing without comments, metadata and editors' own elements; the same bytes each time.

    Pictures of pixels inside it are made `ready`. For print, its texts are set in `fonts`, a CSS
    list of families.
    """
    root = _parsed(name, content)
    for element in root.iter(f"{{{DRAWING}}}image"):
        for key, value in element.attrib.items():
            if key.endswith("href") and (inside := embedded(value)):
                done = ready(inside)
                text = b64encode(done.content).decode()
                element.set(key, f"data:{done.media_type};base64,{text}")
        if fonts:
            # PDF/A allows no interpolation.
            element.set("image-rendering", "crisp-edges")
    if fonts:
        _dress(root, fonts)
    namespaces = f' xmlns="{DRAWING}" xmlns:xlink="{_XLINK}"'
    return "".join(_written(root, namespaces)).encode("utf-8")


def _parsed(name: str, content: bytes) -> Element:
    """The drawing's tree, found safe."""
    if len(content) > _MAX_BYTES:
        raise InputError(
            f"{name}: {len(content) / 1e6:.0f} MB are more than the {_MAX_BYTES // 10**6} MB a"
            " drawing may have",
            remedy="Simplify it, or save it as PNG.",
        )
    try:
        root = _tree(content)
        check_drawing(root)
    except expat.ExpatError as fault:
        raise InputError(
            f"{name}: isn't XML: {fault}", remedy="Save the drawing again as SVG in UTF-8."
        ) from fault
    except Danger as fault:
        raise InputError(
            f"{name}: {fault}",
            remedy="Save it as plain SVG (no scripts, links or linked files; text as paths if"
            " need be), or as PNG.",
        ) from fault
    return root


def _tree(content: bytes) -> Element:
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    builder = TreeBuilder()
    depth = elements = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth, elements = depth + 1, elements + 1
        if depth > _MAX_DEPTH or elements > _MAX_ELEMENTS:
            raise Danger(f"has more than {_MAX_ELEMENTS} elements, or {_MAX_DEPTH} in each other")
        builder.start(
            _qualified(tag), {_qualified(key): value for key, value in attributes.items()}
        )

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_qualified(tag))

    def refuse(*_: object) -> None:
        raise Danger("has a document type (DTD), which may hold anything")

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.Parse(content, True)
    root: Element = builder.close()
    return root


def _qualified(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def _size(name: str, root: Element) -> tuple[int, int]:
    """Width and height in CSS pixels, by its own measures or its view box."""
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    box = [_length(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())]
    if len(box) == 4 and box[2] and box[3]:
        if width and not height:
            height = width * box[3] / box[2]
        elif height and not width:
            width = height * box[2] / box[3]
        elif not width:
            width, height = box[2], box[3]
    if not (0 < width < 1e6 and 0 < height < 1e6):
        raise InputError(
            f"{name}: has no size, or one that can't be",
            remedy="Give its svg element a width and a height, or a viewBox.",
        )
    return max(1, round(width)), max(1, round(height))


def _length(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    value = float(found[1]) * _UNITS.get(found[2].lower(), 0.0) if found else 0.0
    return value if isfinite(value) else 0.0


def _dress(root: Element, fonts: str) -> None:
    """Take every other family out; what a `font` says of size and weight stays."""
    for element in root.iter():
        for key in ("font-family", "font"):
            element.attrib.pop(key, None)
        if style := element.get("style"):
            element.set("style", _FONT.sub(_size_and_weight, style))
        if element.tag == f"{{{DRAWING}}}style":
            element.text = _FONT.sub(_size_and_weight, "".join(element.itertext()))
    root.set("font-family", fonts)


def _size_and_weight(rule: re.Match[str]) -> str:
    size, weight = _FONT_SIZE.search(rule[0]), _FONT_WEIGHT.search(rule[0])
    said = [f"font-size: {size[0]}" if size else "", f"font-weight: {weight[0]}" if weight else ""]
    return "; ".join(filter(None, said))


def _written(element: Element, namespaces: str = "") -> Iterator[str]:
    name = element.tag.partition("}")[2]
    yield f"<{name}{namespaces}"
    for key, value in element.attrib.items():
        space, _, local = key.rpartition("}")
        prefix = _PREFIXES.get(space.lstrip("{"))
        if prefix is not None:
            yield f" {prefix}{local}={quoteattr(value)}"
    if not (len(element) or element.text):
        yield "/>"
        return
    yield ">"
    yield escape(element.text or "")
    for child in element:
        if child.tag.startswith(f"{{{DRAWING}}}") and child.tag != f"{{{DRAWING}}}metadata":
            yield from _written(child)
        yield escape(child.tail or "")
    yield f"</{name}>"
