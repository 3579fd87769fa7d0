"""Pictures in the editions: valid, described, no wider than their column, with their captions."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pikepdf
import pytest
from PIL import Image

import publisher
from publisher.errors import BuildError
from publisher.images import place, read_image
from publisher.model import Article, Block, Edition, Figure, ImageSettings, Issue
from publisher.preflight.epubcheck import check_epub
from publisher.preflight.profile import check_profile
from publisher.preflight.verapdf import check_flavours
from publisher.theme import find_theme
from publisher.theme.fonts import fetch
from publisher.theme.layout import layout
from publisher.theme.measures import picture_size
from publisher.writers.epub import write_epub
from publisher.writers.pdf import write_pdf
from tests.images import samples
from tests.images.samples import photo
from tests.writers import issues
from tests.writers.issues import NOWHERE, PARAGRAPH, PROVENANCE, article
from tests.writers.pages import poppler, structure_text, words_of

HTML = "{http://www.w3.org/1999/xhtml}"
FILES = samples.every_kind()

#: The width of a column of three, and of the two beside it with their gutter, in points.
COLUMN = 157.57


def figure(image: str, caption: str = "", **fields: Any) -> Figure:
    content = issues.paragraph(caption).content if caption else ()
    return Figure(image, content, NOWHERE, **fields)


def illustrated(*articles: Article, **files: bytes) -> Issue:
    """An issue whose figures name `files`, or those of every kind."""
    given = {name.replace("_", "."): content for name, content in files.items()} or FILES
    issue = issues.issue(*articles, date="2025-05-20")
    read = (read_image(name, content) for name, content in given.items())
    return replace(issue, pictures=tuple(read), provenance=PROVENANCE)


def six() -> Issue:
    """A picture of each kind, one decorative, one missing, one in an article of few words."""
    several = article(
        1,
        "劳模夜校开课",
        PARAGRAPH,
        figure("photo.jpg", "图为职工在夜校学习。", alternative="职工在写字"),
        PARAGRAPH,
        figure("cmyk.jpeg", "图为展览现场。", credits=(issues.chinese_issue().articles[0].credits)),
        PARAGRAPH * 2,
        figure("fading.png", decorative=True),
        figure("chart.svg", "会员人数", alternative="柱形图：会员从三万增至五万"),
        PARAGRAPH,
        figure("", "图为没有的图片。"),
    )
    few = article(
        2, "图片新闻", figure("web.webp", "近日，展览开幕。", alternative="展厅"), "短讯。"
    )
    return illustrated(several, few, article(3, "又一条", PARAGRAPH, figure("page.tif")))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The editions of the issue with six pictures."""
    fetch("zh-Hans")
    folder = tmp_path_factory.mktemp("built")
    publisher.build(six(), output=folder)
    return {path.suffix: path for path in folder.iterdir()}


def pages(epub: Path) -> dict[str, ElementTree.Element]:
    with ZipFile(epub) as archive:
        return {
            name: ElementTree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".xhtml")
        }


def test_a_book_with_six_pictures_is_valid(built: dict[str, Path]) -> None:
    assert check_epub(built[".epub"]) == ()
    # The issue names no paper: publisher and series are left unsaid.
    assert [one.code for one in check_profile(built[".epub"])] == ["PUB075", "PUB077"]


def test_a_pdf_with_six_pictures_is_pdfa_and_pdfua(built: dict[str, Path]) -> None:
    assert check_flavours(built[".pdf"]) == ()


def test_a_book_holds_core_formats_under_safe_names(built: dict[str, Path]) -> None:
    with ZipFile(built[".epub"]) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if "/picture-" in name}
    assert [name.rpartition("/")[2] for name in held] == [
        "picture-0001.jpg",
        "picture-0002.jpg",
        "picture-0003.png",
        "picture-0004.jpg",
        "picture-0005.jpg",
        "picture-0006.svg",
    ]
    formats = [Image.open(BytesIO(one)).format for one in list(held.values())[:5]]
    assert formats == ["JPEG", "JPEG", "PNG", "JPEG", "JPEG"]


def test_every_picture_says_what_it_shows(built: dict[str, Path]) -> None:
    images = [one for page in pages(built[".epub"]).values() for one in page.iter(f"{HTML}img")]
    assert [(one.get("alt"), one.get("role")) for one in images] == [
        ("职工在写字", None),
        ("图为展览现场。", None),
        ("", "presentation"),
        ("柱形图：会员从三万增至五万", None),
        ("展厅", None),
        ("图片", None),
    ]
    captions = [
        "".join("".join(one.itertext()).split())
        for page in pages(built[".epub"]).values()
        for one in page.iter(f"{HTML}figcaption")
    ]
    assert captions == [
        "图为职工在夜校学习。",
        "图为展览现场。本报记者彭程摄",
        "会员人数",
        "〔图片缺失〕图为没有的图片。",
        "近日，展览开幕。",
    ]


