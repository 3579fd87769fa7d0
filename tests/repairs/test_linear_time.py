"""No rule takes a step that grows faster than the text: four times the text, some four times."""

from __future__ import annotations

import gc
import time

import pytest

from publisher.pipeline import normalize

#: Twice what is linear, half of what is quadratic.
_MOST = 8.0
#: Runs shorter than this say nothing, in seconds.
_LEAST = 0.02

SHAPES = {
    "one Chinese line": ("近日，区总工会开办的夜校正式开课，职工下班以后都来上课。", 12_000),
    "one English line": ("The ferry was built in Cork and carried forty people. ", 12_000),
    "blank lines": ("\n", 80_000),
    "blank lines of spaces": (" \n", 60_000),
    "form feeds": ("\f", 20_000),
    "pages": ("围绕产\f业链分层分类。", 10_000),
    "quotations never closed": ("他说“我们的夜校开课了，", 20_000),
    "quotations never closed, in paragraphs": ("他说“我们的夜校开课，围绕产\n\n业链", 2_000),
    "English quotations never closed": ('He said, "we go on with it\n\nand ', 4_000),
    "brackets never closed": ("（", 200_000),
    "divided words": ("infra-\nstructure ", 2_000),
    "doubtful hyphens": ("new head-\nwear for ", 2_000),
    "divided words before pictures": ("infra-\n\nPhoto: John Smith\n\n", 1_000),
    "short lines": ("短行\n", 3_000),
    "short paragraphs": ("短行\n\n", 3_000),
    "numbers": ("1\n\n2\n\n", 1_500),
    "captions": ("图为展览现场。\n\n", 4_000),
    "a line inside every sentence": (
        "HARBOUR NEWS\n\nThe ferry was built in Cork in the spring of 1931 and carried\n\n",
        1_000,
    ),
    "a paragraph again and again": (
        "The boats came in with the tide that night, and nobody on the quay saw\n\n",
        1_500,
    ),
    "spaces inside words": ("全 市 共 建 ", 4_000),
    "marks of loss": ("着力⟦gap⟧\n\n题，", 3_000),
    "rows of a table": ("a\tb\tc\n", 4_000),
    "wrong bytes": ("cafÃ© ", 15_000),
}


def seconds(text: str) -> float:
    """The processor's time for a text: the best of three runs, without the garbage of others."""
    taken = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(3):
            began = time.process_time()
            normalize(text)
            taken.append(time.process_time() - began)
    finally:
        gc.enable()
    return min(taken)


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_text(shape: str) -> None:
    piece, count = SHAPES[shape]
    normalize(piece * 8)
    once = max(seconds(piece * count), _LEAST)
    assert seconds(piece * 4 * count) < _MOST * once
