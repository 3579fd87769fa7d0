"""Words of the dictionary at a break."""

from __future__ import annotations

from itertools import accumulate, pairwise

from publisher.repairs.evidence.variants import simplified


def cut(text: str) -> list[str]:
    """The words of a Chinese text; new words are not guessed (jieba's HMM is off).

    >>> cut("围绕产业链"), cut("圍繞產業鏈")
    (['围绕', '产业链'], ['圍繞', '產業鏈'])
    """
    import rjieba

    ends = accumulate((len(word) for word in rjieba.cut(_whole(text), False)), initial=0)
    return [text[start:end] for start, end in pairwise(ends)]


def tagged(text: str) -> list[tuple[str, str]]:
    """The words of a Chinese text, each with its kind in the tags of jieba's dictionary.

    >>> tagged("围绕产业链")
    [('围绕', 'v'), ('产业链', 'n')]
    """
    import rjieba

    return [(str(word), str(tag) or "x") for word, tag in rjieba.tag(_whole(text), False)]


def _whole(text: str) -> str:
    # An unpaired surrogate is no character that any dictionary knows, and this one is Simplified.
    return simplified(text).encode("utf-8", "replace").decode("utf-8")


def crossing_word(left: str, right: str) -> str:
    """The word of the dictionary that runs across a break, or "".

    >>> crossing_word("同时，围绕产", "业链分层分类")
    '产业链'
    >>> crossing_word("区总工会", "孝感市")
    ''
    """
    before, after = left[-8:], right[:8]
    place = 0
    for word in cut(before + after):
        if place < len(before) < place + len(word):
            return word
        place += len(word)
    return ""
