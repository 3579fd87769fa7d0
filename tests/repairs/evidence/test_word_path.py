"""Words at a seam: what belongs together reads cheaper than what doesn't."""

from __future__ import annotations

import pytest

from publisher.pipeline import normalize
from publisher.repairs.evidence import word_pairs
from publisher.repairs.evidence.clauses import clauses
from publisher.repairs.evidence.word_pairs import UNKNOWN, WordPairs
from publisher.repairs.evidence.word_path import seam_path


@pytest.mark.parametrize(
    ("left", "right", "torn"),
    [
        ("围绕产", "业链分层分类", "题会议精神"),
        ("开展志愿服务", "活动", "修改"),
        ("受到热烈", "欢迎", "作用"),
    ],
)
def test_what_belongs_together_gains_more_by_being_read_as_one(
    left: str, right: str, torn: str
) -> None:
    pairs = word_pairs.shipped()
    assert seam_path(left, right, pairs)[0] > seam_path(left, torn, pairs)[0]


def test_a_pair_that_is_not_known_costs_its_words_and_the_first_ones_backoff() -> None:
    table = WordPairs.of({"甲": (2, 0.25), "乙": (3, 0)}, {})
    first, second = table.numbers["甲"], table.numbers["乙"]
    assert table.cost(first, second) == 3.25
    assert table.cost(UNKNOWN, second) == 3
    assert table.cost(first, UNKNOWN) == 6.3 + 0.25


def test_a_text_of_unknown_characters_still_has_a_way() -> None:
    found = seam_path("㐀㐁", "㐂", WordPairs.of({}, {}))
    assert found[0] == pytest.approx(0)


@pytest.mark.parametrize(("left", "right"), [("", ""), ("甲", ""), ("", "乙")])
def test_an_empty_side_gives_numbers_of_the_same_length(left: str, right: str) -> None:
    pairs = word_pairs.shipped()
    assert len(seam_path(left, right, pairs)) == len(seam_path("甲", "乙", pairs))
    assert len(clauses(left, right)) == len(clauses("甲", "乙"))


def test_no_table_of_another_kind_is_read() -> None:
    with pytest.raises(ValueError, match="word pairs"):
        WordPairs.from_bytes(b"lexicon 1 0\n")


def test_a_word_that_both_sides_say_is_seen() -> None:
    assert clauses("选举中，联盟党", "联盟党与社民党组成联盟")[2] == 3
    assert clauses("选举中，联盟党", "与社民党组成政府")[2] == 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("李克强提出五点建议：", "一是保持区域经济一体化进程。推动自贸区建设。"),
        ("今年重点抓好五件事：", "一是稳定发展粮食生产。切实稳定种植面积，增加总产。"),
    ],
)
def test_an_introduction_and_its_list_are_not_joined_without_asking(left: str, right: str) -> None:
    text = f"{left}\n\n{right}"
    assert normalize(text).text == text
