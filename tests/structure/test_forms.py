"""The forms in which papers print bylines, credits, datelines, sources, captions and jump lines."""

from __future__ import annotations

import pytest

from publisher.structure.bylines import read_bylines
from publisher.structure.captions import read_caption
from publisher.structure.credits import read_credits
from publisher.structure.datelines import read_opening
from publisher.structure.jump_lines import read_jump
from publisher.structure.sources import read_source
from publisher.text import Span


def whole(line: str) -> Span:
    return Span(0, len(line))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("文｜本报记者 张三", "记者 张三"),
        ("记者 王小明/文 李四/摄", ""),
        ("本报记者 王五 发自广州", "记者 王五"),
        ("（记者王小明 通讯员李华）", "记者 王小明, 通讯员 李华"),
        ("本报记者 张三 李四 通讯员 王五", "记者 张三, 记者 李四, 通讯员 王五"),
        ("□ 本报记者 周　舟　□ 本报见习记者 苏晓禾", "记者 周舟, 见习记者 苏晓禾"),
        ("口本报记者 周　舟", "记者 周舟"),
        ("◎张三丰", " 张三丰"),
        ("撰文/张三", "撰文 张三"),
        ("口述：张三 整理：李四", "口述 张三, 整理 李四"),
        ("张三 口述 李四 整理", "口述 张三, 整理 李四"),
        ("陶然 整理", "整理 陶然"),
        ("张三 文/摄", " 张三"),
        ("本报驻巴黎记者 张三", "记者 张三"),
        ("本报记者 阿依努尔·买买提", "记者 阿依努尔·买买提"),
        ("記者王小明／台北報導", "記者 王小明"),
        ("本報記者 陳大文", "記者 陳大文"),
        ("BY JANE DOE | STAFF WRITER", "STAFF WRITER JANE DOE"),
        ("By Jane Doe, John Roe and Ann Poe", " Jane Doe,  John Roe,  Ann Poe"),
        ("By Mary-Ann O'Neil", " Mary-Ann O'Neil"),
        ("Jane Doe, Staff Writer", "Staff Writer Jane Doe"),
        ("FROM STAFF REPORTS", " FROM STAFF REPORTS"),
        ("Ledger staff report", " Ledger staff report"),
        ("JANE DOE • STAFF WRITER", "STAFF WRITER JANE DOE"),
        ("By JANE DOE of the Record staff", "of the Record staff JANE DOE"),
        ("By Jane Doe, For The Herald", "For The Herald Jane Doe"),
        ("By Jane Doe Chief Crime Reporter", "Chief Crime Reporter Jane Doe"),
        ("by Staff Writer Jane Doe", "Staff Writer Jane Doe"),
        ("By Jane Doe • jdoe@record.example", " Jane Doe"),
        ("By Jane Doe in Paris", " Jane Doe"),
        ("Exclusive by Jane Doe", " Jane Doe"),
        ("Words: Jane Doe", " Jane Doe"),
        ("By Our Cricket Correspondent", " By Our Cricket Correspondent"),
        ("By Record staff", " By Record staff"),
        ("采访/整理 乔木", "采访/整理 乔木"),
    ],
)
def test_a_byline_names_its_writers(line: str, names: str) -> None:
    found = [f"{one.role} {one.name}" for one in read_bylines(line, whole(line))]
    assert ", ".join(found) == names


@pytest.mark.parametrize(
    "line",
    [
        "本报记者了解到",
        "记者从会上获悉",
        "通讯员培训班开班",
        "记者手记",
        "本报记者站成立",
        "By John’s reckoning",
        "By the third night",
        "By all accounts",
        "Staff reports of the league",
        "By the book in Paris",
        "Words by the thousand",
        "By Friday in Springfield, crews had cleared the road",
        "Review of the year",
    ],
)
def test_this_names_no_writer(line: str) -> None:
    assert read_bylines(line, whole(line)) == ()
    assert read_credits(line, whole(line)) == ()


@pytest.mark.parametrize(
    ("line", "name", "role", "organisation"),
    [
        ("记者 王小明/文 李四/摄", "李四", "摄", ""),
        ("摄影/张三 李四", "张三、李四", "摄影", ""),
        ("供图/市总工会", "市总工会", "供图", ""),
        ("视觉中国供图", "视觉中国", "供图", ""),
        ("新华社发（张三 摄）", "张三", "摄", "新华社"),
        ("（资料图片）", "", "图", ""),
        ("制图：秦小雨", "秦小雨", "制图", ""),
        ("漫画/赵一鸣", "赵一鸣", "漫画", ""),
        ("記者李大華／攝影", "李大華", "攝影", ""),
        ("Photo by Jane Doe/Staff", "Jane Doe", "photo", "Staff"),
        ("AP PHOTO/JANE ROE", "JANE ROE", "photo", "AP"),
        ("Staff photo by Jane Doe", "Jane Doe", "photo", "Staff"),
        ("Jane Doe / The Harbor Ledger", "Jane Doe", "photo", "The Harbor Ledger"),
        ("Courtesy of the Smith family", "the Smith family", "photo", ""),
        ("File photo", "", "photo", ""),
    ],
)
def test_a_credit_names_who_made_the_picture(
    line: str, name: str, role: str, organisation: str
) -> None:
    (credit,) = read_credits(line, whole(line))
    assert (credit.name, credit.role, credit.organisation) == (name, role, organisation)


