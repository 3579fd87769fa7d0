"""The measured figures don't fall below their floors, where the shared corpora are present."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from publisher.pipeline import normalize
from tests.quality import column_joins, conserved, korean
from tests.quality.breaks import Score, score
from tests.quality.clean import texts
from tests.quality.corpora import BREAK_SETS, FOLDER, samples
from tests.quality.traditional import traditional

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the corpora are no part of the project; floors need them"
)


@pytest.mark.parametrize("corpus", BREAK_SETS)
def test_breaks_are_judged_as_well_as_before(corpus: str) -> None:
    _holds(score(samples(corpus)), FLOORS["breaks"][corpus])


def test_traditional_breaks_are_judged_as_well_as_before() -> None:
    _holds(score(traditional(samples("news"))), FLOORS["breaks"]["traditional"])


def _holds(now: Score, floor: dict[str, float]) -> None:
    assert now.macro >= floor["macro"]
    assert now.right >= floor["right"]
    assert now.found >= floor["found"]
    assert now.gaps_joined <= floor["gaps_joined"]
    assert now.paragraphs_joined <= floor["paragraphs_joined"]


def test_clean_text_passes_through() -> None:
    edits: Counter[str] = Counter()
    for name, text in texts():
        edits[name] += sum(len(one.edits) for one in normalize(text).ledger.passes)
    over = {name: count for name, count in edits.items() if count > FLOORS["clean"][name]}
    assert not over


def test_words_divided_at_column_ends_come_back() -> None:
    found, number = column_joins.score()
    assert found >= FLOORS["column_joins"]["found"]
    assert number == FLOORS["column_joins"]["of"]


def test_korean_spaces_are_as_right_as_before() -> None:
    for row in korean.table().rows:
        floor = FLOORS["korean"][str(row[0]).split()[0]]
        assert float(row[1]) >= floor


def test_nothing_vanishes_and_nothing_appears() -> None:
    broken = [row for row in conserved.table().rows if any(row[4:])]
    assert not broken
