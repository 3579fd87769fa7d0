"""Addresses: where each page of the reading room is found, served or as a file, for good."""

from __future__ import annotations

from urllib.parse import quote

from publisher.archive.record import file_name, source_name

HOME = "index.html"
SEARCH = "search"
STYLE, ICON = "room.css", "icon.svg"
NO_DAY = "undated"


def year_address(year: str) -> str:
    """Where a year's calendar stands.

    >>> year_address("2025")
    'years/2025.html'
    """
    return f"years/{year}.html"


def issue_address(issue: str) -> str:
    """Where an issue's contents stand.

    >>> issue_address("2025-05-20"), issue_address("../a")
    ('issues/2025-05-20/index.html', 'issues/..=2fa/index.html')
    """
    return f"issues/{file_name(issue)}/{HOME}"


def article_address(issue: str, article: str, suffix: str = ".html") -> str:
    """Where an article stands, or with another suffix its citation."""
    return f"issues/{file_name(issue)}/articles/{file_name(article)}{suffix}"


def cover_address(issue: str) -> str:
    """Where the picture of an issue stands."""
    return f"issues/{file_name(issue)}/cover.svg"


def kept_address(issue: str, path: str) -> str:
    """Where a kept edition stands; `path` is its place in the object."""
    return f"issues/{file_name(issue)}/{path}"


def shelf_address(name: str, number: int, suffix: str) -> str:
    """Where a page of the catalogue for reading programs stands; 0 is the beginning.

    >>> shelf_address("2025", 2, "xml"), shelf_address("index", 0, "json")
    ('opds/2025-2.xml', 'opds/index.json')
    """
    return f"opds/{name}{f'-{number}' if number else ''}.{suffix}"


def named(segment: str) -> str:
    """The id that a part of an address stands for; "" where it stands for none.

    >>> named("..=2fa"), named("=ff")
    ('../a', '')
    """
    try:
        id = source_name(segment)
    except UnicodeDecodeError:
        return ""
    return id if file_name(id) == segment else ""


def link(here: str, there: str) -> str:
    """The way from one address to another, relative, so that the room may stand anywhere.

    >>> link("issues/a/index.html", "years/2025.html")
    '../../years/2025.html'
    """
    return "../" * here.count("/") + quote(there)
