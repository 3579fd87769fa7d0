"""Reading: good pictures with their facts; damaged, hostile and misnamed ones refused by name."""

from __future__ import annotations

import warnings
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFile

from publisher.errors import ExitCode, InputError
from publisher.images import read_image, refusals
from publisher.model import Colours
from tests.images import samples
from tests.images.samples import image, photo, saved

SIXTEEN = Image.new("I;16", (60, 40), 40_000)


def test_every_kind_is_read_with_its_facts() -> None:
    read = {name: read_image(name, data) for name, data in samples.every_kind().items()}
    assert {
        name: (one.media_type, one.width, one.height, one.colours) for name, one in read.items()
    } == {
        "photo.jpg": ("image/jpeg", 300, 200, Colours.RGB),
        "cmyk.jpeg": ("image/jpeg", 300, 200, Colours.CMYK),
        "fading.png": ("image/png", 40, 40, Colours.RGB),
        "page.tif": ("image/tiff", 300, 200, Colours.GREY),
        "web.webp": ("image/webp", 300, 200, Colours.RGB),
        "chart.svg": ("image/svg+xml", 30, 20, Colours.VECTOR),
    }
    assert all(len(one.digest) == 64 for one in read.values())
    assert [name for name, one in read.items() if one.is_drawing] == ["chart.svg"]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_measured_as_it_is_looked_at(orientation: int) -> None:
    picture = read_image("a.jpg", samples.turned(orientation))
    upright = orientation < 5
    assert (picture.width, picture.height) == ((60, 40) if upright else (40, 60))
    assert picture.resolution == 300


@pytest.mark.parametrize(
    ("name", "content", "depth", "colours"),
    [
        ("a.png", saved(SIXTEEN, "PNG"), 16, Colours.GREY),
        ("a.tif", saved(SIXTEEN, "TIFF"), 16, Colours.GREY),
        ("a.png", saved(image(mode="1"), "PNG"), 1, Colours.BILEVEL),
        ("a.tif", saved(image(mode="1"), "TIFF", compression="group4"), 1, Colours.BILEVEL),
        ("a.png", saved(image(mode="P"), "PNG"), 8, Colours.RGB),
        ("a.tiff", saved(image(mode="CMYK"), "TIFF"), 8, Colours.CMYK),
    ],
)
def test_depth_and_colours_are_the_files(
    name: str, content: bytes, depth: int, colours: Colours
) -> None:
    picture = read_image(name, content)
    assert (picture.depth, picture.colours) == (depth, colours)


def test_a_profile_is_seen() -> None:
    assert read_image("a.jpg", photo(icc_profile=samples.profile())).profiled
    assert not read_image("a.jpg", photo()).profiled


@pytest.mark.parametrize("dpi", [(0, 0), (1e9, 1e9)])
def test_an_impossible_resolution_is_none(dpi: tuple[float, float]) -> None:
    assert read_image("a.tif", saved(image(), "TIFF", dpi=dpi)).resolution == 0.0


def frames(format: str) -> bytes:
    others = [image().transpose(Image.Transpose.ROTATE_180)]
    return saved(image(), format, save_all=True, append_images=others)


