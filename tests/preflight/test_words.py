"""Which words lie on each other: those that are read as one, not those that are set close."""

from __future__ import annotations

import pytest

from publisher.preflight.words import Word, overlap

#: Boxes of Noto's Chinese faces at 10 points.
HEIGHT = 14.4


def word(left: float, text: str, top: float = 0.0, em: float = 10.0) -> Word:
    return Word(left, top, left + em * len(text), top + HEIGHT, text)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (word(0, "北京市"), word(24, "总工会")),
        (word(0, "说"), word(0, "说")),
        (word(0, "说："), word(8, "话")),
        (word(0, "说："), word(3, "“话")),
        (word(0, "北京市"), word(0, "总工会", top=5)),
    ],
)
def test_words_on_each_other_are_found(first: Word, second: Word) -> None:
    assert overlap(first, second)
    assert overlap(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (word(0, "北京市"), word(30, "总工会")),
        (word(0, "北京市"), word(26, "总工会")),
        # Each gives up its empty half.
        (word(0, "说："), word(10, "“话")),
        (word(0, "完。”"), word(20, "“又")),
        (word(0, "说，"), word(12, "看")),
        (word(0, "北京市"), word(0, "总工会", top=12)),
    ],
)
def test_words_set_close_are_none(first: Word, second: Word) -> None:
    assert not overlap(first, second)
    assert not overlap(second, first)
