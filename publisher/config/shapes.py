"""The shapes of `publisher.toml` and `issue.toml`: their keys, what each may hold, and what it is.

The JSON Schemas that editors' programs use are made from these (`json_schema`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from publisher.config.numbers import cn_fault, issn_fault
from publisher.config.press import unknown_condition
from publisher.model import ArticleKind
from publisher.model.press import CONDITIONS
from publisher.model.printing import colour_fault, page_fault


def _checked(fault: Callable[[str], str]) -> AfterValidator:
    def check(value: str) -> str:
        if wrong := fault(value) if value else "":
            raise ValueError(wrong)
        return value

    return AfterValidator(check)


def _matching(pattern: str, wanted: str) -> AfterValidator:
    return _checked(lambda value: "" if re.fullmatch(pattern, value) else wanted)


def _day(value: Any) -> str:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            pass
    raise ValueError("must be a day, such as 2025-05-20")


def _inside(value: str) -> str:
    parts = value.replace("\\", "/").split("/")
    if not value or ".." in parts or value.startswith("/") or ":" in value:
        return "must name a file in the issue's folder"
    return ""


Day = Annotated[str, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Language = Annotated[
    str, _matching(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", 'must be a language tag, such as "zh-Hans"')
]
Identifier = Annotated[
    str, _matching(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", "must be letters, digits, - and _")
]
FileName = Annotated[str, _checked(_inside)]
Issn = Annotated[str, _checked(issn_fault)]
Cn = Annotated[str, _checked(cn_fault)]
Kind = Annotated[
    str,
    _checked(
        lambda value: (
            ""
            if value in tuple(ArticleKind)
            else f"must be one of {', '.join(kind.value for kind in ArticleKind)}"
        )
    ),
    WithJsonSchema({"enum": [kind.value for kind in ArticleKind]}),
]
Condition = Annotated[str, _checked(unknown_condition), WithJsonSchema({"enum": list(CONDITIONS)})]
Type = Annotated[
    str,
    _matching("serif|sans", "must be serif or sans"),
    WithJsonSchema({"enum": ["serif", "sans"]}),
]
_PICTURES = {"enum": ["colour", "grey"]}


class Shape(BaseModel):
    """A table of settings: a key that it doesn't know is a fault."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class TitleShape(Shape):
    """The newspaper or magazine."""

    id: Identifier = Field("", description="Short name in ids: ids become TITLE-2025-05-20-a.")
    name: str = Field("", description="The name as in the masthead.")
    name_en: str = Field("", description="The name in English.")
    issn: Issn = Field("", description="ISSN of this edition.")
    issn_l: Issn = Field("", description="Linking ISSN over all media.")
    cn: Cn = Field("", description="国内统一连续出版物号.")
    postal_code: str = Field("", description="邮发代号, the post office's subscription number.")
    publisher: str = Field("", description="Who publishes it.")
    sponsor: str = Field("", description="主管/主办, the sponsoring body.")
    place: str = Field("", description="Place of publication.")
    frequency: str = Field("", description="How often it appears, such as daily.")
    language: Language = Field("", description="Main language, a BCP 47 tag.")
    rights: str = Field("", description="Statement of rights.")
    certifier: str = Field(
        "", description="Who vouches that its EPUBs meet EPUB Accessibility 1.1, WCAG 2.2 AA."
    )


class PersonShape(Shape):
    """A person and what they did."""

    name: str
    role: str = ""
    organisation: str = ""
    place: str = ""


class PageShape(Shape):
    """A page; the order of the tables is the order of the pages."""

    file: FileName = Field(description="The page's file in the issue's folder.")
    printed: str | None = Field(None, description="The number as printed: 01, A04.")
    section: str | None = Field(None, description="The label of its section: 要闻.")
    editors: list[PersonShape] | None = Field(None, description="责编, 美编, 校对.")


class ImageShape(Shape):
    """A picture of the issue."""

    file: FileName = Field(description="The picture's file in the issue's folder.")
    page: int | None = Field(None, ge=1, description="The page it stands on, from 1.")
    article: str = Field("", description="Its article, by headline or id.")
    caption: str = Field("", description="The caption, where the text hasn't it.")
    alt: str = Field("", description="What the picture shows, for those who can't see it.")
    credit: str = Field("", description="Who made it.")
    decorative: bool = Field(False, description="It says nothing, and needs no text.")


class ArticleShape(Shape):
    """Corrections to an article as read."""

    article: str = Field(description="The article: its headline as read, or its id.")
    headline: str | None = None
    kicker: str | None = None
    deck: str | None = None
    summary: str | None = None
    column: str | None = None
    section: str | None = None
    kind: Kind | None = None
    language: Language | None = None
    bylines: list[PersonShape] | None = None


