"""Headlines cut into lines: between words, evenly, and nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.writers.pdf_headlines import line_setter, lines, width

HEADLINES = [
    "北京市总工会召开产业工人队伍建设改革推进会",
    "200余名劳模新生聆听“三个精神”主题宣讲 共上“开学第一课”",
    "中共中央办公厅、国务院办公厅关于持续推进城市更新行动的意见印发",
    "2024年全国规模以上工业企业利润同比增长3.5%达到7万亿元人民币",
]


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("measure", [10, 14, 20, 24])
def test_lines_fit_and_nothing_is_lost(headline: str, measure: int) -> None:
    found = lines(headline, measure)
    assert "".join(found) == headline
    assert all(width(line.strip()) <= measure for line in found)


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("measure", [10, 14, 20, 24])
def test_words_and_numbers_stay_whole(headline: str, measure: int) -> None:
    whole = "\n".join(lines(headline, measure))
    for word in ("北京市", "总工会", "产业", "劳模", "国务院", "3.5%", "2024", "200", "企业"):
        assert whole.count(word) == headline.count(word), word


@pytest.mark.parametrize("headline", HEADLINES)
def test_no_line_begins_or_ends_with_a_mark_that_may_not(headline: str) -> None:
    for measure in range(8, 25):
        for line in lines(headline, measure):
            assert line[0] not in "”、，。》的%"
            assert line.rstrip()[-1] not in "“《"


def test_a_headline_that_fits_stays_on_its_line() -> None:
    assert lines("北京市总工会“大劳模班”开班", 24) == ("北京市总工会“大劳模班”开班",)
    assert lines("", 24) == ("",)


def test_no_last_line_is_much_shorter() -> None:
    headline = "北京市总工会召开产业工人队伍建设改革推进会暨部署会议"
    first, second = lines(headline, 24)
    assert abs(width(first) - width(second)) < 6


def test_a_pause_is_a_better_break_than_an_even_one() -> None:
    assert lines("聚焦主责主业 推动首都工会工作高质量发展再上新台阶", 20) == (
        "聚焦主责主业 ",
        "推动首都工会工作高质量发展再上新台阶",
    )


def test_a_word_wider_than_the_measure_has_a_line_of_its_own() -> None:
    assert lines("访问" + "w" * 60 + "网站", 24) == ("访问", "w" * 60, "网站")


@given(st.text(max_size=80), st.sampled_from([5, 12, 24]))
def test_any_text_comes_back(text: str, measure: int) -> None:
    whole = "".join(lines(text, measure))
    assert len(whole) == len(text)
    assert all(one == other or other == "\ufffd" for one, other in zip(text, whole, strict=True))


@pytest.mark.parametrize("language", ["en", "ja", "ko", "und", ""])
def test_other_languages_keep_their_own_breaks(language: str) -> None:
    text = "A headline of several words that does not fit on a line of this measure"
    assert line_setter(language, {"headline": 10})("headline", text) == text


def test_a_korean_headline_breaks_at_its_spaces_only() -> None:
    set_line = line_setter("ko", {"headline": 6})
    assert set_line("headline", "국회 의원은").replace("\u2060", "|") == "국|회 의|원|은"


def test_markup_in_a_headline_is_escaped() -> None:
    set_line = line_setter("zh-Hans", {"headline": 6})
    expected = "&lt;b&gt;海淀区<br/>总工会<br/>举办比赛"
    assert set_line("headline", "<b>海淀区总工会举办比赛") == expected
