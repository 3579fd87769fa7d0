"""Why a picture of pixels isn't taken: damage, size, frames, colours; each with its remedy."""

from __future__ import annotations

from PIL import Image

from publisher.errors import InputError
from publisher.model import Colours

#: The most pixels a picture may have: an A3 page at 600 an inch has some 70 million.
MAX_PIXELS = 100_000_000

#: The longest side: over this, JPEG has no numbers for it.
MAX_SIDE = 65_000

#: The colours of each of Pillow's modes that can be printed.
COLOURS = {
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


def damaged(name: str, fault: BaseException) -> InputError:
    """The error for a picture that can't be decoded, with the decoder's reason in a line."""
    reason = " ".join(str(fault).split()) or type(fault).__name__
    if "BytesIO" in reason:
        reason = "its header can't be read"
    return InputError(
        f"{name}: is damaged ({reason[:120]})",
        remedy="Open it in an image editor and save it again, or take another copy.",
    )


def refuse_size(name: str, width: int, height: int) -> None:
    """Raise InputError for a picture of nothing, or of more than memory should be given for."""
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


def refuse_kind(name: str, image: Image.Image) -> None:
    """Raise InputError for an animation, for pages, and for colours that can't be printed."""
    # A JPEG from a telephone may bring a preview or a depth map behind the picture itself.
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise InputError(
            f"{name}: holds {getattr(image, 'n_frames', 0)} pictures (an animation or pages)",
            remedy="Save the one that is meant as a file of its own.",
        )
    if image.mode not in COLOURS:
        raise InputError(
            f"{name}: its kind of colours ({image.mode}) can't be printed",
            remedy="Save it in RGB, CMYK or grey with 8 or 16 bits a sample.",
        )
