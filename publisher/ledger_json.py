"""The ledger as JSON Lines: a head line, then a line an edit and a line a query."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from publisher.errors import LedgerError
from publisher.ledger import Certainty, Edit, Ledger, Pass, Query
from publisher.text import Encoding, Span

#: The version of the form, raised when a reader of the old one would misread it.
FORM = 1


def to_lines(ledger: Ledger) -> str:
    """The ledger as JSON Lines (`publisher/ledger.schema.json`), every line ended.

    >>> from publisher.ledger import digest
    >>> kept = Ledger(digest("报"), Encoding(), (), (), digest("报"))
    >>> from_lines(to_lines(kept)) == kept
    True
    """
    return "".join(json.dumps(record) + "\n" for record in records(ledger))


def records(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """The lines as values, the head first; spans are `[start, end]` in code points."""
    yield {
        "kind": "ledger",
        "form": FORM,
        "source": ledger.source_digest,
        "codec": ledger.encoding.codec,
        "mark": ledger.encoding.mark.hex(),
        "text": ledger.text_digest,
        "evidence": [list(table) for table in ledger.evidence],
    }
    for number, one in enumerate(ledger.passes, start=1):
        for edit in one.edits:
            yield {
                "kind": "edit",
                "pass": number,
                "rule": one.rule,
                "version": one.version,
                "span": [edit.span.start, edit.span.end],
                "before": edit.before,
                "after": edit.after,
                "certainty": str(edit.certainty),
                "evidence": list(edit.evidence),
            }
    for query in ledger.queries:
        yield {
            "kind": "query",
            "rule": query.rule,
            "span": [query.span.start, query.span.end],
            "before": query.before,
            "proposal": query.proposal,
            "question": query.question,
            "evidence": list(query.evidence),
        }


def from_lines(lines: str) -> Ledger:
    """The ledger that `to_lines` wrote; LedgerError where a line isn't of this form."""
    try:
        head, *rest = [json.loads(line) for line in lines.splitlines()]
        if head["kind"] != "ledger" or head["form"] != FORM:
            raise LedgerError(f"not a ledger of form {FORM}")
        edits = [record for record in rest if record["kind"] == "edit"]
        return Ledger(
            source_digest=head["source"],
            encoding=Encoding(head["codec"], bytes.fromhex(head["mark"])),
            passes=tuple(
                Pass(rule, version, tuple(_edit(record) for record in group))
                for (_, rule, version), group in groupby(
                    edits, key=lambda record: (record["pass"], record["rule"], record["version"])
                )
            ),
            queries=tuple(_query(record) for record in rest if record["kind"] == "query"),
            text_digest=head["text"],
            evidence=tuple((name, digest) for name, digest in head["evidence"]),
        )
    except (KeyError, TypeError, ValueError) as fault:
        raise LedgerError(f"not a ledger: {fault}") from fault


def _edit(record: dict[str, Any]) -> Edit:
    return Edit(
        Span(*record["span"]),
        record["before"],
        record["after"],
        Certainty(record["certainty"]),
        tuple(record["evidence"]),
    )


def _query(record: dict[str, Any]) -> Query:
    return Query(
        record["rule"],
        Span(*record["span"]),
        record["before"],
        record["proposal"],
        record["question"],
        tuple(record["evidence"]),
    )
