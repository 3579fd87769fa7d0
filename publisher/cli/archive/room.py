"""`publisher archive serve`: the reading room, in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from publisher.cli.archive.options import Place, standing_still, store_at
from publisher.cli.console import out, say

_HERE = ("127.0.0.1", "::1", "localhost")


def serve(
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")
    ] = 8080,
    place: Place = None,
) -> None:
    """Open the reading room: look through the issues, search, read; nothing can be changed."""
    from publisher.archive.catalogue import behind
    from publisher.reading_room.app import application
    from publisher.serving import serve as serve_room

    store = store_at(place)
    if behind(store):
        with standing_still(store):
            pass
    if host not in _HERE:
        say(f"everyone who reaches {host} can read all that is kept")
    serve_room(lambda _: application(store), host, port, out)
