"""The preview as an ASGI application, for an editor at this machine."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from importlib.resources import files

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from publisher.desk import pages
from publisher.desk.door import Door, language
from publisher.desk.guard import HEADERS, Guard
from publisher.desk.preview.making import picture
from publisher.desk.preview.watching import Preview, Problem
from publisher.desk.rendering import render
from publisher.errors import PublisherError

_HTML = "text/html; charset=utf-8"
_DRESS = {"preview.css": "text/css; charset=utf-8", "preview.js": "text/javascript; charset=utf-8"}
#: Around a page of the book stands the preview; nothing in it may run or reach out.
_BOOK = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
        " font-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none';"
        " sandbox allow-same-origin"
    ),
    "x-frame-options": "SAMEORIGIN",
}
_SELF = {
    "content-security-policy": HEADERS["content-security-policy"] + "; frame-src 'self'",
}
#: A passage that is looked for in the source is no longer than this.
_PASSAGE = 2000


def application(preview: Preview, guard: Guard) -> Starlette:
    """The preview of one issue, open to who has the guard's token."""

    @lru_cache(maxsize=200)
    def drawn(version: int, number: int) -> bytes:
        return picture(preview.state.pdf, number)

    def view(request: Request) -> Response:
        page = render(
            "preview.html", language(request), served=True, seen=None, state=preview.state
        )
        return Response(page, headers=_SELF, media_type=_HTML)

    def state(_: Request) -> Response:
        now = preview.state
        book = now.made.book if now.made else None
        return JSONResponse(
            {
                "version": now.version,
                "problem": _told(now.problem),
                "dress": book.dress if book else "",
                "leaves": [asdict(leaf) for leaf in book.leaves] if book else [],
                "pages": now.pages_version,
                "count": now.count,
                "setting": now.setting,
                "pagesProblem": _told(now.pages_problem),
            }
        )

    def entry(request: Request) -> Response:
        made = preview.state.made
        found = made.book.entries.get(request.path_params["name"]) if made else None
        if found is None:
            return Response("", 404, _BOOK)
        return Response(found[1], headers=_BOOK, media_type=found[0])

    def page(request: Request) -> Response:
        now, number = preview.state, request.path_params["number"]
        if not 1 <= number <= now.count:
            return Response("", 404)
        return Response(drawn(now.pages_version, number), media_type="image/png")

    def document(_: Request) -> Response:
        now = preview.state
        return Response(now.pdf, 200 if now.pdf else 404, media_type="application/pdf")

    def source(request: Request) -> Response:
        made, query = preview.state.made, request.query_params
        place = None
        if made is not None:
            text = query.get("text", "")[:_PASSAGE]
            place = made.tracer.place(query.get("article", "")[:200], text)
        told = json.dumps(asdict(place) if place else None)
        return Response(told, media_type="application/json")

    def dress(request: Request) -> Response:
        name = request.url.path[1:]
        content = (files("publisher.desk") / name).read_bytes()
        return Response(content, media_type=_DRESS[name])

    def worn(request: Request) -> Response:
        name = request.url.path[1:]
        return Response(pages.dress(name), media_type=pages.DRESS[name])

    def problem(request: Request, fault: Exception) -> Response:
        told = (str(fault), fault.remedy) if isinstance(fault, PublisherError) else ("", "")
        what = "problem" if told[0] else "missing_page"
        content = pages.problem_page(language(request), what, *told)
        return Response(content, 500 if told[0] else 404, media_type=_HTML)

    made = Starlette(
        routes=[
            Route("/", view),
            Route("/state", state),
            Route("/book/{name:path}", entry),
            Route("/pages/{number:int}.png", page),
            Route("/issue.pdf", document),
            Route("/source", source),
            *(Route(f"/{name}", dress) for name in _DRESS),
            *(Route(f"/{name}", worn) for name in ("desk.css", "icon.svg")),
        ],
        middleware=[Middleware(Door, guard=guard)],
        exception_handlers={PublisherError: problem, 404: problem},
    )
    made.router.redirect_slashes = False
    return made


def _told(problem: Problem | None) -> dict[str, str] | None:
    return None if problem is None else asdict(problem)
