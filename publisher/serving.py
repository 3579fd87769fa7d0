"""Serving a room over HTTP, until it's interrupted; the only importer of uvicorn."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

import uvicorn

from publisher.errors import UsageError


def serve(room: Callable[[str], Any], host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve an ASGI application at an address; `room` makes it, told its address.

    `ready` is told the address too. Raises UsageError where the address can't be had.
    """
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
        shown = f"[{host}]" if family == socket.AF_INET6 else host
        address = f"http://{shown}:{listening.getsockname()[1]}/"
        config = uvicorn.Config(
            room(address),
            log_level="warning",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            lifespan="off",
            timeout_keep_alive=5,
        )
        ready(address)
        uvicorn.Server(config).run(sockets=[listening])
