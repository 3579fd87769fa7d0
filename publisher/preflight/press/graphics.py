"""The state in which operators paint: place, colours, widths, overprint (ISO 32000-2, 8.4, 8.6)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from publisher.preflight.press.colour import BLACK, Colour, space_of
from publisher.preflight.press.matrix import UNIT, Matrix


@dataclass(frozen=True, slots=True)
class State:
    """What holds until it is set anew, or until `Q` brings back what was saved (8.4)."""

    place: Matrix = UNIT
    fill: Colour = BLACK
    stroke: Colour = BLACK
    width: float = 1.0
    overprints_fill: bool = False
    overprints_stroke: bool = False
    font_size: float = 0.0
    by_glyph: bool = False
    render: int = 0


@dataclass(slots=True)
class Run:
    """Where the interpreter stands in one stream."""

    state: State
    resources: Any
    depth: int
    saved: list[State] = field(default_factory=list)
    path: list[tuple[float, float]] = field(default_factory=list)
    rectangle: tuple[float, float] | None = None
    pieces: int = 0
    text: Matrix = UNIT
    line: Matrix = UNIT


def set_graphics(run: Run, operands: Any) -> None:
    """Take what a named graphics state sets."""
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


#: The operators that set colours, with the space that some of them name.
COLOURS = {
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


def set_colour(run: Run, sign: str, operands: Any) -> None:
    """Take a colour, or the space of those that follow, by one of the operators in COLOURS."""
    strokes = sign.isupper()
    named = run.resources.get("/ColorSpace", {})
    now = run.state.stroke if strokes else run.state.fill
    if sign in ("cs", "CS"):
        colour = space_of(operands[0], named)
    elif COLOURS[sign]:
        colour = replace(space_of(COLOURS[sign], {}), parts=_floats(operands))
    elif now.space == "pattern" and operands:
        colour = _pattern(run, str(operands[-1]), named)
    else:
        colour = replace(now, parts=_floats(operands))
    state = run.state
    run.state = replace(state, stroke=colour) if strokes else replace(state, fill=colour)


def _pattern(run: Run, name: str, named: Any) -> Colour:
    """A shading's own space; what a tile paints is the tile's."""
    pattern = run.resources.get("/Pattern", {}).get(name, {})
    shading = pattern.get("/Shading", {})
    found = space_of(shading.ColorSpace, named) if "/ColorSpace" in shading else None
    # A shading stays a pattern to what is set next, but paints in its own space.
    return Colour("pattern", device=True) if found is None else found


def _floats(operands: Any) -> tuple[float, ...]:
    import pikepdf

    return tuple(float(one) for one in operands if not isinstance(one, pikepdf.Name))
