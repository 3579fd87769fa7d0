"""Who may come to the desk: who has the token, asks from a page of it, and at its address.

Another site's page can make a browser ask for anything here; it can't know the token, its requests
bear its own origin, and the cookie isn't sent along with them.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
        " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # With no-referrer a browser would hide the page's origin from its own forms.
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}

TOKEN = "token"


def _secret() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Guard:
    """The keys of one sitting at an address such as `http://127.0.0.1:8123/`."""

    address: str
    token: str = field(default_factory=_secret)
    cookie: str = field(default_factory=_secret)
    form: str = field(default_factory=_secret)

    @property
    def entrance(self) -> str:
        """The address that lets a browser in."""
        return f"{self.address}?{TOKEN}={self.token}"

    @property
    def cookie_name(self) -> str:
        """Cookies don't tell ports apart, so the name does."""
        return f"desk-{urlsplit(self.address).port}"

    def at_home(self, headers: Mapping[str, str]) -> bool:
        """Whether a request was meant for here and comes from no other site.

        `headers` are named in small letters.

        >>> guard = Guard("http://127.0.0.1:8123/")
        >>> guard.at_home({"host": "127.0.0.1:8123"}), guard.at_home({"host": "evil.example:8123"})
        (True, False)
        """
        site = headers.get("sec-fetch-site", "none")
        return headers.get("host", "") in self._hosts() and site in {"none", "same-origin"}

    def enters(self, token: str) -> bool:
        """Whether a token is this sitting's."""
        return secrets.compare_digest(token.encode(), self.token.encode())

    def knows(self, headers: Mapping[str, str]) -> bool:
        """Whether a request brings the cookie that the token was exchanged for."""
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(self.cookie_name)
        except CookieError:
            return False
        told = cookie.value if cookie else ""
        return secrets.compare_digest(told.encode(), self.cookie.encode())

    def writes(self, headers: Mapping[str, str], form: str) -> bool:
        """Whether a request that changes something was sent by a form of a page from here."""
        origins = {f"http://{host}" for host in self._hosts()}
        told = headers.get("origin", "") in origins
        return told and secrets.compare_digest(form.encode(), self.form.encode())

    def _hosts(self) -> tuple[str, ...]:
        there = urlsplit(self.address)
        return (there.netloc, f"localhost:{there.port}")
