"""The report beside an issue tells all that was done to it, and the object explains itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from lxml import html

from publisher.accession import prepare
from publisher.archive.report_page import report_page
from publisher.config import Settings
from publisher.text.marks import GAP_MARK
from tests.issues import hostile


@pytest.fixture(scope="module")
def files(first_seed: Path) -> Mapping[str, bytes]:
    return prepare(first_seed, Settings(formats=("epub",))).files


def rows(page: bytes, caption: str) -> list[list[str]]:
    tree = html.fromstring(page.decode())
    found = tree.xpath(f"//table[caption='{caption}']/tr[td]")
    return [[cell.text_content() for cell in row] for row in found]


def test_the_report_tells_what_the_object_holds(files: Mapping[str, bytes]) -> None:
    page, told = files["report.html"], json.loads(files["report.json"])
    traits = dict(rows(page, "What it is"))
    assert traits["articles"] == str(told["articles"])
    assert traits["id"] == json.loads(files["issue.json"])["id"]
    (source,) = rows(page, "Sources as received")
    kept = files[f"source/{source[0]}"]
    assert int(source[1]) == len(kept)
    (edition,) = rows(page, "Editions")
    assert int(edition[2]) == len(files[f"epub/{edition[0]}"])
    ledger = [json.loads(line) for line in files["ledger.jsonl"].splitlines()]
    edits = [one for one in ledger if one["kind"] == "edit"]
    assert len(rows(page, "Repairs")) == len(edits) == told["edits"] > 0
    assert sorted(row[4] for row in rows(page, "Repairs")) == sorted(one["rule"] for one in edits)
    queries = [one for one in ledger if one["kind"] == "query"]
    assert len(rows(page, "Open questions")) == len(queries) == told["queries"]
    lost = rows(page, "Text that is lost")
    assert len(lost) == json.loads(files["issue.json"])["text"].count(GAP_MARK)
    assert "着力[…]↵↵题，" in "".join(row[1] for row in lost)
    assert ["builder", json.loads(files["builder.json"])["builder"]] in rows(page, "What built it")
    assert rows(page, "Checks") == [
        [f"epub/{edition[0]}", "gives back its sources, ledger and model, proved"]
    ]


def test_the_report_needs_nothing_else(files: Mapping[str, bytes]) -> None:
    tree = html.fromstring(files["report.html"].decode())
    assert not tree.xpath("//script | //link | //img | //@src | //@href | //iframe")


def test_the_object_explains_itself(files: Mapping[str, bytes]) -> None:
    model = json.loads(files["schemas/issue.schema.json"])
    jsonschema.Draft202012Validator.check_schema(model)
    jsonschema.Draft202012Validator(model).validate(json.loads(files["issue.json"]))
    line = jsonschema.Draft202012Validator(json.loads(files["schemas/ledger.schema.json"]))
    for one in files["ledger.jsonl"].splitlines():
        line.validate(json.loads(one))


def test_markup_stays_text() -> None:
    page = report_page(
        hostile(), (), {"doubts": [{"code": "PUB003", "message": "<b>", "where": "\0"}]}, {}
    )
    tree = html.fromstring(page.decode())
    assert not tree.xpath("//script | //b | //img | //*[@onerror]")
    assert rows(page, "Doubts") == [["PUB003", "<b>\n\ufffd"]]


def test_an_edition_that_gives_nothing_back_is_told_of(
    first_seed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from publisher import accession

    original = accession._editions

    def cut(*given: object) -> object:
        return tuple(replace(one, content=one.content[:-9]) for one in original(*given))  # type: ignore[arg-type]

    monkeypatch.setattr(accession, "_editions", cut)
    files = prepare(first_seed, Settings(formats=("epub",))).files
    ((path, outcome),) = rows(files["report.html"], "Checks")
    assert path.startswith("epub/")
    assert "gives back" not in outcome
    assert "/tmp" not in outcome
