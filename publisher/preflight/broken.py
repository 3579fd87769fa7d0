"""Files whose parts aren't what PDF says they are: what of them can't be judged is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pikepdf

from publisher.diagnostics import CODES, Diagnostic

#: What asking a number for its keys, or a name for its length, comes to.
BROKEN = (
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    pikepdf.PdfError,
)


def judged(
    check: Callable[[], Iterable[Diagnostic]], path: Path, what: str
) -> tuple[Diagnostic, ...]:
    """What a check finds; PUB131 where the file is so broken that it comes to no end.

    >>> [one.message for one in judged(lambda: [][0], Path("a.pdf"), "boxes")]
    ["boxes can't be judged (list index out of range)"]
    """
    try:
        return tuple(check())
    except BROKEN as fault:
        return (CODES["PUB131"].at(str(path), f"{what} can't be judged ({fault})"),)
