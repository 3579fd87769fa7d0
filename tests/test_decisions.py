"""The editor's decisions: found by their text, winning over every rule, reported when stale."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from publisher.decisions import path_of, questions, read_decisions, stale
from publisher.errors import UsageError
from publisher.manuscripts import read_manuscript
from publisher.pipeline import repair_manuscript, stale_answers
from publisher.repairs import Repaired, Verdict

TEXT = "启动仪式上，来自全市的\n\n200余名志愿者集体宣誓。\n\n随后，大家参观了车间。\n"


def seed(folder: Path, text: str, decisions: str = "") -> Path:
    path = folder / "a.txt"
    path.write_text(text, "utf-8")
    if decisions:
        path_of(path).write_text(decisions, "utf-8")
    return path


def decision(left: str, right: str, verdict: str) -> str:
    return f'[[decision]]\nleft = "{left}"\nright = "{right}"\nverdict = "{verdict}"\n'


def repaired(path: Path) -> Repaired:
    return repair_manuscript(read_manuscript(path))


@pytest.mark.parametrize(
    ("verdict", "between"), [("join", ""), ("paragraph", "\n\n"), ("gap", "⟦gap⟧\n\n")]
)
def test_an_answer_decides(tmp_path: Path, verdict: str, between: str) -> None:
    path = seed(tmp_path, TEXT, decision("来自全市的", "200余名", verdict))
    assert f"全市的{between}200余名" in repaired(path).text
    assert repaired(path).breaks[0].verdict is Verdict(verdict)


def test_an_answer_wins_over_a_certain_rule(tmp_path: Path) -> None:
    path = seed(tmp_path, TEXT, decision("集体宣誓。", "随后，大家", "join"))
    assert "宣誓。随后，" in repaired(path).text


def test_an_address_may_run_over_a_short_paragraph(tmp_path: Path) -> None:
    text = "账户里的分\n\n数一分不少。\n\n问：听说积分可以给徒弟用？\n"
    path = seed(tmp_path, text, decision("账户里的分", "数一分不少。\\n\\n问：", "join"))
    assert "账户里的分数一分不少。" in repaired(path).text
    assert stale_answers(read_manuscript(path), repaired(path)) == ()


def test_an_answer_keeps_its_address_while_the_rest_changes(tmp_path: Path) -> None:
    changed = "# 夜校开课\n\n近日，夜校开课。\n\n" + TEXT.replace("\n\n200", "\n\n\n\n200")
    path = seed(tmp_path, changed, decision("来自全市的", "200余名", "join"))
    assert "全市的200余名" in repaired(path).text


@pytest.mark.parametrize(("left", "right"), [("来自全省的", "200余名"), ("来自全市的", "300余名")])
def test_a_stale_answer_is_reported_and_not_applied(tmp_path: Path, left: str, right: str) -> None:
    path = seed(tmp_path, TEXT, decision(left, right, "gap"))
    assert "⟦gap⟧" not in repaired(path).text
    answers = stale_answers(read_manuscript(path), repaired(path))
    assert [answer.left for answer in answers] == [left]


def test_an_answer_with_two_addresses_is_not_applied(tmp_path: Path) -> None:
    path = seed(tmp_path, TEXT + "\n" + TEXT, decision("来自全市的", "200余名", "gap"))
    assert "⟦gap⟧" not in repaired(path).text
    assert len(stale_answers(read_manuscript(path), repaired(path))) == 1


def test_no_answer_is_stale_where_none_is_given(tmp_path: Path) -> None:
    path = seed(tmp_path, TEXT)
    assert read_decisions(path) == ()
    assert stale((), TEXT, repaired(path)) == ()


def test_the_open_questions_are_a_decisions_file(tmp_path: Path) -> None:
    path = seed(tmp_path, TEXT)
    asked = questions(TEXT, repaired(path).queries)
    assert asked.count("[[decision]]") == len(repaired(path).queries) == 1
    path_of(path).write_text(asked.replace('"gap"', '"join"'), "utf-8")
    assert "全市的200余名" in repaired(path).text
    assert not repaired(path).queries


def edit(left: str, before: str, right: str, text: str) -> str:
    told = {"left": left, "before": before, "right": right, "text": text}
    rows = "".join(f"{key} = {json.dumps(value)}\n" for key, value in told.items())
    return f'[[decision]]\n{rows}verdict = "edit"\n'


def test_an_edit_puts_in_what_the_printed_page_has(tmp_path: Path) -> None:
    path = seed(tmp_path, TEXT, edit("来自全市的", "", "200余名", "16个区的"))
    done = repaired(path)
    assert "全市的16个区的200余名" in done.text
    assert not done.queries
    assert done.ledger.passes[0].rule == "editors-answers"
    assert stale_answers(read_manuscript(path), done) == ()


def test_an_edit_that_changes_nothing_keeps_every_rule_away(tmp_path: Path) -> None:
    path = seed(tmp_path, TEXT, edit("来自全市的", "", "200余名", "\n\n"))
    done = repaired(path)
    assert (done.text, done.queries, done.ledger.passes) == (TEXT, (), ())


def test_an_edit_comes_before_every_rule(tmp_path: Path) -> None:
    text = "The mayor opened the oﬃce on Monday.\n"
    assert "the office" in repaired(seed(tmp_path, text)).text
    path = seed(tmp_path, text, edit("opened the", "oﬃce", "on Monday", " oﬃce "))
    assert repaired(path).text == text


def test_an_edit_at_either_end_of_the_text(tmp_path: Path) -> None:
    ends = edit("", "启动仪式", "上，来自", "开班式") + edit("参观了", "车间。", "", "厂房。\n")
    done = repaired(seed(tmp_path, TEXT, ends))
    assert done.text.startswith("开班式上，来自")
    assert done.text.endswith("参观了厂房。\n")


@pytest.mark.parametrize("left", ["来自全省的", "的"])
def test_an_edit_without_its_place_is_reported(tmp_path: Path, left: str) -> None:
    text = TEXT + "\n" + TEXT if left == "的" else TEXT
    path = seed(tmp_path, text, edit(left, "", "200余名", "x"))
    assert "x" not in repaired(path).text
    assert len(stale_answers(read_manuscript(path), repaired(path))) == 1


@pytest.mark.parametrize(
    ("verdict", "between"),
    [
        ("join", "技能和经验得到"),
        ("paragraph", "技能和经\n\n（赵强 摄）\n\n验得到"),
        ("gap", "技能和经⟦gap⟧\n\n（赵强 摄）\n\n验得到"),
    ],
)
def test_an_answer_on_a_break_that_something_stands_in(
    tmp_path: Path, verdict: str, between: str
) -> None:
    text = "他们的技能和经\n\n（赵强 摄）\n\n验得到了广泛的赞誉，大家纷纷表示要学习。\n"
    path = seed(tmp_path, text, decision("技能和经", "验得到了", verdict))
    done = repaired(path)
    assert between in done.text
    assert done.text.count("赵强") == 1
    assert stale_answers(read_manuscript(path), done) == ()


def test_an_edit_where_text_is_moved_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    text = "他们的技能和经\n\n（赵强 摄）\n\n验得到了广泛的赞誉，大家纷纷表示要学习。\n"
    moved = repaired(seed(tmp_path, text)).text
    assert "技能和经验得到" in moved
    assert moved.count("赵强") == 1
    done = repaired(seed(tmp_path, text, edit("（赵强", "摄", "）", "\n摄影")))
    assert done.text.count("赵强") == 1


@pytest.mark.parametrize(
    "content",
    [
        edit("来自全市的", "", "200余名", "x") + "who = 1\n",
        '[[decision]]\nleft = "来自全市的"\nright = "200"\nverdict = "edit"\n',
        edit("的", "", "", "x"),
        decision("来自全市的", "200", "join") + 'text = "x"\n',
        "decision = 1\n",
        '[[decision]]\nleft = 1\nright = "200"\nverdict = ["join"]\n',
        "decision = ",
        "[[decisions]]\n",
        decision("来自全市的", "200", "joined"),
        decision("的", "200", "join"),
        '[[decision]]\nleft = "来自全市的"\nverdict = "join"\n',
        decision("来自全市的", "200", "join") + "who = 1\n",
    ],
)
def test_a_faulty_file_is_a_usage_error(tmp_path: Path, content: str) -> None:
    path = seed(tmp_path, TEXT, content)
    with pytest.raises(UsageError):
        read_decisions(path)
