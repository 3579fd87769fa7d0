"""Inks: colours of a screen taken to the four of a press, by its ICC profile.

Grey stays black alone: three inks under a grey shift its hue with every fault of the press. The
conversions are Little CMS's. Sources: ICC.1:2022 (profiles); ISO 12647-2, 4.3.2.4 (total ink).
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image, ImageChops, ImageCms, ImageMath

from publisher.errors import UsageError
from publisher.model import Press

Ink = tuple[float, float, float, float]

#: What JPEG may add to the ink of a pixel, in percent: pictures are kept so far below the limit.
_MARGIN = 5

#: Samples of a grey picture differ from each other by no more than JPEG makes them.
_TINGE = 3


def profile_name(name: str, profile: bytes) -> str:
    """What an ICC profile of four inks calls itself.

    `name` is its file. Raises UsageError for what is no profile, or isn't one of a CMYK press.
    """
    try:
        opened = ImageCms.ImageCmsProfile(BytesIO(profile))
        said = ImageCms.getProfileDescription(opened).strip()
    except (ImageCms.PyCMSError, OSError) as fault:
        raise UsageError(
            f"{name}: is no ICC profile", remedy="Ask the printer for the profile of the press."
        ) from fault
    # ICC.1:2022, 7.2.5 and 7.2.6: the class and the colour space of the device.
    kind, space = profile[12:16], profile[16:20]
    if (kind, space) != (b"prtr", b"CMYK"):
        raise UsageError(
            f"{name}: is a profile of class {kind.decode('latin-1')!r} for"
            f" {space.decode('latin-1').strip()} colours, not of a CMYK press",
            remedy="Ask the printer for the profile of the press: class prtr, colours CMYK.",
        )
    return said


class Inks:
    """What takes colours to a press; made once for an edition."""

    def __init__(self, press: Press) -> None:
        self._limit = press.ink_limit
        self._grey = press.grey
        self._transform = ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"),
            ImageCms.ImageCmsProfile(BytesIO(press.profile)),
            "RGB",
            "CMYK",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )

    def of(self, red: float, green: float, blue: float) -> Ink:
        """Cyan, magenta, yellow and black for a colour in sRGB; all parts from 0 to 1."""
        if red == green == blue:
            return 0.0, 0.0, 0.0, round(1 - red, 4)
        one = Image.new("RGB", (1, 1), (round(red * 255), round(green * 255), round(blue * 255)))
        if self._grey:
            return 0.0, 0.0, 0.0, round(1 - _pixel(one.convert("L")) / 255, 4)
        done = limited(self._applied(one), self._limit)
        cyan, magenta, yellow, black = (round(part / 255, 4) for part in _pixel(done))
        return cyan, magenta, yellow, black

    def separated(self, image: Image.Image) -> Image.Image:
        """A picture in sRGB or grey as the press prints it: grey (L) or four inks (CMYK)."""
        if image.mode == "L":
            return image
        if self._grey or is_grey(image):
            return image.convert("L")
        return limited(self._applied(image), self._limit - _MARGIN)

    def _applied(self, image: Image.Image) -> Image.Image:
        done = ImageCms.applyTransform(image, self._transform)
        assert done is not None
        return done


def is_grey(image: Image.Image) -> bool:
    """Whether a picture in RGB has no colour that an eye would see.

    >>> is_grey(Image.new("RGB", (2, 2), (90, 91, 90))), is_grey(Image.new("RGB", (2, 2), "red"))
    (True, False)
    """
    red, green, blue = image.split()
    pairs = ((red, green), (green, blue), (red, blue))
    return not any(
        ImageChops.difference(*pair).point(lambda apart: 255 * (apart > _TINGE)).getbbox()
        for pair in pairs
    )


def limited(image: Image.Image, percent: float) -> Image.Image:
    """A picture in CMYK with no more ink than `percent` in a place; its black is kept.

    >>> limited(Image.new("CMYK", (1, 1), (255, 255, 255, 255)), 220).getpixel((0, 0))
    (102, 102, 102, 255)
    """
    *colours, black = image.split()
    room = 255 * percent / 100
    cyan, magenta, yellow = colours

    def scaled(values: dict[str, Any]) -> Any:
        whole = values["max"](values["c"] + values["m"] + values["y"], 1)
        part = values["min"](values["float"](room - values["k"]) / whole, 1.0)
        return values["convert"](values["x"] * part, "L")

    done = [
        ImageMath.lambda_eval(scaled, x=one, c=cyan, m=magenta, y=yellow, k=black)
        for one in colours
    ]
    return Image.merge("CMYK", [*done, black])


def _pixel(image: Image.Image) -> Any:
    return image.getpixel((0, 0))
