"""What a page's operators paint: fills, strokes, text and pictures, with colour, size and place.

A small interpreter of content streams (ISO 32000-2, 8 and 9) that keeps what the rules ask for and
nothing else: no glyphs are shaped and nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from math import hypot, inf
from typing import Any

from publisher.preflight.press.colour import BLACK, Colour, space_of

Matrix = tuple[float, float, float, float, float, float]

_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
#: Forms in forms in forms: deeper than any page, and no file may make us go round for ever.
_DEPTH = 12

_FILLS = {"f", "F", "f*", "B", "B*", "b", "b*"}
_STROKES = {"S", "s", "B", "B*", "b", "b*"}


@dataclass(frozen=True, slots=True)
class Painted:
    """One act of painting: `fill`, `stroke`, `text`, `picture` or `shading`.

    Lengths are in points on the page. `size` is a stroke's width, a fill's thinnest side where it
    is a rectangle, the size of text. `overprints` holds where it's printed on what lies below
    without a hole there. `pixels` are a picture's; `mask` says that it's a stencil.
    """

    kind: str
    colour: Colour
    size: float
    left: float
    bottom: float
    right: float
    top: float
    overprints: bool = False
    pixels: tuple[int, int] = (0, 0)
    mask: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    place: Matrix = _UNIT
    fill: Colour = BLACK
    stroke: Colour = BLACK
    width: float = 1.0
    overprints_fill: bool = False
    overprints_stroke: bool = False
    font_size: float = 0.0
    render: int = 0


@dataclass(slots=True)
class _Run:
    """Where the interpreter stands in one stream."""

    state: _State
    resources: Any
    depth: int
    saved: list[_State] = field(default_factory=list)
    path: list[tuple[float, float]] = field(default_factory=list)
    rectangle: tuple[float, float] | None = None
    pieces: int = 0
    text: Matrix = _UNIT
    line: Matrix = _UNIT


def painted_on(page: Any) -> Iterator[Painted]:
    """What a page paints, in its order, forms within it included."""
    holder = page
    while "/Resources" not in holder and "/Parent" in holder:
        holder = holder.Parent
    if "/Contents" in page:
        yield from _painted(page, _Run(_State(), holder.get("/Resources", {}), 0))


def _painted(stream: Any, run: _Run) -> Iterator[Painted]:
    import pikepdf

    instructions: Iterable[Any] = pikepdf.parse_content_stream(stream)
    for operands, operator in instructions:
        sign = str(operator)
        if sign == "q":
            run.saved.append(run.state)
        elif sign == "Q":
            run.state = run.saved.pop() if run.saved else run.state
        elif sign == "cm":
            run.state = replace(run.state, place=_times(_matrix(operands), run.state.place))
        elif sign == "w":
            run.state = replace(run.state, width=float(operands[0]))
        elif sign == "gs":
            _set_graphics(run, operands)
        elif sign in _COLOURS:
            _set_colour(run, sign, operands)
        elif sign in _TEXT:
            yield from _set_text(run, sign, operands)
        elif sign in ("m", "l", "c", "v", "y", "re"):
            _go_on(run, sign, [float(one) for one in operands])
        elif sign in _FILLS or sign in _STROKES or sign == "n":
            yield from _paint_path(run, sign)
        elif sign == "sh":
            named = run.resources.get("/ColorSpace", {})
            shading = run.resources.get("/Shading", {}).get(str(operands[0]), {})
            yield _everywhere("shading", space_of(shading.get("/ColorSpace", ""), named))
        elif sign == "Do":
            yield from _paint_object(run, operands)
        elif sign == "INLINE IMAGE":
            yield _picture(run, operands[0].obj, "/W", "/H", "/CS", "/IM")


def _set_graphics(run: _Run, operands: Any) -> None:
    settings = run.resources.get("/ExtGState", {}).get(str(operands[0]), {})
    state = run.state
    stroke = bool(settings.get("/OP", state.overprints_stroke))
    # ISO 32000-2, 8.6.7: without `op`, `OP` sets both.
    fill = settings.get("/op", settings.get("/OP", state.overprints_fill))
    run.state = replace(
        state,
        overprints_stroke=stroke,
        overprints_fill=bool(fill),
        width=float(settings.get("/LW", state.width)),
    )


_COLOURS = {
    "g": "/DeviceGray",
    "rg": "/DeviceRGB",
    "k": "/DeviceCMYK",
    "cs": "",
    "sc": "",
    "scn": "",
    "G": "/DeviceGray",
    "RG": "/DeviceRGB",
    "K": "/DeviceCMYK",
    "CS": "",
    "SC": "",
    "SCN": "",
}


def _set_colour(run: _Run, sign: str, operands: Any) -> None:
    strokes = sign.isupper()
    named = run.resources.get("/ColorSpace", {})
    now = run.state.stroke if strokes else run.state.fill
    if sign in ("cs", "CS"):
        colour = space_of(operands[0], named)
    elif _COLOURS[sign]:
        colour = replace(space_of(_COLOURS[sign], {}), parts=_floats(operands))
    elif now.space == "pattern" and operands:
        colour = _pattern(run, str(operands[-1]), named)
    else:
        colour = replace(now, parts=_floats(operands))
    state = run.state
    run.state = replace(state, stroke=colour) if strokes else replace(state, fill=colour)


def _pattern(run: _Run, name: str, named: Any) -> Colour:
    """A shading's own space; what a tile paints is the tile's."""
    pattern = run.resources.get("/Pattern", {}).get(name, {})
    shading = pattern.get("/Shading", {})
    found = space_of(shading.ColorSpace, named) if "/ColorSpace" in shading else None
    # A shading stays a pattern to what is set next, but paints in its own space.
    return Colour("pattern", device=True) if found is None else found


_TEXT = {"BT", "Tf", "Tr", "Tm", "Td", "TD", "T*", "Tj", "TJ", "'", '"'}


def _set_text(run: _Run, sign: str, operands: Any) -> Iterator[Painted]:
    if sign == "BT":
        run.text = run.line = _UNIT
    elif sign == "Tf":
        run.state = replace(run.state, font_size=float(operands[1]))
    elif sign == "Tr":
        run.state = replace(run.state, render=int(operands[0]))
    elif sign == "Tm":
        run.text = run.line = _matrix(operands)
    elif sign in ("Td", "TD"):
        across, up = map(float, operands)
        run.text = run.line = _times((1, 0, 0, 1, across, up), run.line)
    elif sign in ("Tj", "TJ", "'", '"'):
        yield from _paint_text(run)


def _paint_text(run: _Run) -> Iterator[Painted]:
    state = run.state
    whole = _times(run.text, state.place)
    size = state.font_size * hypot(whole[2], whole[3])
    x, y = whole[4], whole[5]
    # Its place is where it begins: how far it goes, only a font could say.
    box = (x, y, x + abs(size) / 2, y + abs(size) / 2)
    if state.render in (0, 2, 4, 6):
        yield Painted("text", state.fill, abs(size), *box, state.overprints_fill)
    if state.render in (1, 2, 5, 6):
        width = state.width * _scale(state.place)
        yield Painted("stroke", state.stroke, width, *box, state.overprints_stroke)


def _go_on(run: _Run, sign: str, numbers: list[float]) -> None:
    if sign in ("m", "re"):
        run.pieces += 1
    if sign == "re":
        x, y, width, height = numbers
        scale = _scale(run.state.place)
        run.rectangle = abs(width) * scale, abs(height) * scale
        numbers = [x, y, x + width, y, x, y + height, x + width, y + height]
    run.path += [
        _point(run.state.place, numbers[at], numbers[at + 1]) for at in range(0, len(numbers), 2)
    ]


def _paint_path(run: _Run, sign: str) -> Iterator[Painted]:
    path, rectangle, pieces = run.path, run.rectangle, run.pieces
    run.path, run.rectangle, run.pieces = [], None, 0
    if not path or sign == "n":
        return
    state = run.state
    box = _box(path)
    if sign in _FILLS:
        thin = min(rectangle) if rectangle and pieces == 1 else inf
        yield Painted("fill", state.fill, thin, *box, state.overprints_fill)
    if sign in _STROKES:
        width = state.width * _scale(state.place)
        left, bottom, right, top = box
        half = max(width, 0.1) / 2
        wide = left - half, bottom - half, right + half, top + half
        yield Painted("stroke", state.stroke, width, *wide, state.overprints_stroke)


def _paint_object(run: _Run, operands: Any) -> Iterator[Painted]:
    item = run.resources.get("/XObject", {}).get(str(operands[0]))
    if item is None:
        return
    if item.get("/Subtype") == "/Image":
        yield _picture(run, item, "/Width", "/Height", "/ColorSpace", "/ImageMask")
    elif item.get("/Subtype") == "/Form" and run.depth < _DEPTH:
        place = _times(_matrix(item.get("/Matrix", _UNIT)), run.state.place)
        resources = item.get("/Resources", run.resources)
        inner = _Run(replace(run.state, place=place), resources, run.depth + 1)
        yield from _painted(item, inner)


def _picture(run: _Run, item: Any, wide: str, high: str, space: str, mask: str) -> Painted:
    place = run.state.place
    corners = [_point(place, x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
    is_mask = bool(item.get(mask, item.get("/ImageMask", False)))
    colour = run.state.fill
    if not is_mask:
        named = run.resources.get("/ColorSpace", {})
        colour = space_of(item.get(space, item.get("/ColorSpace", "")), named)
    pixels = int(item.get(wide, item.get("/Width", 0))), int(item.get(high, item.get("/Height", 0)))
    size = min(hypot(place[0], place[1]), hypot(place[2], place[3]))
    return Painted("picture", colour, size, *_box(corners), pixels=pixels, mask=is_mask)


def _everywhere(kind: str, colour: Colour) -> Painted:
    """What is bounded by a clip that isn't followed here."""
    return Painted(kind, colour, inf, -inf, -inf, inf, inf)


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, l = then  # noqa: E741
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + l,
    )


def _point(place: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = place
    return a * x + c * y + e, b * x + d * y + f


def _scale(place: Matrix) -> float:
    a, b, c, d, _, _ = place
    return float(abs(a * d - b * c) ** 0.5)


def _box(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def _floats(operands: Any) -> tuple[float, ...]:
    import pikepdf

    return tuple(float(one) for one in operands if not isinstance(one, pikepdf.Name))
