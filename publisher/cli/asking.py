"""An issue's open points asked one by one in the terminal, plainly where it's none."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import typer

from publisher.cli.console import out, say, styled, visible
from publisher.cli.evidence import Lines
from publisher.desk.cards import Card, card
from publisher.desk.points import Point
from publisher.desk.review import Review
from publisher.desk.sitting import Sitting
from publisher.desk.words import WORDS
from publisher.errors import ExitCode

_COLOURS = {"certain": "green", "probable": "cyan", "doubtful": "yellow"}
_SKIP, _UNDO, _STOP = "s", "u", "q"


def ask(sitting: Sitting) -> None:
    """Ask every open point; each answer is kept before the next is asked.

    Ends with code 9 where points stay open.
    """
    words = WORDS["en"]
    skipped: set[str] = set()
    while (point := _open(sitting.see().review, skipped)) is not None:
        seen = sitting.see()
        shown = card(seen.review, point, words)
        out(_told(seen.review, shown, words))
        keys = {str(number): one.value for number, one in enumerate(shown.choices, start=1)}
        names = {str(number): one.name for number, one in enumerate(shown.choices, start=1)}
        names |= {_SKIP: words["later"], _STOP: words["stop"]}
        if sitting.undoable:
            names[_UNDO] = words["undo"].lower()
        said = _said(names)
        if said == _STOP:
            break
        if said == _SKIP:
            skipped.add(point.id)
        elif said == _UNDO:
            sitting.undo(seen.version)
        else:
            text = _line(words["edit_label"]).rstrip("\n") if keys[said] == "edit" else ""
            sitting.answer(seen.version, point.id, keys[said], text)
    review = sitting.see().review
    say(words["progress"].format(review.answered, len(review.asked)))
    if _open(review, set()):
        raise typer.Exit(ExitCode.ANSWER)


def _open(review: Review, skipped: set[str]) -> Point | None:
    waiting = (one for one in review.asked if not one.answered and one.id not in skipped)
    return next(waiting, None)


def _told(review: Review, shown: Card, words: Mapping[str, str]) -> str:
    point = shown.point
    colour = _COLOURS[str(point.certainty)]
    place = Lines(review.source).place(point.span.start)
    status = f"{words[shown.status]}: {words.get(point.rule, point.rule)}"
    head = styled(f"{place}  {status}", bold=True)
    middle = styled(visible(shown.before) or "·", colour, bold=True)
    lines = [
        "",
        f"{head}  {styled(words[str(point.certainty)], colour)}"
        f"  ({words['progress'].format(review.answered, len(review.asked))})",
        f"    {visible(shown.left)}{middle}{visible(shown.right)}",
    ]
    if shown.before != shown.after:
        lines.append(f"    → {visible(shown.after) or words['nothing']}")
    lines += [f"    · {visible(one)}" for one in shown.reasons]
    if shown.question:
        lines.append(words[shown.question])
    return "\n".join(lines)


def _said(names: Mapping[str, str]) -> str:
    """Which of the keys the editor presses; the end of what can be read is to stop."""
    line = "  ".join(f"[{key}] {name}" for key, name in names.items())
    while True:
        said = _line(line)
        if not said:
            return _STOP
        if said.strip().lower() in names:
            return said.strip().lower()


def _line(prompt: str) -> str:
    """The next line, "" where there is none; where nobody types, the prompt is a line too."""
    sys.stderr.write(f"{prompt}: " if sys.stdin.isatty() else f"{prompt}\n")
    sys.stderr.flush()
    return sys.stdin.readline()
