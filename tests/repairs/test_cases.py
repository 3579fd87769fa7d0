"""The shared cases, each through the whole catalogue; what fails is listed with its reason."""

from __future__ import annotations

import json
import re

import pytest

from publisher.pipeline import normalize
from tests.quality.corpora import FOLDER

CASES = FOLDER / "cases.jsonl"

#: A failing case and why; an accidental cure fails too.
_ASKED = "the seam model can't tell a join from a gap here, and asks"
KNOWN_FAILURES = {
    "zh-003": _ASKED,
    "zh-004": _ASKED,
    "zh-025": _ASKED,
    "ja-003": "vertical text read row by row needs the layout of the page",
}


def _cases() -> list[dict[str, str]]:
    if not CASES.exists():
        return []
    return [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]


def _gap_closed(text: str) -> str:
    return re.sub(r"⟦gap⟧\s*", "⟦gap⟧", text)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case["id"],
            marks=[pytest.mark.xfail(strict=True, reason=KNOWN_FAILURES[case["id"]])]
            if case["id"] in KNOWN_FAILURES
            else [],
        )
        for case in _cases()
    ],
)
def test_a_case(case: dict[str, str]) -> None:
    assert _gap_closed(normalize(case["input"]).text) == _gap_closed(case["expected"])
