"""Settings: unknown keys fail, and every fault is told at once with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.config import read_issue_settings, read_settings
from publisher.errors import ExitCode, UsageError


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    settings = read_settings(tmp_path)
    assert settings.formats == ("epub", "pdf")
    assert settings.title.name == ""


def test_settings_are_read(tmp_path: Path) -> None:
    (tmp_path / "publisher.toml").write_text(
        'formats = ["pdf"]\nlanguage = "zh-Hant"\n[title]\nname = "劳动午报"\nissn = "1234-5679"\n',
        "utf-8",
    )
    settings = read_settings(tmp_path)
    assert settings.formats == ("pdf",)
    assert settings.title.name == "劳动午报"
    assert settings.title.issn == "1234-5679"


def test_every_fault_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "publisher.toml").write_text(
        'theem = "gazette"\nformats = "pdf"\n\n[title]\nnmae = "报"\nissn = "12"\n', "utf-8"
    )
    with pytest.raises(UsageError) as caught:
        read_settings(tmp_path)
    lines = str(caught.value).splitlines()
    assert [line.split(":")[1] for line in lines] == ["1", "2", "5", "6"]
    assert "theem" in lines[0]
    assert "title.nmae" in lines[2]
    assert "theme" in caught.value.remedy
    assert caught.value.exit_code is ExitCode.USAGE


@pytest.mark.parametrize("content", [b"language = ", b"\xff\xfe", b"a = 1\na = 2"])
def test_a_broken_file_is_a_usage_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "publisher.toml").write_bytes(content)
    with pytest.raises(UsageError):
        read_settings(tmp_path)


@pytest.mark.parametrize("date", ["2025-05-20", '"2025-05-20"'])
def test_a_day_is_read(tmp_path: Path, date: str) -> None:
    (tmp_path / "issue.toml").write_text(f"date = {date}\n", "utf-8")
    assert read_issue_settings(tmp_path).date == "2025-05-20"


@pytest.mark.parametrize(
    "line", ['date = "2025-02-30"', "date = 2025-05-20T10:00:00", 'id = "../x"', "language = 3"]
)
def test_a_wrong_value_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "issue.toml").write_text(f"{line}\n", "utf-8")
    with pytest.raises(UsageError):
        read_issue_settings(tmp_path)
