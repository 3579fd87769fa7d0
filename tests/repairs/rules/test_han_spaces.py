"""han-spaces: a line that is spaced out is closed up; spaces that mean something stay."""

from __future__ import annotations

import pytest

from publisher.repairs.rules.han_spaces import RULE
from tests.repairs.rules.verbs import check_noop, check_transformed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全 市 共 建 成 口 袋 公 园 ， 免 费 开 放 。", "全市共建成口袋公园，免费开放。"),
        ("职 工 夜 校 开 课 “ 学 习 ” 新 技 能", "职工夜校开课“学习”新技能"),
        ("职 工 夜 校 共 有 12 门 课 程", "职工夜校共有12门课程"),
        ("夜校开课 ，欢迎报名 。", "夜校开课，欢迎报名。"),
        ("职 工 夜 校 开 课 App 下 载 学 习", "职工夜校开课 App 下载学习"),
    ],
)
def test_false_spaces_go(text: str, expected: str) -> None:
    check_transformed(RULE, text, expected)


def test_only_the_spaced_out_line_is_closed_up() -> None:
    text = "奋力开拓 勇担使命\n职 工 夜 校 共 有 许 多 课 程\n张 三"
    check_transformed(RULE, text, "奋力开拓 勇担使命\n职工夜校共有许多课程\n张 三")


def test_numbers_stay_apart_where_the_document_sets_them_so() -> None:
    text = "去年有 85 门。\n职 工 夜 校 共 有 12 门 课 程"
    check_transformed(RULE, text, "去年有 85 门。\n职工夜校共有 12 门课程")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "擘画蓝图 催奋进 勇担使命 启征程",
        "奋力开拓 首都工会 工作新局面",
        "通 知",
        "编 者 按",
        "春 夏 秋 冬",
        "东 南 西 北 中 发 白",
        "张　三　李　四　王小明",
        "张 三  李 四  王小明  赵 五  钱 六",
        "甲　乙　丙　丁　戊　己　庚　辛　壬",
        "本报记者 彭程 摄",
        "总编辑 王 明 责任编辑 李 华",
        "请填写 Check List 表",
        "北京 上海 广州 深圳 成都",
        "나 는 오 늘 책 을 읽 었 다",
        "ア イ ウ エ オ カ キ ク ケ",
        "1 2 3 4 5 6 7 8",
        "a b c d e f g",
        "　　夜校开课。",
        "夜校开课。 欢迎报名",
    ],
)
def test_spaces_that_mean_something_stay(text: str) -> None:
    check_noop(RULE, text)
