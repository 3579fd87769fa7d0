"""Where a sentence ends, in the languages of papers."""

from __future__ import annotations

_TERMINAL = frozenset("。！？!?….．؟۔।")
#: „…“ and »…« close with marks that open elsewhere; French puts a space before ».
_CLOSING = "”’“‘」』》〉）)】〕］]»«\"'* \u00a0\u202f"
#: Latin full stops that end an abbreviation rather than a sentence.
_ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr st prof gen gov sen rep rev jr sr no vs etc inc co ltd corp u.s u.n e.g i.e "
        "bzw usw z.b d.h nr bd str hr fr art abs m mme mm mlle av sra ud uds ee.uu núm pág "
        "г ул им т.е т.д тыс млн млрд руб стр"
    ).split()
)


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a sentence's end; closing marks after it don't matter.

    >>> [ends_sentence(text) for text in ("结束。", "“劳模在身边”。", "“开学第一课”", "by Mr.")]
    [True, True, False, False]
    """
    bare = text.rstrip().rstrip(_CLOSING)
    if not bare or bare[-1] not in _TERMINAL:
        return False
    if bare[-1] != ".":
        return True
    word = bare[:-1].rsplit(maxsplit=1)[-1:] or [""]
    last = word[0].lower().lstrip("(“\"'«")
    # A single capital and a full stop is an initial: J. Smith.
    return last not in _ABBREVIATIONS and not (len(last) == 1 and word[0].isupper())
