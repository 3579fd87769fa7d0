"""What no paper should hold and some do: nothing is lost, nothing printed on anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from publisher.model import Article, Issue, Table
from tests.writers.issues import NOWHERE, PARAGRAPH, article, issue
from tests.writers.pages import overprinted, structure_text, text_of, words_of

PdfOf = Callable[[Issue], Path]

HEADLINE = ("北京市总工会开展“会展特色”技能竞赛" * 18)[:300]
ADDRESS = "https://example.org/" + "0123456789" * 20
CELLS = tuple(f"第{number}栏" * 9 for number in range(6)), tuple("1234567890" * 3 for _ in range(6))
WIDE_CELLS = tuple("长" * 60 for _ in range(12)), tuple(str(n) * 12 for n in range(12))


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (article(1, HEADLINE, "文。"), [HEADLINE]),
        (article(1, "w" * 300, "text"), ["w" * 300]),
        (article(1, "题", "网址" + ADDRESS + "。"), [ADDRESS]),
        (article(1, "表", Table(CELLS, True, NOWHERE), "文。"), [*CELLS[0], *CELLS[1]]),
        (article(1, "表", Table(WIDE_CELLS, True, NOWHERE), "文。"), [*WIDE_CELLS[0]]),
        (article(1, "题", "一行。"), ["一行。"]),
        (article(1, "题", ""), ["题"]),
        (article(1, "题", "——" * 100 + "。" * 100), ["——" * 100 + "。" * 100]),
        (article(1, "题", "“" * 60 + "工" + "”" * 60), ["“" * 60 + "工" + "”" * 60]),
    ],
    ids=[
        "a headline of 300 characters",
        "a headline of one word",
        "a word longer than the line",
        "a table wider than the column",
        "a table wider than the page",
        "an article of one line",
        "an empty paragraph",
        "dashes and stops alone",
        "quotation marks alone",
    ],
)
def test_nothing_is_lost_or_overprinted(bad: Article, told: list[str], pdf_of: PdfOf) -> None:
    pdf = pdf_of(issue(bad, article(2, "下一篇", PARAGRAPH)))
    said = structure_text(pdf)
    for text in told:
        assert text in said
    words = words_of(pdf)
    assert max(word.right for word in words) < 595.28 - 45
    assert min(word.left for word in words) > 45
    assert overprinted(pdf) == []


def test_an_article_of_a_hundred_pages(pdf_of: PdfOf) -> None:
    texts = [f"第{number}段。{PARAGRAPH * 4}" for number in range(1, 321)]
    pdf = pdf_of(issue(article(1, "长文", *texts)))
    with pikepdf.open(pdf) as file:
        count = len(file.pages)
    assert count >= 100
    said = text_of(pdf)
    places = [said.index(f"第{number}段。") for number in range(1, 321)]
    assert places == sorted(places)
    # The running heads between hold none of it.
    body = said[places[0] : said.index("版本说明", places[-1])]
    for sign in "%（）《》“”圆梦":
        assert body.count(sign) == "".join(texts).count(sign)
    # Every page but the last is full: its last line stands at the foot of each column.
    words = words_of(pdf)
    for page in (2, count // 2, count - 1):
        feet = [word for word in words if word.page == page and 750 < word.bottom < 795]
        assert len(feet) >= 3, page
