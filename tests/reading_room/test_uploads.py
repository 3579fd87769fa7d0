"""A gigabyte offered over a socket: it's refused before it's read, and the room goes on."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from tests.archive.readers import served
from tests.reading_room.rooms import long_run

SIZE, CHUNK = 1 << 30, 1 << 16
#: What the system's own buffers take before a sender notices.
BUFFERS = 32 << 20


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    store = long_run(tmp_path_factory.mktemp("room") / "archive", 1)
    with served(store.root) as address:
        yield address


@pytest.mark.parametrize("length", [f"Content-Length: {SIZE}", "Transfer-Encoding: chunked"])
@pytest.mark.parametrize("path", ["/", "/search", "/issues/n0000/epub/n0000.epub"])
def test_a_gigabyte_is_not_taken_in(address: str, path: str, length: str) -> None:
    host = urlsplit(address)
    assert host.hostname
    sent = 0
    with socket.create_connection((host.hostname, host.port or 80), timeout=30) as line:
        line.sendall(f"POST {path} HTTP/1.1\r\nHost: {host.netloc}\r\n{length}\r\n\r\n".encode())
        answer = line.recv(CHUNK)
        try:
            while sent < SIZE:
                sent += line.send(f"{CHUNK:x}\r\n".encode() + bytes(CHUNK) + b"\r\n")
        except OSError:
            pass
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"connection: close" in answer.lower()
    assert sent < BUFFERS
    with urlopen(address) as page:
        assert page.status == 200
