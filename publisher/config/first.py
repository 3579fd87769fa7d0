"""The first `issue.toml`: what the text says of an issue, for the editor to correct."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields

from publisher.model import Issue, Page, Person, Title


def first_settings_of(issue: Issue) -> str:
    """What was found as settings, and a comment for each key that nothing was found for.

    >>> issue = Issue("a", "a", "zh-Hans", (), "", date="2025-05-20")
    >>> first_settings_of(issue).splitlines()[2]
    'date = 2025-05-20'
    """
    return "\n".join((*_issue(issue), "", *_title(issue.title), *_pages(issue))) + "\n"


def _issue(issue: Issue) -> Iterator[str]:
    yield "# What this issue's text says; correct it. Keys that begin with # were not found."
    yield _line("language", issue.language)
    yield f"date = {issue.date}" if issue.date else "# date = 2025-05-20"
    yield _line("number", issue.number)
    yield _line("volume", issue.volume)


def _title(title: Title) -> Iterator[str]:
    yield "[title]"
    yield from (_line(field.name, getattr(title, field.name)) for field in fields(title))


def _pages(issue: Issue) -> Iterator[str]:
    for page in issue.pages if any(page.file for page in issue.pages) else ():
        yield ""
        yield "[[pages]]"
        yield from _page(page)


def _page(page: Page) -> Iterator[str]:
    yield _line("file", page.file)
    yield _line("printed", page.printed)
    yield _line("section", page.section)
    if page.editors:
        yield f"editors = [{', '.join(map(_person, page.editors))}]"


def _person(person: Person) -> str:
    said = ((field.name, getattr(person, field.name)) for field in fields(person))
    return f"{{ {', '.join(_line(key, value) for key, value in said if value)} }}"


def _line(key: str, value: str) -> str:
    # A JSON string is a TOML basic string.
    return f"{key} = {json.dumps(value, ensure_ascii=False)}" if value else f'# {key} = ""'
