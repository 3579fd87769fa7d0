"""Editions in the hands of reading systems: foliate-js and epub.js in Chromium, and axe-core."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html import escape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from publisher.model import Article, Figure, Issue, plain
from publisher.text.marks import GAP_MARK
from publisher.theme.rendering import printable
from publisher.theme.words import words
from publisher.writers.epub_wholeness import check_page
from tests.reading.books import BOOKS, bind, bind_named, of_two_pages, spoil
from tests.reading.opening import Task, run
from tests.writers.test_pictures import many

SYSTEMS = ("foliate", "epubjs")

#: Of these books each so many-eth page and link is tried, and by one reading system only.
SAMPLED = {"five hundred articles": 25}

#: Each so many-eth page is judged by axe-core; the pages of a book are of a few kinds.
JUDGED = {"five hundred articles": 250, "Chinese daily": 6, "English daily": 6}

PAIRS = [(name, kind) for name in BOOKS for kind in SYSTEMS[: 1 if name in SAMPLED else 2]]

XHTML = "{http://www.w3.org/1999/xhtml}"

Seen = dict[str, Any]


@pytest.fixture(scope="session")
def models() -> dict[str, Issue]:
    """The issues, by the books' names."""
    return {name: make() for name, make in BOOKS.items()}


@pytest.fixture(scope="session")
def bound(models: dict[str, Issue], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The books, and the spoilt one."""
    folder = tmp_path_factory.mktemp("books")
    found = {name: bind_named(name, model, folder / name) for name, model in models.items()}
    return found | {"spoilt": spoil(bind(of_two_pages(), folder), folder / "spoilt.epub")}


@pytest.fixture(scope="session")
def seen(bound: dict[str, Path]) -> dict[tuple[str, str], Seen]:
    """What was seen of each book, by its name and the reading system or judge."""
    tasks = {
        (name, kind): Task(kind, str(bound[name]), SAMPLED.get(name, 1)) for name, kind in PAIRS
    }
    tasks |= {(name, "axe"): Task("axe", str(bound[name]), JUDGED.get(name, 1)) for name in BOOKS}
    tasks |= {("spoilt", kind): Task(kind, str(bound["spoilt"])) for kind in SYSTEMS}
    return dict(zip(tasks, run(tasks.values()), strict=True))


def packed(text: str) -> str:
    return "".join(printable(text).split())


def file_of(href: str) -> str:
    return href.partition("#")[0].removeprefix("EPUB/")


@pytest.mark.parametrize(("name", "kind"), PAIRS)
def test_every_page_opens_and_nothing_errs(
    seen: dict[tuple[str, str], Seen], models: dict[str, Issue], name: str, kind: str
) -> None:
    book = seen[name, kind]
    assert book["errors"] == []
    assert book["strangers"] == []
    assert len(book["spine"]) == len(models[name].articles) + 3
    assert len(book["items"]) == -(-len(book["spine"]) // SAMPLED.get(name, 1))
    for item in book["items"]:
        assert item["file"] == item["asked"]
        assert item["shown"], item["file"]
        assert item["blank"] == 0, item["file"]


@pytest.mark.parametrize(("name", "kind"), PAIRS)
def test_the_text_shown_is_the_model_s(
    seen: dict[tuple[str, str], Seen],
    models: dict[str, Issue],
    bound: dict[str, Path],
    name: str,
    kind: str,
) -> None:
    with zipfile.ZipFile(bound[name]) as archive:
        for item in seen[name, kind]["items"]:
            file = file_of(item["file"])
            shown = packed(item["text"])
            if file != "nav.xhtml":
                page = ElementTree.fromstring(archive.read(f"EPUB/{file}"))
                body = page.find(f"{XHTML}body")
                assert body is not None
                assert shown == packed("".join(body.itertext())), file
            if file.startswith("article-"):
                article = models[name].articles[int(file[8:12]) - 1]
                check_page(file, as_page(shown, len(article.figures)), article)
                assert beyond(shown, article) <= said_by_themes(article, models[name]), file


def as_page(text: str, pictures: int) -> bytes:
    """A shown text as the page that the wholeness of an article is judged by."""
    body = escape(text) + "<img/>" * pictures
    return f'<html xmlns="{XHTML[1:-1]}"><body>{body}</body></html>'.encode()


def beyond(shown: str, article: Article) -> set[str]:
    """The characters shown that are none of the article's texts."""
    for text in sorted(map(packed, texts(article)), key=len, reverse=True):
        shown = shown.replace(text, "\0", 1)
    return set(shown) - {"\0"}


def texts(part: object) -> Iterator[str]:
    """Every text in a part of the model, without the marks of lost text."""
    if isinstance(part, str):
        yield from part.split(GAP_MARK)
    elif isinstance(part, tuple):
        for one in part:
            yield from texts(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts(getattr(part, field.name))


def said_by_themes(article: Article, issue: Issue) -> set[str]:
    """The characters of what a theme may say beside the article's texts."""
    table = words(article.language or issue.language)
    marks = [table[key] for key in ("gap", "picture_missing", "by", "open_mark", "close_mark")]
    if article.headline is None:
        marks.append(table["no_headline"])
    return set("".join((*marks, ",")))


@pytest.mark.parametrize("kind", SYSTEMS)
def test_a_touched_mark_shows_its_note(
    seen: dict[tuple[str, str], Seen], models: dict[str, Issue], kind: str
) -> None:
    (article, *_) = models["every block"].articles
    (page,) = (item for item in seen["every block", kind]["items"] if item["notes"])
    assert page["file"].endswith("article-0001.xhtml")
    assert len(article.footnotes) == len(page["notes"]) == 2
    for note, one in zip(article.footnotes, page["notes"], strict=True):
        assert one["mark"] == note.mark
        assert packed(one["note"]) == packed(note.mark + plain(note.content))
        assert one["hidden"] is (kind == "foliate")


@pytest.mark.parametrize(("name", "kind"), PAIRS)
def test_every_link_leads_where_it_says(
    seen: dict[tuple[str, str], Seen], models: dict[str, Issue], name: str, kind: str
) -> None:
    links = seen[name, kind]["links"]
    for link in links:
        assert file_of(link["file"]) == file_of(link["href"])
        assert link["target"] is not None, link
        assert link["shown"], link
    pages = [link for link in links if link["list"] == "pages"]
    assert len(pages) == (len(models[name].pages) if len(models[name].pages) > 1 else 0)
    for link in pages:
        assert link["label"] in (None, link["target"])
    headlines = {packed(str(one.headline)) for one in models[name].articles if one.headline}
    reached = {packed(link["target"]) for link in links if link["list"] == "contents"}
    told = {packed(link["label"]) for link in links if link["list"] == "contents"}
    if name not in SAMPLED:
        assert {one.replace(GAP_MARK, "") for one in headlines} <= reached & told
        assert [link["list"] for link in links].count("landmarks") == 4


@pytest.mark.parametrize("name", BOOKS)
def test_axe_finds_nothing_serious(seen: dict[tuple[str, str], Seen], name: str) -> None:
    found = [
        fault
        for fault in seen[name, "axe"]["violations"]
        if fault["impact"] in {"serious", "critical"} and not known(fault)
    ]
    assert found == []
    assert seen[name, "axe"]["errors"] == []


def known(fault: Seen) -> bool:
    """Whether axe-core errs: it passes over the roles of DPUB-ARIA, which may have a name."""
    return fault["id"] == "aria-prohibited-attr" and 'role="doc-pagebreak"' in fault["html"]


@pytest.mark.parametrize("kind", SYSTEMS)
def test_a_spoilt_book_is_seen_to_be_one(seen: dict[tuple[str, str], Seen], kind: str) -> None:
    book = seen["spoilt", kind]
    assert any("script" in error.lower() for error in book["errors"])
    assert any("elsewhere" in one for one in (*book["strangers"], *book["errors"]))
    lost = [link["href"] for link in book["links"] if link["target"] is None]
    assert [href.rpartition("#")[2] for href in lost] == ["nowhere"]
    assert any(item["blank"] for item in book["items"])


def test_the_books_try_what_they_are_named_for(models: dict[str, Issue]) -> None:
    assert len(models["five hundred articles"].articles) == 500
    figures = [one for part in many(60).articles for one in part.figures]
    assert len(figures) == 60
    assert all(isinstance(one, Figure) and one.image for one in figures)
