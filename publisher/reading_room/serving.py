"""Serving the room over HTTP, until it's interrupted; the only importer of uvicorn."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from publisher.archive.store import Store
from publisher.errors import UsageError
from publisher.reading_room.app import application


def serve(store: Store, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve an archive at an address; `ready` is told it. UsageError where it can't be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
            # Who is told the address may come at once.
            listening.listen()
        except OSError as fault:
            raise UsageError(
                f"{host}:{port} can't be listened at ({fault.strerror})",
                remedy="Name another with --host and --port.",
            ) from fault
        config = uvicorn.Config(
            application(store),
            log_level="warning",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            lifespan="off",
            timeout_keep_alive=5,
        )
        shown = f"[{host}]" if family == socket.AF_INET6 else host
        ready(f"http://{shown}:{listening.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[listening])
