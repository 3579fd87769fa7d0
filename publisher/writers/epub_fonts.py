"""The fonts of an EPUB: subsets of the pinned faces, the same bytes from the same text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from publisher.theme.fonts import Face, faces, font_language, locate, stand_ins
from publisher.theme.glyphs import held, seen

#: The weights that the theme's style sheet for EPUB sets serif text in.
_WEIGHTS = (400, 700)

#: Digits of half an em: two that stand upright in a vertical line are as wide as one character.
_HALF_WIDE = int.from_bytes(b"hwid", "big")

_TAG = re.compile("<[^>]*>")


@dataclass(frozen=True, slots=True)
class Subset:
    """A subset font: the face it was made from, its path in the book, its bytes.

    `signs` are the characters that a stand-in is there for, "" for a face of the language's own;
    it is set in the `weights`.
    """

    face: Face
    file: str
    content: bytes
    weights: tuple[int, ...]
    signs: str = ""


def subset_faces(
    language: str, pages: Iterable[bytes], *, vertical: bool = False
) -> tuple[tuple[Subset, ...], set[str]]:
    """Subsets for the characters of the pages, and the characters that no pinned face has.

    The subsets are of a language's own serif faces, and where these lack a character, of the first
    other that has it. What none has is left to the reader's fonts. For `vertical` lines the own
    faces keep their half-width forms, which reading systems set numbers upright with.

    Raises ToolMissing where a face isn't in the cache.
    """
    texts = [page.decode("utf-8") for page in pages]
    # The templates write an apostrophe as a reference.
    signs = set().union(*map(unescape, texts))
    own, others = _by_language(language)
    features = (_HALF_WIDE,) if vertical else ()
    found = [_subset(face, signs, (face.weight,), features=features) for face in own]
    # What is unseen may join what is seen: a family of emoji is one sign.
    joiners = signs - seen("".join(signs))
    left = seen("".join(set().union(*(unescape(_TAG.sub("", text)) for text in texts))))
    left -= held(found[0].content)
    for group in others if left else ():
        if shown := left & held(locate(group[0]).read_bytes()):
            for place, face in enumerate(group):
                weights = _WEIGHTS if len(group) == 1 else _WEIGHTS[place : place + 1]
                found.append(_subset(face, shown | joiners, weights, "".join(sorted(shown))))
            left -= shown
    return tuple(found), left


def _by_language(language: str) -> tuple[list[Face], Iterator[list[Face]]]:
    """The language's own faces by weight, and the families that stand in for them."""
    serif = [one for one in faces(language) if one.kind == "Serif" and one.weight in _WEIGHTS]
    own = font_language(language)
    sisters = [one for one in serif if one.language != own]
    others = (group for group in (sisters, *([one] for one in stand_ins(language))))
    return [one for one in serif if one.language == own], others


def _subset(
    face: Face,
    signs: Iterable[str],
    weights: tuple[int, ...],
    only: str = "",
    features: Iterable[int] = (),
) -> Subset:
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.set(set(map(ord, signs)))
    wanted.layout_feature_tag_set.update(features)
    whole = uharfbuzz.Face(locate(face).read_bytes())
    content: bytes = uharfbuzz.subset(whole, wanted).blob.data
    return Subset(face, f"fonts/{face.name}", content, weights, only)


def font_faces(subsets: Iterable[Subset]) -> str:
    """The `@font-face` rules for subsets, under the family name that the style sheet uses.

    Of several rules for a character the last one counts: the language's own stand last.
    """
    rules = []
    for subset in sorted(subsets, key=lambda one: not one.signs):
        signs = ", ".join(f"U+{ord(sign):X}" for sign in subset.signs)
        only = f" unicode-range: {signs};" if signs else ""
        rules += [
            '@font-face { font-family: "Edition Serif"; '
            f"font-weight: {weight}; font-style: normal;{only} "
            f'src: url("../{subset.file}") format("truetype"); }}\n'
            for weight in subset.weights
        ]
    return "".join(rules)
