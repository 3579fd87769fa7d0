"""The tags of a PDF: whether all that is read stands in them, and whether they say enough.

What is asked here holds without veraPDF. Source: ISO 14289-1 (PDF/UA-1), 7.1, 7.3, 7.4.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.diagnostics import CODES, Diagnostic

if TYPE_CHECKING:
    from pikepdf import Pdf

_PAINTS = frozenset("Tj TJ ' \" f F f* B B* b b* S s sh Do".split()) | {"INLINE IMAGE"}
_BEGINS = {"BMC", "BDC"}
_HEADINGS = {f"/H{level}": level for level in range(1, 7)}


def check_tags(pdf: Pdf, path: Path) -> Iterator[Diagnostic]:
    """The faults of the tags of a file that has some: PUB128, PUB129, PUB130."""
    if "/StructTreeRoot" not in pdf.Root:
        return
    for number, page in enumerate(pdf.pages, start=1):
        if count := sum(_untagged(page.obj)):
            where = f"{path}: page {number}"
            yield CODES["PUB128"].at(where, f"{count} thing(s) in no tag and no artifact")
    tags = list(_tags(pdf.Root.StructTreeRoot))
    if count := sum(kind == "/Figure" and not _is_told(tag) for kind, tag in tags):
        yield CODES["PUB129"].at(str(path), f"{count} figure(s) without a text alternative")
    levels = [0, *(_HEADINGS[kind] for kind, _ in tags if kind in _HEADINGS)]
    for above, level in pairwise(levels):
        if level > above + 1:
            told = f"an H{level} below {f'an H{above}' if above else 'nothing'}"
            yield CODES["PUB130"].at(str(path), told)
            return


def _untagged(page: Any) -> Iterator[bool]:
    """For each thing painted on a page whether it stands outside of all marks."""
    import pikepdf

    # Whether each mark that is open says where its content belongs.
    marks: list[bool] = []
    instructions: Iterable[Any] = pikepdf.parse_content_stream(page) if "/Contents" in page else ()
    properties = page.get("/Resources", {}).get("/Properties", {})
    for operands, operator in instructions:
        sign = str(operator)
        if sign in _BEGINS:
            marks.append(_belongs(operands, properties))
        elif sign == "EMC" and marks:
            marks.pop()
        elif sign in _PAINTS:
            yield not any(marks)


def _belongs(operands: Any, properties: Any) -> bool:
    """Whether a mark is an artifact's or a tag's (ISO 32000-2, 14.7.5 and 14.8.2.2)."""
    import pikepdf

    if operands[0] == "/Artifact":
        return True
    told = operands[1] if len(operands) > 1 else {}
    if isinstance(told, pikepdf.Name):
        told = properties.get(str(told), {})
    return "/MCID" in told


def _tags(root: Any) -> Iterator[tuple[str, Any]]:
    """Each element in reading order with its kind as the standard names it."""
    roles = root.get("/RoleMap", {})
    waiting = _below(root)
    while waiting:
        tag = waiting.pop()
        if "/S" in tag:
            yield _kind(str(tag.S), roles), tag
        waiting += _below(tag)


def _below(tag: Any) -> list[Any]:
    """The elements below one, the last first."""
    import pikepdf

    below = tag.get("/K", ())
    if not isinstance(below, pikepdf.Array):
        below = (below,)
    return [one for one in below if isinstance(one, pikepdf.Dictionary)][::-1]


def _kind(name: str, roles: Any) -> str:
    for _ in range(9):
        if name not in roles:
            break
        name = str(roles[name])
    return name


def _is_told(tag: Any) -> bool:
    return bool(str(tag.get("/Alt", "")).strip() or str(tag.get("/ActualText", "")).strip())
