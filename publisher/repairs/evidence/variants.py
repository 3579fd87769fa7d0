"""Traditional characters as Simplified ones: what ships was counted in Simplified text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


def simplified(text: str) -> str:
    """Text with each Traditional character in its Simplified form, sign for sign.

    Characters that Simplified text has too (乾, 著) stay, so such text stays as it is. The table
    is OpenCC's (Apache-2.0); `python -m tests.quality.train_variants` makes it.

    >>> simplified("圍繞產業鏈「分層分類」"), simplified("乾隆年间的著名建筑")
    ('围绕产业链「分层分类」', '乾隆年间的著名建筑')
    """
    return text.translate(_table()) if not text.isascii() else text


@lru_cache(maxsize=1)
def _table() -> Mapping[int, int]:
    lines = (files(__package__) / "han-variants.txt").read_text("utf-8").splitlines()
    return {ord(line[0]): ord(line[1]) for line in lines}
