"""Pictures made by code: good ones of every kind, and parts to make bad ones of."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageDraw

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def image(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """A ball on a slope of grey, its top left corner red."""
    ground = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    brush = ImageDraw.Draw(ground)
    brush.ellipse((width * 0.3, height * 0.3, width * 0.7, height * 0.7), fill=(30, 120, 200))
    brush.rectangle((0, 0, width * 0.2, height * 0.2), fill=(220, 0, 0))
    return ground.convert(mode)


def saved(picture: Image.Image, format: str, **options: Any) -> bytes:
    """A picture as a file of a format."""
    out = BytesIO()
    picture.save(out, format, **options)
    return out.getvalue()


def photo(width: int = 60, height: int = 40, mode: str = "RGB", **options: Any) -> bytes:
    """A JPEG."""
    return saved(image(width, height, mode), "JPEG", quality=90, **options)


def turned(orientation: int, **options: Any) -> bytes:
    """A JPEG that is to be turned, with a camera's name and a place in its EXIF."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x0110] = "SECRET CAMERA"
    exif.get_ifd(0x8825)[1] = "N"
    return photo(exif=exif, comment=b"SECRET COMMENT", dpi=(300, 300), **options)


def translucent() -> bytes:
    """A PNG that fades out to its edges."""
    picture = image(40, 40, "RGBA")
    picture.putalpha(Image.radial_gradient("L").resize((40, 40)))
    return saved(picture, "PNG")


def profile(*, swapped: bool = False) -> bytes:
    """The ICC profile of sRGB, or one of another name that has red for blue."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if not swapped:
        return plain
    red, blue, other = b"rXYZ", b"bXYZ", b"none"
    renamed = plain.replace("sRGB".encode("utf-16-be"), "BGR!".encode("utf-16-be"))
    return renamed.replace(red, other).replace(blue, red).replace(other, blue)


def png_bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it's large."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        crc = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc)

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(100_000)))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


def webp_bomb(side: int) -> bytes:
    """A WebP whose header says that it's large."""
    size = (side - 1).to_bytes(3, "little")
    body = b"VP8X" + struct.pack("<I", 10) + bytes(4) + size + size
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


def drawing(inside: str = '<rect width="9" height="9"/>', more: str = "") -> bytes:
    """An SVG of 30 by 20 pixels."""
    return f'<svg {SVG} width="30" height="20" viewBox="0 0 30 20" {more}>{inside}</svg>'.encode()


def chart() -> bytes:
    """An SVG with text, a style sheet and a gradient."""
    return drawing(
        "<!-- SECRET --><metadata>SECRET</metadata>"
        "<style>.bar{fill:url(#g)} text{font: bold 2px Arial; font-family: Helvetica}</style>"
        '<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" x2="30">'
        '<stop offset="0" stop-color="#c33"/><stop offset="1" stop-color="#33c"/></linearGradient>'
        '<defs><rect id="r" width="4" height="9"/></defs><g class="bar">'
        '<use xlink:href="#r" x="3" y="9"/><use href="#r" x="9" y="6"/></g>'
        '<text x="2" y="5">会员 Members</text>'
    )


def every_kind() -> dict[str, bytes]:
    """A file of each kind that is read."""
    return {
        "photo.jpg": photo(300, 200),
        "cmyk.jpeg": photo(300, 200, "CMYK"),
        "fading.png": translucent(),
        "page.tif": saved(image(300, 200, "L"), "TIFF", compression="tiff_lzw"),
        "web.webp": saved(image(300, 200), "WEBP"),
        "chart.svg": chart(),
    }
