"""The outline is as its published schema says, for every field and block of the model."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from publisher.config import Settings
from publisher.pipeline import read_issue
from publisher.structure import outline_schema, to_json
from tests.structure.scoring import ISSUES

SCHEMA = files("publisher") / "issue.schema.json"


def test_the_published_schema_is_the_models() -> None:
    assert json.loads(SCHEMA.read_text("utf-8")) == outline_schema()


@pytest.mark.parametrize("folder", sorted(ISSUES.iterdir()), ids=lambda folder: folder.name)
def test_an_issue_as_read_is_valid(folder: Path) -> None:
    outline = to_json(read_issue(folder / "issue", Settings()))
    Draft202012Validator.check_schema(outline_schema())
    Draft202012Validator(outline_schema()).validate(outline)
    pages = {block["page"] for article in outline["articles"] for block in article["body"]}
    assert pages == set(range(1, 9))


def test_what_isnt_in_the_model_is_refused() -> None:
    validator = Draft202012Validator(outline_schema())
    assert not validator.is_valid({"id": "a"})
