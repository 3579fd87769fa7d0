"""Running heads without number or form feed: out where they cut sentences, else left alone."""

from __future__ import annotations

import pytest

from publisher.pipeline import normalize
from publisher.repairs import Material
from publisher.repairs.rules import running_heads

HEAD = "HARBOUR NEWS"
ENGLISH = (
    "The ferry was built in Cork in the spring of 1931, when trade was slow, and it carried",
    "forty passengers a day to the islands and back. In winter it lay at the old quay, for",
    "nobody went out in such weather. It was sold in the end, and the new owner had it mended.",
    "The yard that mended it has closed since then, and so have the others along the shore.",
)
CHINESE = (
    "近日，区总工会开办的职工夜校正式开课，来自全区各个企业的一百多名职工报名参加了学习，夜校围绕产",
    "业链上各个岗位的需要，安排了电工、焊工和数控车床等十二门课程，由企业的技术骨干和职业学校的老师共",
    "同授课。学员们说，夜校离家近，时间也合适，下班以后正好可以来学一门新的手艺，以后还要带工友一起来。",
    "夜校负责人表示，下一步还将根据职工的意见增加课程，让更多的人能够在家门口学到实用的技能和知识。",
)


def between(line: str, pieces: tuple[str, ...]) -> str:
    return f"\n\n{line}\n\n".join(pieces)


def test_a_head_that_cuts_two_sentences_goes_wherever_it_stands() -> None:
    result = normalize(between(HEAD, ENGLISH))
    assert result.text == f"{ENGLISH[0]} {ENGLISH[1]} {ENGLISH[2]}\n\n{ENGLISH[3]}"


def test_a_chinese_head_goes_too() -> None:
    result = normalize(between("劳动午报·要闻", CHINESE))
    assert result.text == f"{CHINESE[0]}{CHINESE[1]}{CHINESE[2]}\n\n{CHINESE[3]}"


def test_one_that_cuts_one_sentence_is_asked_about() -> None:
    ends = (ENGLISH[0], f"{ENGLISH[1][:-5]}.", ENGLISH[2].capitalize(), ENGLISH[3])
    text = between(HEAD, ends)
    found = list(running_heads.find(Material(text)))
    assert [str(one.certainty) for one in found] == ["doubtful"] * 3


def test_two_lines_that_alternate_may_be_speakers_and_are_asked_about() -> None:
    text = "\n\n".join(
        f"{ENGLISH[0]}\n\n{name}\n\n{ENGLISH[1]}" for name in ("HAMLET", "HORATIO") * 3
    )
    found = list(running_heads.find(Material(text)))
    assert {str(one.certainty) for one in found} == {"doubtful"}


SENTENCES = tuple(
    f"The {one} boat of the fleet came in with the tide, and its crew went home in the rain."
    for one in ("first", "second", "third", "fourth", "fifth")
)


@pytest.mark.parametrize(
    "text",
    [
        # A subhead, a label and a speaker stand between sentences.
        between("Results", SENTENCES),
        between("HAMLET", SENTENCES),
        between(
            "简讯", tuple(f"{one}。" for one in ("夜校开课，职工下班以后都来上课学习" * 3,) * 5)
        ),
        # A refrain stands between stanzas.
        between(
            "and the tide goes out again",
            tuple(f"O {one} was the harbour\nand the wind was from the west" for one in "abcde"),
        ),
        # A refrain between long lines of verse.
        between(
            "and the tide goes out again",
            (
                "O grey was the harbour and the wind came up from the long and empty west,\n"
                "and all the boats that went that day were lost upon the shore of heavy stones",
            )
            * 5,
        ),
        # The photographer's line is text, however often pictures cut sentences.
        between("Photo: John Smith", ENGLISH),
        between("本报记者 彭程 摄", CHINESE),
        # Twice is not often enough.
        between(HEAD, ENGLISH[:3]),
        # A heading's mark makes it one.
        between("## Harbour news", ENGLISH),
        # Speech that breaks off.
        between("HAMLET", tuple(f"{one[:70]} and I—" for one in SENTENCES)),
        # Close together: a list, or a form.
        between(HEAD, ("It was built in Cork and", "carried forty", "passengers and", "a dog")),
    ],
)
def test_it_stays(text: str) -> None:
    assert not list(running_heads.find(Material(text)))
