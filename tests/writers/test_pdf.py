"""The PDF as a reader, a validator and a typographer see it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from publisher.config import Settings
from publisher.errors import BuildError, ToolMissing
from publisher.model import Issue, PageTurn, Strong, Table, Text
from publisher.pipeline import read_issue
from publisher.preflight.verapdf import check_flavours
from publisher.theme import Theme, find_theme
from publisher.theme.fonts import faces
from publisher.writers.pdf import write_pdf
from tests.writers import issues
from tests.writers.issues import NOWHERE, PARAGRAPH, PROVENANCE, article, issue, paragraph
from tests.writers.pages import (
    body_lines,
    overprinted,
    poppler,
    structure_text,
    text_of,
    words_of,
)

LANGUAGES = {
    "zh-Hans": issues.chinese_issue,
    "zh-Hant": issues.taiwanese_issue,
    "ja": issues.japanese_issue,
    "en": issues.english_issue,
}

PdfOf = Callable[[Issue], Path]


def bookmarks(pdf: Path) -> list[tuple[str, list[str]]]:
    with pikepdf.open(pdf) as file, file.open_outline() as outline:
        return [(item.title, [child.title for child in item.children]) for item in outline.root]


def in_theme(tmp_path: Path, css: str) -> Theme:
    """The shipped theme with more rules."""
    folder = tmp_path / "theme"
    shutil.copytree(find_theme("gazette").root, folder)
    with (folder / "print.css").open("a", encoding="utf-8") as sheet:
        sheet.write(css)
    return find_theme(str(folder))


@pytest.mark.parametrize("language", LANGUAGES)
def test_verapdf_finds_pdfa_and_pdfua(language: str, pdf_of: PdfOf) -> None:
    assert check_flavours(pdf_of(LANGUAGES[language]())) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_faces_of_the_language_are_embedded(language: str, pdf_of: PdfOf) -> None:
    rows = poppler("pdffonts", pdf_of(LANGUAGES[language]())).splitlines()[2:]
    names = {row.split()[0].partition("+")[2] for row in rows}
    families = {face.family.replace(" ", "-") for face in faces(language)}
    weight = r"(-(Bold|Heavy|Black))?"
    assert all(any(re.fullmatch(one + weight, name) for one in families) for name in names)
    # The body is set in the language's own face, not in one that stands in.
    assert faces(language)[0].family.replace(" ", "-") in names
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_printed_on_anything(language: str, pdf_of: PdfOf) -> None:
    assert overprinted(pdf_of(LANGUAGES[language]())) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_character_has_its_glyph(language: str, pdf_of: PdfOf) -> None:
    with pikepdf.open(pdf_of(LANGUAGES[language]())) as pdf:
        shown = [glyph for page in pdf.pages for glyph in glyphs(page)]
    assert len(shown) > 100
    assert 0 not in shown


def glyphs(page: Any) -> list[int]:
    """The glyph numbers that a page shows."""
    found = []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in {"Tj", "TJ"}:
            parts = operands[0] if str(operator) == "TJ" else operands
            codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
            found += [int.from_bytes(codes[at : at + 2]) for at in range(0, len(codes), 2)]
    return found


def test_the_tags_say_the_models_text_in_its_order(chinese: Path) -> None:
    said = structure_text(chinese)
    place = said.index("本报讯")
    first, second, third = issues.chinese_issue().articles
    for part in (
        "本报讯（记者张晶）" + first.paragraphs[0].text,
        first.paragraphs[1].text,
        "〔此处原文缺失〕",
        first.paragraphs[2].text,
        "一、突出“会展特色”",
        first.paragraphs[3].text,
        "本报记者彭程摄",
        "工会重点工作创新案例",
        "北京经验",
        str(second.headline),
        second.paragraphs[0].text,
        "转自《中工网》",
        str(third.headline),
        third.paragraphs[0].text,
    ):
        assert part in said[place:], part
        place = said.index(part, place) + len(part)


def test_the_first_seed_reads_in_order_and_stands_flush(first_seed: Path, pdf_of: PdfOf) -> None:
    paper = read_issue(first_seed, Settings())
    pdf = pdf_of(paper)
    said = structure_text(pdf)
    texts = ["".join(one.text.split()) for part in paper.articles for one in part.paragraphs]
    place = 0
    for text in texts:
        assert text in said[place:]
        place = said.index(text, place) + len(text)
    ends = ("缺失〕", *(text[-4:] for text in texts))
    lines = body_lines(pdf)
    for column in (0, 1, 2):
        own = [line for line in lines if line.column == column]
        edge = max(line.right for line in own)
        short = [line.text for line in own if edge - line.right > 0.5]
        assert all(text.endswith(ends) or len(text) < 4 for text in short)


def test_extracted_text_has_none_of_the_marks_that_steer_breaks(chinese: Path) -> None:
    assert not {"\u200b", "\u2060", "\ufffd"} & set(poppler("pdftotext", chinese, "-"))


def test_the_outline_follows_sections(chinese: Path) -> None:
    first, second, third = (str(one.headline) for one in issues.chinese_issue().articles)
    assert bookmarks(chinese) == [
        (first, []),
        ("工会重点工作创新案例", [second, third]),
        ("版本说明", []),
    ]


def test_the_contents_name_the_page_of_each_headline(pdf_of: PdfOf) -> None:
    pdf = pdf_of(issues.briefs())
    words = words_of(pdf)
    headlines = {word.text: word.page for word in words if word.bottom - word.top > 18}
    entries = [word for word in words if re.fullmatch(r"第\d+条简讯", word.text)]
    listed = [word for word in entries if word.bottom - word.top < 14]
    assert len(listed) >= 200
    for entry in listed[:200]:
        number = max(
            (
                word
                for word in words
                if word.page == entry.page
                and abs(word.bottom - entry.bottom) < 4
                and word.right <= entry.left
                and word.text.isdecimal()
            ),
            key=lambda word: word.left,
        )
        assert int(number.text) == headlines[entry.text]


def test_no_headline_is_left_at_a_pages_foot(pdf_of: PdfOf) -> None:
    words = words_of(pdf_of(issues.briefs()))
    headlines = [word for word in words if word.bottom - word.top > 18]
    assert len(headlines) >= 200
    for headline in headlines:
        below = [
            word
            for word in words
            if word.page == headline.page
            and headline.bottom < word.top < headline.bottom + 30
            and abs(word.bottom - word.top - 15.1) < 0.2
        ]
        assert below, headline


def test_sources_and_ledger_are_attached_as_received(chinese: Path) -> None:
    with pikepdf.open(chinese) as pdf:
        files = {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()}
        relations = {str(item.UF): str(item.AFRelationship) for item in pdf.Root.AF.as_list()}
    assert sorted(files.values()) == sorted(
        [*(source.content for source in PROVENANCE.sources), PROVENANCE.ledger]
    )
    assert relations == {
        "第1版.txt": "/Source",
        "page2.txt": "/Source",
        "ledger.jsonl": "/Supplement",
    }


def test_metadata_come_from_the_issue_and_never_from_the_clock(chinese: Path) -> None:
    with pikepdf.open(chinese) as pdf:
        assert pdf.Root.Lang == "zh-Hans"
        assert pdf.docinfo.Title == "劳动午报 2025-05-20"
        dates = {str(pdf.docinfo[key]) for key in ("/CreationDate", "/ModDate")}
        with pdf.open_metadata() as metadata:
            assert metadata["xmp:ModifyDate"] == "2025-05-20T00:00:00Z"
            assert metadata["pdfaid:part"] == "3"
            assert metadata["pdfuaid:part"] == "1"
    assert all(date.startswith("D:20250520000000") for date in dates)


PLACES = (
    {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
    {"TZ": "America/St_Johns", "PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8"},
)
DIGEST = """
from publisher.theme import find_theme
from publisher.writers.pdf import write_pdf
from tests.writers.issues import PROVENANCE, chinese_issue
print(write_pdf(chinese_issue(), PROVENANCE, find_theme("gazette")).digest)
"""


def test_the_same_issue_gives_the_same_bytes_anywhere(tmp_path: Path, root: Path) -> None:
    digests = set()
    for number, place in enumerate(PLACES):
        folder = tmp_path / f"folder {number}"
        folder.mkdir()
        done = subprocess.run(
            [sys.executable, "-c", DIGEST],
            cwd=folder,
            env=os.environ | place | {"PYTHONPATH": str(root)},
            check=True,
            capture_output=True,
            text=True,
        )
        digests.add(done.stdout.strip())
    assert len(digests) == 1


def test_two_builds_in_one_process_are_alike(chinese: Path) -> None:
    again = write_pdf(issues.chinese_issue(), PROVENANCE, find_theme("gazette"))
    assert again.content == chinese.read_bytes()
    assert (again.name, again.media_type) == ("paper.pdf", "application/pdf")


def test_threads_dont_disturb_each_other(chinese: Path) -> None:
    makers = [issues.chinese_issue, issues.english_issue] * 2
    with ThreadPoolExecutor(4) as pool:
        built = list(
            pool.map(lambda make: write_pdf(make(), PROVENANCE, find_theme("gazette")), makers)
        )
    assert built[0].content == built[2].content == chinese.read_bytes()
    assert built[1].content == built[3].content


def test_an_issue_without_articles_has_a_masthead_and_a_colophon(pdf_of: PdfOf) -> None:
    pdf = pdf_of(issue())
    assert "paper" in text_of(pdf)
    assert "版本说明" in text_of(pdf)
    assert "目录" not in text_of(pdf)


def test_an_article_without_headline_and_body_is_set(pdf_of: PdfOf) -> None:
    text = text_of(pdf_of(issue(article(1, ""), article(2, "只有题"), article(3, "", "一行。"))))
    assert text.count("无题") >= 2
    assert "一行。" in text


HOSTILE = {
    "a headline of 300 characters": article(
        1, ("北京市总工会开展“会展特色”技能竞赛" * 18)[:300], "文。"
    ),
    "a headline too long for the running head": article(
        1, "北京市总工会开展“会展特色”技能竞赛2025" * 3, PARAGRAPH * 40
    ),
    "a headline of one long word": article(1, "w" * 300, "text"),
    "a word wider than a column": article(1, "题", "网址" + "https://example.org/" + "a" * 200),
    "a table wider than a column": article(
        1, "表", Table((("栏目" * 9,) * 6, ("1234567890" * 3,) * 6), True, NOWHERE), "文。"
    ),
    "bold within a paragraph": article(
        1,
        "题",
        replace(
            paragraph("前文"),
            content=(Strong((Text(PARAGRAPH, NOWHERE),), NOWHERE), Text(PARAGRAPH, NOWHERE)),
        ),
    ),
    "markup in the text": article(1, "<b>&amp;", "</p><script>x</script> {{ 7*7 }} &lt;"),
    "characters that XML can't hold": article(1, "题\x00\x0b", "文\ud800\x1f\ufffe。"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_articles_stay_inside_the_page(name: str, pdf_of: PdfOf) -> None:
    pdf = pdf_of(issue(HOSTILE[name], article(2, "下一篇", PARAGRAPH)))
    words = words_of(pdf)
    assert max(word.right for word in words) < 595.28 - 45
    assert min(word.left for word in words) > 45
    assert overprinted(pdf) == []


def test_a_line_goes_on_where_a_page_turns(pdf_of: PdfOf) -> None:
    text = "The company wants to lease a vessel from a Rhode Island operator, and it warned that "
    start, rest = text + "without one the islands would not ", "have a crossing in winter. " * 3
    turned = (Text(start, NOWHERE), PageTurn(4, "A4", NOWHERE), Text(rest, NOWHERE))
    made = [
        pdf_of(issue(article(1, "Boats", one), language="en"))
        for one in (replace(paragraph(""), content=turned), paragraph(start + rest))
    ]
    assert words_of(made[0]) == words_of(made[1])


def test_markup_in_the_text_is_text(pdf_of: PdfOf) -> None:
    pdf = pdf_of(issue(HOSTILE["markup in the text"], article(2, "下一篇", PARAGRAPH)))
    assert "</p><script>x</script>{{7*7}}&lt;" in text_of(pdf)


@pytest.mark.parametrize("css", ["p { colour: red }", "p { text-emphasis: dot", "@import 'x.css';"])
def test_what_weasyprint_warns_of_fails_the_build(css: str, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="WeasyPrint warns"):
        write_pdf(issue(article(1, "题", "文。")), PROVENANCE, in_theme(tmp_path, css))


@pytest.mark.parametrize(
    "address", ["https://example.org/a.png", "file:///etc/hostname", "../../pyproject.toml"]
)
def test_nothing_comes_from_outside_the_issue(address: str, tmp_path: Path) -> None:
    theme = in_theme(tmp_path, f"body {{ background: url('{address}') }}")
    with pytest.raises(BuildError, match="is no part of the issue"):
        write_pdf(issue(article(1, "题", "文。")), PROVENANCE, theme)


def test_a_font_that_isnt_pinned_fails_the_build(tmp_path: Path) -> None:
    theme = in_theme(tmp_path, ".text p { font-family: 'DejaVu Sans' }")
    with pytest.raises(BuildError, match="isn't pinned"):
        write_pdf(issue(article(1, "题", "text")), PROVENANCE, theme)


def test_characters_without_a_glyph_are_named() -> None:
    paper = issue(article(1, "无事", "好。"), article(2, "<有>事", "好\U0002a6a5"))
    with pytest.raises(BuildError, match=r"\(U\+2A6A5, in <有>事\)$") as raised:
        write_pdf(paper, PROVENANCE, find_theme("gazette"))
    assert raised.value.remedy


def test_unreadable_characters_are_shown_as_boxes(pdf_of: PdfOf) -> None:
    text = text_of(pdf_of(issue(article(1, "题", "大\ue5e5劳\ufffd模\x92班"))))
    assert "大□劳□模□班" in text


def test_signs_without_a_look_need_no_glyph(pdf_of: PdfOf) -> None:
    text = text_of(pdf_of(issue(article(1, "题", "大\u200b劳\u00ad模\ufeff班\U000e0100。"))))
    assert "大劳" in text


def test_a_missing_font_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUBLISHER_FONTS", str(tmp_path))
    with pytest.raises(ToolMissing, match="Noto Serif TC") as raised:
        write_pdf(issues.taiwanese_issue(), PROVENANCE, find_theme("gazette"))
    assert "doctor --fonts zh-Hant" in raised.value.remedy


def test_without_pango_the_remedy_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library pango')")
    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ToolMissing, match="cannot load library pango") as raised:
        write_pdf(issue(), PROVENANCE, find_theme("gazette"))
    assert "libpango" in raised.value.remedy
