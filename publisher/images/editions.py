"""Pictures made ready for an edition: in its colours and formats, no larger than it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from math import ceil

from PIL import Image

from publisher.images.colours import is_srgb, on_white, standard
from publisher.images.inks import Inks
from publisher.images.jpeg import without_metadata
from publisher.images.names import format_of
from publisher.images.raster import is_turned, opened, upright
from publisher.images.resolution import MM_AN_INCH
from publisher.images.vector import plain_drawing
from publisher.model import Colours, Picture

#: The longer side of a picture in an EPUB, in pixels: sharp on any screen of a hand's width.
LONG_EDGE = 1600

#: What print asks for, in pixels an inch: twice a screen of 150 lines.
PRINT_RESOLUTION = 300

_QUALITY = 90

#: The printer's copy is coded once more after the colours are separated, and shows its edges.
_PRESS_QUALITY = 95


def for_epub(picture: Picture, *, long_edge: int = LONG_EDGE) -> Picture:
    """A picture as an EPUB holds it: JPEG, PNG or SVG in sRGB or grey, at most `long_edge` pixels.

    It stands upright and says nothing of camera, place or time. A JPEG that is already so keeps
    its samples. The same picture gives the same bytes. Raises InputError as `read_image` does.

    Source: EPUB 3.3, clause 3.2 (core media types).
    """
    if picture.is_drawing:
        plain = plain_drawing(picture.name, picture.content, for_epub)
        return replace(picture, content=plain)
    return _ready(picture, long_edge / max(picture.width, picture.height), alpha=True)


def for_print(
    picture: Picture,
    width_mm: float,
    *,
    grey: bool = False,
    resolution: float = PRINT_RESOLUTION,
    fonts: str = "Edition Sans",
) -> Picture:
    """A picture as the PDF holds it, set `width_mm` wide: JPEG, PNG or SVG in sRGB or grey.

    More pixels than `resolution` an inch are taken out, none are ever added, and what was
    transparent is paper. `grey` takes the colours out of a picture, not out of a drawing. A
    drawing's texts are set in `fonts`. Raises InputError as `read_image` does.
    """
    if picture.is_drawing:
        plain = plain_drawing(picture.name, picture.content, _inside, fonts)
        return replace(picture, content=plain)
    scale = ceil(resolution * width_mm / MM_AN_INCH) / picture.width
    return _ready(picture, scale, alpha=False, grey=grey)


def for_press(
    picture: Picture, width_mm: float, inks: Inks, *, fonts: str = "Edition Sans"
) -> Picture:
    """A picture as the printer gets it, set `width_mm` wide: JPEG in grey or four inks, or SVG.

    A drawing keeps its own colours, which are taken to the press with those of the page. Raises
    InputError as `read_image` does.
    """
    if picture.is_drawing:
        inside = partial(_separated, scale=_inside_scale, inks=inks)
        plain = plain_drawing(picture.name, picture.content, inside, fonts)
        return replace(picture, content=plain)
    return _separated(picture, lambda one: _print_scale(one, width_mm), inks)


def _separated(picture: Picture, scale: Callable[[Picture], float], inks: Inks) -> Picture:
    """A picture decoded once and coded once, whatever it was before."""
    format = format_of(picture.name, picture.content)
    with opened(picture.name, picture.content, format) as image:
        done = inks.separated(_shrunk(on_white(standard(upright(image))), scale(picture)))
    out = BytesIO()
    done.save(out, "JPEG", quality=_PRESS_QUALITY, subsampling=0, optimize=True)
    return replace(
        picture,
        media_type="image/jpeg",
        width=done.width,
        height=done.height,
        colours=Colours.GREY if done.mode == "L" else Colours.CMYK,
        content=out.getvalue(),
        depth=8,
        resolution=0.0,
        profiled=False,
    )


def _print_scale(picture: Picture, width_mm: float) -> float:
    return ceil(PRINT_RESOLUTION * width_mm / MM_AN_INCH) / picture.width


def _inside_scale(picture: Picture) -> float:
    return LONG_EDGE / max(picture.width, picture.height)


def _inside(picture: Picture) -> Picture:
    """A picture inside a drawing, of which only the drawing knows how large it's set."""
    return _ready(picture, _inside_scale(picture), alpha=False)


def _ready(picture: Picture, scale: float, *, alpha: bool, grey: bool = False) -> Picture:
    format = format_of(picture.name, picture.content)
    with opened(picture.name, picture.content, format) as image:
        kept = _kept(picture, image, scale, grey=grey)
        if kept is not None:
            return replace(picture, content=kept, resolution=0.0, profiled=False)
        photograph = format != "PNG" and image.mode not in ("1", "P", "PA")
        done = standard(upright(image))
        if not alpha:
            done = on_white(done)
        if grey and done.mode != "L":
            done = done.convert("LA" if done.mode == "RGBA" else "L")
        done = _shrunk(done, scale)
    as_jpeg = photograph and done.mode in ("L", "RGB")
    return replace(
        picture,
        media_type="image/jpeg" if as_jpeg else "image/png",
        width=done.width,
        height=done.height,
        colours=Colours.GREY if done.mode in ("L", "LA") else Colours.RGB,
        content=_encoded(done, as_jpeg=as_jpeg),
        depth=8,
        resolution=0.0,
        profiled=False,
    )


def _shrunk(image: Image.Image, scale: float) -> Image.Image:
    if scale >= 1:
        return image
    size = (max(1, round(side * scale)) for side in image.size)
    return image.resize((next(size), next(size)), Image.Resampling.LANCZOS, reducing_gap=2.0)


def _kept(picture: Picture, image: Image.Image, scale: float, *, grey: bool) -> bytes | None:
    """The JPEG's own samples where nothing has to change; decoding and coding again costs some."""
    if image.format not in ("JPEG", "MPO") or image.mode not in ("L", "RGB"):
        return None
    profile = image.info.get("icc_profile")
    changes = scale < 1 or is_turned(image) or (grey and image.mode != "L")
    if changes or (profile and not is_srgb(profile)):
        return None
    try:
        return without_metadata(picture.content)
    except ValueError:
        # Pillow is more forgiving; what it read is coded again.
        return None


def _encoded(image: Image.Image, *, as_jpeg: bool) -> bytes:
    out = BytesIO()
    if as_jpeg:
        image.save(out, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    else:
        image.save(out, "PNG", compress_level=9)
    return out.getvalue()
