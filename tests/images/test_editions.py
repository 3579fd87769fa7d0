"""Pictures for an edition: core formats, sRGB or grey, upright, nothing said of their making."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat

from publisher.diagnostics import Severity
from publisher.errors import InputError
from publisher.images import check_print, for_epub, for_print, read_image
from publisher.images.jpeg import without_metadata
from publisher.model import Colours, Picture
from tests.images import samples
from tests.images.samples import image, photo, saved

EVERY = samples.every_kind()
RED = (220, 0, 0)


def read(name: str, content: bytes) -> Picture:
    return read_image(name, content)


def pixels(picture: Picture) -> Image.Image:
    return Image.open(BytesIO(picture.content))


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures' samples, of 255."""
    means = ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean
    return max(means)


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("target", ["epub", "print"])
def test_only_core_formats_leave(name: str, target: str) -> None:
    picture = read(name, EVERY[name])
    done = for_epub(picture) if target == "epub" else for_print(picture, 50)
    wanted = {
        "photo.jpg": "image/jpeg",
        "cmyk.jpeg": "image/jpeg",
        "fading.png": "image/png",
        "page.tif": "image/jpeg",
        "web.webp": "image/jpeg",
        "chart.svg": "image/svg+xml",
    }
    assert (done.name, done.digest, done.media_type) == (name, picture.digest, wanted[name])
    if not done.is_drawing:
        shown = pixels(done)
        assert shown.format == done.media_type.partition("/")[2].upper()
        assert shown.size == (done.width, done.height)
        assert shown.mode in ("L", "RGB", "RGBA")
        assert not shown.info.keys() & {"icc_profile", "exif", "comment", "xmp"}


@pytest.mark.parametrize("name", EVERY)
def test_the_same_picture_gives_the_same_bytes(name: str) -> None:
    picture = read(name, EVERY[name])
    assert for_epub(picture) == for_epub(read(name, EVERY[name]))
    assert for_print(picture, 40) == for_print(read(name, EVERY[name]), 40)


@pytest.mark.parametrize("orientation", range(2, 9))
@pytest.mark.parametrize("format", ["JPEG", "TIFF", "PNG", "WEBP"])
def test_a_turned_picture_stands_upright(orientation: int, format: str) -> None:
    upright = image(60, 40)
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"quality": 95} if format in ("JPEG", "WEBP") else {}
    content = saved(upright.transpose(undo), format, exif=exif, **options)
    name = {"JPEG": "a.jpg", "TIFF": "a.tif", "PNG": "a.png", "WEBP": "a.webp"}[format]
    picture = read(name, content)
    for done in (for_epub(picture), for_print(picture, 5.08)):
        assert (done.width, done.height) == (picture.width, picture.height) == (60, 40)
        # Any other way to stand differs by 40 and more.
        assert difference(pixels(done), upright) < 10


@pytest.mark.parametrize("orientation", [1, 6])
def test_nothing_is_said_of_camera_and_place(orientation: int) -> None:
    picture = read("a.jpg", samples.turned(orientation, icc_profile=samples.profile()))
    for done in (for_epub(picture), for_print(picture, 50)):
        assert b"SECRET" not in done.content
        assert b"Exif" not in done.content
        assert b"ICC_PROFILE" not in done.content


def test_a_jpeg_that_is_ready_keeps_its_samples() -> None:
    content = photo(300, 200, progressive=True)
    done = for_epub(read("a.jpg", content + b"PK\x03\x04 and a stowaway"))
    assert b"stowaway" not in done.content
    assert difference(pixels(done), Image.open(BytesIO(content))) == 0
    assert abs(len(done.content) - len(content)) < 40


def test_of_a_telephones_pictures_the_first_is_left() -> None:
    second = image().transpose(Image.Transpose.ROTATE_180)
    content = saved(image(), "MPO", save_all=True, append_images=[second])
    done = for_epub(read("a.jpg", content))
    assert len(done.content) < len(content) / 1.5
    assert pixels(done).format == "JPEG"
    assert difference(pixels(done), Image.open(BytesIO(content))) == 0


@pytest.mark.parametrize("cut", [1, 2, 3, 20, 200, 600])
def test_a_jpeg_without_its_end_is_none(cut: int) -> None:
    with pytest.raises(ValueError, match="JPEG"):
        without_metadata(photo()[:cut])


