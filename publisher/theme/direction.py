"""The direction that a language is written in."""

from __future__ import annotations

#: Scripts written from right to left are the rule in these languages (ISO 639).
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def direction(language: str) -> str:
    """`rtl` or `ltr` for a BCP 47 language.

    >>> direction("ar-EG"), direction("zh-Hans")
    ('rtl', 'ltr')
    """
    return "rtl" if language.split("-")[0] in _RIGHT_TO_LEFT else "ltr"
