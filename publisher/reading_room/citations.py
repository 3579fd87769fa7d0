"""Citations of an article: a line to copy, BibTeX, and CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from publisher.reading_room.kept import KeptIssue

_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}&%$#_"},
}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def line(issue: KeptIssue, article: Mapping[str, Any]) -> str:
    """The citation as GB/T 7714 has it for a newspaper, with [N] for its kind."""
    facts = _facts(issue, article)
    authors = f"{', '.join(facts['authors'])}. " if facts["authors"] else ""
    page = f"({facts['page']})" if facts["page"] else ""
    where = ", ".join(filter(None, (facts["paper"], facts["date"] or facts["number"])))
    return f"{authors}{facts['title']}[N]. {where}{page}."


def csl(issue: KeptIssue, article: Mapping[str, Any]) -> str:
    """The citation as a list of one item in CSL-JSON."""
    facts = _facts(issue, article)
    date = [int(part) for part in facts["date"].split("-")] if facts["date"] else []
    item: dict[str, Any] = {
        "id": article["id"],
        "type": "article-newspaper",
        "title": facts["title"],
        "author": [{"literal": name} for name in facts["authors"]],
        "container-title": facts["paper"],
        "issued": {"date-parts": [date]} if date else {},
        "issue": facts["number"],
        "page": facts["page"],
        "ISSN": facts["issn"],
        "section": issue.section_of(article),
        "language": article["language"] or issue.outline["language"],
    }
    kept = {key: value for key, value in item.items() if value}
    return json.dumps([kept], ensure_ascii=False, indent=1) + "\n"


def bibtex(issue: KeptIssue, article: Mapping[str, Any]) -> str:
    """The citation as a BibTeX entry in UTF-8."""
    facts = _facts(issue, article)
    rows = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in facts["authors"]),
        "title": f"{{{_tex(facts['title'])}}}",
        "journal": _tex(facts["paper"]),
        "number": _tex(facts["number"]),
        "pages": _tex(facts["page"]),
        "issn": _tex(facts["issn"]),
    }
    if facts["date"]:
        year, month, day = facts["date"].split("-")
        rows |= {"year": year, "day": day}
    lines = [f"  {key} = {{{value}}}," for key, value in rows.items() if value and value != "{}"]
    if facts["date"]:
        lines.append(f"  month = {_MONTHS[int(month) - 1]},")
    key = re.sub(r"[^A-Za-z0-9._:-]+", "-", article["id"])
    return "\n".join((f"@article{{{key},", *lines, "}")) + "\n"


def _tex(text: str) -> str:
    """A text with what TeX takes for commands written out.

    >>> _tex("R&D 100%")
    'R\\\\&D 100\\\\%'
    """
    return "".join(_TEX.get(sign, sign) for sign in " ".join(text.split()))


def _facts(issue: KeptIssue, article: Mapping[str, Any]) -> dict[str, Any]:
    outline = issue.outline
    title = outline["title"]
    headline = article["headline"]
    return {
        "authors": [one["name"] for one in article["bylines"]],
        "title": headline["text"] if headline else article["id"],
        "paper": title["name"] or outline["name"],
        "date": outline["date"] if re.fullmatch(_DATE, outline["date"]) else "",
        "number": outline["number"],
        "page": issue.page_of(article),
        "issn": title["issn"],
    }


_DATE = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
