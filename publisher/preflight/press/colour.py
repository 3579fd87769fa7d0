"""The colour spaces of a PDF, told by what they are made of (ISO 32000-2, 8.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_BY_PARTS = {1: "grey", 3: "RGB", 4: "CMYK"}


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as painted: its space, whether the space is a device's, and its parts, 0 to 1.

    `space` is grey, RGB, CMYK, Lab, spot, All, pattern or unknown; `parts` are empty where they
    aren't known (a pattern's, a picture's). `names` are those of spot inks.
    """

    space: str
    device: bool
    parts: tuple[float, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def inks(self) -> tuple[float, ...] | None:
        """Cyan, magenta, yellow, black; None where it isn't in them."""
        if not self.parts:
            return None
        if self.space == "grey":
            return 0.0, 0.0, 0.0, 1 - self.parts[0]
        return self.parts if self.space == "CMYK" else None


BLACK = Colour("grey", device=True, parts=(0.0,))


def space_of(space: Any, named: Any) -> Colour:
    """A colour space by its object or name; `named` holds those that a page names."""
    name = str(space) if not _is_array(space) else ""
    if name in ("/DeviceGray", "/G", "/CalGray"):
        return Colour("grey", device=True)
    if name in ("/DeviceRGB", "/RGB"):
        return Colour("RGB", device=True)
    if name in ("/DeviceCMYK", "/CMYK"):
        return Colour("CMYK", device=True)
    if name == "/Pattern":
        return Colour("pattern", device=True)
    if name:
        return space_of(named[name], named) if name in named else Colour("unknown", device=False)
    return _family(space, named)


def _family(space: Any, named: Any) -> Colour:
    family = str(space[0])
    if len(space) == 1:
        return space_of(space[0], {})
    if family == "/ICCBased":
        return Colour(_BY_PARTS.get(int(space[1].get("/N", 0)), "unknown"), device=False)
    if family in ("/Indexed", "/I"):
        return space_of(space[1], named)
    if family in ("/Separation", "/DeviceN"):
        inks = [space[1]] if family == "/Separation" else list(space[1])
        names = tuple(str(one).lstrip("/") for one in inks)
        return Colour("All" if names == ("All",) else "spot", device=True, names=names)
    known = {"/CalGray": "grey", "/CalRGB": "RGB", "/Lab": "Lab", "/Pattern": "pattern"}
    return Colour(known.get(family, "unknown"), device=family == "/Pattern")


def _is_array(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Array)
