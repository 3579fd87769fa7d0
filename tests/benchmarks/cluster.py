"""The same issues built here and on a cluster that loses a worker every ten seconds."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import s3fs

from tests.batch.hosts import ROOT, Scheduler, Workers, store
from tests.batch.material import PROGRAM
from tests.benchmarks.batch import issues
from tests.quality.table import Table

ISSUES = 200
#: A worker is killed so often, in seconds.
_KILLED = 10.0


def tables() -> Iterator[Table]:
    """The table of both ways, with what differs between their editions."""
    with tempfile.TemporaryDirectory() as place, store() as (_, environment):
        folder = Path(place)
        issues(folder / "seeds", ISSUES)
        with _environment({**environment, "PYTHONPATH": str(ROOT)}):
            bucket = s3fs.S3FileSystem(use_listings_cache=False, skip_instance_cache=True)
            bucket.mkdir("paper")
            bucket.put(f"{folder / 'seeds'}/", "paper/seeds/", recursive=True)
            here, _ = _run(folder, ("--jobs", "2"))
            there, killed = _on_cluster(folder)
            local = {path.name: path.read_bytes() for path in (folder / "build").glob("*.epub")}
            found = bucket.find("paper/editions")
            remote = {path.rpartition("/")[2]: bucket.cat_file(path) for path in found}
    alike = sum(_digest(local[name]) == _digest(remote.get(name, b"")) for name in local)
    heads = ("where", "issues", "seconds", "workers killed", "editions with the same bytes")
    rows = (
        ("two processes here", str(len(local)), f"{here:.1f}", "0", ""),
        ("two workers, S3", str(len(remote)), f"{there:.1f}", str(killed), str(alike)),
    )
    yield Table("A cluster and a store of objects on loopback", heads, rows)


def _on_cluster(folder: Path) -> tuple[float, int]:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = int(one.getsockname()[1])
    scheduler = Scheduler(folder, port)
    workers = Workers(folder, scheduler.address)
    try:
        return _run(
            folder,
            ("--output", "s3://paper/editions", "--scheduler", scheduler.address, "--tries", "20"),
            workers,
        )
    finally:
        workers.kill()
        scheduler.kill()


def _run(
    folder: Path, arguments: tuple[str, ...], workers: Workers | None = None
) -> tuple[float, int]:
    """A batch's seconds, and how many workers were killed on the way."""
    seeds = "s3://paper/seeds" if workers else "seeds"
    command = [*PROGRAM, "batch", "run", seeds, "-o", "epub", "--no-cache", *arguments]
    chance, killed, began = random.Random(10), 0, time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stderr=sys.stderr) as process:
        while process.poll() is None:
            try:
                process.wait(_KILLED)
            except subprocess.TimeoutExpired:
                killed += workers.kill_one(chance) if workers else 0
    assert process.returncode == 0
    return time.perf_counter() - began, killed


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
