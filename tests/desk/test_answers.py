"""Answers: kept at once, found again after changes elsewhere, taken back, never half written."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from publisher.config import Settings
from publisher.decisions import parse_decisions, path_of, read_decisions
from publisher.desk.answering import takes
from publisher.desk.document import changed
from publisher.desk.keeping import ChangedMeanwhile, current, keep, version
from publisher.desk.points import Point
from publisher.desk.sitting import Sitting
from publisher.errors import InputError, UsageError
from publisher.pipeline import build, read_issue
from publisher.repairs import Answer, Verdict
from publisher.repairs.evidence.answers import bare
from tests.desk.desks import ENGLISH, TEXT, laid, sitting

JOIN = Answer("启动仪式上，来自全市的", "200余名", Verdict.JOIN)
BY_HAND = """\
# the chief's own words

[[decision]]
right = '随后，大家'   # not the order of the program
left = "集体宣誓。"
verdict = "paragraph"
note = "seen on the page"

# to be continued
"""


def asked(desk: Sitting) -> Point:
    return next(one for one in desk.see().review.asked if not one.answered)


def say(desk: Sitting, point: Point, verdict: str, text: str = "") -> str:
    return desk.answer(desk.see().version, point.id, verdict, text).review.text


@pytest.mark.parametrize(
    ("verdict", "text", "between"),
    [
        ("join", "", ""),
        ("paragraph", "", "\n\n"),
        ("gap", "", "⟦gap⟧\n\n"),
        ("edit", "16个区的", "16个区的"),
    ],
)
def test_an_answer_on_a_break(tmp_path: Path, verdict: str, text: str, between: str) -> None:
    desk = sitting(laid(tmp_path))
    point = asked(desk)
    assert f"来自全市的{between}200余名" in say(desk, point, verdict, text)
    told = desk.see().review.point(point.id)
    assert told is not None
    assert told.answered
    assert desk.see().review.stale == ()


@pytest.mark.parametrize(
    ("verdict", "reads"),
    [("accept", "the office on"), ("leave", "the oﬃce on"), ("edit", "o甲ce on")],
)
def test_an_answer_on_a_word(tmp_path: Path, verdict: str, reads: str) -> None:
    desk = sitting(laid(tmp_path, ENGLISH))
    point = next(one for one in desk.see().review.points if one.rule == "ligatures")
    assert reads in say(desk, point, verdict, "甲")
    assert desk.see().review.stale == ()


def test_every_point_takes_each_of_its_answers(tmp_path: Path, first_seed: Path) -> None:
    path = laid(tmp_path, first_seed.read_text("utf-8"))
    desk = sitting(path)
    for point in desk.see().review.points:
        for verdict in takes(point):
            say(desk, point, verdict, "甲乙")
            assert desk.see().review.stale == (), (point, verdict)
            told = [one for one in desk.see().review.points if one.answered]
            assert [one.span for one in told] == [point.span], (point, verdict)
            desk.undo(desk.see().version)
    assert not path_of(path).exists()


def test_a_break_around_a_running_head_takes_its_answers(tmp_path: Path, root: Path) -> None:
    issue = shutil.copytree(root / "tests/structure/pages/en-regional/issue", tmp_path / "issue")
    desk = sitting(issue)
    points = desk.see().review.points
    source = desk.see().review.source
    point = next(one for one in points if one.verdict and bare(one.span.of(source)))
    for verdict in ("join", "paragraph", "gap"):
        say(desk, point, verdict)
        assert desk.see().review.stale == ()
        assert [one.span for one in desk.see().review.points if one.answered] == [point.span]


def test_an_answer_that_a_point_doesnt_take_is_refused(tmp_path: Path) -> None:
    desk = sitting(laid(tmp_path))
    with pytest.raises(UsageError):
        say(desk, asked(desk), "accept")
    assert not desk.decisions.exists()


def test_answers_survive_a_restart_and_a_line_changed_elsewhere(tmp_path: Path) -> None:
    path = laid(tmp_path)
    desk = sitting(path)
    say(desk, asked(desk), "gap")
    answered = desk.see().review.answered
    assert sitting(path).see().review.answered == answered == 1
    laid(tmp_path, TEXT.replace("参观了车间", "参观了新的车间和食堂"))
    again = sitting(path).see().review
    assert (again.answered, again.stale) == (1, ())
    assert "来自全市的⟦gap⟧" in again.text


def test_the_same_answers_by_hand_and_here_give_the_same_build(tmp_path: Path) -> None:
    path = laid(tmp_path)
    desk = sitting(path)
    say(desk, asked(desk), "join")
    here = build(read_issue(path, Settings()), ["epub"], dry_run=True)
    path_of(path).write_text(changed("# mine\n", None, read_decisions(path)[0]), "utf-8")
    by_hand = build(read_issue(path, Settings()), ["epub"], dry_run=True)
    assert here[0].content == by_hand[0].content


def test_a_file_written_by_hand_keeps_its_words_and_order() -> None:
    told = changed(BY_HAND, None, JOIN)
    assert told.startswith(BY_HAND)
    first = parse_decisions(BY_HAND)[0]
    other = changed(BY_HAND, first, Answer(first.left, first.right, Verdict.GAP))
    assert other == BY_HAND.replace('"paragraph"', '"gap"')
    assert "the chief's own words" in changed(BY_HAND, first, None)


def test_an_answer_and_its_taking_back_leave_what_was_there(tmp_path: Path) -> None:
    path = laid(tmp_path)
    path_of(path).write_text(BY_HAND, "utf-8")
    desk = sitting(path)
    say(desk, asked(desk), "join")
    assert path_of(path).read_text("utf-8").startswith(BY_HAND)
    desk.undo(desk.see().version)
    assert path_of(path).read_text("utf-8") == BY_HAND
    with pytest.raises(UsageError):
        desk.undo(desk.see().version)


def test_an_answer_is_taken_out_again(tmp_path: Path) -> None:
    desk = sitting(laid(tmp_path))
    point = asked(desk)
    before = desk.see().review
    say(desk, point, "gap")
    say(desk, point, "open")
    assert desk.see().review == before
    assert not desk.decisions.exists()


def test_another_window_is_noticed_and_nothing_is_written(tmp_path: Path) -> None:
    path = laid(tmp_path)
    one, other = sitting(path), sitting(path)
    seen, point = one.see().version, asked(one)
    say(other, asked(other), "gap")
    kept = path_of(path).read_bytes()
    with pytest.raises(ChangedMeanwhile):
        one.answer(seen, point.id, "join")
    assert path_of(path).read_bytes() == kept
    assert one.see().review.answered == 1


def test_undo_takes_back_nothing_of_another_window(tmp_path: Path) -> None:
    path = laid(tmp_path)
    one, other = sitting(path), sitting(path)
    say(one, asked(one), "gap")
    certain = next(one for one in other.see().review.points if not one.answered)
    say(other, certain, "join")
    kept = path_of(path).read_bytes()
    with pytest.raises(ChangedMeanwhile):
        one.undo(one.see().version)
    assert path_of(path).read_bytes() == kept


def test_a_changed_source_is_noticed(tmp_path: Path) -> None:
    path = laid(tmp_path)
    desk = sitting(path)
    seen, point = desk.see().version, asked(desk)
    laid(tmp_path, f"{TEXT}\n新的一段。\n")
    with pytest.raises(ChangedMeanwhile):
        desk.answer(seen, point.id, "join")
    assert "新的一段" in desk.see().review.text


def test_a_slow_issue_is_read_behind_and_comes_to_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("publisher.desk.sitting.QUICK", 0)
    desk = sitting(laid(tmp_path))
    point = asked(desk)
    seen = desk.answer(desk.see().version, point.id, "gap")
    told = seen.review.point(point.id)
    assert told is not None
    assert told.answered
    for _ in range(200):
        if desk.see().fresh:
            break
        time.sleep(0.05)
    assert desk.see().fresh
    assert "来自全市的⟦gap⟧" in desk.see().review.text
    assert desk.see().version == seen.version


def test_a_large_issue_is_read_once_and_again_when_anything_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("publisher.desk.opening.QUICK", 0)
    monkeypatch.setenv("PUBLISHER_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "issue"
    folder.mkdir()
    path = laid(folder)
    first = sitting(path).see()
    with monkeypatch.context() as patched:
        patched.setattr("publisher.desk.opening.repair_manuscript", None)
        assert sitting(path).see().review == first.review
    desk = sitting(path)
    desk.answer(desk.see().version, asked(desk).id, "gap")
    assert sitting(path).see().review.answered == 1
    laid(folder, TEXT.replace("车间", "工厂"))
    assert "工厂" in sitting(path).see().review.text
    for kept in (tmp_path / "cache").glob("??/*"):
        kept.write_bytes(b"damaged")
    assert "工厂" in sitting(path).see().review.text


def test_settings_that_are_made_later_are_noticed(tmp_path: Path) -> None:
    desk = sitting(laid(tmp_path))
    before = desk.see()
    settings = tmp_path / "publisher.toml"
    settings.write_text('language = "en"\n', "utf-8")
    seen = desk.see()
    assert (before.review.language, seen.review.language) == ("zh-Hans", "en")
    assert seen.version != before.version
    with pytest.raises(ChangedMeanwhile):
        desk.answer(before.version, asked(desk).id, "join")
    settings.unlink()
    assert desk.see().version == before.version


def test_what_cant_be_read_any_more_takes_no_answers(tmp_path: Path) -> None:
    desk = sitting(laid(tmp_path))
    before, point = desk.see(), asked(desk)
    (tmp_path / "publisher.toml").write_text("thema = 3\n", "utf-8")
    for _ in range(2):
        with pytest.raises(UsageError):
            desk.see()
        with pytest.raises(UsageError):
            desk.answer(before.version, point.id, "join")
    assert not path_of(desk.path).exists()


def test_a_changed_line_elsewhere_leaves_what_was_decided(tmp_path: Path) -> None:
    path = laid(tmp_path)
    desk = sitting(path)
    while point := next((one for one in desk.see().review.asked if not one.answered), None):
        desk.answer(desk.see().version, point.id, "gap")
    before, built = desk.see().review, _edition(path)
    laid(tmp_path, TEXT.replace("参观了车间", "参观了新的车间"))
    after = desk.see().review
    assert after.text == before.text.replace("参观了车间", "参观了新的车间")
    assert (after.answered, after.stale) == (before.answered, ())
    laid(tmp_path)
    assert _edition(path) == built


def _edition(path: Path) -> bytes:
    (edition,) = build(read_issue(path, Settings()), ["epub"], dry_run=True)
    return edition.content


def test_a_desk_is_open_while_its_issue_is_read(tmp_path: Path) -> None:
    desk = sitting(laid(tmp_path))
    assert not desk.waiting
    desk.begin()
    assert desk.see().review.text
    assert not desk.waiting
    with pytest.raises(InputError):
        sitting(tmp_path / "none.txt").begin()


def test_what_utf_8_cant_hold_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    with pytest.raises(UsageError):
        keep(path, version(b""), None, Answer("\ud800甲乙", "丙", Verdict.JOIN))
    assert not path.exists()


_WRITER = """
import sys
from pathlib import Path
from publisher.desk.keeping import current, keep, version
from publisher.repairs import Answer, Verdict
from publisher.repairs.evidence.answers import bare
path = Path(sys.argv[1])
print("ready", flush=True)
for number in range(100_000):
    new = Answer(f"左边{number:06}", "右边", Verdict.JOIN)
    keep(path, version(current(path)), None, new)
"""


def test_a_writer_that_is_killed_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    for patience in (0.05, 0.11, 0.17, 0.23, 0.31):
        with subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(path)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout
            writer.stdout.readline()
            time.sleep(patience)
            writer.send_signal(signal.SIGKILL)
        answers = parse_decisions(current(path).decode())
        assert changed(current(path).decode(), None, JOIN)
        count = len(answers)
        assert [one.left for one in answers] == [f"左边{one:06}" for one in range(count)]
        path.unlink(missing_ok=True)
