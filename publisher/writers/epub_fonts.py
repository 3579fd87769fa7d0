"""The fonts of an EPUB: subsets of the pinned faces, the same bytes from the same text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from publisher.theme.fonts import Face, faces, font_language, locate

#: The weights that the theme's style sheet for EPUB sets serif text in.
_WEIGHTS = (400, 700)


@dataclass(frozen=True, slots=True)
class Subset:
    """A subset font: the face it was made from, its path in the book, its bytes."""

    face: Face
    file: str
    content: bytes


def subset_faces(language: str, pages: Iterable[bytes]) -> tuple[Subset, ...]:
    """Subsets of a language's own serif faces with the characters of the pages.

    What these lack is set in the reader's fonts.

    Raises ToolMissing where a face isn't in the cache.
    """
    characters = sorted({ord(sign) for page in pages for sign in page.decode("utf-8")})
    return tuple(
        Subset(face, f"fonts/{face.name}", _subset(locate(face).read_bytes(), characters))
        for face in faces(language)
        if face.language == font_language(language)
        and face.kind == "Serif"
        and face.weight in _WEIGHTS
    )


def _subset(font: bytes, characters: Iterable[int]) -> bytes:
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.set(set(characters))
    content: bytes = uharfbuzz.subset(uharfbuzz.Face(font), wanted).blob.data
    return content


def font_faces(subsets: Iterable[Subset]) -> str:
    """The `@font-face` rules for subsets, under the family name that the style sheet uses."""
    return "".join(
        '@font-face { font-family: "Edition Serif"; '
        f"font-weight: {subset.face.weight}; font-style: normal; "
        f'src: url("../{subset.file}") format("truetype"); }}\n'
        for subset in subsets
    )
