"""What became of a batch: as JSON values, as a page to read, and as JUnit's XML for a server."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from xml.etree import ElementTree as ET

from publisher.batch.jobs import Kind
from publisher.batch.worklist import Row, State
from publisher.plain_page import page, table, written

_FAILED = (State.FAILED, State.ASIDE)


def as_value(row: Row) -> dict[str, Any]:
    """A row as a JSON value: also what an event is.

    >>> as_value(Row("a.txt"))
    {'issue': 'a.txt', 'state': 'waiting', 'tries': 0, 'seconds': 0.0}
    """
    value: dict[str, Any] = {
        "issue": row.issue,
        "state": row.state.value,
        "tries": row.tries,
        "seconds": row.seconds,
    }
    if row.built:
        value |= {
            "editions": [asdict(one) for one in row.built.editions],
            "gaps": row.built.gaps,
            "queries": row.built.queries,
        }
    return value | ({"failure": asdict(row.failure)} if row.failure else {})


def as_html(rows: Sequence[Row]) -> str:
    """The batch as a page that needs nothing else: counts, failures with remedies, all issues."""
    counts = Counter(row.state for row in rows)
    failed = [row for row in rows if row.state in _FAILED]
    kinds = Counter(row.failure.kind for row in failed if row.failure)
    tables = [
        table("Issues", ("state", "issues"), [(state, counts[state]) for state in State]),
        table("Failures", ("whose", "issues"), [(kind, kinds[kind]) for kind in Kind]),
        table(
            "What failed",
            ("issue", "state", "whose", "what", "what to do"),
            [
                (row.issue, row.state, one.kind, one.message, one.remedy)
                for row in failed
                if (one := row.failure)
            ],
        ),
        table(
            "All issues",
            ("issue", "state", "seconds", "gaps", "doubts", "editions"),
            [_told(row) for row in rows],
        ),
    ]
    title = f"Batch: {counts[State.DONE]} of {len(rows)} issues built, {len(failed)} failed"
    return page(title, tables)


def _told(row: Row) -> tuple[object, ...]:
    built = row.built
    if built is None:
        return (row.issue, row.state, row.seconds, "", "", "")
    names = "\n".join(one.path for one in built.editions)
    return (row.issue, row.state, row.seconds, built.gaps, built.queries, names)


def as_junit(rows: Sequence[Row]) -> str:
    """The batch as a JUnit test suite: an issue's own fault is a failure, any other an error."""
    states = Counter(row.state for row in rows)
    own = sum(row.state in _FAILED and _is_own(row) for row in rows)
    suite = ET.Element(
        "testsuite",
        name="publisher batch",
        tests=str(len(rows)),
        failures=str(own),
        errors=str(states[State.FAILED] + states[State.ASIDE] - own),
        skipped=str(states[State.WAITING] + states[State.BUILDING]),
        time=f"{sum(row.seconds for row in rows):.3f}",
    )
    for row in rows:
        case = ET.SubElement(
            suite,
            "testcase",
            classname="publisher.batch",
            name=written(row.issue),
            time=f"{row.seconds:.3f}",
        )
        if row.failure and row.state in _FAILED:
            fault = ET.SubElement(
                case,
                "failure" if _is_own(row) else "error",
                type=row.failure.kind.value,
                message=written(row.failure.message.strip().splitlines()[-1]),
            )
            fault.text = written(f"{row.failure.message}\n{row.failure.remedy}")
        elif row.state in {State.WAITING, State.BUILDING}:
            ET.SubElement(case, "skipped", message="not built yet")
    ET.indent(suite)
    return ET.tostring(suite, "unicode", xml_declaration=False) + "\n"


def _is_own(row: Row) -> bool:
    return row.failure is not None and row.failure.kind is Kind.INPUT
