"""The hand-made truth of the Chinese daily agrees with its pages, to the character and the line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from publisher.model import ArticleKind

FOLDER = Path(__file__).with_name("issues") / "chinese-daily"
PAGES = [path.read_text("utf-8") for path in sorted((FOLDER / "issue").glob("*.txt"))]
TRUTH: dict[str, Any] = json.loads((FOLDER / "truth.json").read_text("utf-8"))
ARTICLES: list[dict[str, Any]] = TRUTH["articles"]
BLOCKS = {
    *("paragraph", "subhead", "list", "verse", "table", "caption", "note", "signature", "gap"),
    *("question", "answer", "pull quote", "quotation", "figure"),
}


def squeezed(text: str) -> str:
    """A text without white space and the signs of layout."""
    return re.sub(r"[\s*#>|<]|---", "", text)


HEADLINES = {squeezed(article["headline"]) for article in ARTICLES}
#: A jump head is omitted, but its words are a headline's, and stay.
OMITTED = {squeezed(line) for line in TRUTH["omitted"]} - HEADLINES
LINES = [[line for line in map(squeezed, page.split("\n")) if line] for page in PAGES]
RUNNING = ["".join(line for line in page if line not in OMITTED) for page in LINES]


def is_printed(text: str, pages: list[int]) -> bool:
    """Whether a text stands on the pages, whole or begun on the first and ended on the second."""
    wanted = squeezed(text)
    places = [RUNNING[page - 1] for page in pages]
    if any(wanted in place for place in places):
        return True
    first, *rest = places
    return any(
        wanted[:cut] in first and any(wanted[cut:] in place for place in rest)
        for cut in range(1, len(wanted))
    )


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: str(article["headline"]))
def test_every_field_is_printed(article: dict[str, Any]) -> None:
    names = ("column", "kicker", "headline", "deck", "summary", "dateline")
    texts = [article[name] for name in names if article[name]]
    texts += [block["text"] for block in article["blocks"]]
    texts += [credit["text"] for credit in article["credits"]]
    people = [*article["bylines"], *article["credits"]]
    texts += [value for person in people for name, value in person.items() if name != "text"]
    texts += (article["source_credit"] or {}).values()
    assert [text for text in texts if not is_printed(text, article["pages"])] == []
    ArticleKind(article["kind"])
    assert {block["type"] for block in article["blocks"]} <= BLOCKS


@pytest.mark.parametrize("number", range(1, 9))
def test_no_line_is_forgotten(number: int) -> None:
    """A line is omitted, or in a field, or holds one (between a dateline and a credit)."""
    here = [article for article in ARTICLES if number in article["pages"]]
    fields = [squeezed(banner) for banner in TRUTH["banners"]]
    people: list[str] = []
    for article in here:
        fields += [squeezed(article[name] or "") for name in ("column", "kicker", "deck")]
        fields += [squeezed(article["headline"]), squeezed(article["summary"] or "")]
        fields += [squeezed(block["text"]) for block in article["blocks"]]
        fields += [squeezed(credit["text"]) for credit in article["credits"]]
        fields += [squeezed((article["source_credit"] or {"text": ""})["text"])]
        people += [byline["name"] for byline in article["bylines"]]
        people += [byline["organisation"] for byline in article["bylines"]]
    fields = [field for field in fields if field]

    def accounted(line: str) -> bool:
        bare = re.sub(r"^[■◆【]|】$", "", line)
        core = re.sub(r"^(本报讯|.{2,12}电)(（.*?）|记者.*?报道：)?", "", line)
        core = re.sub(r"（[^（]*）$|新华社记者.*摄$|摄影/.*$|制图：.*$", "", core)
        return (
            any(part and part in field for field in fields for part in (line, bare, core))
            or any(field in line for field in fields if len(field) > 20)
            or (len(line) < 40 and any(name and name in line for name in people))
        )

    assert [line for line in LINES[number - 1] if line not in OMITTED and not accounted(line)] == []


@pytest.mark.parametrize("text", TRUTH["omitted"])
def test_what_is_omitted_is_printed(text: str) -> None:
    assert any(text in re.sub(r"\*\*|#+ ", "", page) for page in PAGES)


def test_the_issue_is_as_large_as_it_should_be() -> None:
    assert len(PAGES) == len(TRUTH["pages"]) == 8
    assert len(ARTICLES) >= 40
    gaps = [block for article in ARTICLES for block in article["blocks"] if block["type"] == "gap"]
    assert len(gaps) == len(TRUTH["continuations"]) == 2
