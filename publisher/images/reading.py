"""Reading: the bytes of an image file become a picture, or are refused with the reason."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from publisher.images.names import checked_name, format_of
from publisher.images.raster import read_raster
from publisher.images.vector import read_vector
from publisher.model import Picture


def read_image(name: str, content: bytes) -> Picture:
    """The picture in a file; `name` is its path below the issue's folder.

    JPEG, PNG, WebP, TIFF and SVG are read, each under a name of its own kind. All of it is decoded
    once. Raises InputError for an address or a path out of the folder, a file that is damaged, cut
    short or other than its name says, more than 100 million pixels or none, an animation, colours
    that can't be printed, and a drawing that runs, loads or refers to anything.

    >>> read_image("a.jpg", b"GIF89a")
    Traceback (most recent call last):
    publisher.errors.InputError: a.jpg: is GIF, not JPEG as its name says
    """
    path = checked_name(name)
    format = format_of(path, content)
    drawn = format == "SVG"
    picture = read_vector(path, content) if drawn else read_raster(path, content, format)
    return replace(picture, digest=sha256(content).hexdigest())
