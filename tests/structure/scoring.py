"""Scores issues as read against their hand-made truths: `python -m tests.structure.scoring`."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publisher.config import Settings
from publisher.model import (
    Article,
    Block,
    Figure,
    Issue,
    ListItems,
    PullQuote,
    Quotation,
    Table,
    Verse,
    plain,
)
from publisher.pipeline import read_issue

#: Whole issues, and a few pages each of other papers.
ISSUES = Path(__file__).with_name("issues")
PAGES = Path(__file__).with_name("pages")

#: A block's class and the name that the truths give it.
TYPES = {
    "Paragraph": "paragraph",
    "Subhead": "subhead",
    "ListItems": "list",
    "Verse": "verse",
    "Table": "table",
    "Caption": "caption",
    "Figure": "caption",
    "Note": "note",
    "Signature": "signature",
    "Question": "question",
    "Answer": "answer",
    "PullQuote": "pull quote",
    "Quotation": "quotation",
    "Gap": "gap",
}

Item = tuple[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """How many items of a field are right, how many were read, how many there are."""

    right: int = 0
    read: int = 0
    true: int = 0

    @property
    def precision(self) -> float:
        """The share of what was read that is right (1 where nothing was)."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was read (1 where there is nothing)."""
        return self.right / self.true if self.true else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.read + other.read, self.true + other.true)


def text_of(block: Block) -> str:
    """A block's characters as the truths write them."""
    match block:
        case ListItems(items=rows) | Verse(lines=rows):
            return "\n".join(plain(row) for row in rows)
        case Table(rows=rows):
            return "\n".join("\t".join(row) for row in rows)
        case Quotation() | PullQuote():
            lines = (block.content, block.attribution)
            return "\n".join(plain(line) for line in lines if line)
    return plain(getattr(block, "content", ()))


def read_items(issue: Issue) -> Iterator[tuple[str, list[Item]]]:
    """An issue's items: those of the issue under "", those of each article under its headline."""
    title = issue.title
    names = ("name", "name_en", "issn", "cn", "publisher", "place")
    whole: list[Item] = [("title", (name, getattr(title, name))) for name in names]
    whole = [item for item in whole if item[1][1]]
    whole += [("date", issue.date), ("number", issue.number)]
    whole += [("banner", str(banner)) for banner in issue.banners]
    for page in issue.pages:
        whole.append(("page number", (page.sequence, page.printed)))
        whole.append(("page section", (page.sequence, page.section)))
        whole += [("page editor", (page.sequence, one.role, one.name)) for one in page.editors]
    heads = {one.id: str(one.headline or "") for one in issue.articles}
    whole += [
        ("continuation", (heads[one.article], one.from_page, one.to_page))
        for one in issue.continuations
    ]
    yield "", [item for item in whole if item[1]]
    for article in issue.articles:
        yield str(article.headline or ""), list(_read(article))


def _read(article: Article) -> Iterator[Item]:
    for name in ("headline", "column", "kicker", "deck", "summary", "section", "kind"):
        value = getattr(article, name)
        if value:
            yield name, str(value)
    if article.dateline:
        yield "dateline", article.dateline.raw
    if article.source_credit:
        yield "source credit", (article.source_credit.name, article.source_credit.text)
    yield "pages", article.pages
    for byline in article.bylines:
        yield "byline", (byline.name, byline.role, byline.organisation, byline.place)
    figures = [block for block in article.body if isinstance(block, Figure)]
    for credit in (*article.credits, *(one for figure in figures for one in figure.credits)):
        yield "credit", (credit.name, credit.role, credit.text)
    for block in article.body:
        yield "block", (TYPES[type(block).__name__], text_of(block))


