"""Images: files read or refused, placed in their articles, made ready for each edition. Pure."""

from publisher.images.editions import for_epub, for_press, for_print
from publisher.images.inks import Inks, profile_name
from publisher.images.names import MAX_BYTES, checked_name
from publisher.images.placement import named, place
from publisher.images.reading import read_image
from publisher.images.resolution import check_print, pixels_an_inch

__all__ = [
    "MAX_BYTES",
    "Inks",
    "check_print",
    "checked_name",
    "for_epub",
    "for_press",
    "for_print",
    "named",
    "pixels_an_inch",
    "place",
    "profile_name",
    "read_image",
]
