"""Files that aren't what they say they are: whatever stands in them, a check comes to its end."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, String

from publisher.errors import PublisherError
from publisher.preflight.pdf import check_pdf
from tests.preflight.press.making import Change, content, key, root, saved
from tests.preflight.press.samples import SAMPLES

#: So many files are spoilt at some of their values.
COUNT = 60
VALUES = [b"null", b"/X", b"(s)", b"[]", b"<<>>", b"-1", b"1e9", b"true", b"[1 2]"]
_VALUE = re.compile(rb"(/[A-Za-z0-9]+ )(/?[\w.()+-]+|\[[^\]]*\])")


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (content("/P Do", XObject=7), "page 1: what it paints can't be read"),
        (content("cm 0 0 9 9 re f"), "page 1: what it paints can't be read"),
        (key("/Annots", Array([7])), "annotations can't be judged"),
        (root("/OutputIntents", Dictionary(S=Name.GTS_PDFX)), "0 output intents for PDF/X"),
        (root("/Metadata", String("none")), "identification can't be judged"),
        (key("/TrimBox", Array([1, 2, 3])), "it has no TrimBox"),
    ],
)
def test_what_cant_be_judged_is_said(bad: Change, told: str, tmp_path: Path) -> None:
    found = check_pdf(saved(tmp_path / "a.pdf", bad), "print")
    assert any(told in f"{one.where}: {one.message}" for one in found)
    assert all(one.remedy for one in found)


def test_what_else_is_wrong_is_still_found(tmp_path: Path) -> None:
    spoilt = key("/Annots", Array([7]))
    found = check_pdf(saved(tmp_path / "a.pdf", spoilt, key("/TrimBox", None)), "print")
    assert {"PUB131", "PUB103"} <= {one.code for one in found}


def test_spoilt_files_are_judged_or_refused(tmp_path: Path) -> None:
    chance = random.Random(7)
    samples = [one for _, bad, near in SAMPLES.values() for one in (*bad, *near)]
    path = tmp_path / "a.pdf"
    for _ in range(COUNT):
        raw = saved(path, chance.choice(samples)).read_bytes()
        for _ in range(3):
            place = chance.choice(list(_VALUE.finditer(raw)))
            raw = raw[: place.start(2)] + chance.choice(VALUES) + raw[place.end(2) :]
        path.write_bytes(raw)
        try:
            check_pdf(path, "print")
        except PublisherError as refused:
            assert refused.remedy