def test_a_large_picture_is_made_smaller_and_a_small_one_never_larger() -> None:
    large, small = read("a.jpg", photo(2400, 1200)), read("b.jpg", photo(60, 40))
    assert (for_epub(large).width, for_epub(large).height) == (1600, 800)
    assert (for_epub(large, long_edge=600).width, for_epub(small, long_edge=600).width) == (600, 60)
    assert for_print(large, 50.8).width == 600
    assert for_print(large, 50.8, resolution=150).width == 300
    assert (for_print(small, 500).width, for_print(small, 500).height) == (60, 40)


def test_cmyk_becomes_the_same_picture_in_srgb() -> None:
    done = for_epub(read("a.jpg", photo(60, 40, "CMYK")))
    assert done.colours is Colours.RGB
    assert difference(pixels(done), image()) < 6


def test_sixteen_bits_are_scaled_not_clipped() -> None:
    deep = Image.new("I;16", (9, 9), 40_000)
    for name, format in (("a.png", "PNG"), ("a.tif", "TIFF")):
        done = for_epub(read(name, saved(deep, format)))
        value = pixels(done).convert("L").getpixel((4, 4))
        assert isinstance(value, int)
        assert abs(value - 40_000 / 257) <= 2
        assert done.depth == 8


def test_a_profile_of_other_colours_is_applied_and_a_broken_one_passed_over() -> None:
    plain = read("a.png", saved(image(), "PNG"))
    same = read("a.png", saved(image(), "PNG", icc_profile=samples.profile()))
    other = read("a.png", saved(image(), "PNG", icc_profile=samples.profile(swapped=True)))
    broken = read("a.png", saved(image(), "PNG", icc_profile=b"nonsense"))
    assert for_epub(same).content == for_epub(plain).content == for_epub(broken).content
    assert difference(pixels(for_epub(other)), image()) > 20


def test_transparency_stays_in_a_book_and_is_paper_in_print() -> None:
    picture = read("a.png", samples.translucent())
    assert pixels(for_epub(picture)).mode == "RGBA"
    printed = pixels(for_print(picture, 50))
    assert printed.mode == "RGB"
    # Its alpha channel is full at the edges and empty in the middle.
    middle = printed.crop((18, 18, 22, 22)).resize((1, 1)).getpixel((0, 0))
    assert isinstance(middle, tuple)
    assert min(middle) > 235


def test_alpha_that_hides_nothing_is_dropped() -> None:
    done = for_epub(read("a.png", saved(image(mode="RGBA"), "PNG")))
    assert pixels(done).mode == "RGB"


@pytest.mark.parametrize("transparency", [0, bytes(range(256))])
def test_a_palettes_transparency_stays(transparency: int | bytes) -> None:
    content = saved(image(mode="P"), "PNG", transparency=transparency)
    assert pixels(for_epub(read("a.png", content))).mode == "RGBA"


@pytest.mark.parametrize("mode", ["1", "P"])
def test_line_art_is_not_blurred_into_a_jpeg(mode: str) -> None:
    done = for_epub(read("a.tif", saved(image(mode=mode), "TIFF")))
    assert done.media_type == "image/png"
    assert difference(pixels(done), image(mode=mode)) == 0


@pytest.mark.parametrize("name", sorted(set(EVERY) - {"chart.svg"}))
def test_grey_takes_the_colours_out(name: str) -> None:
    done = for_print(read(name, EVERY[name]), 50, grey=True)
    assert pixels(done).mode == "L"
    assert done.colours is Colours.GREY


def test_a_picture_that_was_changed_in_between_is_refused() -> None:
    picture = read("a.png", saved(image(200, 200), "PNG"))
    with pytest.raises(InputError, match=r"a\.png: is damaged"):
        for_epub(replace(picture, content=picture.content[:400]))


@pytest.mark.parametrize(
    ("width", "code", "severity"),
    [
        (600, "", None),
        (400, "", None),
        (399, "PUB041", Severity.WARNING),
        (240, "PUB041", Severity.WARNING),
        (239, "PUB042", Severity.ERROR),
    ],
)
def test_too_few_pixels_for_print_are_told(
    width: int, code: str, severity: Severity | None
) -> None:
    picture = read("a.jpg", photo(width, 40))
    found = list(check_print(picture, 50.8, "issue"))
    assert [(one.code, one.severity) for one in found] == ([(code, severity)] if code else [])
    assert all("a.jpg" in one.message and one.where == "issue" for one in found)


def test_a_drawing_has_pixels_enough_at_any_size() -> None:
    assert list(check_print(read("chart.svg", samples.chart()), 500)) == []
