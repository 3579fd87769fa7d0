"""Ace's report as diagnostics; the program is played here, since nothing requires it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from publisher.errors import ToolMissing
from publisher.preflight.ace import check_accessibility


def asserted(outcome: str, impact: str, title: str) -> dict[str, object]:
    return {
        "earl:test": {"earl:impact": impact, "dct:title": title},
        "earl:result": {"earl:outcome": outcome, "dct:description": "Says\n  why."},
    }


REPORT = {
    "earl:result": {"earl:outcome": "fail"},
    "assertions": [
        {
            "earl:testSubject": {"url": "EPUB/nav.xhtml"},
            "assertions": [
                asserted("fail", "serious", "epub-lang"),
                asserted("fail", "moderate", "landmark"),
                asserted("pass", "critical", "image-alt"),
            ],
        }
    ],
}


def play(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """Puts a program in Ace's place."""
    program = folder / "ace-cli"
    program.write_text(f"#!{sys.executable}\nimport pathlib, sys\n{body}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_faults_are_told_with_their_weight_and_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = "pathlib.Path(sys.argv[sys.argv.index('-o') + 1])"
    play(tmp_path, monkeypatch, f"({folder} / 'report.json').write_text({json.dumps(REPORT)!r})")
    book = tmp_path / "x.epub"
    found = check_accessibility(book)
    assert [(one.code, str(one.severity), one.where, one.message) for one in found] == [
        ("PUB096", "error", f"{book}!EPUB/nav.xhtml", "epub-lang: Says why."),
        ("PUB096", "warning", f"{book}!EPUB/nav.xhtml", "landmark: Says why."),
    ]


def test_an_ace_that_does_not_report_is_a_tool_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(tmp_path, monkeypatch, "print('no browser')")
    with pytest.raises(ToolMissing, match="no browser"):
        check_accessibility(tmp_path / "x.epub")


def test_where_it_is_absent_the_command_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "x.epub").write_bytes(b"no zip")
    done = subprocess.run(
        [sys.executable, "-m", "publisher", "check", "--ace", "x.epub"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PATH": str(tmp_path), "PYTHONPATH": str(Path.cwd())},
    )
    assert done.returncode == 6
    assert "npm install" in done.stderr
