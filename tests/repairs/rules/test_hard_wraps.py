"""hard-wraps: a paragraph's lines become one; verse, lists, tables and addresses keep theirs."""

from __future__ import annotations

import textwrap

import pytest

from publisher.repairs.rules.hard_wraps import RULE
from tests.repairs.rules.verbs import changed, check_noop, check_transformed

ENGLISH = (
    "The council met on Tuesday night and voted to delay the work on the old pier until the "
    "spring. Residents had asked for a survey of the piles, which divers saw last in 1998, "
    "and the harbour master agreed. Nobody at the meeting spoke against the plan."
)
CHINESE = (
    "近日，区总工会在文化宫举办职工歌咏比赛，来自全区各行各业的十五支代表队参加决赛。参赛职工以饱满的"
    "热情唱出心声和梦想，现场气氛热烈。比赛最后评出一等奖两名，二等奖三名，其余队伍获得优秀组织奖。"
)
JAPANESE = (
    "市は来月から新しい図書館サービスを始めると発表した。利用者は電話やインターネットで本を予約し、"
    "近くの窓口で受け取ることができる。市立図書館によると、初年度は約三千人の利用を見込んでいるという。"
)


KOREAN = (
    "시는 다음 달부터 새로운 도서관 서비스를 시작한다고 발표했다. 이용자는 전화나 인터넷으로 책을 "
    "예약하고 가까운 창구에서 받을 수 있다. 시립 도서관은 첫해에 약 삼천 명의 이용을 예상한다."
)


@pytest.mark.parametrize("width", [28, 36, 44])
def test_korean_is_joined_with_a_space(width: int) -> None:
    check_transformed(RULE, textwrap.fill(KOREAN, width), KOREAN)


@pytest.mark.parametrize("width", [28, 36, 48, 64, 76])
def test_a_wrapped_paragraph_becomes_one_line(width: int) -> None:
    check_transformed(RULE, textwrap.fill(ENGLISH, width), ENGLISH)


@pytest.mark.parametrize("text", [CHINESE, JAPANESE])
@pytest.mark.parametrize("width", [14, 18, 24, 30])
def test_wrapped_signs_are_joined_without_a_space(text: str, width: int) -> None:
    lines = [text[place : place + width] for place in range(0, len(text), width)]
    check_transformed(RULE, "\n".join(lines), text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fares rise by 3 -\n5 per cent in May.", "Fares rise by 3 - 5 per cent in May."),
        ("l'\nacqua è alta", "l'acqua è alta"),
        ("他说，他\n们明天就来。", "他说，他们明天就来。"),
        ("使用 open\nsource 许可证。", "使用 open source 许可证。"),
        ("去年共完成\n，今年继续。", "去年共完成，今年继续。"),
    ],
)
def test_a_single_wrap_with_sure_evidence_is_joined(text: str, expected: str) -> None:
    check_transformed(RULE, text, expected)


def test_paragraphs_wrapped_without_empty_lines_are_parted_at_short_last_lines() -> None:
    text = "\n".join(textwrap.wrap(ENGLISH, 40) + textwrap.wrap(ENGLISH, 40))
    assert changed(RULE, text) == f"{ENGLISH}\n\n{ENGLISH}"


def test_an_ideographic_indent_begins_a_paragraph() -> None:
    one = "\n".join(f"　　{CHINESE}"[place : place + 20] for place in range(0, 90, 20))
    assert changed(RULE, f"{one}\n{one}").count("\n\n　　") == 1


@pytest.mark.parametrize(
    "lines",
    [
        ["一等奖", "东城区教育工会合唱团", "二等奖", "首都医院工会合唱团", "公交集团工会合唱团"],
        ["Agenda", "Opening", "Accounts for the year", "Election of two members"],
        ["问：加班费怎么计算", "答：可以。", "问：可以用调休代替吗", "答：可以。"],
        ["Q: When does the ferry stop", "A: At nine.", "Q: And in summer", "A: At eleven."],
        ["문: 접수는 언제까지입니까", "답: 이달 말까지입니다."],
        ["“你什么时候回来？”", "“过了年就回。”", "母亲没有再问。"],
        ["「もう帰るのか」", "「うん、また来るよ」", "祖母は黙って手を振った。"],
        ["项目如下：", "1. 电焊", "2. 叉车"],
        ["（一）电焊", "（二）叉车"],
        ["申请人：陈红", "2025年3月8日"],
    ],
)
def test_lines_of_their_own_stand_apart(lines: list[str]) -> None:
    check_transformed(RULE, "\n".join(lines), "\n\n".join(lines))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一行",
        "一\n\n二",
        "一\f二",
        "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。",
        "轻轻的我走了，\n正如我轻轻的来；\n我轻轻的招手，\n作别西天的云彩。",
        "我想\n把这一生\n慢慢地\n写成一封很长很长的信",
        "Over the sea\nover the sand\nmy love is free\nas a bird on the land",
        "O Captain! my Captain!\nrise up and hear the bells;",
        "Rue du Port 12\n1000 Bruxelles",
        "电话：010-12345678\n地址：北京市东城区",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "19:00 新闻联播\n19:38 焦点访谈",
        "北京 晴 12℃\n上海 多云 15℃",
        "## 标题\n正文从这里开始，说明情况。",
        "本报记者 彭程 摄\n近日，夜校开课。",
        ">> 北京经验 <<\n北辰集团工会",
        "■工会重点\n工作创新",
        "- oranges\n- lemons",
        "1. one item",
        "He said so.\nThen he left the house.",
        "First line with two spaces  \nand a forced break in it.",
        "主办：总工会\n承办：文化宫",
        "def f(x):\n    return x",
        "第一章\n总则",
    ],
)
def test_lines_that_mean_something_stay(text: str) -> None:
    check_noop(RULE, text)


def test_a_paragraph_a_line_stays() -> None:
    check_noop(RULE, "\n".join([ENGLISH, ENGLISH, CHINESE]))
