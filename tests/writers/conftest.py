"""What the writers' tests share: hand-made issues as PDF files, each built once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model import Issue
from publisher.theme import find_theme
from publisher.theme.fonts import fetch
from publisher.writers.pdf import write_pdf
from tests.writers import issues


@pytest.fixture(scope="session")
def pdf_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Issue], Path]:
    """Builds an issue's PDF, once for equal issues; fonts that it needs are fetched."""
    folder = tmp_path_factory.mktemp("pdf")
    built: dict[Issue, Path] = {}

    def build(issue: Issue) -> Path:
        if issue not in built:
            fetch(issue.language)
            path = folder / f"{len(built)}.pdf"
            edition = write_pdf(issue, issues.PROVENANCE, find_theme("gazette"))
            path.write_bytes(edition.content)
            built[issue] = path
        return built[issue]

    return build


@pytest.fixture(scope="session")
def chinese(pdf_of: Callable[[Issue], Path]) -> Path:
    """The PDF of the Chinese issue."""
    return pdf_of(issues.chinese_issue())
