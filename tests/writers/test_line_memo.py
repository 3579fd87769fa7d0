"""A line that was laid out before is the same line again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from publisher.model import Issue
from publisher.theme import find_theme
from publisher.writers.lines.memo import LineMemo
from publisher.writers.pdf import write_pdf
from tests.writers import issues
from tests.writers.pages import words_of


@pytest.mark.parametrize("make", [issues.chinese_issue, issues.english_issue, issues.briefs])
def test_pages_are_as_without_it(
    make: Callable[[], Issue], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(name: str) -> Path:
        path = tmp_path / name
        path.write_bytes(write_pdf(make(), issues.PROVENANCE, find_theme("gazette")).content)
        return path

    with_memo = words_of(build("with.pdf"))
    monkeypatch.setattr(LineMemo, "next_line", lambda self, *line: self._plain(*line))
    assert words_of(build("without.pdf")) == with_memo


def test_most_lines_are_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = {"asked": 0, "laid out": 0}
    plain_line = LineMemo.next_line

    def next_line(memo: LineMemo, *line: Any) -> Any:
        counted["asked"] += 1
        return plain_line(memo, *line)

    plain_init = LineMemo.__init__

    def init(memo: LineMemo, plain: Callable[..., Any]) -> None:
        def counting(*line: Any) -> Any:
            counted["laid out"] += 1
            return plain(*line)

        plain_init(memo, counting)

    monkeypatch.setattr(LineMemo, "next_line", next_line)
    monkeypatch.setattr(LineMemo, "__init__", init)
    write_pdf(issues.many_lines(), issues.PROVENANCE, find_theme("gazette"))
    assert counted["asked"] > 2 * counted["laid out"]