def metadata(epub: bytes) -> list[tuple[str, str]]:
    with ZipFile(BytesIO(epub)) as archive:
        package = ElementTree.fromstring(archive.read("EPUB/content.opf"))
    return [
        (one.get("property", ""), one.text or "") for one in package.iter() if one.get("property")
    ]


def test_a_book_says_how_its_pictures_can_be_had() -> None:
    def said(issue: Issue) -> set[tuple[str, str]]:
        ready = publisher.build(issue, formats=["epub"], dry_run=True)[0]
        return {(key.removeprefix("schema:"), value) for key, value in metadata(ready.content)}

    told = illustrated(article(1, "题", figure("a.jpg", alternative="甲")), a_jpg=photo())
    captioned = illustrated(article(1, "题", figure("a.jpg", "图为甲。")), a_jpg=photo())
    untold = illustrated(article(1, "题", figure("a.jpg")), a_jpg=photo())
    feature = ("accessibilityFeature", "alternativeText")
    text_alone = ("accessModeSufficient", "textual")
    assert {feature, text_alone, ("accessMode", "visual")} <= said(told)
    assert feature not in said(captioned)
    assert text_alone in said(captioned)
    assert text_alone not in said(untold)
    assert ("accessModeSufficient", "textual,visual") in said(untold)
    assert ("accessMode", "visual") not in said(
        issues.issue(article(1, "题", figure("", "图为甲。")))
    )


def test_the_record_has_the_digests_of_the_files_as_received(built: dict[str, Path]) -> None:
    with ZipFile(built[".epub"]) as archive:
        record = json.loads(archive.read("EPUB/provenance/record.json"))
    assert record["pictures"] == [
        {"name": name, "sha256": sha256(content).hexdigest()} for name, content in FILES.items()
    ]


def figures_in(pdf: Path) -> list[str]:
    """The text alternatives of a PDF's figures."""
    with pikepdf.open(pdf) as file:
        return [
            str(one.Alt)
            for one in file.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
        ]


def test_a_pdf_reads_its_pictures_out_and_passes_decorative_ones_by(
    built: dict[str, Path],
) -> None:
    assert figures_in(built[".pdf"]) == [
        "职工在写字",
        "图为展览现场。",
        "柱形图：会员从三万增至五万",
        "展厅",
        "图片",
    ]
    assert "图为展览现场。本报记者彭程摄" in structure_text(built[".pdf"])
    assert "〔图片缺失〕图为没有的图片。" in structure_text(built[".pdf"])


def test_print_has_grey_and_rgb_without_interpolation(built: dict[str, Path]) -> None:
    with pikepdf.open(built[".pdf"]) as file:
        images = [
            one
            for one in file.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]
        assert len(images) == 5
        assert {str(one.ColorSpace) for one in images} == {"/DeviceRGB", "/DeviceGray"}
        assert not any(one.Interpolate or "/SMask" in one for one in images)


@pytest.mark.parametrize("format", ["epub", "pdf"])
def test_the_same_issue_gives_the_same_bytes(format: str, built: dict[str, Path]) -> None:
    (again,) = publisher.build(six(), formats=[format], dry_run=True)
    assert again.content == built[f".{format}"].read_bytes()


def placed_images(pdf: Path, folder: Path) -> list[tuple[int, list[float]]]:
    """Page, left, top, width and height of each picture of pixels, in points."""
    poppler("pdftohtml", "-xml", "-zoom", "1", "-q", pdf, folder / "out")
    root = ElementTree.parse(folder / "out.xml").getroot()
    return [
        (int(page.get("number", "")), [float(one.get(key, "")) for key in MEASURES])
        for page in root.iter("page")
        for one in page.iter("image")
    ]


MEASURES = ("left", "top", "width", "height")
SHAPES = [(900, 600), (600, 900), (300, 1800), (1800, 300), (700, 700)]


def many(count: int) -> Issue:
    """A long article with pictures of many forms at any height of the column."""
    files = {f"p{n}_jpg": photo(*SHAPES[n % 5], comment=bytes([n])) for n in range(count)}
    body: list[Block | str] = []
    for n in range(count):
        body += [PARAGRAPH[: 40 + n * 37 % 120] + "。", figure(f"p{n}.jpg", f"图注{n}。")]
    return illustrated(article(1, "长文", *body, PARAGRAPH), **files)


