"""The few fixed words of an edition (contents, lost text, …) in the language of its text."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from publisher.theme.fonts import font_language
from publisher.theme.shipped import shipped


def words(language: str) -> Mapping[str, str]:
    """The words for a BCP 47 language; English where `styles/words.toml` hasn't the language.

    >>> words("zh-Hans")["gap"]
    '〔此处原文缺失〕'
    """
    table = _table()
    primary = language.split("-")[0]
    key = font_language(language) if primary == "zh" else primary
    return MappingProxyType(table["en"] | table.get(key, {}))


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((shipped() / "words.toml").read_text("utf-8"))
