"""Pictures: an image file as read, and what an editor says of one in `issue.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Colours(StrEnum):
    """The colour space of a picture."""

    BILEVEL = "bilevel"
    GREY = "grey"
    RGB = "RGB"
    CMYK = "CMYK"
    VECTOR = "vector"


#: Pixels an inch under which a picture looks soft, and under which its pixels are seen. Newspaper
#: screens have 85 to 120 lines an inch, and want one and a half to two pixels a line.
SOFT = 200
COARSE = 120


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its file's name below the issue's folder, its facts, its bytes.

    `width` and `height` are in pixels as it is looked at, turned upright; those of a drawing (SVG)
    in CSS pixels. `depth` is in bits a sample. `resolution` is what the file says, in pixels an
    inch, or 0.0. `profiled` says whether it brings an ICC profile. `digest` is the SHA-256 of the
    file as received, hexadecimal; made ready for an edition, a picture keeps it.
    """

    name: str
    media_type: str
    width: int
    height: int
    colours: Colours
    content: bytes
    digest: str = ""
    depth: int = 8
    resolution: float = 0.0
    profiled: bool = False

    @property
    def is_drawing(self) -> bool:
        """Whether it has no pixels and prints sharp at any size."""
        return self.colours is Colours.VECTOR


@dataclass(frozen=True, slots=True)
class ImageSettings:
    """What an editor says of a picture; each field is a key of `[[images]]` in `issue.toml`.

    `page` counts from 1; `article` is a headline or an id; 0 and "" are unsaid. A decorative
    picture tells nothing, and screen readers pass it by.
    """

    file: str
    page: int = 0
    article: str = ""
    caption: str = ""
    alt: str = ""
    credit: str = ""
    decorative: bool = False
