"""What a drawing may hold: shapes, text, and references to its own parts; anything else is refused.

Sources: SVG 2, clauses 2 (conformance: secure static mode) and 16.1; EPUB 3.3, clause 6.2.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as NoBase64
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from publisher.errors import InputError
from publisher.images.raster import read_raster
from publisher.model import Picture

DRAWING = "http://www.w3.org/2000/svg"

#: What shows something and does nothing.
_STATIC = frozenset(
    "svg g defs symbol use title desc metadata switch style image view"
    " path rect circle ellipse line polyline polygon text tspan textPath marker"
    " linearGradient radialGradient stop pattern clipPath mask filter"
    " feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting"
    " feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR"
    " feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting"
    " feSpotLight feTile feTurbulence".split()
)

#: Namespaces whose elements a browser would run or load.
_LIVE = ("http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_OWN = re.compile(r"""\s*(?P<quote>["']?)#(?P<id>[^"'()\s]+)(?P=quote)\s*\)""")
_URL = re.compile(r"(?i)url\s*\(")
_OWN_IDS = re.compile(r"""(?i)url\s*\(\s*["']?#([^"'()\s]+)""")
_LOADS = re.compile(r"(?i)@(?!media\b)|\\|(?:image|image-set|src|expression)\s*\(|script:|binding")
_RUNS = re.compile(r"(?i)script:")
_BLANK = re.compile("[\x00-\x20\x7f]+")
_PICTURE = re.compile(r"data:image/(?P<kind>png|jpe?g);base64,(?P<content>[A-Za-z0-9+/=\s]*)")

#: How many elements a drawing may come to when each `use` and each pattern is drawn out, and how
#: long a chain of them may be.
_DRAWN = 200_000
_CHAIN = 200

#: What a style sheet may refer to any number of times: it draws nothing of its own.
_LEAVES = frozenset({"linearGradient", "radialGradient"})


class Danger(ValueError):
    """A drawing that does, loads or grows; the message says what of it, as "has a script"."""


def check_drawing(root: Element) -> None:
    """Raise Danger where a drawing isn't safe to open anywhere."""
    if root.tag != f"{{{DRAWING}}}svg":
        raise Danger("is XML, but no SVG drawing")
    for element in root.iter():
        _check_element(element)
    _check_growth(root)


def _check_element(element: Element) -> None:
    space, _, name = element.tag.rpartition("}")
    space = space.lstrip("{")
    if space in _LIVE or (space == DRAWING and name not in _STATIC):
        raise Danger(f"has an element that may run, link or load something: <{name}>")
    if space == DRAWING and name == "style":
        _check_style("".join(element.itertext()))
    for key, value in element.attrib.items():
        _check_attribute(name, key.rpartition("}")[2], value)


def _check_attribute(element: str, name: str, value: str) -> None:
    if name.lower().startswith("on"):
        raise Danger(f"has an event handler: {name}")
    if name == "base":
        raise Danger("moves its references elsewhere (xml:base)")
    if _RUNS.search(_BLANK.sub("", value)):
        raise Danger(f"has a script in its attribute {name}")
    if name in ("href", "src"):
        _check_reference(element, value.strip())
    elif name == "style":
        _check_style(value)
    else:
        _check_urls(value)


def embedded(address: str) -> Picture | None:
    """The picture of pixels that an address holds; None for another address.

    Raises Danger where the picture is refused.
    """
    found = _PICTURE.fullmatch(address.strip())
    if found is None:
        return None
    name, kind = ("inside.png", "PNG") if found["kind"] == "png" else ("inside.jpg", "JPEG")
    try:
        return read_raster(name, b64decode(found["content"]), kind)
    except (InputError, NoBase64) as fault:
        raise Danger(f"holds a picture that is refused: {fault}") from fault


def _check_reference(element: str, address: str) -> None:
    if address.startswith("#") or (element == "image" and embedded(address)):
        return
    raise Danger(f"refers to something outside itself: {address[:80]!r}")


def _check_style(style: str) -> None:
    bare = _COMMENT.sub("", style)
    if loads := _LOADS.search(bare):
        raise Danger(f"has a style that may load or run something: {loads.group()!r}")
    _check_urls(bare)


def _check_urls(value: str) -> None:
    for found in _URL.finditer(value):
        if not _OWN.match(value, found.end()):
            address = value[found.end() : found.end() + 80]
            raise Danger(f"refers to something outside itself: {address!r}")


def _check_growth(root: Element) -> None:
    """Raise Danger where references come back to themselves or multiply."""
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    sizes: dict[Element, int] = {}
    open_elements: set[Element] = set()

    def drawn(element: Element) -> int:
        if element in sizes:
            return sizes[element]
        if element in open_elements:
            raise Danger("has references that lead back to themselves")
        open_elements.add(element)
        if len(open_elements) > _CHAIN:
            raise Danger("has too long a chain of references")
        total = 1 + sum(map(drawn, element))
        total += sum(drawn(named[id]) for id in _references(element) if id in named)
        open_elements.discard(element)
        if total > _DRAWN:
            raise Danger(f"comes to more than {_DRAWN} elements when its references are followed")
        sizes[element] = total
        return total

    drawn(root)
    # Whom a style sheet's rule meets isn't known here: at worst each target meets all of the rest.
    worst = 1
    for element in _styled(root, named):
        worst *= max(1, drawn(element) - 1)
        if worst > _DRAWN:
            raise Danger("has a style sheet whose references may multiply without end")


def _styled(root: Element, named: dict[str | None, Element]) -> Iterator[Element]:
    """What the drawing's style sheets refer to, gradients aside."""
    sheets = ("".join(one.itertext()) for one in root.iter(f"{{{DRAWING}}}style"))
    ids = {id for sheet in sheets for id in _OWN_IDS.findall(sheet)}
    for id in sorted(ids):
        element = named.get(id)
        if element is not None and element.tag.rpartition("}")[2] not in _LEAVES:
            yield element


def _references(element: Element) -> Iterator[str]:
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == "href" and value.strip().startswith("#"):
            yield value.strip()[1:]
        yield from _OWN_IDS.findall(value)
