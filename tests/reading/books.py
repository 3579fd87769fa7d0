"""The books that reading systems are tried on: read from text, made by hand, and one spoilt."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import publisher
from publisher.config import Settings
from publisher.model import Dateline, Issue, Page, Title
from publisher.pipeline import read_issue
from publisher.text import Span
from publisher.theme.fonts import fetch
from tests.conftest import ROOT
from tests.issues import everything
from tests.writers.issues import (
    NOWHERE,
    article,
    briefs,
    issue,
    japanese_issue,
    phrase,
    subhead,
)
from tests.writers.test_pictures import many

ISSUES = ROOT / "tests" / "structure" / "issues"

ARABIC = (
    "افتتحت المدينة أمس مكتبة عامة جديدة بحضور عدد كبير من السكان، وتضم المكتبة 25000 كتاب "
    "و40 حاسوباً، وقال مدير المكتبة إن الدخول مجاني للجميع من التاسعة صباحاً حتى الثامنة مساءً. "
)
HEBREW = "הספרייה העירונית נפתחה אתמול בטקס חגיגי, ובה 25,000 ספרים. הכניסה חופשית לכול. "


def arabic_issue() -> Issue:
    """An issue that is read from right to left; an article of it is Hebrew."""
    return issue(
        article(
            1,
            "مكتبة جديدة في وسط المدينة",
            ARABIC * 3,
            subhead("ساعات العمل"),
            ARABIC * 8,
            dateline=Dateline("القاهرة ـ ", NOWHERE),
            kicker=phrase("ثقافة"),
            deck=phrase("الدخول مجاني للجميع"),
        ),
        article(2, "ספרייה חדשה", HEBREW * 12, language="he"),
        language="ar",
        title=Title(name="صحيفة المدينة", publisher="دار المدينة"),
        date="2025-05-20",
    )


def of_all_kinds() -> Issue:
    """An article of every kind of block, and one in another language."""
    english = article(2, "Rain", "It rained in San Antonio on Tuesday. " * 40, language="en")
    named = Title(name="劳动午报", name_en="Laodong Wubao")
    return replace(issue(everything(), english), title=named, date="2025-05-20")


def _read(path: Path) -> Callable[[], Issue]:
    return lambda: read_issue(path, Settings())


BOOKS: dict[str, Callable[[], Issue]] = {
    "first seed": _read(ROOT / "seeds" / "000_4ff8259dd7ecf7f0.txt"),
    "Chinese daily": _read(ISSUES / "chinese-daily" / "issue"),
    "English daily": _read(ISSUES / "english-daily" / "issue"),
    "every block": of_all_kinds,
    "sixty pictures": lambda: many(60),
    "five hundred articles": lambda: briefs(500),
    "Arabic": arabic_issue,
    "Japanese, vertical": japanese_issue,
}


def bind(model: Issue, folder: Path, writing: str = "horizontal") -> Path:
    """The issue's EPUB in a folder of its own; fonts that it needs are fetched."""
    fetch(model.language)
    (edition,) = publisher.build(model, formats=["epub"], output=folder, writing=writing)
    return folder / edition.name


def bind_named(name: str, model: Issue, folder: Path) -> Path:
    """One of the books, in lines as its name says."""
    return bind(model, folder, "vertical" if "vertical" in name else "horizontal")


def of_two_pages() -> Issue:
    """Two articles, each on a page of its own."""
    pages = (Page(1, Span(0, 10)), Page(2, Span(10, 20)))
    parts = (article(1, "甲", "文"), article(2, "乙", "文"))
    placed = tuple(
        replace(
            part, origin=page.span, body=tuple(replace(one, origin=page.span) for one in part.body)
        )
        for part, page in zip(parts, pages, strict=True)
    )
    return replace(issue(*placed), pages=pages)


def spoil(book: Path, spoilt: Path) -> Path:
    """A copy of a book with a script, a picture from elsewhere, and links that lead nowhere."""
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(spoilt, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "EPUB/nav.xhtml":
                content = content.replace(b"#page-2", b"#nowhere")
            if entry.filename == "EPUB/article-0001.xhtml":
                more = (
                    b'<img src="http://elsewhere.example/a.png"/><script>alert(1)</script></body>'
                )
                content = content.replace(b"</body>", more)
            target.writestr(entry, content)
    return spoilt
