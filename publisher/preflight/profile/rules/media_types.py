"""Every item is of a type that each reading system knows."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book

CODE = CODES["PUB087"]

#: The core media types of EPUB 3.3 (3.2), fonts under their older names too.
_CORE = frozenset(
    "application/xhtml+xml image/svg+xml image/gif image/jpeg image/png image/webp audio/mpeg"
    " audio/mp4 audio/ogg text/css font/ttf font/otf font/woff font/woff2"
    " application/font-sfnt application/vnd.ms-opentype application/font-woff"
    " application/x-dtbncx+xml application/smil+xml".split()
)


def check(book: Book) -> Iterator[Diagnostic]:
    """No foreign item, not even with a fallback: nobody keeps up what nobody sees."""
    for item in book.items:
        plain = item.media_type.partition(";")[0].strip().lower()
        if plain not in _CORE:
            yield book.at(CODE, book.package_name, f"{item.href} is {plain or 'of no type'}")
