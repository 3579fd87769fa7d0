"""The room as an ASGI application: read-only, with a strict policy; the only importer of Starlette.

Nothing but GET and HEAD is answered, so nothing is ever taken in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import lru_cache
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TypeAlias

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from publisher.archive.store import Store
from publisher.errors import ArchiveError, BuildError, InputError, PublisherError
from publisher.reading_room.addresses import HOME, ICON, NO_DAY, STYLE, named
from publisher.reading_room.catalogue import ALL
from publisher.reading_room.conditions import has
from publisher.reading_room.kept import KeptEdition, open_issue
from publisher.reading_room.pages import Page, Room
from publisher.reading_room.searching import search_page
from publisher.wordings import wanted

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
        " base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-cache",
}

Answer: TypeAlias = Callable[[Room, Mapping[str, str]], Page]

#: Each path with what answers it; a part of a path never holds a slash.
_PAGES: Mapping[str, Answer] = {
    "/": lambda room, _: room.home(),
    f"/{HOME}": lambda room, _: room.home(),
    f"/{STYLE}": lambda room, _: room.dress(STYLE),
    f"/{ICON}": lambda room, _: room.dress(ICON),
    # Where a browser looks while it shows what has no head, as a PDF.
    "/favicon.ico": lambda room, _: room.dress(ICON),
    "/years/{year}.html": lambda room, told: room.year(_year(told["year"])),
    "/issues/{issue}/": lambda room, told: room.issue(_id(told["issue"])),
    f"/issues/{{issue}}/{HOME}": lambda room, told: room.issue(_id(told["issue"])),
    "/issues/{issue}/cover.svg": lambda room, told: room.cover(_id(told["issue"])),
    "/issues/{issue}/articles/{article}.html": lambda room, told: room.article(*_ids(told)),
    "/issues/{issue}/articles/{article}.bib": lambda room, told: room.citation(*_ids(told), ".bib"),
    "/issues/{issue}/articles/{article}.json": (
        lambda room, told: room.citation(*_ids(told), ".json")
    ),
    "/opds/{shelf}.xml": lambda room, told: room.catalogue(*_shelf(told["shelf"]), "xml"),
    "/opds/{shelf}.json": lambda room, told: room.catalogue(*_shelf(told["shelf"]), "json"),
}


def _id(segment: str) -> str:
    if not (id := named(segment)):
        raise InputError(f"no issue is called {segment!r}", remedy="See the issues.")
    return id


def _ids(told: Mapping[str, str]) -> tuple[str, str]:
    return _id(told["issue"]), _id(told["article"])


def _year(year: str) -> str:
    if not re.fullmatch(rf"[0-9]{{4}}|{NO_DAY}", year):
        raise InputError(f"{year!r} is no year", remedy="See the years.")
    return year


def _shelf(name: str) -> tuple[str, int]:
    if name == "index":
        return name, 0
    found = re.fullmatch(rf"([0-9]{{4}}|{ALL}|{NO_DAY})-([1-9][0-9]{{0,5}})", name)
    if not found:
        raise InputError(f"the catalogue has no {name!r}", remedy="Begin at its index.")
    return found[1], int(found[2])


def application(store: Store) -> Starlette:
    """The reading room of an archive."""

    def room(request: Request) -> Room:
        language = wanted(request.headers.get("accept-language", ""))
        return Room(store, language, base=str(request.base_url))

    def page(answer: Answer) -> Callable[[Request], Response]:
        return lambda request: _sent(request, answer(room(request), request.path_params))

    def search(request: Request) -> Response:
        return _sent(request, search_page(room(request), request.query_params))

    def edition(request: Request) -> Response:
        told = request.path_params
        path = f"{told['folder']}/{told['name']}"
        issue = open_issue(store, _id(told["issue"]))
        if issue.withdrawn:
            return _sent(request, room(request).issue(issue.id))
        for one in issue.editions:
            if one.path == path:
                return _file(request, one, issue.modified)
        raise InputError(f"{issue.id} has no {path}", remedy="See the issue.")

    def problem(request: Request, fault: Exception) -> Response:
        name, status = _problem(fault)
        # As sent: a browser takes an escaped slash for no slash.
        here = request.scope.get("raw_path", b"").decode("latin-1").removeprefix("/")
        return _sent(request, room(request).problem(name, status, here))

    made = Starlette(
        routes=[
            *(Route(path, page(answer)) for path, answer in _PAGES.items()),
            Route("/search", search),
            Route("/issues/{issue}/{folder}/{name}", edition),
        ],
        middleware=[Middleware(_Policy)],
        exception_handlers={PublisherError: problem, 404: problem},
    )
    made.router.redirect_slashes = False
    return made


def _problem(fault: Exception) -> tuple[str, int]:
    match fault:
        case ArchiveError():
            return "damaged", 500
        case BuildError():
            return "busy", 503
    return "missing", 404


def _sent(request: Request, page: Page) -> Response:
    tag = f'"{sha256(page.content).hexdigest()[:32]}"'
    headers = {"etag": tag, "vary": "Accept-Language"}
    if page.status == 200 and has(request.headers, tag):
        return Response(status_code=304, headers=headers)
    return Response(page.content, page.status, headers, page.media_type)


def _file(request: Request, edition: KeptEdition, modified: str) -> Response:
    status = edition.file.stat()
    if not _sound(edition.file, edition.digest, status.st_size, status.st_mtime_ns, status.st_ino):
        raise ArchiveError(f"{edition.path} isn't what was kept", remedy="See `archive verify`.")
    when = datetime.strptime(modified, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    headers = {
        "etag": f'"{edition.digest[:32]}"',
        "last-modified": format_datetime(when, usegmt=True),
    }
    if has(request.headers, headers["etag"], when):
        return Response(status_code=304, headers=headers)
    return FileResponse(
        edition.file,
        headers=headers,
        media_type=edition.media_type,
        filename=edition.path.partition("/")[2],
        content_disposition_type="inline" if edition.label == "PDF" else "attachment",
    )


@lru_cache(maxsize=4096)
def _sound(file: Path, digest: str, size: int, changed: int, inode: int) -> bool:
    """Whether a file is what was kept; read again only where it seems to have changed."""
    del size, changed, inode
    with file.open("rb") as content:
        return file_digest(content, "sha512").hexdigest() == digest


#: What is said to a request that brings something: not even read, and good-bye.
_UNWANTED = PlainTextResponse("nothing is taken in here", 413, {"connection": "close"})


def _brings(scope: Scope) -> bool:
    told = dict(scope.get("headers", ()))
    return b"transfer-encoding" in told or told.get(b"content-length", b"0").strip(b"0") != b""


class _Policy:
    """Puts the room's headers on every answer, errors too, and takes nothing in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = {name for name, _ in message["headers"]}
                message["headers"] = [
                    *message["headers"],
                    *(
                        (name.encode(), value.encode())
                        for name, value in HEADERS.items()
                        if name.encode() not in told
                    ),
                ]
            await send(message)

        app = _UNWANTED if _brings(scope) else self.app
        await app(scope, receive, with_headers)
