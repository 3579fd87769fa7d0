"""`publisher inspect`: the model of an issue as read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from publisher.cli.console import out, out_json, styled


def inspect(
    issue: Annotated[Path, typer.Argument(readable=False, help="A seed or an issue's folder.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole model as JSON.")] = False,
) -> None:
    """Show how an issue was read: sections, articles, bylines, credits, gaps."""
    from publisher.pipeline import read_issue
    from publisher.structure import to_json

    model = read_issue(issue)
    if as_json:
        out_json(to_json(model))
        return
    day = f" · {model.date}" if model.date else ""
    out(
        f"{model.title.name or model.name}{day} · {model.language} · {len(model.articles)} articles"
    )
    column = ""
    for article in model.articles:
        label = str(article.column or "")
        if label and label != column:
            out(f"■ {label}")
        column = label
        out(styled(f"  {article.headline or '(no headline)'}", bold=True))
        writers = ", ".join(f"{byline.role} {byline.name}".strip() for byline in article.bylines)
        lost = f", {len(article.gaps)} gap(s)" if article.gaps else ""
        missing = sum(not figure.image for figure in article.figures)
        pictures = (
            f", {len(article.figures)} pictures ({missing} missing)" if article.figures else ""
        )
        counts = f"    {len(article.paragraphs)} paragraphs{pictures}{lost}"
        out(counts + (f" · {writers}" if writers else ""))
