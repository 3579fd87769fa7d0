"""Divided words come back as well as before, where the shared corpora are present."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.quality.corpora import FOLDER
from tests.quality.hyphens import PATTERNS, score

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))["hyphens"]

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the corpora are no part of the project; floors need them"
)


@pytest.mark.parametrize("language", sorted(PATTERNS))
def test_divided_words_come_back(language: str) -> None:
    now = score(language)
    assert now.right >= FLOORS[language]["right"]
    assert now.applied >= FLOORS[language]["applied"]
    assert now.paragraphs - now.left <= 1
