"""Pictures of pixels: opened by Pillow, every byte decoded once, or refused with the reason."""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from math import isfinite
from threading import RLock

from PIL import Image, ImageFile

from publisher.errors import InputError
from publisher.images.webp import webp_size
from publisher.model import Colours, Picture

#: The most pixels a picture may have: an A3 page at 600 an inch has some 70 million.
MAX_PIXELS = 100_000_000

#: The longest side: over this, JPEG has no numbers for it.
MAX_SIDE = 65_000

MEDIA_TYPES = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WebP": "image/webp",
    "TIFF": "image/tiff",
}

_COLOURS = {
    "1": Colours.BILEVEL,
    "L": Colours.GREY,
    "LA": Colours.GREY,
    "I;16": Colours.GREY,
    "I;16L": Colours.GREY,
    "I;16B": Colours.GREY,
    "P": Colours.RGB,
    "PA": Colours.RGB,
    "RGB": Colours.RGB,
    "RGBA": Colours.RGB,
    "RGBX": Colours.RGB,
    "YCbCr": Colours.RGB,
    "CMYK": Colours.CMYK,
}

#: The EXIF tag of how a picture is to be turned, and of TIFF's bits a sample.
_ORIENTATION = 0x0112
_BITS = 0x0102

#: What makes a picture of each orientation stand upright (EXIF 2.3, 4.6.4 A).
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

#: What Pillow raises of a file that is damaged or made to do damage.
_DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    EOFError,
    struct.error,
    zlib.error,
)

#: Pillow's limits are the process's, and WeasyPrint has them let truncated files pass.
_LIMITS = RLock()


def read_raster(name: str, content: bytes, format: str) -> Picture:
    """The facts of a picture after decoding all of it; InputError where it's damaged or a danger.

    Its size is held against MAX_PIXELS before anything is decoded.
    """
    with opened(name, content, format) as image:
        lies = image.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8)
        width, height = image.size[::-1] if lies else image.size
        return Picture(
            name=name,
            media_type=MEDIA_TYPES[format],
            width=width,
            height=height,
            colours=_COLOURS[image.mode],
            content=content,
            depth=_depth(image, content),
            resolution=_resolution(image),
            profiled=bool(image.info.get("icc_profile")),
        )


@contextmanager
def opened(name: str, content: bytes, format: str) -> Iterator[Image.Image]:
    """A picture decoded, not yet turned upright; InputError where it can't be had."""
    if format == "WebP":
        # Pillow's decoder makes room for the whole picture as it opens it.
        _refuse_size(name, *(webp_size(content) or (0, 0)))
    with _strictly(), _decoded(name, content, format) as image:
        yield image


def _decoded(name: str, content: bytes, format: str) -> Image.Image:
    try:
        image = Image.open(BytesIO(content), formats=[format.upper()])
        _refuse_size(name, *image.size)
        _refuse_kind(name, image)
        image.load()
        image.getexif()
    except _DAMAGE as fault:
        raise _damaged(name, fault) from fault
    return image


def upright(image: Image.Image) -> Image.Image:
    """A picture turned as its EXIF orientation says."""
    turn = _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    return image if turn is None else image.transpose(turn)


def is_turned(image: Image.Image) -> bool:
    """Whether a picture has to be turned to stand upright."""
    return image.getexif().get(_ORIENTATION, 1) in _TURNS


@contextmanager
def _strictly() -> Iterator[None]:
    """Truncated files fail, the limit on pixels is ours, and Pillow warns nobody."""
    with _LIMITS, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        kept = ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS
        ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = False, None
        try:
            yield
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = kept


def _damaged(name: str, fault: BaseException) -> InputError:
    reason = " ".join(str(fault).split()) or type(fault).__name__
    if "BytesIO" in reason:
        reason = "its header can't be read"
    return InputError(
        f"{name}: is damaged ({reason[:120]})",
        remedy="Open it in an image editor and save it again, or take another copy.",
    )


def _refuse_size(name: str, width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise InputError(
            f"{name}: is {width} by {height} pixels large, there is nothing in it",
            remedy="Save the picture again.",
        )
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise InputError(
            f"{name}: {width} by {height} pixels are more than the {MAX_PIXELS // 10**6} million,"
            f" or the {MAX_SIDE} a side, that a picture may have",
            remedy="Save it smaller: 300 pixels an inch at its size in print are enough.",
        )


def _refuse_kind(name: str, image: Image.Image) -> None:
    # A JPEG from a telephone may bring a preview or a depth map behind the picture itself.
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise InputError(
            f"{name}: holds {getattr(image, 'n_frames', 0)} pictures (an animation or pages)",
            remedy="Save the one that is meant as a file of its own.",
        )
    if image.mode not in _COLOURS:
        raise InputError(
            f"{name}: its kind of colours ({image.mode}) can't be printed",
            remedy="Save it in RGB, CMYK or grey with 8 or 16 bits a sample.",
        )


def _depth(image: Image.Image, content: bytes) -> int:
    """Bits a sample as the file has them; Pillow itself keeps 8 where a picture is in colour."""
    if image.format == "PNG":
        # The header's ninth byte (PNG, 11.2.1).
        return content[24]
    told = getattr(image, "tag_v2", {}).get(_BITS, 8)
    bits = max(told, default=8) if isinstance(told, tuple) else told
    return int(bits)


def _resolution(image: Image.Image) -> float:
    """Pixels an inch as the file says, 0.0 where it says nothing that can be."""
    try:
        told = float(image.info["dpi"][0])
    except (KeyError, LookupError, TypeError, ValueError, ArithmeticError):
        return 0.0
    return round(told, 2) if isfinite(told) and 1 <= told <= 20_000 else 0.0