def true_items(truth: dict[str, Any]) -> Iterator[tuple[str, list[Item]]]:
    """The truth's items, as `read_items` gives those read."""
    whole: list[Item] = [("title", item) for item in truth["title"].items() if item[1]]
    whole += [("date", truth["date"]), ("number", truth["number"])]
    whole += [("banner", banner) for banner in truth.get("banners", ())]
    for page in truth["pages"]:
        whole.append(("page number", (page["sequence"], page["printed"] or "")))
        whole.append(("page section", (page["sequence"], page["section"] or "")))
        for one in page.get("editors", ()):
            whole.append(("page editor", (page["sequence"], one["role"], one["name"])))
    for one in truth.get("continuations", ()):
        whole.append(("continuation", (one["article"], one["from"], one["to"])))
    yield "", [item for item in whole if item[1]]
    for article in truth["articles"]:
        yield article["headline"] or "", list(_true(article))


def _true(article: dict[str, Any]) -> Iterator[Item]:
    for name in ("headline", "column", "kicker", "deck", "summary", "section", "kind", "dateline"):
        if article[name]:
            yield name, article[name]
    if article["source_credit"]:
        yield "source credit", (article["source_credit"]["name"], article["source_credit"]["text"])
    yield "pages", tuple(article["pages"])
    for one in article["bylines"]:
        parts = ("name", "role", "organisation", "place")
        yield "byline", tuple(one.get(part, "") for part in parts)
    for one in article["credits"]:
        yield "credit", (one["name"], one["role"], one["text"])
    for one in article["blocks"]:
        yield "block", (one["type"], one["text"])


def pairs(
    read: list[tuple[str, list[Item]]], true: list[tuple[str, list[Item]]]
) -> Iterator[tuple[list[Item], list[Item]]]:
    """Each true article with the article read that shares most items with it; the rest alone."""
    left = list(read)
    for _, items in true:
        wanted = Counter(items)
        shared = [sum((Counter(one) & wanted).values()) - 0.1 * (not h) for h, one in left]
        best = max(range(len(left)), key=lambda n: shared[n], default=None)
        if best is None or not any(
            item in wanted for item in left[best][1] if item[0] in {"headline", "block"}
        ):
            yield [], items
        else:
            yield left.pop(best)[1], items
    yield from ((items, []) for _, items in left)


def score(issue: Issue, truth: dict[str, Any]) -> tuple[dict[str, Score], list[str]]:
    """The score of each field, and each item that is missing (-) or too much (+)."""
    scores: dict[str, Score] = {}
    wrong: list[str] = []
    read, true = list(read_items(issue)), list(true_items(truth))
    whole = [(read[0][1], true[0][1])]
    for got, wanted in (*whole, *pairs(read[1:], true[1:])):
        a, b = Counter(got), Counter(wanted)
        head = next((str(v) for k, v in wanted or got if k == "headline"), "")
        for field in {item[0] for item in (*a, *b)}:
            mine = Counter({item: n for item, n in a.items() if item[0] == field})
            theirs = Counter({item: n for item, n in b.items() if item[0] == field})
            both = sum((mine & theirs).values())
            scores[field] = scores.get(field, Score()) + Score(both, mine.total(), theirs.total())
            wrong += [f"[{head}] - {field}: {item[1]!r}" for item in theirs - mine]
            wrong += [f"[{head}] + {field}: {item[1]!r}" for item in mine - theirs]
    return scores, wrong


def table(scores: dict[str, Score]) -> str:
    """The scores as a table."""
    lines = [f"{'field':16}{'precision':>10}{'recall':>8}{'read':>6}{'true':>6}"]
    total = sum(scores.values(), Score())
    for name, one in [*sorted(scores.items()), ("all", total)]:
        lines.append(f"{name:16}{one.precision:>10.3f}{one.recall:>8.3f}{one.read:>6}{one.true:>6}")
    return "\n".join(lines)


def main() -> None:
    """Print the table of each issue; with `-v` what is wrong as well."""
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    for folder in (*sorted(ISSUES.iterdir()), *sorted(PAGES.iterdir())):
        if folder.is_dir() and (not names or folder.name in names):
            truth = json.loads((folder / "truth.json").read_text("utf-8"))
            scores, wrong = score(read_issue(folder / "issue", Settings()), truth)
            sys.stdout.write(f"\n{folder.name}\n{table(scores)}\n")
            if "-v" in sys.argv:
                sys.stdout.write("\n".join(wrong) + "\n")


if __name__ == "__main__":
    main()