@pytest.mark.parametrize(
    ("line", "dateline", "rest"),
    [
        ("本报讯 (记者 张三)近日，夜校开课。", "本报讯", "近日，夜校开课。"),
        ("本报讯　记者龚雪报道：今年不用抢号。", "本报讯", "今年不用抢号。"),
        ("【本报讯】（记者 张三）近日，夜校开课。", "本报讯", "近日，夜校开课。"),
        ("〔本報訊〕昨日開課。", "本報訊", "昨日開課。"),
        ("〔即時新聞／綜合報導〕昨日開課。", "即時新聞／綜合報導", "昨日開課。"),
        ("【記者王小明台北報導】市府昨日宣布", "台北報導", "市府昨日宣布"),
        ("中央社台北5日電 行政院", "中央社台北5日電", "行政院"),
        ("据新华社北京5月20日电（记者 张三）外交部", "据新华社北京5月20日电", "外交部"),
        ("SPRINGFIELD, Ill. (AP) — The council", "SPRINGFIELD, Ill. (AP) —", "The council"),
        ("HALIFAX, Nova Scotia, May 19 — The", "HALIFAX, Nova Scotia, May 19 —", "The"),
        ("OTTAWA, May 19 (AP) -- Shipping", "OTTAWA, May 19 (AP) --", "Shipping"),
        ("WASHINGTON | The White House", "WASHINGTON |", "The White House"),
        ("Paris, May 3 — The river", "Paris, May 3 —", "The river"),
    ],
)
def test_a_dateline_stands_before_the_text(line: str, dateline: str, rest: str) -> None:
    opening = read_opening(line, whole(line))
    assert opening is not None
    assert (str(opening.dateline), line[opening.end :]) == (dateline, rest)


@pytest.mark.parametrize(
    "line", ["AFTER three hours of talk", "记者获悉，夜校开课。", "NOBODY goes to see the umpire"]
)
def test_a_text_that_opens_plainly_has_no_dateline(line: str) -> None:
    assert read_opening(line, whole(line)) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("（来源：新华社）", "新华社"),
        ("稿件来源：人民日报", "人民日报"),
        ("（综合新华社报道）", "新华社"),
        ("原载1926年5月1日《江城工友报》", "江城工友报"),
        ("（摘自2025年第5期《读者》）", "读者"),
        ("转载自人民网", "人民网"),
        ("本报综合报道", "本报综合"),
        ("Source: Census Bureau", "Census Bureau"),
        ("— From wire reports", "wire reports"),
    ],
)
def test_a_source_is_named(line: str, name: str) -> None:
    source = read_source(line, whole(line))
    assert source is not None
    assert (source.name, source.text) == (name, line)


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("5月20日，市民在选购图书。本报记者 张三 摄", "5月20日，市民在选购图书。"),
        ("圖：市長（左）頒獎。（市府提供）", "圖：市長（左）頒獎。"),
        ("小朋友们在看书。（资料图片）", "小朋友们在看书。"),
        ("▲ 现场。张三 摄", "▲ 现场。"),
        ("Residents gather downtown. Photo by Jane Doe", "Residents gather downtown."),
        ("A boat. (Jane Doe/AP)", "A boat."),
    ],
)
def test_a_caption_leaves_its_credit_behind(line: str, caption: str) -> None:
    found = read_caption(line, whole(line))
    assert found is not None
    assert found[0].of(line) == caption
    assert len(found[1]) == 1


@pytest.mark.parametrize(
    "line", ["图为何物", "图为何物？在制图员眼里，图是尺寸。", "Jane Doe smiles."]
)
def test_this_is_no_caption(line: str) -> None:
    assert read_caption(line, whole(line)) is None


@pytest.mark.parametrize(
    ("line", "way", "page", "keyword"),
    [
        ("▶▶下转A3版", "to", "A3", ""),
        ("（紧接A01版）", "from", "A01", ""),
        ("下转第2、3版", "to", "2", ""),
        ("上接第一版·头条", "from", "1", ""),
        ("▶文轉A4", "to", "A4", ""),
        ("（全文见第四版）", "see", "4", ""),
        ("Turn to BUDGET, Page 6A", "to", "6A", "BUDGET"),
        ("BUDGET | From Page 1A", "from", "1A", "BUDGET"),
        ("COUNCIL, from Page A1", "from", "A1", "COUNCIL"),
        ("Please see MARINERS, Page B4", "to", "B4", "MARINERS"),
        ("See Budget/6A", "to", "6A", "Budget"),
        ("Related editorial, Page B3", "see", "B3", ""),
        ("▶ STRIKE, A4", "to", "A4", "STRIKE"),
        ("Story continues on page 3", "to", "3", ""),
        ("Please turn to Page 6A, Col. 1", "to", "6A", ""),
        ("Turn to BRIDGE on Back Page", "to", "back page", "BRIDGE"),
        ("Turn to A6", "to", "A6", ""),
        ("From Page 1", "from", "1", ""),
        ("Continued from Page One", "from", "1", ""),
        ("Bridge: From A1", "from", "A1", "Bridge"),
        ("Bridge Continued from Page 1", "from", "1", "Bridge"),
        ("Full story: Page 3", "see", "3", ""),
    ],
)
def test_a_jump_line_tells_where(line: str, way: str, page: str, keyword: str) -> None:
    jump = read_jump(line, whole(line))
    assert jump is not None
    assert (jump.way.value, jump.page, jump.keyword) == (way, page, keyword)


@pytest.mark.parametrize(
    "line",
    [
        "下转型的企业",
        "接第3版老师",
        "See page 4 of the report for more",
        "Continued on those terms, the repairs would cost as much.",
        "From the pier",
        "Turn to page 3 of the hymnal",
        "From page 1 to the last",
        "▶ STRIKE, A4 paper and ink",
        "Bridge closed from A1 to A6",
    ],
)
def test_this_leads_nowhere(line: str) -> None:
    assert read_jump(line, whole(line)) is None
