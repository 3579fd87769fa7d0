"""The same review as a file and in the terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from lxml import html

from publisher.decisions import path_of, read_decisions
from publisher.desk.pages import report
from publisher.desk.reasons import reason
from publisher.desk.words import WORDS
from publisher.repairs.catalogue import CATALOGUE
from publisher.structure import doubts
from publisher.structure.unsure import unsure
from tests.desk.desks import laid, reviewed
from tests.desk.test_door import HOSTILE


def command(issue: Path, *options: str, told: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "publisher", "review", str(issue), *options],
        input=told,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )


def test_a_report_needs_nothing_else_and_shows_every_repair(
    first_seed: Path, tmp_path: Path
) -> None:
    there = tmp_path / "report.html"
    done = command(first_seed, "--html", str(there), "--language", "zh-Hans")
    assert (done.returncode, done.stdout.strip()) == (0, str(there))
    page = html.fromstring(there.read_bytes())
    assert page.xpath("//script | //link | //img | //form | //button") == []
    assert not any(one.startswith(("http", "/")) for one in page.xpath("//@href | //@src"))
    ids = set(page.xpath("//@id"))
    assert {one.removeprefix("#") for one in page.xpath("//@href")} <= ids
    review = reviewed(first_seed)
    shown = {one.removeprefix("p-") for one in page.xpath("//article/@id")}
    assert shown == {one.id for one in review.points if not one.quiet}
    assert "已答 0，共 4" in page.text_content()
    assert "缺字" in page.text_content()


def test_the_same_issue_makes_the_same_report(first_seed: Path) -> None:
    assert report(reviewed(first_seed), "en") == report(reviewed(first_seed), "en")


def test_a_report_of_markup_is_only_text(tmp_path: Path) -> None:
    page = html.fromstring(report(reviewed(laid(tmp_path, HOSTILE)), "en"))
    assert page.xpath("//script | //img | //@onerror") == []


def test_a_report_shows_what_was_answered(tmp_path: Path) -> None:
    issue = laid(tmp_path)
    assert command(issue, "--tui", told="3\n").returncode == 0
    page = html.fromstring(report(reviewed(issue), "en"))
    (answer,) = page.xpath("//p[@class='answer']")
    assert answer.text_content() == "answered: text is missing"


def test_the_terminal_asks_one_by_one(tmp_path: Path, first_seed: Path) -> None:
    issue = laid(tmp_path, first_seed.read_text("utf-8"))
    done = command(issue, "--tui", told="1\nhm\n3\nu\n4\n再次以\ns\n1\n")
    assert done.returncode == 9
    assert done.stderr.splitlines()[-1] == "3 of 4 answered"
    told = [(str(one.verdict or "edit"), one.text) for one in read_decisions(issue)]
    assert told == [("join", ""), ("edit", "再次以"), ("join", "")]
    assert "[gap]" not in done.stdout
    assert "\x1b" not in done.stdout + done.stderr
    done = command(issue, "--tui", told="1\n")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "4 of 4 answered")


def test_the_end_of_what_can_be_read_stops(tmp_path: Path) -> None:
    issue = laid(tmp_path)
    assert command(issue, "--tui").returncode == 9
    assert not path_of(issue).exists()


def test_what_cant_be_asked_for_is_refused(tmp_path: Path) -> None:
    issue = laid(tmp_path)
    for options in (("--tui", "--html", "x.html"), ("--html", "x.html", "--language", "fr")):
        assert command(issue, *options).returncode == 2
    assert command(tmp_path / "none.txt").returncode == 3
    path_of(issue).write_text("decision = 1\n", "utf-8")
    assert command(issue).returncode == 2


def test_every_rule_and_doubt_has_its_words() -> None:
    for words in WORDS.values():
        assert {one.name for one in CATALOGUE} <= words.keys()
    files = (Path(one.__code__.co_filename) for one in (doubts, unsure))
    source = "".join(file.read_text("utf-8") for file in files)
    codes = {f"PUB{part[:3]}" for part in source.split('"PUB')[1:]}
    assert codes
    for words in WORDS.values():
        assert {f"note_{code}" for code in codes} <= words.keys()


def test_the_first_seeds_reasons_are_said_in_chinese(first_seed: Path) -> None:
    told = {one for point in reviewed(first_seed).points for one in point.evidence}
    assert [one for one in told if reason(one, "zh-Hans") == one] == []
