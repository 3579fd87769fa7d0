"""The fonts: pinned to the byte, kept in a cache, fetched whole or refused."""

from __future__ import annotations

import io
import os
import re
import sys
import tarfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from publisher.errors import ToolMissing
from publisher.theme import fonts
from publisher.theme.fonts import Face

CONTENT = b"a font of a few bytes"
FACE = Face(
    language="zh-Hans",
    family="Noto Serif SC",
    weight=400,
    package="@fonts/serif@1.0.0",
    file="400/Serif.ttf",
    bytes=len(CONTENT),
    sha256=sha256(CONTENT).hexdigest(),
)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, and a table that pins one face."""
    folder = tmp_path / "fonts"
    monkeypatch.setenv("PUBLISHER_FONTS", str(folder))
    monkeypatch.setattr(fonts, "pinned", lambda: (FACE,))
    return folder


def archive(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as tar:
        member = tarfile.TarInfo(name)
        member.size = len(content)
        tar.addfile(member, io.BytesIO(content))
    return buffer.getvalue()


def put_npm(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Path:
    """Make `npm` a program that notes how it was called, then runs a script."""
    folder.mkdir()
    log = folder / "calls"
    npm = folder / "npm"
    npm.write_text(f'#!/bin/sh\necho "$@" >>"{log}"\n{script}\n', "utf-8")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return log


def put_package(folder: Path, monkeypatch: pytest.MonkeyPatch, package: bytes) -> Path:
    log = put_npm(folder, monkeypatch, f'cp "{folder}/package" ./package.tgz')
    (folder / "package").write_bytes(package)
    return log


def test_every_face_is_pinned_by_version_size_and_digest() -> None:
    for face in fonts.pinned():
        assert re.fullmatch(r"@[a-z-]+/[a-z-]+@\d+\.\d+\.\d+", face.package), face
        assert re.fullmatch(r"[0-9a-f]{64}", face.sha256), face
        assert face.bytes > 1_000_000
        assert face.file.endswith(".ttf")


def test_no_two_faces_share_a_file_or_a_place_in_the_family() -> None:
    pinned = fonts.pinned()
    assert len({face.name for face in pinned}) == len(pinned)
    assert len({face.sha256 for face in pinned}) == len(pinned)
    assert len({(face.family, face.weight) for face in pinned}) == len(pinned)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "ja", "ko"])
def test_each_language_has_a_serif_and_a_sans_in_regular_and_bold(language: str) -> None:
    faces = fonts.faces(language)
    assert {face.language for face in faces} == {language}
    weights = {
        kind: {face.weight for face in faces if kind in face.family} for kind in ("Serif", "Sans")
    }
    assert weights["Serif"] >= {400, 700, 900}
    assert weights["Sans"] >= {400, 700}


@pytest.mark.parametrize("language", ["zh", "zh-CN", "en", "ru", "el", "de-CH", "und", ""])
def test_a_language_without_faces_is_set_in_those_of_simplified_chinese(language: str) -> None:
    assert fonts.faces(language) == fonts.faces("zh-Hans")


@pytest.mark.parametrize(
    ("language", "wanted"),
    [("zh-Hant-HK", "zh-Hant"), ("zh-MO", "zh-Hant"), ("ko-KR", "ko"), ("ja-Jpan-JP", "ja")],
)
def test_a_region_or_script_leads_to_its_language(language: str, wanted: str) -> None:
    assert fonts.faces(language) == fonts.faces(wanted)


def test_the_faces_that_editions_are_set_in_hold_the_letters_of_newspapers() -> None:
    """GB 2312 whole (Han, Greek, Cyrillic, marks), and the letters of European languages."""
    rows = (bytes((0xA0 + row, 0xA0 + cell)) for row in range(1, 88) for cell in range(1, 95))
    letters = {ord(one) for pair in rows for one in pair.decode("gb2312", "ignore")}
    letters |= {ord(one) for one in "ÄÖÜßäöüàâæçéèêëîïôœùûÿñ¿¡áíóúščžřěůąćęłńśźżăâîșțőűåøæ“”‘’—…·"}
    for face in fonts.faces("zh-Hans"):
        with TTFont(fonts.locate(face), lazy=True) as font:
            absent = letters - set(font.getBestCmap())
        assert not absent, (face.name, "".join(map(chr, sorted(absent))))


def test_a_font_names_its_family_as_the_style_sheets_do() -> None:
    for face in fonts.faces("zh-Hans"):
        with TTFont(fonts.locate(face), lazy=True) as font:
            names = {font["name"].getDebugName(number) for number in (1, 16)}
            assert face.family in names, (face.name, names)
            assert font["OS/2"].usWeightClass == face.weight
            assert font["OS/2"].fsType & 0x000F == 0, "may not be embedded"


def test_the_cache_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PUBLISHER_FONTS", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", "/home/reader")
    assert fonts.cache() == Path("/home/reader/.cache/publisher/fonts")
    monkeypatch.setenv("XDG_CACHE_HOME", "/var/kept")
    assert fonts.cache() == Path("/var/kept/publisher/fonts")
    monkeypatch.setenv("PUBLISHER_FONTS", "/opt/fonts")
    assert fonts.cache() == Path("/opt/fonts")


def test_a_font_that_is_not_there_is_told_with_the_command_that_fetches_it(cache: Path) -> None:
    with pytest.raises(ToolMissing, match="Noto Serif SC 400") as caught:
        fonts.locate(FACE)
    assert caught.value.remedy == "Fetch the fonts: publisher doctor --fonts zh-Hans"


def test_a_font_changed_on_the_disk_is_refused(cache: Path) -> None:
    cache.mkdir()
    (cache / FACE.name).write_bytes(CONTENT[:-1] + b"!")
    with pytest.raises(ToolMissing, match="is not the pinned font"):
        fonts.locate(FACE)


def test_a_font_is_fetched_once(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = put_package(tmp_path / "bin", monkeypatch, archive("package/400/Serif.ttf", CONTENT))
    said: list[str] = []
    assert fonts.missing("zh-Hans") == (FACE,)
    assert fonts.fetch("zh-Hans", said.append) == (cache / "Serif.ttf",)
    assert fonts.locate(FACE).read_bytes() == CONTENT
    assert said == ["fetching @fonts/serif@1.0.0"]
    assert fonts.missing("zh-Hans") == ()
    assert fonts.fetch("zh-Hans") == ()
    [call] = calls.read_text("utf-8").splitlines()
    assert call.endswith("@fonts/serif@1.0.0")
    assert "--ignore-scripts" in call


def test_a_font_cut_short_in_the_cache_is_fetched_again(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_package(tmp_path / "bin", monkeypatch, archive("package/400/Serif.ttf", CONTENT))
    cache.mkdir()
    (cache / FACE.name).write_bytes(CONTENT[:5])
    fonts.fetch("zh-Hans")
    assert fonts.locate(FACE).read_bytes() == CONTENT


@pytest.mark.parametrize(
    "package",
    [
        archive("package/400/Serif.ttf", b"another font"),
        archive("package/400/Sans.ttf", CONTENT),
        b"no archive",
        b"",
    ],
    ids=["another font", "another name", "no archive", "nothing"],
)
def test_a_package_without_the_pinned_font_leaves_nothing(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: bytes
) -> None:
    put_package(tmp_path / "bin", monkeypatch, package)
    with pytest.raises(ToolMissing):
        fonts.fetch("zh-Hans")
    assert not cache.exists()


def test_npm_failing_is_told_in_its_own_words(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_npm(tmp_path / "bin", monkeypatch, "echo 'network is down' >&2; exit 1")
    with pytest.raises(ToolMissing, match="network is down"):
        fonts.fetch("zh-Hans")


def test_without_npm_the_remedy_names_it(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ToolMissing, match="npm is needed") as caught:
        fonts.fetch("zh-Hans")
    assert "apt-get install npm" in caught.value.remedy


def test_a_face_of_another_file_is_kept_beside_it(cache: Path) -> None:
    other = replace(FACE, file="700/SerifBold.ttf", weight=700)
    assert {FACE.name, other.name} == {"Serif.ttf", "SerifBold.ttf"}


def test_naming_a_font_loads_nothing_heavy() -> None:
    assert "publisher.theme.fonts" in sys.modules
    source = Path(fonts.__file__).read_text("utf-8")
    assert "fontTools" not in source
