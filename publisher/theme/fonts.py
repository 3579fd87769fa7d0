"""The fonts that editions are set in: pinned by version and digest, kept in a cache."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import tempfile
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from publisher.errors import ToolMissing
from publisher.files import write_bytes
from publisher.theme.shipped import shipped

#: The language whose faces a text of unknown language is set in.
DEFAULT_LANGUAGE = "zh-Hans"

#: The language whose faces every text in Latin, Greek or Cyrillic letters is set in.
WESTERN = "en"

#: The faces under this script (ISO 15924) have the signs that no language's own have: emoji,
#: dingbats, pieces of games.
SIGNS = "Zsym"

#: The languages in Arabic and in Hebrew letters (ISO 639), by the one that their faces are under.
_LETTERS = {
    "ar": frozenset({"ar", "ckb", "fa", "ks", "ps", "sd", "ug", "ur"}),
    "he": frozenset({"he", "yi"}),
}


@dataclass(frozen=True, slots=True)
class Face:
    """One font file as pinned: `bytes` and `sha256` are of the file, `package` is npm's name."""

    language: str
    family: str
    weight: int
    package: str
    file: str
    bytes: int
    sha256: str

    @property
    def kind(self) -> str:
        """`Serif` or `Sans`; Naskh is what a serif is among Arabic letters."""
        return "Sans" if "Sans" in self.family else "Serif"

    @property
    def name(self) -> str:
        """The file's name in the cache."""
        return self.file.rsplit("/", 1)[-1]


@lru_cache(maxsize=1)
def pinned() -> tuple[Face, ...]:
    """Every face that `styles/fonts.toml` pins."""
    table = tomllib.loads((shipped() / "fonts.toml").read_text("utf-8"))
    return tuple(Face(**row) for row in table["face"])


def font_language(language: str) -> str:
    """The pinned language that a text's language is set in.

    >>> [font_language(tag) for tag in ("zh", "zh-TW", "ja-JP", "pl", "", "fa")]
    ['zh-Hans', 'zh-Hant', 'ja', 'en', 'zh-Hans', 'ar']
    """
    parts = language.split("-")
    if parts[0] == "zh" and {"Hant", "TW", "HK", "MO"} & set(parts):
        return "zh-Hant"
    if parts[0] in {"ja", "ko"}:
        return parts[0]
    for own, languages in _LETTERS.items():
        if parts[0] in languages:
            return own
    return DEFAULT_LANGUAGE if parts[0] in {"zh", "und", ""} else WESTERN


def faces(language: str) -> tuple[Face, ...]:
    """The faces that a text of a language (BCP 47) is set in, the language's own first.

    Those after stand in for what the language's own lack: a Polish name in a Chinese paper, a
    Chinese one in a Polish.

    >>> list(dict.fromkeys(face.family for face in faces("ja")))
    ['Noto Serif JP', 'Noto Sans JP', 'Noto Serif', 'Noto Sans']
    """
    own = font_language(language)
    other = DEFAULT_LANGUAGE if own == WESTERN else WESTERN
    return tuple(face for wanted in (own, other) for face in pinned() if face.language == wanted)


def stand_ins(language: str) -> tuple[Face, ...]:
    """The faces, of regular weight, for characters that none of a language's faces has.

    They have signs, and rare Han characters: the Traditional Chinese faces hold 1,700 of the
    Supplementary Ideographic Plane that the others lack.

    >>> [face.family for face in stand_ins("zh-Hans")]
    ['Noto Emoji', 'Noto Sans Symbols 2', 'Noto Serif TC']
    """
    own = {face.language for face in faces(language)}
    signs = [face for face in pinned() if face.language == SIGNS]
    rare = [face for face in pinned() if face.language == "zh-Hant" and face.kind == "Serif"]
    return (*signs, *(face for face in rare if face.weight == 400 and face.language not in own))


def cache() -> Path:
    """The folder fonts are kept in: PUBLISHER_FONTS, or publisher/fonts in the user's cache."""
    given = os.environ.get("PUBLISHER_FONTS")
    if given:
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "publisher" / "fonts"


def locate(face: Face) -> Path:
    """Where a face lies in the cache; ToolMissing where it doesn't, or isn't the pinned file."""
    path = cache() / face.name
    # Every language's fonts are fetched with those that hold signs.
    language = DEFAULT_LANGUAGE if face.language == SIGNS else face.language
    remedy = f"Fetch the fonts: publisher doctor --fonts {language}"
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise ToolMissing(
            f"{path}: the font {face.family} {face.weight} can't be read", remedy=remedy
        ) from fault
    if sha256(content).hexdigest() != face.sha256:
        raise ToolMissing(
            f"{path}: is not the pinned font {face.family} {face.weight}",
            remedy=f"Remove it and fetch it again: publisher doctor --fonts {language}",
        )
    return path


def missing(language: str) -> tuple[Face, ...]:
    """The faces of a language, and their stand-ins, not in the cache at their pinned size."""
    return tuple(face for face in (*faces(language), *stand_ins(language)) if not _kept(face))


def _kept(face: Face) -> bool:
    path = cache() / face.name
    return path.is_file() and path.stat().st_size == face.bytes


def fetch(language: str, say: Callable[[str], None] = lambda _: None) -> tuple[Path, ...]:
    """Bring a language's missing faces into the cache with npm; the paths that were written.

    Raises ToolMissing where npm isn't there, fails, or delivers another file than the pinned one.
    """
    written: list[Path] = []
    wanted = missing(language)
    for package in dict.fromkeys(face.package for face in wanted):
        say(f"fetching {package}")
        archive = _pack(package)
        written += _unpack(archive, [face for face in wanted if face.package == package])
    return tuple(written)


def _pack(package: str) -> bytes:
    remedy = "Install npm (Debian: apt-get install npm; macOS: brew install node), then try again."
    with tempfile.TemporaryDirectory() as folder:
        try:
            subprocess.run(
                ["npm", "pack", "--silent", "--ignore-scripts", package],
                cwd=folder,
                check=True,
                capture_output=True,
                text=True,
            )
        except FileNotFoundError as fault:
            raise ToolMissing(f"npm is needed to fetch {package}", remedy=remedy) from fault
        except subprocess.CalledProcessError as fault:
            raise ToolMissing(
                f"npm could not fetch {package}: {fault.stderr.strip()[-300:]}",
                remedy="Check the network and npm's settings, then try again.",
            ) from fault
        return b"".join(path.read_bytes() for path in Path(folder).glob("*.tgz"))


def _unpack(archive: bytes, wanted: Iterable[Face]) -> list[Path]:
    written: list[Path] = []
    with _opened(archive) as tar:
        for face in wanted:
            content = _member(tar, f"package/{face.file}")
            if sha256(content).hexdigest() != face.sha256:
                raise ToolMissing(
                    f"{face.package} brings another {face.name} than the pinned one",
                    remedy="Don't use it: the package was changed after it was pinned.",
                )
            write_bytes(cache() / face.name, content)
            written.append(cache() / face.name)
    return written


def _opened(archive: bytes) -> tarfile.TarFile:
    try:
        return tarfile.open(fileobj=io.BytesIO(archive))
    except tarfile.ReadError as fault:
        raise ToolMissing(
            "npm brought no package, or a broken one", remedy="Try again; then try another npm."
        ) from fault


def _member(tar: tarfile.TarFile, name: str) -> bytes:
    """A file's bytes; none where the package has no such file."""
    file = tar.extractfile(name) if name in tar.getnames() else None
    return file.read() if file else b""
