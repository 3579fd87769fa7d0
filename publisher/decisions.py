"""The editor's decisions: a file beside the issue, whose answers win over every rule."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from publisher.errors import UsageError
from publisher.files import read_bytes
from publisher.ledger import Query
from publisher.repairs import Answer, Repaired, Verdict
from publisher.repairs.evidence.answers import EVIDENCE, bare

NAME = "decisions.toml"
_LIMIT = 20_000_000
_KEYS = {"left", "right", "verdict", "note"}
#: So many characters of each side address a break.
_ADDRESS = 10


def path_of(issue: Path) -> Path:
    """Where an issue's decisions stand: in its folder, or beside a lone file.

    >>> path_of(Path("seeds/a.txt")).name
    'a.decisions.toml'
    """
    return issue / NAME if issue.is_dir() else issue.with_name(f"{issue.stem}.{NAME}")


def read_decisions(issue: Path) -> tuple[Answer, ...]:
    """The answers given for an issue; none where there is no file.

    Raises UsageError with every fault of the file at once.
    """
    path = path_of(issue)
    if not path.is_file():
        return ()
    try:
        values = tomllib.loads(read_bytes(path, _LIMIT).decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise UsageError(f"{path}: {fault}", remedy="Write it as TOML in UTF-8.") from fault
    rows = values.get("decision", [])
    faults = [f"{path}: unknown key {key!r}" for key in values if key != "decision"]
    for number, row in enumerate(rows, start=1):
        faults += [f"{path}: decision {number}: {fault}" for fault in _faults(row)]
    if faults:
        raise UsageError(
            "\n".join(faults),
            remedy="A [[decision]] has left, right and a verdict: join, paragraph or gap.",
        )
    return tuple(Answer(row["left"], row["right"], Verdict(row["verdict"])) for row in rows)


def _faults(row: dict[str, Any]) -> Iterator[str]:
    yield from (f"unknown key {key!r}" for key in row if key not in _KEYS)
    for key in ("left", "right"):
        if not isinstance(row.get(key), str) or len(bare(row[key])) < (3 if key == "left" else 1):
            yield f"{key} must quote some characters beside the break"
    if row.get("verdict") not in set(Verdict):
        yield "verdict must be join, paragraph or gap"


def stale(answers: Iterable[Answer], source: str, repaired: Repaired) -> tuple[Answer, ...]:
    """The answers whose break isn't in the text any more, or stands there more than once."""
    applied = [
        (bare(source[max(0, one.span.start - 200) : one.span.start]), one.span.end)
        for one in repaired.breaks
        if EVIDENCE in one.evidence
    ]
    return tuple(
        answer
        for answer in answers
        if not any(
            before.endswith(bare(answer.left))
            and bare(source[end : end + 200]).startswith(bare(answer.right))
            for before, end in applied
        )
    )


def questions(source: str, queries: Iterable[Query]) -> str:
    """The open questions as a decisions file, for a person to set each verdict and keep.

    Every verdict is what the rules hold likeliest; it counts only once it stands in the file.
    """
    parts = ["# Set each verdict to join, paragraph or gap, and save this as the decisions file.\n"]
    for query in queries:
        if query.rule != "broken-paragraphs":
            continue
        verdict = "gap" if query.proposal.startswith("⟦") else "join"
        left = source[max(0, query.span.start - _ADDRESS) : query.span.start]
        right = source[query.span.end : query.span.end + _ADDRESS]
        parts += ["[[decision]]", f"left = {_quoted(left)}", f"right = {_quoted(right)}"]
        parts += [f'verdict = "{verdict}"  # {"; ".join(query.evidence)}', ""]
    return "\n".join(parts)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
