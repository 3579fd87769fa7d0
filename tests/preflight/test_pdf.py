"""The checks of a PDF: each fault in a bad file, none in a good one."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from publisher.errors import InputError
from publisher.preflight import pdf as preflight
from publisher.preflight.pdf import check_pdf


def save(path: Path, font: Dictionary | None, *, good: bool = True) -> Path:
    """A page with a font; `good` gives the file tags, a language and a shown title."""
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        if font is not None:
            fonts = Dictionary(F1=pdf.make_indirect(font))
            pdf.pages[0].Resources = Dictionary(Font=fonts)
        if good:
            pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
            pdf.Root.Lang = pikepdf.String("zh-Hans")
            pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        pdf.save(path)
    return path


@pytest.fixture(autouse=True)
def without_verapdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only our own checks: veraPDF's are tested beside."""
    monkeypatch.setattr(preflight, "check_flavours", lambda path, flavours: ())


def font(subtype: Name, **fields: object) -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=subtype, BaseFont=Name.Song, **fields)


def descriptor(**fields: object) -> Dictionary:
    return Dictionary(Type=Name.FontDescriptor, FontName=Name.Song, **fields)


@pytest.mark.parametrize(
    "bad",
    [
        font(Name.Type1),
        font(Name.TrueType, FontDescriptor=descriptor()),
        font(Name.CIDFontType2, FontDescriptor=descriptor(Flags=4)),
    ],
)
def test_a_font_that_isnt_embedded_is_named(bad: Dictionary, tmp_path: Path) -> None:
    (found,) = check_pdf(save(tmp_path / "a.pdf", bad))
    assert (found.code, found.message) == ("PUB031", "the font Song isn't embedded")
    assert found.where == str(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    "good",
    [
        None,
        font(Name.TrueType, FontDescriptor=descriptor(FontFile2=Dictionary())),
        font(Name.CIDFontType0, FontDescriptor=descriptor(FontFile3=Dictionary())),
        font(Name.Type0, DescendantFonts=Array()),
        font(Name.Type3),
    ],
)
def test_an_embedded_font_is_no_fault(good: Dictionary | None, tmp_path: Path) -> None:
    assert check_pdf(save(tmp_path / "a.pdf", good)) == ()


def test_a_file_without_tags_language_and_title_is_faulted(tmp_path: Path) -> None:
    found = check_pdf(save(tmp_path / "a.pdf", None, good=False))
    assert [(one.code, one.message) for one in found] == [
        ("PUB032", "it isn't tagged"),
        ("PUB032", "it names no language"),
        ("PUB032", "it hides its title"),
    ]


def test_verapdfs_findings_come_after_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "check_flavours", lambda path, flavours: flavours)
    found = check_pdf(save(tmp_path / "a.pdf", font(Name.Type1)))
    assert found[0].code == "PUB031"
    assert found[1:] == ("3a", "ua1")
    assert check_pdf(tmp_path / "a.pdf", "screen")[1:] == ("ua1",)


def test_where_verapdf_isnt_there_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save(tmp_path / "a.pdf", None)
    monkeypatch.setattr(preflight, "is_there", lambda: False)
    monkeypatch.setattr(preflight, "check_flavours", lambda path, flavours: pytest.fail("called"))
    (found,) = check_pdf(path)
    assert (found.code, str(found.severity)) == ("PUB125", "warning")
    assert "veraPDF" in found.message and found.remedy


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"<html></html>", b"PK\x03\x04" * 99])
def test_what_is_no_pdf_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(InputError, match="is no PDF that can be read") as raised:
        check_pdf(path)
    assert str(raised.value).count("a.pdf") == 1


def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path, encryption=pikepdf.Encryption(owner="one", user="two"))
    with pytest.raises(InputError, match="locked with a password"):
        check_pdf(path)
