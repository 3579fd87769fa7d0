"""The report of a check: what stands in it, and that anyone can read it without anything else."""

from __future__ import annotations

import shutil
from base64 import b64decode
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from publisher.diagnostics import CODES
from publisher.errors import InputError, ToolMissing
from publisher.pipeline import check_report
from publisher.preflight.pdf import check_pdf
from publisher.preflight.report import as_html, subject
from publisher.preflight.thumbnails import thumbnails
from tests.preflight.press.making import content, saved
from tests.reading_room import visitors

RED = content("0 1 1 0 k 31 31 338 338 re f 1 0 0 rg 60 60 9 9 re f")

#: The longer side of a thumbnail: Poppler rounds up what isn't whole.
SIDE = (480, 481)


def report(path: Path, profile: str = "print") -> str:
    return check_report([path], [check_pdf(path, profile)], profile).decode()


def test_findings_stand_with_code_page_and_remedy(tmp_path: Path) -> None:
    page = report(saved(tmp_path / "a.pdf", RED))
    assert "<title>Check: 1 error</title>" in page
    assert '<td class="error">error</td>\n<td>PUB106</td>\n<td><a href="#f1-p1">page 1</a>' in page
    assert CODES["PUB106"].remedy in unescape(page)
    assert "held to the profile <b>print</b>" in page


def test_a_page_is_shown_with_its_size_and_its_ink_inside_the_bleed(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.pdf", RED)
    (sheet,) = subject(path, check_pdf(path, "print")).sheets
    # 320 points; all of the bleed is magenta and yellow, but for a small square.
    assert (round(sheet.width, 1), round(sheet.height, 1)) == (112.9, 112.9)
    cyan, magenta, yellow, black = sheet.inks
    assert (cyan, black) == pytest.approx((0, 0), abs=0.3)
    assert (magenta, yellow) == pytest.approx((100, 100), abs=1)
    assert sheet.most == 200
    assert [one.code for one in sheet.found] == ["PUB106"]
    kind, _, data = sheet.address.partition(",")
    assert kind == "data:image/jpeg;base64"
    assert max(Image.open(BytesIO(b64decode(data))).size) in SIDE


def test_a_sound_file_has_nothing_found(tmp_path: Path) -> None:
    page = report(saved(tmp_path / "a.pdf"))
    assert "<title>Check: nothing found</title>" in page
    assert "<table>" not in page
    assert 'alt="Page 1 as printed"' in page


def test_the_same_file_gives_the_same_report(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.pdf", RED)
    assert report(path) == report(path)


def test_books_and_issues_have_findings_and_no_pages(tmp_path: Path) -> None:
    book = tmp_path / "a & b.epub"
    book.write_bytes(b"PK")
    found = [CODES["PUB020"].at(f"{book}!EPUB/<nav>.xhtml:7", "a <b> & a \x00")]
    page = as_html([subject(book, found), subject(tmp_path, ())]).decode()
    assert "<td>EPUB/&lt;nav&gt;.xhtml:7</td>\n<td>a &lt;b&gt; &amp; a \ufffd</td>" in page
    assert '<nav aria-label="Files">' in page
    assert "<img" not in page


def test_a_fault_of_a_page_that_isnt_shown_says_its_number(tmp_path: Path) -> None:
    page = as_html([subject(tmp_path, [CODES["PUB106"].at(f"{tmp_path}: page 9")])]).decode()
    assert "<td>page 9</td>" in page


@pytest.mark.parametrize("absent", ["gs", "pdftoppm"])
def test_a_missing_tool_is_named(
    absent: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, which = saved(tmp_path / "a.pdf"), shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name == absent else which(name))
    with pytest.raises(ToolMissing) as raised:
        subject(path, ())
    assert "apt-get install" in raised.value.remedy


def test_a_file_whose_pages_cant_be_painted_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.pdf")
    with pytest.raises(InputError, match="can't paint every page"):
        thumbnails(path, 2)


def test_axe_finds_nothing_and_nothing_is_fetched(tmp_path: Path) -> None:
    paths = [saved(tmp_path / "bad.pdf", RED), saved(tmp_path / "good.pdf")]
    found = [check_pdf(path, "print") for path in paths]
    (tmp_path / "report.html").write_bytes(check_report(paths, found, "print"))
    told = {"browser": visitors.browser(), "address": (tmp_path / "report.html").as_uri()}
    seen = visitors.run("page.js", told=told)
    assert (seen["errors"], seen["strangers"], seen["wide"]) == ([], [], [])
    assert seen["violations"] == []
    assert len(seen["pictures"]) == 2
    assert all(side in SIDE for picture in seen["pictures"] for side in picture)
