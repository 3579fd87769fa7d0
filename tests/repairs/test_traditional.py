"""Traditional Chinese is judged as Simplified is, and comes out as it went in."""

from __future__ import annotations

import pytest

from publisher import learn
from publisher.pipeline import normalize
from publisher.repairs.evidence.variants import simplified


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "同時，圍繞產\n\n業鏈分層分類開展勞動競賽。",
            "同時，圍繞產業鏈分層分類開展勞動競賽。",
        ),
        (
            "近年來，各家醫院的職工志願服務隊在原有12支隊伍基礎\n\n上擴充到22支，已有志願者人數1518人。",
            "近年來，各家醫院的職工志願服務隊在原有12支隊伍基礎上擴充到22支，已有志願者人數1518人。",
        ),
        (
            "社區衛生中心近年來著力\n\n問，由值班醫生當場解答。",
            "社區衛生中心近年來著力⟦gap⟧\n\n問，由值班醫生當場解答。",
        ),
        (
            "工會主席說：「夜校開課以後，來自各個企業的職\n\n工都來報名學習。」大家都很高興。",
            "工會主席說：「夜校開課以後，來自各個企業的職工都來報名學習。」大家都很高興。",
        ),
    ],
)
def test_breaks_are_judged(text: str, expected: str) -> None:
    assert normalize(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "職工歌詠比賽圓滿落幕\n\n近日，區總工會舉辦職工歌詠比賽，15支隊伍參加決賽。",
        "會議強調，要守住安全底線。\n\n會議指出，要加快補齊短板。",
        "比賽設三個項目：\n\n一、電焊\n\n二、叉車駕駛\n\n三、數控車床",
        "特此申請，望予批准。\n\n此致\n\n敬禮\n\n2025年3月8日",
        "風從江面上來\n帶著稻花的香\n我把名字寫在船頭",
    ],
)
def test_what_stands_apart_stays(text: str) -> None:
    assert normalize(text).text == text


def test_the_reason_shows_words_the_dictionary_knows() -> None:
    found = normalize("同時，圍繞產\n\n業鏈分層分類開展勞動競賽。").breaks[0]
    assert any("产业链" in reason for reason in found.evidence)


def test_an_archive_in_either_script_counts_the_same() -> None:
    text = "圍繞產業鏈分層分類開展勞動競賽。"
    assert learn([text]).digest == learn([simplified(text)]).digest


def test_simplified_text_stays_as_it_is() -> None:
    text = "乾隆年间的著名建筑，于右任、瞭望塔，这里、后来、干部。「引号」“引号”"
    assert simplified(text) == text
