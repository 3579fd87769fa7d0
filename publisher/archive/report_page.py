"""The report of an issue as a page beside it: what it is, its repairs, questions, gaps, checks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from publisher import ledger_json
from publisher.archive.changes import CONTEXT, Change, changes, shown
from publisher.errors import LedgerError
from publisher.ledger import revert
from publisher.model import Edition, Issue
from publisher.plain_page import page, table
from publisher.text.marks import GAP_MARK

_LOST = "[…]"


def report_page(
    issue: Issue,
    editions: Iterable[Edition],
    report: Mapping[str, Any],
    builder: Mapping[str, Any],
) -> bytes:
    """The page, in UTF-8; it needs nothing else, and runs nothing.

    `report` is what `report.json` says (its checks and doubts), `builder` what `builder.json` does.
    """
    known = issue.provenance
    sources = known.sources if known else ()
    own = issue.language
    files = [(one.name, len(one.content), one.digest) for one in sources]
    made = [(one.name, one.media_type, len(one.content), one.digest) for one in editions]
    done = _changes(issue)
    tables = [
        table("What it is", ("trait", "value"), _traits(issue, report)),
        table("Sources as received", ("file", "bytes", "SHA-256"), files),
        table("Editions", ("file", "kind", "bytes", "SHA-256"), made),
        table("Checks", ("what", "outcome"), report.get("checks", {}).items()),
        table("Repairs", _HEADS, (_row(one) for one in done if not one.open), own),
        table("Open questions", _HEADS, (_row(one) for one in done if one.open), own),
        table("Text that is lost", ("article", "where"), _gaps(issue), own),
        table("Doubts", ("code", "what"), _doubts(report), own),
        table("What built it", ("part", "value"), _flat(builder)),
    ]
    return page(_title(issue), tables).encode()


_HEADS = ("at", "was", "is", "around", "rule", "why")


def _title(issue: Issue) -> str:
    return " ".join(filter(None, (issue.title.name or issue.name, issue.number, issue.date)))


def _traits(issue: Issue, report: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    yield "id", issue.id
    for name, told in (("title", issue.title.name), ("day", issue.date), ("number", issue.number)):
        if told:
            yield name, told
    yield "language", issue.language
    yield "pages", len(issue.pages)
    for key in ("articles", "characters", "edits", "joins", "gaps", "queries"):
        if key in report:
            yield key, report[key]


def _changes(issue: Issue) -> Sequence[Change]:
    try:
        kept = ledger_json.from_lines(issue.provenance.ledger.decode() if issue.provenance else "")
        return changes(kept, revert(kept, issue.text))
    except LedgerError:
        # Made by hand: nothing was repaired.
        return ()


def _row(one: Change) -> tuple[object, ...]:
    around = f"{one.left}｜{one.right}"
    why = "\n".join((*((one.certainty,) if not one.open else ()), *one.evidence))
    return (one.span.start, one.before, one.after, around, one.rule, why)


def _gaps(issue: Issue) -> Iterator[tuple[str, str]]:
    for found in re.finditer(re.escape(GAP_MARK), issue.text):
        place = found.start()
        within = (one for one in issue.articles if one.origin.start <= place < one.origin.end)
        headline = next((str(one.headline or one.id) for one in within), "")
        left = shown(issue.text[max(0, place - CONTEXT) : place])
        right = shown(issue.text[found.end() : found.end() + CONTEXT])
        yield headline.replace(GAP_MARK, _LOST), f"{left}{_LOST}{right}".replace(GAP_MARK, _LOST)


def _doubts(report: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for one in report.get("doubts", ()):
        yield one["code"], f"{one['message']}\n{one['where']}"


def _flat(values: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{key}: ")
        else:
            yield f"{above}{key}", str(value)
