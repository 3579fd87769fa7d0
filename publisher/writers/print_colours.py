"""Colours of a page for the press: what WeasyPrint paints in sRGB becomes ink.

Grey in RGB becomes black alone (`k`), other colours what the press's profile makes of them;
DeviceGray and DeviceCMYK stay. Sources: ISO 32000-2, 8.6 (colour spaces), 8.7.4 (shadings);
ISO 15930-7 (device colours beside an output intent).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from publisher.errors import BuildError

if TYPE_CHECKING:
    from pikepdf import Array, Object, Pdf

#: Cyan, magenta, yellow and black for red, green and blue, all from 0 to 1.
InkOf = Callable[[float, float, float], tuple[float, float, float, float]]

_REMEDY = "Name colours in the theme as #rrggbb, rgb() or device-cmyk()."
_KEPT = ("/DeviceGray", "/DeviceCMYK", "/Pattern")


def separate(pdf: Pdf, ink_of: InkOf) -> None:
    """Take every colour of a file made by WeasyPrint to the press, in place.

    Pictures must be in grey or four inks already. Raises BuildError for a colour space or a
    shading that WeasyPrint doesn't write today.
    """
    done: set[tuple[int, int]] = set()
    for page in pdf.pages:
        page.Contents = pdf.make_stream(_rewritten(page.obj, ink_of))
        _separate_resources(page.obj, ink_of, done)


def _separate_resources(owner: Any, ink_of: InkOf, done: set[tuple[int, int]]) -> None:
    if "/Group" in owner and _is_rgb(owner.Group.get("/CS")):
        owner.Group.CS = _name("/DeviceCMYK")
    resources = owner.get("/Resources", {})
    if not resources or _seen(resources, done):
        return
    # WeasyPrint names sRGB and Lab on every page; whatever was painted in them is refused.
    if "/ColorSpace" in resources:
        del resources["/ColorSpace"]
    for kind in ("/XObject", "/Pattern", "/Shading"):
        found = resources.get(kind, {})
        for key in list(found.keys()):
            _separate_object(found[key], ink_of, done)
        if kind in resources and not found.keys():
            del resources[kind]


def _separate_object(item: Any, ink_of: InkOf, done: set[tuple[int, int]]) -> None:
    if _seen(item, done):
        return
    if "/ShadingType" in item:
        _separate_shading(item, ink_of)
    elif item.get("/PatternType") == 2:
        _separate_object(item.Shading, ink_of, done)
    elif item.get("/Subtype") == "/Image":
        if item.get("/ColorSpace") not in _KEPT and not item.get("/ImageMask", False):
            raise BuildError(
                "a picture on a page is in the colours of a screen",
                remedy="Show only pictures of the issue, which are made ready for the press.",
            )
    else:
        item.write(_rewritten(item, ink_of))
        _separate_resources(item, ink_of, done)


def _seen(item: Any, done: set[tuple[int, int]]) -> bool:
    """Whether an object was here before; an object that stands inside another has no number."""
    if not item.is_indirect:
        return False
    new = item.objgen not in done
    done.add(item.objgen)
    return not new


def _rewritten(stream: Any, ink_of: InkOf) -> bytes:
    import pikepdf

    return pikepdf.unparse_content_stream(list(_instructions(stream, ink_of)))


def _instructions(stream: Any, ink_of: InkOf) -> Iterator[Any]:
    import pikepdf

    instructions: Iterable[Any] = pikepdf.parse_content_stream(stream)
    for operands, operator in instructions:
        sign = str(operator)
        if sign in ("rg", "RG"):
            ink = ink_of(*map(float, operands))
            yield _operands(ink), pikepdf.Operator("k" if sign == "rg" else "K")
        elif sign in ("cs", "CS") and str(operands[0]) not in _KEPT:
            raise BuildError(
                f"the theme paints in the colour space {str(operands[0]).lstrip('/')}",
                remedy=_REMEDY,
            )
        else:
            yield operands, operator


def _operands(ink: tuple[float, ...]) -> list[Any]:
    """The parts of a colour as PDF writes them: 0 and 1 without a point."""
    from decimal import Decimal

    return [int(part) if part in (0, 1) else Decimal(f"{part:.4f}") for part in ink]


def _separate_shading(shading: Any, ink_of: InkOf) -> None:
    if shading.ColorSpace in _KEPT:
        return
    if not _is_rgb(shading.ColorSpace) or "/Function" not in shading:
        raise BuildError("the theme shades in a colour space of its own", remedy=_REMEDY)
    shading.ColorSpace = _name("/DeviceCMYK")
    _separate_function(shading.Function, ink_of)


def _is_rgb(space: Any) -> bool:
    """Whether a colour space is sRGB as WeasyPrint writes it: bare, or with its profile."""
    import pikepdf

    if isinstance(space, pikepdf.Array):
        return bool(space[0] == "/ICCBased" and space[1].N == 3)
    return bool(space == "/DeviceRGB")


def _separate_function(function: Any, ink_of: InkOf) -> None:
    if function.FunctionType == 3:
        for part in function.Functions:
            _separate_function(part, ink_of)
    elif function.FunctionType == 2 and len(function.get("/C0", ())) == 3:
        function.C0 = _ink(function.C0, ink_of)
        function.C1 = _ink(function.C1, ink_of)
    elif function.FunctionType != 2:
        raise BuildError("the theme shades by a function that isn't known", remedy=_REMEDY)


def _ink(colour: Any, ink_of: InkOf) -> Array:
    import pikepdf

    return pikepdf.Array(_operands(ink_of(*map(float, colour))))


def _name(name: str) -> Object:
    import pikepdf

    return pikepdf.Name(name)
