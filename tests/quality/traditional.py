"""How breaks are judged in Traditional text: the sets converted by OpenCC, as Taiwan writes.

Its characters are set by OpenCC.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.quality.corpora import Sample

#: As Taiwan quotes.
_QUOTES = str.maketrans("“”‘’", "「」『』")


def traditional(found: Sequence[Sample]) -> list[Sample]:
    """The breaks in Traditional characters, words and quotation marks of Taiwan.

    Raises ImportError where OpenCC isn't there.
    """
    from opencc import OpenCC

    convert = OpenCC("s2twp").convert
    return [
        replace(
            one,
            left=convert(one.left).translate(_QUOTES),
            right=convert(one.right).translate(_QUOTES),
        )
        for one in found
    ]
