"""The decisions file's text with one answer more, other or less; all else stays as it is. Pure."""

from __future__ import annotations

from typing import Any

import tomlkit
from tomlkit.items import AoT, Table

from publisher.decisions import EDIT, parse_decisions
from publisher.repairs import Answer

_LIST = "decision"


def changed(document: str, old: Answer | None, new: Answer | None) -> str:
    """The text with `new` in place of `old`; either may be None.

    Comments, order and spelling of the rest are kept, as are an entry's own notes. Raises
    UsageError where the text isn't a decisions file.

    >>> from publisher.repairs import Verdict
    >>> one = Answer("来自全市的", "200余名", Verdict.JOIN)
    >>> print(changed("# by hand\\n", None, one), end="")
    # by hand
    <BLANKLINE>
    [[decision]]
    left = "来自全市的"
    right = "200余名"
    verdict = "join"
    >>> changed(changed("", None, one), one, None)
    ''
    """
    answers = parse_decisions(document)
    whole = tomlkit.parse(document)
    place = answers.index(old) if old is not None and old in answers else -1
    if new is None:
        if place >= 0:
            del whole[_LIST][place]
            if not whole[_LIST]:
                del whole[_LIST]
    elif place >= 0:
        _put(whole[_LIST][place], new)
    else:
        _append(whole, new)
    told = tomlkit.dumps(whole)
    wanted = [one for at, one in enumerate(answers) if at != place]
    if new is not None:
        wanted.insert(place if place >= 0 else len(wanted), new)
    assert list(parse_decisions(told)) == wanted
    return told


def _append(whole: tomlkit.TOMLDocument, answer: Answer) -> None:
    rows: Any = whole.get(_LIST)
    inline = rows is not None and not isinstance(rows, AoT)
    row: Any = tomlkit.inline_table() if inline else tomlkit.table()
    _put(row, answer)
    if rows is None:
        if whole.as_string():
            whole.add(tomlkit.nl())
        whole.append(_LIST, tomlkit.aot())
        rows = whole[_LIST]
    elif isinstance(rows, AoT) and rows.body:
        _set_apart(rows.body[-1])
    rows.append(row)


def _set_apart(table: Table) -> None:
    """An empty line behind the last entry, where there is none."""
    if not table.as_string().endswith("\n\n"):
        table.add(tomlkit.nl())


def _put(row: Any, answer: Answer) -> None:
    told = {"left": answer.left, "right": answer.right}
    if answer.verdict is None:
        told |= {"before": answer.before, "text": answer.text, "verdict": EDIT}
    else:
        told["verdict"] = str(answer.verdict)
    for key in ("before", "text"):
        if key in row and key not in told:
            del row[key]
    for key, value in told.items():
        if row.get(key) != value:
            row[key] = tomlkit.string(value)
