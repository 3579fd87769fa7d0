"""The desk as an ASGI application, for an editor at this machine; the only Starlette here."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from publisher.desk import pages
from publisher.desk.door import Door, language, refused
from publisher.desk.guard import Guard
from publisher.desk.keeping import ChangedMeanwhile
from publisher.desk.pages import DRESS, Place
from publisher.desk.sitting import Sitting
from publisher.errors import InputError, PublisherError, UsageError

_HTML = "text/html; charset=utf-8"
#: A form is no larger than this, in bytes.
_FORM = 400_000


def application(sitting: Sitting, guard: Guard) -> Starlette:
    """The desk of one issue, open to who has the guard's token."""

    def issue(request: Request) -> Response:
        if sitting.waiting:
            return Response(pages.waiting_page(language(request)), media_type=_HTML)
        return _issue(request, Place.of(request.query_params))

    def _issue(request: Request, place: Place, notice: str = "", status: int = 200) -> Response:
        page = pages.issue_page(
            sitting.see(),
            place,
            language(request),
            guard.form,
            undoable=sitting.undoable > 0,
            notice=notice,
        )
        return Response(page, status, media_type=_HTML)

    def next_open(request: Request) -> Response:
        review = sitting.see().review
        place = Place.of(request.query_params)
        point = pages.next_open(review, request.query_params.get("after", ""))
        return _see(pages.address_of(review, place, point) if point else "/")

    def at(request: Request) -> Response:
        return _see(pages.address_at(sitting.see().review, request.path_params["place"]))

    def contents(request: Request) -> Response:
        return Response(pages.contents_page(sitting.see(), language(request)), media_type=_HTML)

    def version(_: Request) -> Response:
        seen = sitting.see()
        return JSONResponse({"version": seen.version, "fresh": seen.fresh})

    def dress(request: Request) -> Response:
        name = request.url.path[1:]
        return Response(pages.dress(name), media_type=DRESS[name])

    def answered(request: Request, form: Mapping[str, str]) -> Response:
        place = Place.of(_query(form.get("back", "")))
        point, verdict = form.get("point", ""), form.get("verdict", "")
        try:
            seen = sitting.answer(form.get("version", ""), point, verdict, form.get("text", ""))
        except ChangedMeanwhile:
            return _issue(request, place, "changed", 409)
        review = seen.review
        following = review.point(point) if verdict == "open" else pages.next_open(review, point)
        following = following or review.point(point)
        return _see(pages.address_of(review, place, following) if following else "/")

    def undone(request: Request, form: Mapping[str, str]) -> Response:
        place = Place.of(_query(form.get("back", "")))
        try:
            sitting.undo(form.get("version", ""))
        except ChangedMeanwhile:
            return _issue(request, place, "changed", 409)
        return _see(f"/?{place.query()}")

    async def answer(request: Request) -> Response:
        form = await _form(request)
        if form is None or not guard.writes(request.headers, form.get("form", "")):
            return refused(request)
        act = undone if request.url.path == "/undo" else answered
        return await run_in_threadpool(act, request, form)

    def problem(request: Request, fault: Exception) -> Response:
        if isinstance(fault, PublisherError):
            page = pages.problem_page(language(request), "problem", str(fault), fault.remedy)
            known = isinstance(fault, UsageError | InputError)
            return Response(page, 422 if known else 500, media_type=_HTML)
        return Response(
            pages.problem_page(language(request), "missing_page"), 404, media_type=_HTML
        )

    made = Starlette(
        routes=[
            Route("/", issue),
            Route("/open", next_open),
            Route("/at/{place:int}", at),
            Route("/contents", contents),
            Route("/version", version),
            *(Route(f"/{name}", dress) for name in DRESS),
            Route("/answer", answer, methods=["POST"]),
            Route("/undo", answer, methods=["POST"]),
        ],
        middleware=[Middleware(Door, guard=guard)],
        exception_handlers={PublisherError: problem, 404: problem},
    )
    made.router.redirect_slashes = False
    return made


def _see(address: str) -> Response:
    return RedirectResponse(address, 303)


def _query(text: str) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(text, max_num_fields=20).items()}


async def _form(request: Request) -> dict[str, str] | None:
    """What a form holds; None where it's no form or too large."""
    kind = request.headers.get("content-type", "").partition(";")[0]
    if kind != "application/x-www-form-urlencoded":
        return None
    content = bytearray()
    async for part in request.stream():
        content += part
        if len(content) > _FORM:
            return None
    try:
        found = parse_qs(
            content.decode("ascii"), keep_blank_values=True, max_num_fields=20, errors="strict"
        )
    except ValueError:
        return None
    return {key: values[0] for key, values in found.items()}
