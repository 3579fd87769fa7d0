"""`publisher diff`: what differs between two versions of an issue, in words an editor reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from publisher.cli.console import out, out_json, styled, visible
from publisher.errors import InputError

if TYPE_CHECKING:
    from publisher.comparison import Changed, Comparison, Field, Stretch

Version = Annotated[
    Path,
    typer.Argument(
        readable=False, help="A seed, an issue's folder, an EPUB or PDF of ours, or inspect's JSON."
    ),
]

#: The largest model that is read, in bytes.
_MODEL = 500_000_000
#: So many characters stand beside what differs.
_CONTEXT = 16
_SIGNS = str.maketrans({"\n": "¶", "\t": "⇥"})


def diff(
    old: Version,
    new: Version,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Tell two versions of an issue apart: articles, their parts, and their text word by word."""
    from publisher.comparison import compare

    found = compare(_model(old), _model(new))
    if as_json:
        out_json(asdict(found))
        return
    for line in _lines(found):
        out(line)


def _model(path: Path) -> dict[str, Any]:
    from publisher.files import read_bytes

    match path.suffix.lower():
        case ".epub" | ".pdf":
            from publisher.restoration import restore

            told = restore(path).model
        case ".json":
            told = read_bytes(path, _MODEL)
        case _:
            from publisher.pipeline import read_issue
            from publisher.structure import to_json

            return to_json(read_issue(path))
    try:
        model = json.loads(told)
        if {"articles", "text", "language"} <= model.keys():
            return dict(model)
    except (ValueError, AttributeError, RecursionError) as fault:
        raise _no_model(path) from fault
    raise _no_model(path)


def _no_model(path: Path) -> InputError:
    return InputError(
        f"{path}: is no model of an issue", remedy="Make one: publisher inspect ISSUE --json"
    )


def _lines(found: Comparison) -> Iterator[str]:
    if found.same:
        yield "no difference"
        return
    yield from _fields(found.fields, "")
    yield from (f"{styled('gone', 'red')}     {_named(one)}" for one in found.gone)
    yield from (f"{styled('new', 'green')}      {_named(one)}" for one in found.new)
    for one in found.changed:
        yield from _changed(one)
    for picture in found.pictures:
        what = "changed" if picture.old and picture.new else "gone" if picture.old else "new"
        yield f"picture  {_sign(picture.name)}: {what}"


def _changed(one: Changed) -> Iterator[str]:
    moved = " (moved)" if one.moved else ""
    yield f"{styled('changed', bold=True)}  {one.number}. {_named(one.headline)}{moved}"
    yield from _fields(one.fields, "    ")
    yield from (f"    {line}" for line in _hunks(one.text))


def _named(headline: str) -> str:
    return _sign(headline) or "(no headline)"


def _fields(fields: Iterable[Field], indent: str) -> Iterator[str]:
    for one in fields:
        old, new = (_sign(value) if value else "(none)" for value in (one.old, one.new))
        yield f"{indent}{one.name}: {old} → {new}"


def _hunks(stretches: tuple[Stretch, ...]) -> Iterator[str]:
    """What differs, a line each, with a little of what stands beside it."""
    line = ""
    for number, one in enumerate(stretches):
        if one.where != "both":
            line += _marked(one)
            continue
        shown = _sign(one.text)
        first, last = number == 0, number == len(stretches) - 1
        if not first and not last and len(shown) <= 2 * _CONTEXT:
            line += shown
            continue
        if not first:
            more = "…" if len(shown) > _CONTEXT else ""
            yield f"{line}{shown[:_CONTEXT]}{more}"
        line = ("…" if len(shown) > _CONTEXT else "") + shown[-_CONTEXT:]
    if stretches and stretches[-1].where != "both":
        yield line


def _marked(one: Stretch) -> str:
    text = _sign(one.text)
    if one.where == "old":
        return styled(f"[-{text}-]", "red")
    return styled(f"{{+{text}+}}", "green")


def _sign(text: str) -> str:
    from publisher.text.marks import GAP_MARK

    return visible(text.replace(GAP_MARK, "[lost]").translate(_SIGNS))