def test_a_picture_fits_its_column_and_keeps_its_caption(tmp_path: Path) -> None:
    issue = many(30)
    publisher.build(issue, formats=["pdf"], output=tmp_path)
    pdf = tmp_path / "paper.pdf"
    images = placed_images(pdf, tmp_path)
    captions = [word for word in words_of(pdf) if word.text.startswith("图注")]
    assert len(images) == len(captions) == 30
    assert len({page for page, _ in images}) > 3
    left = min(word.left for word in words_of(pdf))
    for page, (x, top, width, height) in images:
        column = round((x + width / 2 - left) // (COLUMN + 15.75))
        assert x >= left + column * (COLUMN + 15.75) - 1
        assert x + width <= left + column * (COLUMN + 15.75) + COLUMN + 1.5
        assert any(abs(width / height / (w / h) - 1) < 0.03 for w, h in SHAPES)
        assert top > 50
        assert top + height < 842 - 50
        below = [
            word
            for word in captions
            if word.page == page
            and abs(word.top - top - height - 9) < 19
            and word.left >= left + column * (COLUMN + 15.75) - 1
            and word.right <= left + column * (COLUMN + 15.75) + COLUMN + 1
        ]
        assert below, (page, x, top)


@pytest.mark.parametrize(
    ("width", "height", "language", "wanted"),
    [
        (900, 600, "zh-Hans", (157.5, 105.0)),
        (900, 600, "en", (244.12, 162.75)),
        (900, 600, "", (244.12, 162.75)),
        (100, 1000, "zh-Hans", (47.6, 476.0)),
        (10, 10, "ja", (157.5, 157.5)),
    ],
)
def test_a_picture_is_as_wide_as_its_column_unless_it_is_too_high(
    width: int, height: int, language: str, wanted: tuple[float, float]
) -> None:
    issue = illustrated(article(1, "题", PARAGRAPH), a_jpg=photo(width, height))
    pages = layout(find_theme("gazette"), "zh-Hans")
    assert picture_size(issue.pictures[0], issue.articles[0], language, pages) == wanted


def test_a_drawings_text_is_set_in_the_editions_faces(built: dict[str, Path]) -> None:
    text = "".join(poppler("pdftotext", "-raw", built[".pdf"], "-").split())
    assert "会员Members" in text


def test_a_picture_inside_a_drawing_is_made_ready_too(tmp_path: Path) -> None:
    inside = b64encode(photo(90, 60, "CMYK", comment=b"SECRET")).decode()
    drawing = samples.drawing(
        f'<image width="30" height="20" xlink:href="data:image/jpeg;base64,{inside}"/>'
    )
    issue = illustrated(
        article(1, "题", PARAGRAPH, figure("a.svg", alternative="甲")), a_svg=drawing
    )
    publisher.build(issue, output=tmp_path)
    assert check_epub(tmp_path / "paper.epub") == ()
    assert check_flavours(tmp_path / "paper.pdf") == ()
    with ZipFile(tmp_path / "paper.epub") as archive:
        held = archive.read("EPUB/images/picture-0001.svg").decode()
    content = b64decode(held.partition("base64,")[2].partition('"')[0])
    assert b"SECRET" not in content
    assert Image.open(BytesIO(content)).mode == "RGB"
    (row,) = poppler("pdfimages", "-list", tmp_path / "paper.pdf").splitlines()[2:]
    assert row.split()[5] == "rgb"


def test_a_drawing_with_a_character_of_no_face_is_named() -> None:
    drawing = samples.drawing('<text x="1" y="9">\u13a0</text>')
    issue = illustrated(article(1, "题", PARAGRAPH, figure("a.svg")), a_svg=drawing)
    with pytest.raises(BuildError, match=r"a\.svg: the fonts have no glyph for: .*U\+13A0"):
        publisher.build(issue, formats=["pdf"], dry_run=True)


@pytest.mark.parametrize("write", [write_epub, write_pdf])
def test_a_picture_that_isnt_ready_is_refused(write: Callable[..., Edition]) -> None:
    fetch("zh-Hans")
    issue = illustrated(article(1, "题", figure("page.tif")))
    with pytest.raises(BuildError, match=r"web\.webp|page\.tif"):
        write(issue, PROVENANCE, find_theme("gazette"))


@pytest.mark.parametrize("write", [write_epub, write_pdf])
def test_a_picture_that_the_issue_lacks_is_refused(write: Callable[..., Edition]) -> None:
    fetch("zh-Hans")
    issue = illustrated(article(1, "题", figure("b.jpg")), a_jpg=photo())
    with pytest.raises(BuildError, match=r"b\.jpg: the issue doesn't hold"):
        write(issue, PROVENANCE, find_theme("gazette"))


HOSTILE = "\"><script>alert(1)</script>' onerror=x \x00</figcaption>"


def test_nothing_said_of_a_picture_becomes_markup(tmp_path: Path) -> None:
    text = issues.issue(article(1, "题", PARAGRAPH))
    name = "a&b'(1)<i>.jpg"
    said = ImageSettings(name, article="题", caption=HOSTILE, alt=HOSTILE, credit=HOSTILE)
    issue, _ = place(text, [said], {name: photo()})
    for format in ("epub", "pdf"):
        publisher.build(replace(issue, provenance=PROVENANCE), formats=[format], output=tmp_path)
    assert check_epub(tmp_path / "paper.epub") == ()
    page = pages(tmp_path / "paper.epub")["EPUB/article-0001.xhtml"]
    assert len(list(page.iter(f"{HTML}script"))) == 1
    (image,) = page.iter(f"{HTML}img")
    assert set(image.attrib) == {"src", "alt"}
    assert re.fullmatch(r"images/picture-0001\.jpg", image.get("src", ""))
