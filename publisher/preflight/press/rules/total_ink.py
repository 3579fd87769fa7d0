"""Total ink: no more in one place than the paper takes (ISO 12647-2 and -3)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic
from publisher.model.press import CONDITIONS
from publisher.preflight.press.file import PressFile
from publisher.preflight.press.plates import plates

#: What is allowed where the printing condition isn't known, in percent.
_UNKNOWN = 300
#: How much more is let pass, in percent, and on which part of the page: a JPEG's noise.
_TOLERANCE = 3
_PART = 0.0002


def check(file: PressFile) -> Iterator[Diagnostic]:
    """The total of the inks, as Ghostscript paints them, is under the condition's limit."""
    limit = _limit(file)
    for page, inks in zip(file.pages, plates(file), strict=True):
        over = inks.over(limit + _TOLERANCE)
        if over > _PART:
            message = f"up to {inks.most} % of ink, on {over:.1%} of the page more than {limit} %"
            yield file.at("PUB110", message, page.number)


def _limit(file: PressFile) -> int:
    named = {str(one.get("/OutputConditionIdentifier", "")) for one in file.intents}
    found = (one.ink_limit for one in CONDITIONS.values() if one.registered in named)
    return next(found, _UNKNOWN)
