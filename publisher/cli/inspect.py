"""`publisher inspect`: the model of an issue as read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publisher.cli.console import out, out_json, styled
from publisher.errors import UsageError

if TYPE_CHECKING:
    from publisher.model import Article, Issue


def inspect(
    issue: Annotated[
        Path | None, typer.Argument(readable=False, help="A seed or an issue's folder.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole model as JSON.")] = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of --json and stop.")
    ] = False,
) -> None:
    """Show how an issue was read: sections, articles, bylines, credits, gaps."""
    from publisher.pipeline import read_issue
    from publisher.structure import outline_schema, to_json

    if schema:
        out_json(outline_schema())
        return
    if issue is None:
        raise UsageError("no issue is named", remedy="Name a seed or an issue's folder.")
    model = read_issue(issue)
    if as_json:
        out_json(to_json(model))
        return
    day = f" · {model.date}" if model.date else ""
    out(
        f"{model.title.name or model.name}{day} · {model.language} · {len(model.articles)} articles"
    )
    page = column = ""
    for article in model.articles:
        place = _page(model, article)
        label = str(article.column or "")
        if place != page:
            out(styled(place, bold=True))
        if label and (label != column or place != page):
            out(f"■ {label}")
        page, column = place, label
        out(styled(f"  {article.headline or '(no headline)'}", bold=True))
        writers = ", ".join(f"{byline.role} {byline.name}".strip() for byline in article.bylines)
        lost = f", {len(article.gaps)} gap(s)" if article.gaps else ""
        missing = sum(not figure.image for figure in article.figures)
        pictures = (
            f", {len(article.figures)} pictures ({missing} missing)" if article.figures else ""
        )
        counts = f"    {len(article.paragraphs)} paragraphs{pictures}{lost}"
        out(counts + (f" · {writers}" if writers else ""))


def _page(model: Issue, article: Article) -> str:
    """The page that an article begins on, with its section."""
    page = model.page_at(article.origin.start) if len(model.pages) > 1 else None
    return f"— {page.label} {page.section}".rstrip() if page else ""
