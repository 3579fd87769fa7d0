"""Korean spaces without the optional package: particles and endings go on, else a space."""

from __future__ import annotations

import pytest

from publisher.repairs.evidence import korean


@pytest.fixture(autouse=True)
def _without_kiwi(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(korean, "_kiwi", lambda: None)


@pytest.mark.parametrize(
    ("left", "right"), [("회의", "에서 논의했다."), ("시장", "은 밝혔다."), ("결정", "했다.")]
)
def test_a_particle_goes_on_with_its_word(left: str, right: str) -> None:
    assert korean.glue(left, right) == ""


@pytest.mark.parametrize(
    ("left", "right"), [("회의에서", "논의했다."), ("시장은", "이미 밝혔다."), ("새", "도서관을")]
)
def test_else_a_space_stands(left: str, right: str) -> None:
    assert korean.glue(left, right) == " "
