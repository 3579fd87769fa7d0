"""Colours: any picture of pixels in sRGB or grey, 8 bits a sample, without what it says of itself.

Source: IEC 61966-2-1 (sRGB); the conversions are Little CMS's.
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

_SIXTEEN = frozenset({"I;16", "I;16L", "I;16B"})


def standard(image: Image.Image) -> Image.Image:
    """A picture as L, LA, RGB or RGBA in sRGB; an alpha channel that hides nothing is dropped.

    A profile that can't be read, or is for other colours than the picture's, is passed over.
    """
    plain = _eight_bits(image)
    profile = image.info.get("icc_profile")
    if profile and not is_srgb(profile):
        plain = _converted(plain, profile)
    if plain.mode == "CMYK":
        plain = plain.convert("RGB")
    if plain.mode in ("LA", "RGBA") and plain.getchannel("A").getextrema() == (255, 255):
        plain = plain.convert(plain.mode[:-1])
    return _nameless(plain)


def on_white(image: Image.Image) -> Image.Image:
    """A picture without transparency, as it looks on paper."""
    if image.mode not in ("LA", "RGBA"):
        return image
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image.convert("RGBA"))
    return paper.convert("L" if image.mode == "LA" else "RGB")


def is_srgb(profile: bytes) -> bool:
    """Whether an ICC profile is one of the many of sRGB, by its name."""
    try:
        return "srgb" in ImageCms.getProfileDescription(_opened(profile)).lower()
    except (ImageCms.PyCMSError, OSError):
        return False


def _eight_bits(image: Image.Image) -> Image.Image:
    if image.mode in _SIXTEEN:
        # Pillow's own conversion clips at 255.
        return image.point(lambda value: value * (1 / 256)).convert("L")
    if "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode in ("P", "PA"):
        coloured = image.convert("RGBA" if image.mode == "PA" else "RGB")
        coloured.info = dict(image.info)
        return coloured
    return image.convert({"1": "L", "RGBX": "RGB", "YCbCr": "RGB"}.get(image.mode, image.mode))


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    """A picture taken from the colours of its profile to sRGB, its alpha channel untouched."""
    alpha = image.getchannel("A") if image.mode in ("LA", "RGBA") else None
    opaque = image.convert(image.mode[:-1]) if alpha else image
    try:
        done = ImageCms.profileToProfile(
            opaque,
            _opened(profile),
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        return image
    assert done is not None
    result = done.convert("L") if opaque.mode == "L" else done
    if alpha:
        result.putalpha(alpha)
    return result


def _opened(profile: bytes) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(BytesIO(profile))


def _nameless(image: Image.Image) -> Image.Image:
    bare = image.copy()
    bare.info = {}
    return bare
