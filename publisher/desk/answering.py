"""What a point can be answered, and the answer that each verdict on it is. Pure."""

from __future__ import annotations

from publisher.desk.addresses import Sides, as_edit, on_break
from publisher.desk.points import Point
from publisher.errors import UsageError
from publisher.repairs import Answer, Verdict


def answer_on(sides: Sides, point: Point, verdict: str, text: str = "") -> Answer:
    """The answer that a verdict on a point is.

    `verdict` is that of a break, `accept` (as repaired or proposed), `leave` (as the source has
    it) or `edit`, which puts `text` in the place. UsageError where the point takes no such answer.
    """
    if verdict in takes(point):
        if verdict in tuple(Verdict):
            return on_break(sides, point.span, Verdict(verdict))
        words = {"accept": point.after, "leave": point.before, "edit": text}
        told = words[verdict].replace("\r\n", "\n")
        return as_edit(sides, point.span, told)
    raise UsageError(f"this place can't be answered by {verdict!r}", remedy="Choose another.")


def takes(point: Point) -> tuple[str, ...]:
    """The verdicts that a point may have."""
    if point.verdict is not None:
        return (*Verdict,) if point.moved else (*Verdict, "edit")
    if point.moved:
        return ()
    if point.answer is not None:
        return ("edit",)
    return ("accept", "leave", "edit")
