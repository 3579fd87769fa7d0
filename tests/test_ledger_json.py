"""The ledger's JSON Lines: they come back, and are what the published schema says."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher import ledger_json
from publisher.errors import LedgerError
from publisher.pipeline import normalize

SCHEMA = json.loads((files("publisher") / "ledger.schema.json").read_text("utf-8"))
TEXT = "同时，围绕产\n\n业链分层。\r\n\n启动仪式上，来自全市的\n\n200余名志愿者集体宣誓。"


def test_every_line_has_the_keys_of_its_kind() -> None:
    wanted = {
        kind["properties"]["kind"]["const"]: set(kind["required"]) for kind in SCHEMA["oneOf"]
    }
    records = list(ledger_json.records(normalize(TEXT).ledger))
    assert {record["kind"] for record in records} == {"ledger", "edit", "query"}
    for record in records:
        assert set(record) == wanted[record["kind"]]
    assert records[0]["form"] == ledger_json.FORM


@given(st.text(max_size=80))
def test_a_ledger_comes_back(text: str) -> None:
    kept = normalize(text).ledger
    assert ledger_json.from_lines(ledger_json.to_lines(kept)) == kept


@pytest.mark.parametrize("lines", ["", "{}", "[]", '{"kind": "ledger", "form": 2}', "x"])
def test_what_is_no_ledger_is_refused(lines: str) -> None:
    with pytest.raises(LedgerError):
        ledger_json.from_lines(lines)
