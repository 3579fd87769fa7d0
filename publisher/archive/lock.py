"""One writer at a time: a lock that the system frees when its holder dies."""

from __future__ import annotations

import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from publisher.archive.durable import writing_to
from publisher.errors import BuildError


@contextmanager
def locked(path: Path) -> Iterator[str]:
    """Hold the lock; yields who held it before and died with it, or "".

    Raises BuildError where another process holds it, or this user may not write. The file names
    its holder for people; what counts is the system's lock on it (flock), which no dead process
    keeps.
    """
    with writing_to(path):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise BuildError(
                f"{_holder(descriptor) or 'another process'} is writing to the archive",
                remedy="Wait until it has ended, and try again; nothing was changed.",
            ) from fault
        dead = _holder(descriptor)
        here = {"process": os.getpid(), "host": socket.gethostname()}
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, (json.dumps(here) + "\n").encode(), 0)
        try:
            yield dead
        finally:
            os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def _holder(descriptor: int) -> str:
    try:
        values = json.loads(os.pread(descriptor, 1000, 0))
        return f"process {values['process']} on {values['host']}"
    except (ValueError, KeyError, TypeError):
        return ""
