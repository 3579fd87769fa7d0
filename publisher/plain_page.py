"""A page of tables in HTML that needs nothing else: no script, no other file, either light."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

#: What XML 1.0 (production 2) can't hold, however it's escaped.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: auto; padding: 1rem;
  overflow-wrap: anywhere }}
table {{ border-collapse: collapse; width: 100% }}
caption {{ text-align: start; font-weight: bold; padding: 1rem 0 .3rem }}
th, td {{ text-align: start; vertical-align: top; padding: .3rem .6rem; border-top: 1px solid }}
td.number {{ text-align: end }}
pre {{ font: inherit; white-space: pre-wrap; margin: 0 }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{tables}
</main>
</body>
</html>
"""


def page(title: str, tables: Iterable[str]) -> str:
    """The page of tables that `table` made."""
    return _PAGE.format(title=escape(written(title)), tables="\n".join(filter(None, tables)))


def table(
    caption: str, heads: Iterable[str], rows: Iterable[Iterable[object]], language: str = ""
) -> str:
    """A table whose cells are in a language, English without; "" where it has no rows.

    >>> table("Issues", ("issue",), [("<a>",)]).count("&lt;a&gt;")
    1
    """
    lang = f' lang="{escape(language)}"' if language else ""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "\n".join(f"<tr{lang}>{''.join(map(_cell, row))}</tr>" for row in rows)
    if not body:
        return ""
    return f"<table>\n<caption>{escape(caption)}</caption>\n<tr>{head}</tr>\n{body}\n</table>"


def written(text: str) -> str:
    """The text with U+FFFD for each character that neither XML nor HTML can hold."""
    return _UNWRITABLE.sub("\ufffd", text)


def _cell(value: object) -> str:
    if isinstance(value, int | float):
        return f'<td class="number">{value}</td>'
    return f'<td><pre dir="auto">{escape(written(str(value)))}</pre></td>'
