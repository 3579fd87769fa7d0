"""The editor's decisions: a file beside the issue, whose answers win over every rule."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from publisher.errors import UsageError
from publisher.files import read_bytes
from publisher.ledger import Query
from publisher.repairs import Answer, Repaired, Verdict
from publisher.repairs.evidence.answers import EVIDENCE, bare
from publisher.repairs.settling import placed

NAME = "decisions.toml"
LIMIT = 20_000_000
_KEYS = {"left", "right", "verdict", "note"}
#: What an edit has besides: what stands between, and what shall.
_EDIT_KEYS = {"before", "text"}
EDIT = "edit"
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
        return parse_decisions(read_bytes(path, LIMIT).decode("utf-8"), str(path))
    except UnicodeDecodeError as fault:
        raise UsageError(f"{path}: {fault}", remedy="Write it as TOML in UTF-8.") from fault


def parse_decisions(document: str, where: str = NAME) -> tuple[Answer, ...]:
    """The answers that a decisions file's text holds; `where` is what it's called in errors.

    Raises UsageError with every fault of the text at once.

    >>> one, = parse_decisions('decision = [{left = "全市的", right = "200", verdict = "join"}]')
    >>> str(one.verdict)
    'join'
    """
    try:
        values = tomllib.loads(document)
    except tomllib.TOMLDecodeError as fault:
        raise UsageError(f"{where}: {fault}", remedy="Write it as TOML in UTF-8.") from fault
    rows = values.get("decision", [])
    if not (isinstance(rows, list) and all(isinstance(row, dict) for row in rows)):
        raise UsageError(f"{where}: decision is no list of tables", remedy=_REMEDY)
    faults = [f"{where}: unknown key {key!r}" for key in values if key != "decision"]
    for number, row in enumerate(rows, start=1):
        faults += [f"{where}: decision {number}: {fault}" for fault in _faults(row)]
    if faults:
        raise UsageError("\n".join(faults), remedy=_REMEDY)
    return tuple(_answer(row) for row in rows)


_REMEDY = (
    "A [[decision]] has left, right and a verdict: join, paragraph or gap, or edit with a text."
)


def _answer(row: dict[str, Any]) -> Answer:
    verdict = None if row["verdict"] == EDIT else Verdict(row["verdict"])
    return Answer(row["left"], row["right"], verdict, row.get("before", ""), row.get("text", ""))


def _faults(row: dict[str, Any]) -> Iterator[str]:
    edits = row.get("verdict") == EDIT
    known = _KEYS | _EDIT_KEYS if edits else _KEYS
    yield from (f"unknown key {key!r}" for key in row if key not in known)
    texts = ("left", "right", "text") if edits else ("left", "right")
    yield from (f"{key} must be text" for key in texts if not isinstance(row.get(key), str))
    if edits:
        if not isinstance(row.get("before", ""), str):
            yield "before must be text"
        elif len(bare("".join(str(row.get(key, "")) for key in ("left", "before", "right")))) < 3:
            yield "left and right must quote some characters beside the place"
    else:
        for key, least in (("left", 3), ("right", 1)):
            if len(bare(str(row.get(key, "")))) < least:
                yield f"{key} must quote some characters beside the break"
    if row.get("verdict") not in (*Verdict, EDIT):
        yield "verdict must be join, paragraph, gap or edit"


def stale(answers: Sequence[Answer], source: str, repaired: Repaired) -> tuple[Answer, ...]:
    """The answers whose place isn't in the text any more, or stands there more than once."""
    edits = placed(source, answers)
    applied = [
        (bare(source[max(0, one.span.start - 200) : one.span.start]), one.span.end)
        for one in repaired.breaks
        if EVIDENCE in one.evidence
    ]
    return tuple(
        answer
        for answer in answers
        if answer not in edits
        and not any(
            answer.verdict is not None
            and before.endswith(bare(answer.left))
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
