"""A batch on a cluster, from a store of objects: the same bytes, whatever dies on the way."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
import s3fs
from PIL import Image

from publisher.addresses import below
from publisher.errors import ExitCode, InputError
from tests.batch.hosts import ROOT, Failing, Scheduler, Workers, store
from tests.batch.material import PROGRAM, issue, seeds

ISSUES = 16


@dataclass(frozen=True, slots=True)
class Hosts:
    """The cluster, the store, and a folder to run the program in."""

    scheduler: Scheduler
    workers: Workers
    store: Failing
    bucket: s3fs.S3FileSystem
    folder: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The program, run to its end."""
        return subprocess.run(
            [*PROGRAM, "batch", "run", *arguments],
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def on_cluster(self, *arguments: str) -> list[str]:
        """The program's arguments for the issues in the store, built on the cluster."""
        return [
            "s3://paper/seeds", "--output", "s3://paper/editions", "-o", "epub", "--no-cache",
            "--scheduler", self.scheduler.address, *arguments,
        ]  # fmt: skip

    def editions(self) -> dict[str, str]:
        """The digests of what stands in the store."""
        found = self.bucket.find("paper/editions")
        return {
            path.rpartition("/")[2]: sha256(self.bucket.cat_file(path)).hexdigest()
            for path in found
        }


@pytest.fixture
def hosts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hosts]:
    with store() as (failing, environment):
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("PYTHONPATH", str(ROOT))
        bucket = s3fs.S3FileSystem(use_listings_cache=False, skip_instance_cache=True)
        bucket.mkdir("paper")
        scheduler = Scheduler(tmp_path, _free_port())
        workers = Workers(tmp_path, scheduler.address)
        try:
            yield Hosts(scheduler, workers, failing, bucket, tmp_path)
        finally:
            workers.kill()
            scheduler.kill()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def put(hosts: Hosts, count: int) -> dict[str, str]:
    """Issues in the store, and the digests of their editions as built here."""
    folder = seeds(hosts.folder / "seeds", count)
    (folder / "double").mkdir()
    for page in (1, 2):
        (folder / "double" / f"{page}.txt").write_text(issue(900 + page), "utf-8")
    for path in folder.rglob("*.txt"):
        hosts.bucket.pipe_file(f"paper/seeds/{path.relative_to(folder)}", path.read_bytes())
    done = hosts.run("-o", "epub", "--no-cache", "--ledger", "here")
    assert done.returncode == 0, done.stderr
    return {
        path.name: sha256(path.read_bytes()).hexdigest()
        for path in (hosts.folder / "build").glob("*.epub")
    }


def test_the_same_bytes_with_workers_killed_and_a_scheduler_restarted(hosts: Hosts) -> None:
    here = put(hosts, ISSUES)
    chance = random.Random(10)
    command = [*PROGRAM, "batch", "run", *hosts.on_cluster("--tries", "20")]
    killed = 0
    with subprocess.Popen(command, cwd=hosts.folder, stderr=subprocess.PIPE) as process:
        while not hosts.bucket.find("paper/editions"):
            time.sleep(0.2)
            assert process.poll() is None
        killed += hosts.workers.kill_one(chance)
        hosts.scheduler.kill()
        hosts.scheduler.start()
        while process.poll() is None and killed < 3:
            time.sleep(3)
            killed += hosts.workers.kill_one(chance)
        told = process.communicate()[1].decode()
    assert process.returncode == 0, told
    assert killed
    assert hosts.editions() == here

    again = hosts.run(*hosts.on_cluster("--resume"))
    assert (again.returncode, f"{len(here)} issues, 0 to build" in again.stderr) == (0, True)
    hosts.bucket.pipe_file("paper/editions/i003.epub", b"cut short")
    hosts.bucket.pipe_file("paper/seeds/i004.txt", issue(99).encode())
    hosts.bucket.pipe_file("paper/seeds/i005.decisions.toml", b"")
    mended = hosts.run(*hosts.on_cluster("--resume"))
    assert (mended.returncode, f"{len(here)} issues, 3 to build" in mended.stderr) == (0, True)
    changed = {name for name, digest in hosts.editions().items() if here[name] != digest}
    assert changed == {"i004.epub"}


def test_a_store_that_is_slow_and_fails_now_and_then(hosts: Hosts) -> None:
    here = put(hosts, 4)
    hosts.store.share, hosts.store.seconds = 0.1, 0.02
    done = hosts.run(*hosts.on_cluster())
    hosts.store.share = 0.0
    assert hosts.store.failed
    assert done.returncode == 0, done.stderr
    assert hosts.editions() == here


def test_a_store_that_fails_for_good_is_no_fault_of_the_issue(hosts: Hosts) -> None:
    hosts.bucket.pipe_file("paper/seeds/a.txt", issue(1).encode())
    refused = hosts.run("s3://nowhere/seeds", "-o", "epub")
    assert refused.returncode == ExitCode.INPUT
    assert "s3://nowhere/seeds: there is no such file" in refused.stderr
    hosts.store.share = 1.0
    failed = hosts.run(*hosts.on_cluster())
    hosts.store.share = 0.0
    assert failed.returncode == ExitCode.INPUT
    assert "can't be read" in failed.stderr
    assert "Traceback" not in failed.stderr


def test_a_lone_file_brings_its_decisions_and_its_pictures(hosts: Hosts) -> None:
    folder = hosts.folder / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text("报纸\n\n![照片](one.png)\n\n正文开始了。\n", "utf-8")
    Image.new("RGB", (600, 400), "navy").save(folder / "one.png")
    hosts.bucket.put(str(folder) + "/", "paper/seeds/", recursive=True)
    assert hosts.run("-o", "epub", "--no-cache", "--ledger", "here").returncode == 0
    done = hosts.run(*hosts.on_cluster())
    assert done.returncode == 0, done.stderr
    here = sha256((hosts.folder / "build" / "a.epub").read_bytes()).hexdigest()
    assert hosts.editions() == {"a.epub": here}


def test_a_name_that_leads_out_of_its_folder_is_refused() -> None:
    for name in ("../a.txt", "a/../../b", "/etc/passwd", "a//b", "a\0b", "."):
        with pytest.raises(InputError, match="leads out of its folder"):
            below(Path("seeds"), name, "s3://paper")


def test_no_scheduler_there(tmp_path: Path) -> None:
    seeds(tmp_path / "seeds", 1)
    address = f"tcp://127.0.0.1:{_free_port()}"
    done = subprocess.run(
        [*PROGRAM, "batch", "run", "-o", "epub", "--scheduler", address],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False, timeout=200,
        env={**os.environ, "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "2s"},
    )  # fmt: skip
    assert done.returncode == ExitCode.TOOL
    assert "doesn't answer" in done.stderr
    assert "dask scheduler" in done.stderr
