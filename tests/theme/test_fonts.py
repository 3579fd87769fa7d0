"""The fonts: pinned to the byte, kept in a cache, fetched whole or refused."""

from __future__ import annotations

import io
import os
import re
import tarfile
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
        assert re.fullmatch(r"@[a-z-]+/[a-z\d-]+@\d+\.\d+\.\d+", face.package), face
        assert re.fullmatch(r"[0-9a-f]{64}", face.sha256), face
        assert face.bytes > 50_000
        assert face.file.endswith(".ttf")


def test_no_two_faces_share_a_file_or_a_place_in_the_family() -> None:
    pinned = fonts.pinned()
    assert len({face.name for face in pinned}) == len(pinned)
    assert len({face.sha256 for face in pinned}) == len(pinned)
    assert len({(face.family, face.weight) for face in pinned}) == len(pinned)


OWN = ["zh-Hans", "zh-Hant", "ja", "ko", "en"]


@pytest.mark.parametrize("language", OWN)
def test_each_language_has_a_serif_and_a_sans_in_regular_and_bold(language: str) -> None:
    own = [face for face in fonts.faces(language) if face.language == language]
    weights = {
        kind: {face.weight for face in own if kind in face.family} for kind in ("Serif", "Sans")
    }
    assert weights["Serif"] >= {400, 700, 900}
    assert weights["Sans"] >= {400, 700}


@pytest.mark.parametrize("language", ["ar", "he"])
def test_a_script_without_a_sans_has_a_serif_in_regular_and_bold(language: str) -> None:
    own = [face for face in fonts.faces(language) if face.language == language]
    assert {face.kind for face in own} == {"Serif"}
    assert {face.weight for face in own} >= {400, 700}


@pytest.mark.parametrize("language", [*OWN, "ar", "he"])
def test_a_languages_own_faces_stand_before_the_stand_ins(language: str) -> None:
    languages = list(dict.fromkeys(face.language for face in fonts.faces(language)))
    assert languages == [language, "zh-Hans" if language == "en" else "en"]


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("und", "zh-Hans"),
        ("", "zh-Hans"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("ko-KR", "ko"),
        ("ja-Jpan-JP", "ja"),
        ("de-CH", "en"),
        ("uk", "en"),
        ("el", "en"),
        ("ar-EG", "ar"),
        ("fa", "ar"),
        ("ur", "ar"),
        ("he-IL", "he"),
        ("yi", "he"),
    ],
)
def test_a_language_leads_to_its_faces(language: str, wanted: str) -> None:
    assert fonts.faces(language) == fonts.faces(wanted)


def letters(language: str, weight: int) -> set[int]:
    """The characters that a text of a language may have, bold or not."""
    found: set[int] = set()
    for face in fonts.faces(language):
        if face.weight == weight and "Serif" in face.family:
            with TTFont(fonts.locate(face), lazy=True) as font:
                found |= set(font.getBestCmap())
    return found


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("weight", [400, 700, 900])
def test_the_faces_hold_the_characters_of_newspapers(language: str, weight: int) -> None:
    """GB 2312 whole, and the letters of Europe's languages."""
    rows = (bytes((0xA0 + row, 0xA0 + cell)) for row in range(1, 88) for cell in range(1, 95))
    wanted = {ord(sign) for pair in rows for sign in pair.decode("gb2312", "ignore")}
    wanted |= {ord(sign) for sign in "äöüßàâæçéèêëîïôœùûÿñ¿¡ščžřěůťďňąćęłńśźżőűăîșțğışİđåøþ«»„‚€"}
    wanted |= {ord(sign) for sign in "ёіїєґђјљњћџѝәғқңөұүһάέήίόύώϊϋΐΰς"}
    absent = wanted - letters(language, weight)
    assert not absent, "".join(map(chr, sorted(absent)))


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
