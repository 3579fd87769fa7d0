"""The desk's door, before every application of the desk: who isn't known stays outside."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from publisher.desk import pages
from publisher.desk.guard import HEADERS, TOKEN, Guard
from publisher.wordings import wanted


def language(request: Request) -> str:
    """The interface's language that a browser asks for."""
    return wanted(request.headers.get("accept-language", ""))


def refused(request: Request) -> Response:
    """What is told to who may not come in."""
    page = pages.refused_page(language(request))
    return Response(page, 403, {"connection": "close"}, "text/html; charset=utf-8")


class Door:
    """Lets in who brings the token, or the cookie it was exchanged for; answers bear the policy.

    Headers that an answer has already are its own.
    """

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self.app = app
        self.guard = guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name.lower() for name, _ in message["headers"]}
                more = ((name.encode(), value.encode()) for name, value in HEADERS.items())
                rest = (one for one in more if one[0] not in own)
                message["headers"] = [*message["headers"], *rest]
            await send(message)

        app: ASGIApp = self.app
        if scope["type"] == "http":
            app = self._let_in(Request(scope, receive)) or app
        await app(scope, receive, with_headers)

    def _let_in(self, request: Request) -> Response | None:
        """What is answered in place of the desk; None for who may come in."""
        guard, headers = self.guard, request.headers
        if not guard.at_home(headers):
            return refused(request)
        token = request.query_params.get(TOKEN, "")
        if request.method == "GET" and request.url.path == "/" and token and guard.enters(token):
            entered = RedirectResponse("/", 303)
            entered.set_cookie(
                guard.cookie_name, guard.cookie, httponly=True, samesite="strict", path="/"
            )
            return entered
        return None if guard.knows(headers) else refused(request)
