"""The preview in Chromium: what changes is shown, what fails is told, and where text is from."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from publisher.config import Settings
from publisher.desk.preview.tracing import Tracer
from publisher.manuscripts import read_manuscript
from publisher.pipeline import repair_manuscript
from publisher.pipeline.reading import structured
from tests.desk.desks import TEXT, laid
from tests.reading_room import visitors


def tracer(path: Path) -> Tracer:
    manuscript = read_manuscript(path)
    repaired = repair_manuscript(manuscript, settings=Settings())
    issue, _ = structured(manuscript, repaired, Settings())
    return Tracer(manuscript, repaired, issue)


def test_a_passage_is_found_where_it_came_from(tmp_path: Path) -> None:
    place = tracer(laid(tmp_path)).place("i0001", "同时，围绕产业链分层分类开展劳动竞赛。")
    assert place
    assert (place.file, place.line) == ("a.txt", 9)
    assert place.passage == "同时，围绕产\n\n业链分层分类开展劳动竞赛。"
    assert place.before.endswith("随后，大家参观了车间。\n\n")


def test_in_an_issue_of_pages_the_page_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "issue"
    folder.mkdir()
    laid(folder, TEXT, "1.txt")
    laid(folder, "# 新馆开放\n\n昨天，职工文化馆新馆开放。\n", "2.txt")
    place = tracer(folder).place("", "昨天，职工文化馆新馆开放。")
    assert place
    assert (place.file, place.line, place.after) == ("2.txt", 3, "\n")


@pytest.mark.parametrize("text", ["", "  \n", "这些文字哪里都没有", "［此处缺字］"])
def test_what_stands_nowhere_isnt_found(tmp_path: Path, text: str) -> None:
    assert tracer(laid(tmp_path)).place("i0001", text) is None


def test_the_first_seed_in_view(tmp_path: Path, first_seed: Path) -> None:
    issue = Path(shutil.copy(first_seed, tmp_path / "seed.txt"))
    settings = tmp_path / "publisher.toml"
    settings.write_text("", "utf-8")
    told = {
        "browser": visitors.browser(),
        "file": str(issue),
        "leaf": "北辰集团工会",
        "word": "锻炼了队伍",
        "fresh": "锻炼了新的队伍",
        "settings": str(settings),
        "broken": "thema = 3\n",
        "pictures": os.environ.get("PUBLISHER_PICTURES", ""),
    }
    command = [sys.executable, "-u", "-m", "publisher", "preview", str(issue)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=tmp_path) as shown:
        assert shown.stdout
        try:
            seen = visitors.run(
                "preview.js", told=told | {"address": shown.stdout.readline().strip()}
            )
        finally:
            shown.terminate()
    assert (seen["errors"], seen["strangers"], seen["faults"]) == ([], [], [])
    assert seen["where"].startswith("seed.txt, line ")
    assert seen["passage"].startswith("2024年，北辰集团突出")
    # The colophon tells the source's digest.
    assert seen["fresh"] == ["北辰集团工会开展“会展特色”职工技能竞赛", "版本说明"]
    assert "thema" in seen["problem"]
    assert seen["still"] == 1
    assert (seen["en-GB"], seen["zh-CN"]) == ("Up to date.", "已是最新。")
