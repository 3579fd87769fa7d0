"""Settings of a project (`publisher.toml`) and of an issue (`issue.toml`), checked as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.config.toml import read_toml
from publisher.model import (
    ArticleStatement,
    ContinuationStatement,
    ImageSettings,
    PageStatement,
    Person,
    PressSettings,
    PrintSettings,
    Title,
)

if TYPE_CHECKING:
    from publisher.config.shapes import PersonShape, TitleShape

PROJECT_FILE = "publisher.toml"
ISSUE_FILE = "issue.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every issue of a project; each field is a key of `publisher.toml`."""

    theme: str = "gazette"
    writing: str = "horizontal"
    split: int = 100_000
    embed_fonts: bool = True
    formats: tuple[str, ...] = ("epub", "pdf")
    seeds: str = "seeds"
    output: str = "build"
    archive: str = "build/archive"
    replica: str = ""
    cache: str = ""
    cache_limit: int = 2000
    language: str = ""
    evidence: str = ""
    title: Title = Title()
    press: PressSettings = PressSettings()
    print: PrintSettings = PrintSettings()

    @property
    def digest(self) -> str:
        """The SHA-256 of the settings that an edition depends on, hexadecimal."""
        told: tuple[object, ...] = (self.theme, self.language, self.title)
        if self.evidence:
            told += (self.evidence,)
        if (self.writing, self.split) != ("horizontal", 100_000):
            told += (self.writing, self.split)
        if not self.embed_fonts:
            told += ("no fonts",)
        if self.print != PrintSettings():
            told += (self.print,)
        return sha256(repr(told).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class IssueSettings:
    """What an editor says of one issue; each field is a key of `issue.toml`, "" is unsaid."""

    id: str = ""
    language: str = ""
    date: str = ""
    number: str = ""
    volume: str = ""
    edition: str = ""
    supplements: tuple[str, ...] = ()
    title: Title = Title()
    pages: tuple[PageStatement, ...] = ()
    images: tuple[ImageSettings, ...] = ()
    articles: tuple[ArticleStatement, ...] = ()
    continuations: tuple[ContinuationStatement, ...] = ()


def read_settings(folder: Path) -> Settings:
    """The settings of the project in a folder; the defaults where it has no `publisher.toml`.

    Raises UsageError with every fault of the file at once, each with its line.
    """
    path = folder / PROJECT_FILE
    if not path.is_file():
        return Settings()
    from publisher.config.shapes import ProjectShape

    told = read_toml(path, ProjectShape)
    return Settings(
        theme=told.theme,
        writing=told.writing,
        split=told.split,
        embed_fonts=told.embed_fonts,
        formats=tuple(told.formats),
        seeds=told.seeds,
        output=told.output,
        archive=told.archive,
        replica=told.replica,
        cache=told.cache,
        cache_limit=told.cache_limit,
        language=told.language,
        evidence=told.normalize.evidence,
        title=_title(told.title),
        press=PressSettings(**told.press.model_dump()),
        print=PrintSettings(**told.print.model_dump()),
    )


def read_issue_settings(folder: Path) -> IssueSettings:
    """The settings of the issue in a folder; none where it has no `issue.toml`.

    Raises UsageError as `read_settings` does.
    """
    path = folder / ISSUE_FILE
    if not path.is_file():
        return IssueSettings()
    from publisher.config.shapes import IssueShape

    told = read_toml(path, IssueShape)
    return IssueSettings(
        id=told.id,
        language=told.language,
        date=told.date,
        number=told.number,
        volume=told.volume,
        edition=told.edition,
        supplements=tuple(told.supplements),
        title=_title(told.title),
        pages=tuple(
            PageStatement(page.file, page.printed, page.section, _people(page.editors))
            for page in told.pages
        ),
        images=tuple(
            ImageSettings(**one.model_dump(exclude={"page"}), page=one.page or 0)
            for one in told.images
        ),
        articles=tuple(
            ArticleStatement(**one.model_dump(exclude={"bylines"}), bylines=_people(one.bylines))
            for one in told.articles
        ),
        continuations=tuple(
            ContinuationStatement(**one.model_dump()) for one in told.continuations
        ),
    )


def _title(told: TitleShape) -> Title:
    return Title(**told.model_dump())


def _people(told: list[PersonShape] | None) -> tuple[Person, ...] | None:
    return None if told is None else tuple(Person(**one.model_dump()) for one in told)
