"""Tests of the barriers: what stands alone, what begins something, and what is only prose."""

import pytest

from publisher.repairs.evidence.barriers import (
    ALONE,
    OPENING,
    TRANSPARENT,
    Kind,
    is_quotation,
    kind_of,
    shape_of,
)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("## 海淀职工歌咏比赛举办", Kind.HEADING),
        ("METHODS", Kind.HEADING),
        ("■工会重点工作创新案例", Kind.LABEL),
        (">> 基层经验 <<", Kind.LABEL),
        ("【读者来信】", Kind.LABEL),
        ("（记者 李华）", Kind.CREDIT),
        ("责任编辑：王芳", Kind.CREDIT),
        ("文/赵强 图/李梅", Kind.CREDIT),
        ("转自《中工网》", Kind.SOURCE),
        ("来源：新华网", Kind.SOURCE),
        ("By Anna Pierce", Kind.BYLINE),
        ("Von Karl Weber und Eva Blum", Kind.BYLINE),
        ("本报讯（记者 李华）近日，纺织厂工会设立了休息室。", Kind.DATELINE),
        ("新华社北京5月20日电（记者 王明）国家统计局今天公布", Kind.DATELINE),
        ("LONDON (Reuters) — The council met on Monday.", Kind.DATELINE),
        ("一、电焊", Kind.LIST),
        ("（三）推进新型城镇化", Kind.LIST),
        ("1. Check the plate;", Kind.LIST),
        ("• offices on the pier", Kind.LIST),
        ("问：加班费怎么计算", Kind.QUESTION),
        ("Q: When does the ferry stop running", Kind.QUESTION),
        ("문: 접수는 언제까지입니까", Kind.QUESTION),
        ("—¿Vienes mañana?", Kind.DIALOGUE),
        ("19:30  新闻联播", Kind.PROGRAMME),
        ("上海队 3-1 北京队", Kind.PROGRAMME),
        ("此致", Kind.SIGNATURE),
        ("申请人：陈红", Kind.SIGNATURE),
        ("2025年3月8日", Kind.SIGNATURE),
        ("二〇二五年三月八日", Kind.SIGNATURE),
        ("　　会议强调，要守住安全底线", Kind.INDENTED),
        ("        Opening hours", Kind.INDENTED),
        ("* * *", Kind.ORNAMENT),
        ("（下转第四版）", Kind.JUMP),
        ("High     06:12  06:58  07:40", Kind.TABLE),
        ("![展览现场](photo.jpg)", Kind.PICTURE),
        ("图为展览现场。 赵强 摄", Kind.CAPTION),
        ("本报记者 曹立栋 摄", Kind.PHOTO_CREDIT),
        ("Foto: Eva Blum", Kind.PHOTO_CREDIT),
        ("— 12 —", Kind.FOLIO),
        ("第3版", Kind.FOLIO),
        ("2 Harbour log, 1902, p. 17.", Kind.FOOTNOTE),
    ],
)
def test_form_tells_the_kind_of_a_line(line: str, kind: Kind) -> None:
    assert kind_of(line) is kind


@pytest.mark.parametrize(
    "line",
    [
        "业链分层分类开展劳动竞赛、技能比武，激发职工干事创业热情。",
        "200余名志愿者集体宣誓。",
        "3.5万名职工参加",
        "2025年3月8日，区总工会举办职工歌咏比赛",
        "据美国媒体16日报",
        "据长江三峡通航管理局数",
        "记者近日从北辰集团了解到",
        "第八条规定的情形除外",
        "图书馆里坐满了人",
        "她表示：“关于蝙蝠以",
        "第二个视角：从全国两会来读",
        "M. Goldsmith déclara au journal",
        "By the time the ferry came, the crowd had gone home.",
        "Von der Brücke sieht man die Stadt.",
        "IP授权业务，带动销售增长。",
        "30 per cent of voters stayed at home.",
        "operations in the harbour and",
        "(fifty-one per cent) of the income.",
        "警察官は午前 2:30 前後に発生した事件を説明した。",
        "",
    ],
)
def test_prose_stays_prose(line: str) -> None:
    assert kind_of(line) is Kind.PROSE


def test_each_kind_has_at_most_one_part_to_play() -> None:
    assert not ALONE & OPENING
    assert not ALONE & TRANSPARENT
    assert not OPENING & TRANSPARENT


@pytest.mark.parametrize(
    "block",
    [
        "风从江面上来\n带着稻花的香\n我把名字写在船头\n等你认出故乡",
        "Harbour News Office\n14 Quay Street East\nKingston upon Hull",
        "tuuli laulaa metsän yllä\nkuu nousee veden ylle\nvene odottaa rannalla",
        "Tide     Mon    Tue    Wed\nHigh     06:12  06:58  07:40",
    ],
)
def test_lines_set_apart_close_and_open(block: str) -> None:
    shape = shape_of(block)
    assert shape.opens
    assert shape.closes


def test_a_list_item_opens_and_may_run_on() -> None:
    shape = shape_of("一、完善职工培训制度，围绕产")
    assert shape.opens
    assert not shape.closes


def test_a_wrapped_paragraph_is_not_set_apart() -> None:
    line = "近年来，市总工会高度重视首都工匠学院建设和技术技能人才培养，积极贯彻落实"
    assert not shape_of("\n".join([line] * 4)).closes


def test_a_quotation_is_whole() -> None:
    assert is_quotation("“过了年就回。”")
    assert not is_quotation("“过了年就回。”他说")
    assert not is_quotation("“过了年" + "就" * 500 + "回。”")


def test_only_the_ends_of_a_long_line_are_read() -> None:
    line = "工" * 5_000_000
    assert kind_of(line[:161]) is Kind.PROSE
    assert shape_of(line).first is Kind.PROSE
    assert shape_of("\n".join("工" * 100_000)).first is Kind.PROSE
