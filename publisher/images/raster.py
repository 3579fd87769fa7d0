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

from publisher.images.refusals import COLOURS, damaged, refuse_kind, refuse_size
from publisher.images.webp import webp_size
from publisher.model import Picture

MEDIA_TYPES = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WebP": "image/webp",
    "TIFF": "image/tiff",
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
            colours=COLOURS[image.mode],
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
        refuse_size(name, *(webp_size(content) or (0, 0)))
    with _strictly(), _decoded(name, content, format) as image:
        yield image


def _decoded(name: str, content: bytes, format: str) -> Image.Image:
    try:
        image = Image.open(BytesIO(content), formats=[format.upper()])
        refuse_size(name, *image.size)
        refuse_kind(name, image)
        image.load()
        image.getexif()
    except _DAMAGE as fault:
        raise damaged(name, fault) from fault
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
