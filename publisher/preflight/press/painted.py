"""What a page's operators paint: fills, strokes, text and pictures, with colour, size and place.

A small interpreter of content streams (ISO 32000-2, 8 and 9) that keeps what the rules ask for and
nothing else: no glyphs are shaped and nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import hypot, inf
from typing import Any

from publisher.preflight.press.colour import Colour, space_of
from publisher.preflight.press.graphics import COLOURS, Run, State, set_colour, set_graphics
from publisher.preflight.press.matrix import UNIT, box, matrix, point, scale, times

#: Forms in forms in forms: deeper than any page, and no file may make us go round for ever.
_DEPTH = 12

_FILLS = {"f", "F", "f*", "B", "B*", "b", "b*"}
_STROKES = {"S", "s", "B", "B*", "b", "b*"}


@dataclass(frozen=True, slots=True)
class Painted:
    """One act of painting: `fill`, `stroke`, `text`, `picture` or `shading`.

    Lengths are in points on the page. `size` is a stroke's width, a fill's thinnest side where it
    is a rectangle, the size of text. `overprints` holds where it's printed on what lies below
    without a hole there. `pixels` are a picture's, and `bits` each of its samples' (a stencil's 1).
    `missing` counts the glyphs of a text that its font hasn't (.notdef).
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
    bits: int = 8
    missing: int = 0


def painted_on(page: Any) -> Iterator[Painted]:
    """What a page paints, in its order, forms within it included."""
    holder = page
    while "/Resources" not in holder and "/Parent" in holder:
        holder = holder.Parent
    if "/Contents" in page:
        yield from _painted(page, Run(State(), holder.get("/Resources", {}), 0))


def _painted(stream: Any, run: Run) -> Iterator[Painted]:
    import pikepdf

    instructions: Iterable[Any] = pikepdf.parse_content_stream(stream)
    for operands, operator in instructions:
        sign = str(operator)
        if sign == "q":
            run.saved.append(run.state)
        elif sign == "Q":
            run.state = run.saved.pop() if run.saved else run.state
        elif sign == "cm":
            run.state = replace(run.state, place=times(matrix(operands), run.state.place))
        elif sign == "w":
            run.state = replace(run.state, width=float(operands[0]))
        elif sign == "gs":
            set_graphics(run, operands)
        elif sign in COLOURS:
            set_colour(run, sign, operands)
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
            yield _picture(run, operands[0].obj)


_TEXT = {"BT", "Tf", "Tr", "Tm", "Td", "TD", "T*", "Tj", "TJ", "'", '"'}


def _set_text(run: Run, sign: str, operands: Any) -> Iterator[Painted]:
    if sign == "BT":
        run.text = run.line = UNIT
    elif sign == "Tf":
        font = run.resources.get("/Font", {}).get(str(operands[0]), {})
        # ISO 32000-2, 9.7.5.2: two bytes are the number of a glyph, of which 0 is .notdef.
        by_glyph = font.get("/Encoding") in ("/Identity-H", "/Identity-V")
        run.state = replace(run.state, font_size=float(operands[1]), by_glyph=by_glyph)
    elif sign == "Tr":
        run.state = replace(run.state, render=int(operands[0]))
    elif sign == "Tm":
        run.text = run.line = matrix(operands)
    elif sign in ("Td", "TD"):
        across, up = map(float, operands)
        run.text = run.line = times((1, 0, 0, 1, across, up), run.line)
    elif sign in ("Tj", "TJ", "'", '"'):
        yield from _paint_text(run, _missing(operands) if run.state.by_glyph else 0)


def _missing(operands: Any) -> int:
    """How many glyphs of a string, or of an array of strings and numbers, are number 0."""
    import pikepdf

    parts = operands[-1] if isinstance(operands[-1], pikepdf.Array) else operands[-1:]
    strings = [bytes(one) for one in parts if isinstance(one, pikepdf.String)]
    return sum(not any(one[at : at + 2]) for one in strings for at in range(0, len(one), 2))


def _paint_text(run: Run, missing: int) -> Iterator[Painted]:
    state = run.state
    whole = times(run.text, state.place)
    size = state.font_size * hypot(whole[2], whole[3])
    x, y = whole[4], whole[5]
    # Its place is where it begins: how far it goes, only a font could say.
    about = (x, y, x + abs(size) / 2, y + abs(size) / 2)
    if state.render in (0, 2, 4, 6):
        overprints = state.overprints_fill
        yield Painted("text", state.fill, abs(size), *about, overprints, missing=missing)
    if state.render in (1, 2, 5, 6):
        width = state.width * scale(state.place)
        yield Painted("stroke", state.stroke, width, *about, state.overprints_stroke)


def _go_on(run: Run, sign: str, numbers: list[float]) -> None:
    if sign in ("m", "re"):
        run.pieces += 1
    if sign == "re":
        x, y, width, height = numbers
        grown = scale(run.state.place)
        run.rectangle = abs(width) * grown, abs(height) * grown
        numbers = [x, y, x + width, y, x, y + height, x + width, y + height]
    run.path += [
        point(run.state.place, numbers[at], numbers[at + 1]) for at in range(0, len(numbers), 2)
    ]


def _paint_path(run: Run, sign: str) -> Iterator[Painted]:
    path, rectangle, pieces = run.path, run.rectangle, run.pieces
    run.path, run.rectangle, run.pieces = [], None, 0
    if not path or sign == "n":
        return
    state = run.state
    around = box(path)
    if sign in _FILLS:
        thin = min(rectangle) if rectangle and pieces == 1 else inf
        yield Painted("fill", state.fill, thin, *around, state.overprints_fill)
    if sign in _STROKES:
        width = state.width * scale(state.place)
        left, bottom, right, top = around
        half = max(width, 0.1) / 2
        wide = left - half, bottom - half, right + half, top + half
        yield Painted("stroke", state.stroke, width, *wide, state.overprints_stroke)


def _paint_object(run: Run, operands: Any) -> Iterator[Painted]:
    item = run.resources.get("/XObject", {}).get(str(operands[0]))
    if item is None:
        return
    if item.get("/Subtype") == "/Image":
        yield _picture(run, item)
    elif item.get("/Subtype") == "/Form" and run.depth < _DEPTH:
        place = times(matrix(item.get("/Matrix", UNIT)), run.state.place)
        resources = item.get("/Resources", run.resources)
        inner = Run(replace(run.state, place=place), resources, run.depth + 1)
        yield from _painted(item, inner)


def _picture(run: Run, item: Any) -> Painted:
    """A picture by its dictionary, whose keys are short in a stream of operators (8.9.7)."""

    def value(key: str, short: str, otherwise: Any) -> Any:
        return item.get(key, item.get(short, otherwise))

    place = run.state.place
    corners = [point(place, x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
    is_mask = bool(value("/ImageMask", "/IM", False))
    colour = run.state.fill
    if not is_mask:
        named = run.resources.get("/ColorSpace", {})
        colour = space_of(value("/ColorSpace", "/CS", ""), named)
    pixels = int(value("/Width", "/W", 0)), int(value("/Height", "/H", 0))
    bits = 1 if is_mask else int(value("/BitsPerComponent", "/BPC", 8))
    size = min(hypot(place[0], place[1]), hypot(place[2], place[3]))
    return Painted("picture", colour, size, *box(corners), pixels=pixels, bits=bits)


def _everywhere(kind: str, colour: Colour) -> Painted:
    """What is bounded by a clip that isn't followed here."""
    return Painted(kind, colour, inf, -inf, -inf, inf, inf)
