"""`publisher explain`: a repair rule's page, or a code's meaning."""

from __future__ import annotations

from typing import Annotated

import typer

from publisher.cli.console import out
from publisher.errors import UsageError


def explain(
    name: Annotated[str, typer.Argument(help="A rule or a code; none lists them.")] = "",
) -> None:
    """Explain a repair rule or a diagnostic code."""
    from importlib.resources import files

    from publisher.diagnostics import CODES
    from publisher.repairs.catalogue import CATALOGUE

    rules = {rule.name: rule for rule in CATALOGUE}
    if not name:
        width = max(map(len, [*rules, *CODES]))
        for rule in CATALOGUE:
            out(f"{rule.name:{width}}  {rule.summary}")
        for code in CODES.values():
            out(f"{code.code:{width}}  {code.summary}")
    elif name in rules:
        out((files("publisher.repairs.rules") / f"{name}.md").read_text("utf-8"))
    elif name.upper() in CODES:
        code = CODES[name.upper()]
        out(f"{code.code} ({code.severity}): {code.summary}\n→ {code.remedy}")
    else:
        raise UsageError(
            f"no rule or code is called {name!r}", remedy="`publisher explain` lists them."
        )
