"""Two versions compared: nothing that differs is passed over, nothing that is alike is told."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.comparison import Stretch, Where, compare, differences
from publisher.pipeline import normalize, read_issue
from publisher.structure import read_issue as read_text
from publisher.structure import to_json
from publisher.text import Transcript
from tests.batch.material import PROGRAM

TEXT = st.text(alphabet="产业链a b\n。，éß", max_size=60)


def told(text: str) -> dict[str, Any]:
    return to_json(read_text(Transcript.of(text), id="a", name="a", source=text))


ISSUE = """\
北京经验

工会开展技能竞赛

本报讯（记者 周美玉）记者近日从工会了解到，该工会开展了会展服务技能展演。

赛项设立上创新创造，交流了经验，锻炼了队伍。

职工夜校春季班开学

本报讯（记者 李明）近日，职工夜校开学典礼举办，二百余名新生齐聚一堂，开启学习之旅。
"""


@given(TEXT, TEXT)
def test_the_stretches_are_both_texts_whole(old: str, new: str) -> None:
    found = differences(old, new)
    for text, other in ((old, Where.NEW), (new, Where.OLD)):
        assert "".join(one.text for one in found if one.where != other) == text
    assert all(one.text for one in found)


@given(TEXT)
def test_a_text_doesnt_differ_from_itself(text: str) -> None:
    assert all(one.where is Where.BOTH for one in differences(text, text))


@pytest.mark.parametrize("old", ["a b", "、、、、。", "ab" * 9])
def test_what_is_repeated_and_long_stays_whole(old: str) -> None:
    long = old * 5000
    new = f"x{long}y"
    found = differences(long, new)
    assert "".join(one.text for one in found if one.where != Where.NEW) == long
    assert "".join(one.text for one in found if one.where != Where.OLD) == new


def test_the_time_grows_with_the_text_alone() -> None:
    """Each paragraph of a long article has another word: each with each took 225 times as long."""
    short, long = (_seconds(count) for count in (100, 1500))
    assert long < 60 * short


def _seconds(count: int) -> float:
    chance = Random(9)
    drawn = [
        "".join(chance.choices("的一是不了人在有我他这中大来上国个到说们", k=100))
        for _ in range(count)
    ]
    old, new = "\n".join(drawn), "\n".join(f"{one[:50]}新{one[51:]}" for one in drawn)
    begun = time.process_time()
    found = differences(old, new)
    seconds = time.process_time() - begun
    assert sum(one.where is Where.NEW for one in found) == count
    return seconds


def test_words_of_latin_script_stay_whole() -> None:
    found = differences("the union holds", "the unions hold")
    assert found == (
        Stretch("the ", Where.BOTH), Stretch("union", Where.OLD), Stretch("unions", Where.NEW),
        Stretch(" ", Where.BOTH), Stretch("holds", Where.OLD), Stretch("hold", Where.NEW),
    )  # fmt: skip


def test_an_issue_doesnt_differ_from_itself(first_seed: Path) -> None:
    model = to_json(read_issue(first_seed))
    assert compare(model, model).same


def test_what_became_of_each_article() -> None:
    old = told(ISSUE)
    new = told(ISSUE.replace("二百余名", "三百余名").replace("记者 周美玉", "记者 周美"))
    found = compare(old, new)
    assert [one.headline for one in found.changed] == ["工会开展技能竞赛", "职工夜校春季班开学"]
    first, second = found.changed
    assert [(one.name, one.old, one.new) for one in first.fields] == [
        ("bylines", "记者 周美玉", "记者 周美")
    ]
    assert not first.text
    assert [one for one in second.text if one.where != Where.BOTH] == [
        Stretch("二", Where.OLD), Stretch("三", Where.NEW)
    ]  # fmt: skip
    assert not (found.gone or found.new or first.moved or second.moved)


def test_articles_that_go_come_and_move() -> None:
    old, new = told(ISSUE), told(ISSUE)
    first, second = new["articles"]
    third = {**second, "headline": {**second["headline"], "text": "新馆开放"}, "body": []}
    found = compare(old, {**new, "articles": [second, first]})
    assert [one.moved for one in found.changed] == [True]
    found = compare(old, {**new, "articles": [third, first]})
    assert (found.gone, found.new, found.changed) == (("职工夜校春季班开学",), ("新馆开放",), ())


def test_a_new_headline_doesnt_make_another_article() -> None:
    found = compare(told(ISSUE), told(ISSUE.replace("职工夜校春季班开学", "夜校春季班开学了")))
    (one,) = found.changed
    assert [(field.name, field.old, field.new) for field in one.fields] == [
        ("headline", "职工夜校春季班开学", "夜校春季班开学了")
    ]


def test_lost_text_and_paragraphs_are_told_in_words(tmp_path: Path) -> None:
    broken = ISSUE.replace("新生齐聚一堂", "新生⟦gap⟧")
    joined = normalize(ISSUE.replace("会展服务", "会展\n\n服务")).text
    for name, text in (("a", broken), ("b", joined), ("c", ISSUE)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    assert run(tmp_path, "b.txt", "c.txt") == "no difference\n"
    told = run(tmp_path, "a.txt", "c.txt")
    assert "changed  2. 职工夜校春季班开学" in told
    assert "{+齐聚一堂+}" in told
    assert json.loads(run(tmp_path, "a.txt", "c.txt", "--json"))["changed"][0]["number"] == 2


def test_editions_and_models_are_versions_too(tmp_path: Path, first_seed: Path) -> None:
    (tmp_path / "a.txt").write_bytes(first_seed.read_bytes())
    program(tmp_path, "build", "a.txt", "-o", "epub")
    (tmp_path / "a.json").write_text(
        program(tmp_path, "inspect", "a.txt", "--json").stdout, "utf-8"
    )
    for version in ("a.json", "build/a.epub"):
        assert run(tmp_path, "a.txt", version) == "no difference\n"
    (tmp_path / "bad.json").write_text('{"articles": 3}', "utf-8")
    refused = program(tmp_path, "diff", "a.txt", "bad.json")
    assert (refused.returncode, "is no model of an issue" in refused.stderr) == (3, True)


def test_hostile_text_steers_no_terminal(tmp_path: Path) -> None:
    old = told(ISSUE)
    headline = {**old["articles"][0]["headline"], "text": "题\x1b[2J\u202e\ud800\r"}
    new = {**old, "articles": [{**old["articles"][0], "headline": headline}]}
    for name, model in (("a", old), ("b", new)):
        (tmp_path / f"{name}.json").write_text(json.dumps(model), "utf-8")
    shown = run(tmp_path, "a.json", "b.json")
    assert "题<U+001B>[2J<U+202E><U+D800><U+000D>" in shown
    assert "\x1b" not in shown
    assert json.loads(run(tmp_path, "a.json", "b.json", "--json"))["gone"]


def run(folder: Path, *arguments: str) -> str:
    done = program(folder, "diff", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def program(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
