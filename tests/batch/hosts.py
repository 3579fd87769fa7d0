"""A cluster and a store of objects on loopback: each host a process of its own."""

from __future__ import annotations

import logging
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.request import Request, urlopen

import psutil
from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

ROOT = Path(__file__).parents[2]
WSGI = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Failing:
    """A store that is slow, and answers a share of requests with an error, by chance."""

    def __init__(self, app: WSGI) -> None:
        self.app = app
        self.chance = random.Random(10)
        self.share = 0.0
        self.seconds = 0.0
        self.failed = 0

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        time.sleep(self.seconds)
        if self.chance.random() < self.share:
            self.failed += 1
            start_response("503 Slow Down", [("Content-Type", "text/plain")])
            return [b""]
        return self.app(environ, start_response)


@contextmanager
def store() -> Iterator[tuple[Failing, dict[str, str]]]:
    """An S3 server, and the environment that leads to it."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app = Failing(DomainDispatcherApplication(create_backend_app))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    # What another test has put there is kept by the library, not by the server.
    urlopen(Request(f"http://127.0.0.1:{server.port}/moto-api/reset", method="POST")).close()
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


class Scheduler:
    """A scheduler's host, which can be shut off and started again at its address."""

    def __init__(self, folder: Path, port: int) -> None:
        self.address = f"tcp://127.0.0.1:{port}"
        self._folder = folder
        self._port = port
        self.start()

    def start(self) -> None:
        """Start it, with nothing in its memory."""
        place = ("--host", "127.0.0.1", "--port", str(self._port), "--no-dashboard")
        self._process = _host(self._folder / "scheduler.log", "dask_scheduler", *place)

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.wait()


class Workers:
    """A host with two workers, each a process."""

    def __init__(self, folder: Path, scheduler: str) -> None:
        place = ("--host", "127.0.0.1", "--no-dashboard", "--local-directory", str(folder))
        self._process = _host(
            folder / "workers.log", "dask_worker", scheduler, "--nworkers", "2", "--nthreads", "1",
            *place,
        )  # fmt: skip

    def kill_one(self, chance: random.Random) -> bool:
        """Kill one of the workers, where there is one now; the host starts another in its place."""
        at_work = [
            child
            for child in psutil.Process(self._process.pid).children()
            if any("spawn_main" in word for word in child.cmdline())
        ]
        if at_work:
            chance.choice(at_work).kill()
        return bool(at_work)

    def kill(self) -> None:
        """End the host at once, with all that runs on it."""
        for child in psutil.Process(self._process.pid).children(recursive=True):
            child.kill()
        self._process.kill()
        self._process.wait()


def _host(log: Path, module: str, *arguments: str) -> subprocess.Popen[bytes]:
    with log.open("ab") as file:
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{module}", *arguments],
            stdout=file,
            stderr=file,
            cwd=log.parent,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
