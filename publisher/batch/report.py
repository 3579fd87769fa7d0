"""What became of a batch: as JSON values, as a page to read, and as JUnit's XML for a server."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from html import escape
from typing import Any
from xml.etree import ElementTree as ET

from publisher.batch.jobs import Kind
from publisher.batch.worklist import Row, State

_FAILED = (State.FAILED, State.ASIDE)
#: What XML 1.0 (production 2) can't hold, however it's escaped.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto }}
table {{ border-collapse: collapse; width: 100% }}
caption {{ text-align: start; font-weight: bold; padding: 1rem 0 .3rem }}
th, td {{ text-align: start; vertical-align: top; padding: .3rem .6rem; border-top: 1px solid }}
td.number {{ text-align: end }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 }}
</style>
</head>
<body>
<h1>{title}</h1>
{tables}
</body>
</html>
"""


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
        _table("Issues", ("state", "issues"), [(state, counts[state]) for state in State]),
        _table("Failures", ("whose", "issues"), [(kind, kinds[kind]) for kind in Kind]),
        _table(
            "What failed",
            ("issue", "state", "whose", "what", "what to do"),
            [
                (row.issue, row.state, one.kind, one.message, one.remedy)
                for row in failed
                if (one := row.failure)
            ],
        ),
        _table(
            "All issues",
            ("issue", "state", "seconds", "gaps", "doubts", "editions"),
            [_told(row) for row in rows],
        ),
    ]
    title = f"Batch: {counts[State.DONE]} of {len(rows)} issues built, {len(failed)} failed"
    return _PAGE.format(title=escape(title), tables="\n".join(tables))


def _told(row: Row) -> tuple[object, ...]:
    built = row.built
    if built is None:
        return (row.issue, row.state, row.seconds, "", "", "")
    names = "\n".join(one.path for one in built.editions)
    return (row.issue, row.state, row.seconds, built.gaps, built.queries, names)


def _table(caption: str, heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "\n".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    if not body:
        return ""
    return f"<table>\n<caption>{escape(caption)}</caption>\n<tr>{head}</tr>\n{body}\n</table>"


def _cell(value: object) -> str:
    if isinstance(value, int | float):
        return f'<td class="number">{value}</td>'
    return f"<td><pre>{escape(_written(str(value)))}</pre></td>"


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
            name=_written(row.issue),
            time=f"{row.seconds:.3f}",
        )
        if row.failure and row.state in _FAILED:
            fault = ET.SubElement(
                case,
                "failure" if _is_own(row) else "error",
                type=row.failure.kind.value,
                message=_written(row.failure.message.strip().splitlines()[-1]),
            )
            fault.text = _written(f"{row.failure.message}\n{row.failure.remedy}")
        elif row.state in {State.WAITING, State.BUILDING}:
            ET.SubElement(case, "skipped", message="not built yet")
    ET.indent(suite)
    return ET.tostring(suite, "unicode", xml_declaration=False) + "\n"


def _is_own(row: Row) -> bool:
    return row.failure is not None and row.failure.kind is Kind.INPUT


def _written(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)
