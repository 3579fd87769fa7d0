"""The printer's copy: as its preflight, veraPDF, Ghostscript and a printer see it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from publisher.batch.inputs import look_digest
from publisher.config.press import STAND_IN, read_press
from publisher.errors import BuildError, UsageError
from publisher.images import Inks, read_image
from publisher.model import Figure, Issue, Press, PressSettings
from publisher.pipeline import build
from publisher.preflight.pdf import check_pdf
from publisher.preflight.verapdf import check_flavours
from publisher.theme import find_theme
from publisher.theme.fonts import fetch
from publisher.writers.imposition import impose, spreads
from publisher.writers.print_colours import separate
from tests.images import samples
from tests.writers import issues
from tests.writers.inks import inks, without_slug
from tests.writers.issues import NOWHERE, PARAGRAPH, PROVENANCE, article
from tests.writers.pages import overprinted, text_of

PRESS = read_press(PressSettings())
GREY = replace(PRESS, grey=True)

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><defs>'
    '<linearGradient id="g"><stop offset="0" stop-color="#c00"/>'
    '<stop offset="1" stop-color="#00c"/></linearGradient></defs>'
    '<rect width="200" height="100" fill="url(#g)"/>'
    '<rect x="9" y="9" width="50" height="50" fill="#777"/></svg>'
)


def illustrated() -> Issue:
    """A coloured photograph, one without colour, a PNG that fades out, a drawing that shades."""
    files = {
        "a.jpg": samples.photo(900, 600),
        "b.jpg": samples.photo(900, 600, "L"),
        "c.png": samples.saved(Image.new("RGB", (900, 600), (0, 0, 0)), "PNG"),
        "d.svg": DRAWING.encode(),
    }
    figures = [Figure(name, (), NOWHERE, alternative=name) for name in files]
    made = issues.issue(article(1, "图片", PARAGRAPH * 2, *figures), date="2025-05-20")
    pictures = tuple(read_image(name, content) for name, content in files.items())
    return replace(made, pictures=pictures, provenance=PROVENANCE)


def printed(folder: Path, issue: Issue, format: str = "print", press: Press = PRESS) -> Path:
    fetch(issue.language)
    held = replace(issue, provenance=PROVENANCE)
    (edition,) = build(held, [format], folder, press=press)
    return folder / edition.name


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed(tmp_path_factory.mktemp("plain"), issues.chinese_issue())


@pytest.fixture(scope="module")
def coloured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed(tmp_path_factory.mktemp("coloured"), illustrated())


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed(tmp_path_factory.mktemp("sheets"), issues.chinese_issue(), "sheets")


@pytest.mark.parametrize("name", ["plain", "coloured", "sheets"])
def test_the_preflight_and_verapdf_find_nothing(name: str, request: pytest.FixtureRequest) -> None:
    pdf = request.getfixturevalue(name)
    assert check_pdf(pdf, "print") == ()
    assert check_flavours(pdf, ("2u",)) == ()


@pytest.mark.parametrize("language", ["taiwanese", "japanese", "english"])
def test_every_language_has_its_printers_copy(language: str, tmp_path: Path) -> None:
    pdf = printed(tmp_path, getattr(issues, f"{language}_issue")())
    assert check_pdf(pdf) == ()


@pytest.mark.parametrize("name", ["plain", "sheets"])
def test_text_and_rules_are_printed_in_black_alone(
    name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    pdf = request.getfixturevalue(name)
    for cyan, magenta, yellow, black in inks(without_slug(pdf, tmp_path)):
        assert (cyan, magenta, yellow) == (0, 0, 0)
        assert black > 0.005
    # With the slug there are marks in every ink.
    assert all(min(page) > 0 for page in inks(pdf))


def test_pictures_are_in_ink_under_the_limit(coloured: Path) -> None:
    with pikepdf.open(coloured) as pdf:
        found = {}
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image":
                found.setdefault(str(item.ColorSpace), []).append(item.read_raw_bytes())
    assert {space: len(found[space]) for space in found} == {"/DeviceCMYK": 1, "/DeviceGray": 2}
    image = Image.open(BytesIO(found["/DeviceCMYK"][0]))
    assert image.mode == "CMYK"
    assert max(sum(pixel) for pixel in image.get_flattened_data()) / 2.55 <= PRESS.ink_limit
    # The red of its corner and the blue of its ball are still there.
    cyan, magenta, yellow, _ = image.getpixel((20, 20))
    assert magenta > 200 and yellow > 150 and cyan < 80
    cyan, magenta, yellow, _ = image.getpixel((image.width // 2, image.height // 2))
    assert cyan > 150 and yellow < 80


def test_in_grey_no_coloured_ink_is_printed(tmp_path: Path) -> None:
    pdf = printed(tmp_path, illustrated(), press=GREY)
    assert check_pdf(pdf) == ()
    assert all(page[:3] == [0, 0, 0] for page in inks(without_slug(pdf, tmp_path)))


def test_the_text_is_that_of_the_screens_pdf(plain: Path, chinese: Path, tmp_path: Path) -> None:
    told = text_of(without_slug(plain, tmp_path))
    assert "收存于电子版内" in told
    said = text_of(chinese)
    at = said.index("关于本版") if "关于本版" in said else said.index("本版文字取自")
    assert told[:at].startswith(said[: at // 2])
    assert overprinted(plain) == []


def test_the_slug_says_what_it_is(plain: Path) -> None:
    text = text_of(plain)
    assert "劳动午报2025-05-20·1/" in text
    assert "standsinfortheprinter'sprofile" in text


def test_the_same_issue_gives_the_same_bytes(plain: Path, sheets: Path, tmp_path: Path) -> None:
    issue = issues.chinese_issue()
    assert printed(tmp_path, issue).read_bytes() == plain.read_bytes()
    assert printed(tmp_path, issue, "sheets").read_bytes() == sheets.read_bytes()


def test_nothing_of_the_screens_pdf_is_left(plain: Path) -> None:
    with pikepdf.open(plain) as pdf:
        assert not {"/Outlines", "/Names", "/StructTreeRoot", "/AF"} & set(pdf.Root.keys())
        assert all("/Annots" not in page.obj for page in pdf.pages)
        assert [str(one.S) for one in pdf.Root.OutputIntents] == ["/GTS_PDFX", "/GTS_PDFA1"]
        profile = pdf.Root.OutputIntents[0].DestOutputProfile
        assert profile.read_bytes() == STAND_IN.read_bytes()


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        (1, [(None, 0), (None, None)]),
        (4, [(3, 0), (1, 2)]),
        (5, [(None, 0), (1, None), (None, 2), (3, 4)]),
    ],
)
def test_sheets_are_filled_with_blank_pages(
    pages: int, told: list[tuple[int | None, int | None]]
) -> None:
    assert list(spreads(pages)) == told
    assert list(spreads(pages, from_right=True)) == [(right, left) for left, right in told]


@pytest.mark.parametrize("pages", range(1, 41))
def test_folded_sheets_are_read_in_order(pages: int) -> None:
    sides = list(spreads(pages))
    # A sheet's back lies behind its front: page after page as it is turned.
    leaves = [
        leaf
        for front, back in zip(sides[::2], sides[1::2], strict=True)
        for leaf in ((front[1], back[0]), (back[1], front[0]))
    ]
    outer, inner = leaves[::2], leaves[1::2][::-1]
    read = [page for leaf in (*outer, *inner) for page in leaf]
    assert read[:pages] == list(range(pages))
    assert read[pages:] == [None] * (-pages % 4)


def test_the_sheets_hold_every_page_side_by_side(plain: Path, sheets: Path) -> None:
    with pikepdf.open(plain) as one, pikepdf.open(sheets) as two:
        count = len(one.pages)
        assert len(two.pages) == 2 * -(-count // 4)
        wide, high = (float(one.pages[0].trimbox[at]) - 42.52 for at in (2, 3))
        box = [float(side) - 42.52 for side in two.pages[0].trimbox]
    assert box == pytest.approx([0, 0, 2 * wide, high], abs=0.02)


def test_pages_of_two_sizes_make_no_sheets() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(100, 100))
        pdf.add_blank_page(page_size=(100, 200))
        with pytest.raises(BuildError, match="different sizes"):
            impose(pdf)


@pytest.mark.parametrize("space", ["/lab", "/DeviceRGB"])
def test_a_colour_space_that_cant_be_separated_is_refused(space: str) -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Contents = pdf.make_stream(f"{space} cs 0 0 0 scn 1 1 9 9 re f".encode())
        with pytest.raises(BuildError, match="colour space"):
            separate(pdf, Inks(PRESS).of)


def test_a_picture_in_rgb_is_refused() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        picture = pdf.make_stream(b"abc", Subtype=pikepdf.Name.Image, Width=1, Height=1)
        picture.ColorSpace = pikepdf.Name.DeviceRGB
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=picture))
        page.Contents = pdf.make_stream(b"/P Do")
        with pytest.raises(BuildError, match="colours of a screen"):
            separate(pdf, Inks(PRESS).of)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"no profile", "no ICC profile"), (samples.profile(), "not of a CMYK press")],
)
def test_a_profile_that_isnt_a_presss_is_refused(content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "press.icc").write_bytes(content)
    with pytest.raises(UsageError, match=f"press.icc: .*{said}"):
        read_press(PressSettings(profile="press.icc"), tmp_path)


def test_a_named_condition_and_profile_are_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "press.icc").write_bytes(STAND_IN.read_bytes())
    settings = PressSettings(condition="newspaper", profile="press.icc", pictures="grey")
    press = read_press(settings, tmp_path)
    assert (press.condition, press.ink_limit, press.grey, press.stands_in) == (
        "IFRA26",
        220,
        True,
        False,
    )
    with pikepdf.open(printed(tmp_path, issues.english_issue(), press=press)) as pdf:
        intent = pdf.Root.OutputIntents[0]
    assert str(intent.OutputConditionIdentifier) == "IFRA26"
    assert str(intent.RegistryName) == "http://www.color.org"
    assert "stands in" not in str(intent.Info)


def test_what_is_kept_for_one_press_isnt_taken_for_another() -> None:
    theme = find_theme("gazette")
    other = replace(PRESS, profile=PRESS.profile + b"\0")
    digests = {look_digest(theme, one) for one in (None, PRESS, GREY, other)}
    assert len(digests) == 4
    assert look_digest(theme, replace(PRESS)) in digests