class ContinuationShape(Shape):
    """An article that goes on in another, or doesn't though it looks so."""

    article: str = Field(description="Where it begins: headline or id.")
    continues: str = Field(description="Where it goes on: headline or id.")
    apart: bool = Field(False, description="True: they are two articles.")


class IssueShape(Shape):
    """`issue.toml`: what an editor says of one issue. Nothing is required."""

    id: Identifier = Field("", description="The issue's id, else made of title and date.")
    language: Language = Field("", description="Main language, a BCP 47 tag.")
    date: Day = Field("", description="Day of issue.", validate_default=False)
    number: str = Field("", description="Number in its series (总第N期).")
    volume: str = Field("", description="Volume.")
    edition: Annotated[str, _matching(r"[a-z]{0,2}", 'must be a small letter, such as "a"')] = (
        Field("", description="Letter of the edition of the day; a is the first.")
    )
    supplements: list[str] = Field([], description="Supplements that came with it.")
    title: TitleShape = Field(TitleShape(), description="The paper, where it differs.")
    pages: list[PageShape] = Field([], description="The pages in order.")
    images: list[ImageShape] = Field([], description="Pictures.")
    articles: list[ArticleShape] = Field([], description="Corrections to articles.")
    continuations: list[ContinuationShape] = Field([], description="Which goes on where.")


class NormalizeShape(Shape):
    """How text is repaired."""

    evidence: Annotated[
        str, _matching(r"archive(:v[1-9]\d{0,5})?", 'must be "archive", or a version: "archive:v2"')
    ] = Field("", description="What `archive learn` made of the paper's archive.")


class PressShape(Shape):
    """The printer's press; nothing is required."""

    condition: Condition = Field("", description="Printing condition, such as newspaper.")
    profile: str = Field("", description="The printer's ICC profile, a file.")
    pictures: Annotated[
        str, _matching("colour|grey", "must be colour or grey"), WithJsonSchema(_PICTURES)
    ] = Field("colour", description="Whether pictures are printed in colour or grey.")


class PrintShape(Shape):
    """How pages are set; nothing is required, the theme knows what isn't said."""

    page: Annotated[str, _checked(page_fault)] = Field(
        "", description='Size of a page: A4, A3, tabloid, 32开, … or "170 x 240 mm".'
    )
    columns: int = Field(0, ge=1, le=8, description="Columns of a page.")
    body: float = Field(0.0, ge=6, le=16, description="Size of the text, in points.")
    line: float = Field(0.0, ge=7, le=32, description="Distance of its lines, in points.")
    text: Type = Field("", description="Type of the text: serif or sans.")
    headlines: Type = Field("", description="Type of the headlines: serif or sans.")
    colour: Annotated[str, _checked(colour_fault)] = Field(
        "", description="Colour of masthead, labels and rules: #9e1b1b."
    )


class ProjectShape(Shape):
    """`publisher.toml`: what holds for every issue of a paper."""

    theme: str = Field(
        "gazette", description="gazette, magazine, book, one in your styles/, or a folder."
    )
    writing: Literal["horizontal", "vertical"] = Field(
        "horizontal", description="How the lines of an EPUB in Chinese, Japanese or Korean run."
    )
    split: int = Field(
        100_000,
        ge=1,
        description="Characters of an article in one file of an EPUB; a longer one fills several.",
    )
    embed_fonts: bool = Field(
        True, description="Whether an EPUB holds subsets of the fonts it is meant to be read in."
    )
    formats: Annotated[list[str], Field(min_length=1)] = Field(
        ["epub", "pdf"], description="What `publisher build` makes: epub, pdf, print, sheets."
    )
    seeds: str = Field("seeds", description="Folder of the sources.")
    output: str = Field("build", description="Folder of the editions.")
    archive: str = Field("build/archive", description="Where issues are kept.")
    replica: str = Field("", description="Where the archive is doubled: a folder, or an address.")
    cache: str = Field("", description="Folder of kept results; the user's cache if not said.")
    cache_limit: int = Field(2000, ge=0, description="How large it may grow, in MB.")
    language: Language = Field("", description="Language of every issue, a BCP 47 tag.")
    normalize: NormalizeShape = Field(NormalizeShape(), description="How text is repaired.")
    title: TitleShape = Field(TitleShape(), description="The paper.")
    press: PressShape = Field(PressShape(), description="The printer's press.")
    print: PrintShape = Field(PrintShape(), description="How pages are set.")


def json_schema(shape: type[Shape]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a shape.

    >>> json_schema(IssueShape)["additionalProperties"]
    False
    """
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | shape.model_json_schema()
