"""The room's pages: each address gives one page, served or as a file."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from typing import Any

from publisher.archive.changes import shown
from publisher.archive.store import Store
from publisher.errors import InputError
from publisher.reading_room import catalogue, citations, holdings, opds, opds_json
from publisher.reading_room.addresses import (
    HOME,
    ICON,
    STYLE,
    article_address,
    cover_address,
    issue_address,
    kept_address,
    year_address,
)
from publisher.reading_room.calendars import dated, months
from publisher.reading_room.changes import beside
from publisher.reading_room.holdings import IssueRow
from publisher.reading_room.kept import KeptIssue, open_issue
from publisher.reading_room.rendering import render
from publisher.reading_room.words import WORDS

HTML = "text/html; charset=utf-8"
#: What every page wears, by its address.
DRESS = {STYLE: "text/css; charset=utf-8", ICON: "image/svg+xml"}
_CSL = "application/vnd.citationstyles.csl+json"
#: How many issues the first page names.
LATEST = 12


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its bytes, their media type, and the status that HTTP says it with."""

    content: bytes
    media_type: str = HTML
    status: int = 200


@dataclass(frozen=True, slots=True)
class Room:
    """A reading room over an archive; `served` says whether one can search, as in files none can.

    `base` is the address that the room stands at, up to its last slash, or "" where it isn't known.
    Every method raises InputError where there is no such page, and ArchiveError where what is
    kept is damaged.
    """

    store: Store
    language: str = "en"
    served: bool = True
    base: str = ""

    def home(self) -> Page:
        """The latest issues, and the years."""
        return self.page(
            "home",
            HOME,
            latest=holdings.issues(self.store, limit=LATEST),
            years=holdings.years(self.store),
        )

    def year(self, year: str) -> Page:
        """A year's calendar with its issues."""
        rows = holdings.issues(self.store, year)
        if not rows:
            raise InputError(f"no issue of {year} is kept", remedy="See the years.")
        days, others = dated(rows)
        found = tuple(months(days))
        return self.page("year", year_address(year), year=year, months=found, others=others)

    def issue(self, id: str) -> Page:
        """An issue's contents by section, with its editions."""
        issue = open_issue(self.store, id)
        if issue.withdrawn:
            return self._withdrawn(issue, issue_address(id))
        rows = groupby(holdings.contents(self.store, id), key=lambda row: row.section)
        contents = [(section, tuple(articles)) for section, articles in rows]
        return self.page(
            "issue",
            issue_address(id),
            row=row_of(issue),
            contents=contents,
            editions=issue.editions,
        )

    def article(self, id: str, article_id: str) -> Page:
        """An article to read, with its repairs beside the source, and its citation."""
        here = article_address(id, article_id)
        issue = open_issue(self.store, id)
        if issue.withdrawn:
            return self._withdrawn(issue, here)
        article = issue.article(article_id)
        ids = [one["id"] for one in issue.outline["articles"]]
        place = ids.index(article_id)
        return self.page(
            "article",
            here,
            row=row_of(issue),
            article=article,
            tongue=article["language"] or issue.outline["language"],
            section=issue.section_of(article),
            page=issue.page_of(article),
            earlier=ids[place - 1] if place else "",
            later=ids[place + 1] if place + 1 < len(ids) else "",
            beside=beside(issue.outline, article, issue.ledger),
            citation=citations.line(issue, article),
            bibtex=citations.bibtex(issue, article),
            editions=issue.editions,
        )

    def cover(self, id: str) -> Page:
        """A picture that stands for an issue in lists: the paper, the day, the number (SVG)."""
        issue = open_issue(self.store, id)
        if issue.withdrawn:
            return self._withdrawn(issue, cover_address(id))
        row = row_of(issue)
        # As large as its width allows, a character of an em at most.
        size = min(96, 500 // max(1, len(row.title or row.id)))
        title = " ".join(filter(None, (row.title or row.id, row.date, row.number)))
        page = self.page("cover.svg", cover_address(id), row=row, title=title, size=size)
        return Page(page.content, "image/svg+xml")

    def citation(self, id: str, article_id: str, suffix: str) -> Page:
        """An article's citation as a file: `.bib` or `.json` (CSL)."""
        issue = open_issue(self.store, id)
        if issue.withdrawn:
            return self._withdrawn(issue, article_address(id, article_id, suffix))
        article = issue.article(article_id)
        if suffix == ".bib":
            text, media_type = citations.bibtex(issue, article), "application/x-bibtex"
        else:
            text, media_type = (
                citations.csl(issue, article),
                "application/vnd.citationstyles.csl+json",
            )
        # What UTF-8 can't hold is a sign that the source had no character at either.
        return Page(text.encode("utf-8", "replace"), f"{media_type}; charset=utf-8")

    def catalogue(self, name: str, number: int, suffix: str) -> Page:
        """A feed of the catalogue for reading programs: Atom (`xml`) or `json`."""
        words = WORDS[self.language]
        if name == "index":
            told = catalogue.root(self.store)
            if suffix == "xml":
                return Page(opds.root_feed(told, words), opds.NAVIGATION)
            return Page(opds_json.root_feed(told, words, self.base), opds_json.OPDS)
        shelf = catalogue.shelf(self.store, name, number)
        if suffix == "xml":
            return Page(opds.shelf_feed(shelf, words), opds.ACQUISITION)
        return Page(opds_json.shelf_feed(shelf, words, self.base), opds_json.OPDS)

    def dress(self, name: str) -> Page:
        """The style sheet, or the icon."""
        return Page((files("publisher.reading_room") / name).read_bytes(), DRESS[name])

    def problem(self, problem: str, status: int, here: str = HOME, reason: str = "") -> Page:
        """What is said in place of a page; `problem` is a key of the room's words."""
        page = self.page("problem", here, problem=problem, reason=reason)
        return Page(page.content, status=status)

    def _withdrawn(self, issue: KeptIssue, here: str) -> Page:
        return self.problem("withdrawn", 410, here, str(issue.withdrawn.get("reason", "")))

    def page(self, template: str, here: str, **context: Any) -> Page:
        """A page of a template, with the addresses that templates link to."""
        return Page(
            render(
                template if "." in template else f"{template}.html",
                here,
                self.language,
                served=self.served,
                shown=shown,
                issue_address=issue_address,
                article_address=article_address,
                kept_address=kept_address,
                year_address=year_address,
                **context,
            )
        )


def row_of(issue: KeptIssue) -> IssueRow:
    """A kept issue as the catalogue would have it."""
    outline = issue.outline
    return IssueRow(
        issue.id,
        outline["title"]["name"] or outline["name"],
        outline["date"],
        outline["number"],
        outline["language"],
    )
