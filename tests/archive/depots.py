"""A store of objects on loopback: S3 as moto has it, which can be told to fail."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

_App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Failing:
    """A server that answers a share of requests with an error, by chance."""

    def __init__(self, app: _App) -> None:
        self.app = app
        self.chance = random.Random(8)
        self.share = 0.0

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        if self.chance.random() < self.share:
            start_response("503 Slow Down", [("Content-Type", "text/plain")])
            return [b""]
        return self.app(environ, start_response)


@contextmanager
def served() -> Iterator[tuple[Failing, dict[str, str]]]:
    """The server while the block runs, and the environment that leads to it."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app = Failing(DomainDispatcherApplication(create_backend_app))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield (
            app,
            {
                "AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.port}",
                "AWS_ACCESS_KEY_ID": "reader",
                "AWS_SECRET_ACCESS_KEY": "not-a-secret",
                "AWS_DEFAULT_REGION": "us-east-1",
            },
        )
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