REFUSED = {
    "nothing in it": ("a.jpg", b"", "is empty"),
    "a GIF": ("a.gif", b"GIF89a", "isn't named as a picture"),
    "no suffix": ("photo", photo(), "isn't named as a picture"),
    "a wrong suffix": ("a.png", photo(), "is JPEG, not PNG"),
    "text": ("a.jpg", "近日，夜校开课。".encode(), "is no picture that is known here, not JPEG"),
    "an SVG by another name": ("a.png", samples.drawing(), "is SVG, not PNG"),
    "a PDF in disguise": ("a.jpg", b"%PDF-1.7", "is PDF, not JPEG"),
    "a JPEG cut short": ("a.jpg", photo(300, 300)[:-900], "is damaged"),
    "a JPEG's head": ("a.jpg", photo()[:40], "is damaged"),
    "a PNG cut short": ("a.png", saved(image(200, 200), "PNG")[:-400], "is damaged"),
    "a WebP cut short": ("a.webp", saved(image(200, 200), "WEBP")[:-400], "is damaged"),
    "a TIFF cut short": ("a.tif", saved(image(200, 200), "TIFF")[:9000], "is damaged"),
    "a PNG bomb": ("a.png", samples.png_bomb(60_000, 60_000), "60000 by 60000 pixels are more"),
    "a WebP bomb": ("a.webp", samples.webp_bomb(16_000), "16000 by 16000 pixels are more"),
    "a WebP without a size": ("a.webp", b"RIFF\0\0\0\0WEBPnope", "0 by 0 pixels"),
    "a PNG of no pixels": ("a.png", samples.png_bomb(0, 9), "damaged|0 by 9 pixels"),
    "a moving PNG": ("a.png", frames("PNG"), "holds 2 pictures"),
    "a moving WebP": ("a.webp", frames("WEBP"), "holds 2 pictures"),
    "a TIFF of pages": ("a.tif", frames("TIFF"), "holds 2 pictures"),
    "colours of no printer": ("a.tif", saved(Image.new("F", (9, 9)), "TIFF"), r"colours \(F\)"),
    "an address": ("https://example.org/a.jpg", photo(), "is an address"),
    "an address without a scheme": ("//example.org/a.jpg", photo(), "is an address"),
    "data": ("data:image/png;base64,AAAA", photo(), "is an address"),
    "a drive": ("C:/photos/a.jpg", photo(), "is an address"),
    "an absolute path": ("/etc/a.jpg", photo(), "no path inside"),
    "a path out of the folder": ("photos/../../a.jpg", photo(), "no path inside"),
    "a backslash": ("photos\\a.jpg", photo(), "no path inside"),
    "a path with U+0000": ("a\0.jpg", photo(), "no path inside"),
    "a name too long for any disk": ("报" * 90 + ".jpg", photo(), "no path inside"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_with_its_name_and_a_remedy(case: str) -> None:
    name, content, reason = REFUSED[case]
    with pytest.raises(InputError, match=reason) as refused:
        read_image(name, content)
    assert name.replace("\\", "\\\\").replace("\0", "\\x00")[:40] in str(refused.value)
    assert refused.value.remedy
    assert refused.value.exit_code is ExitCode.INPUT
    assert "\n" not in str(refused.value)


def test_a_bomb_is_refused_before_it_goes_off(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(*_: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", load)
    for name, content in (
        ("a.png", samples.png_bomb(60_000, 60_000)),
        ("a.webp", samples.webp_bomb(16_000)),
    ):
        with pytest.raises(InputError, match="more than the 100 million"):
            read_image(name, content)


def test_a_cut_picture_is_refused_whatever_other_programs_allow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # WeasyPrint lets truncated files pass, for the whole process.
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(InputError, match="damaged"):
        read_image("a.jpg", photo(300, 300)[:-900])
    assert ImageFile.LOAD_TRUNCATED_IMAGES


def test_a_telephones_second_picture_is_passed_over() -> None:
    content = frames("MPO")
    picture = read_image("a.jpg", content)
    assert (picture.width, picture.height, picture.media_type) == (60, 40, "image/jpeg")


def test_nothing_is_warned_of() -> None:
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        read_image("a.png", saved(image(mode="P"), "PNG", transparency=b"\x01\x02"))
    assert warned == []


def test_the_limit_on_pixels_is_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "MAX_PIXELS", 2400)
    assert read_image("a.jpg", photo(60, 40)).width == 60
    with pytest.raises(InputError, match="more than"):
        read_image("a.jpg", photo(61, 40))


FILES = [
    (name, content) for name, content in samples.every_kind().items() if not name.endswith("svg")
] + [("b.png", saved(image(mode="P"), "PNG")), ("b.tif", saved(SIXTEEN, "TIFF"))]


@given(
    file=st.sampled_from(FILES),
    damage=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=12),
    cut=st.integers(0, 10**6),
)
def test_any_damage_is_read_or_refused(
    file: tuple[str, bytes], damage: list[tuple[int, int]], cut: int
) -> None:
    name, content = file
    spoilt = bytearray(content[: len(content) - cut % 7 * (cut % len(content)) // 7])
    for place, value in damage:
        if spoilt:
            spoilt[place % min(len(spoilt), 400 if place % 2 else len(spoilt))] = value
    try:
        picture = read_image(name, bytes(spoilt))
    except InputError as refused:
        assert name in str(refused)
    else:
        assert picture == replace(picture, content=bytes(spoilt))
        assert Image.open(BytesIO(picture.content)).size
