"""The dictionaries of a PDF, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Pdf


def dictionaries(pdf: Pdf) -> Iterator[Any]:
    """Every dictionary and stream of a file, also one that has no number of its own."""
    for item in pdf.objects:
        yield from _dictionaries(item)


def _dictionaries(item: Any) -> Iterator[Any]:
    import pikepdf

    if isinstance(item, pikepdf.Array):
        parts = list(item)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        yield item
        parts = [one for _, one in item.items()]
    else:
        return
    for one in parts:
        if isinstance(one, pikepdf.Object) and not one.is_indirect:
            yield from _dictionaries(one)
