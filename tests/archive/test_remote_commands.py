"""The commands at addresses: a replica by setting, an object back, bags and the site."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from publisher.addresses import opened
from publisher.archive.auditing import audit
from publisher.archive.store import Store, open_store
from publisher.errors import ToolMissing, UsageError
from tests.archive.depots import bucket
from tests.archive.shelf import filled
from tests.cli.test_commands import run


@pytest.fixture(scope="module", autouse=True)
def server() -> Iterator[None]:
    with bucket():
        yield


def archive(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run("archive", *arguments, cwd=project)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return filled(tmp_path / "build/archive", "a", "b")


def test_a_replica_by_setting_gives_an_object_back(store: Store, tmp_path: Path) -> None:
    assert archive(tmp_path, "replicate").returncode == 2
    (tmp_path / "publisher.toml").write_text('replica = "s3://papers/one/archive"\n')
    done = archive(tmp_path, "replicate", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["objects"], told["faults"]) == (2, [])
    kept = store.place("issue:a") / "v1/content/pdf/a.pdf"
    whole = kept.read_bytes()
    kept.write_bytes(b"damaged")
    assert archive(tmp_path, "verify").returncode == 7
    done = archive(tmp_path, "restore", "a", "--from", "s3://papers/one/archive")
    assert "a: replaced from s3://papers/one/archive" in done.stderr
    assert kept.read_bytes() == whole
    assert archive(tmp_path, "verify").returncode == 0
    name = next(one for one in opened("s3://papers/one").names() if one.endswith("b.pdf"))
    opened("s3://papers/one").put(name, b"damaged")
    done = archive(tmp_path, "replicate")
    assert done.returncode == 7
    assert f"s3://papers/one/{name}" in done.stdout


def test_a_bag_goes_there_and_comes_from_there(store: Store, tmp_path: Path) -> None:
    bag = "s3://papers/two/bag"
    done = archive(tmp_path, "export", "a", "--to", bag)
    assert (done.returncode, done.stdout) == (0, f"{bag}\n"), done.stderr
    assert archive(tmp_path, "export", "a", "--to", bag).returncode == 5
    other = tmp_path / "other"
    done = archive(tmp_path, "import", bag, "--archive", str(other))
    assert done.returncode == 0, done.stderr
    assert not audit(open_store(other))[0].faults
    opened(bag).put("data/issue.json", b"{}")
    assert archive(tmp_path, "import", bag, "--archive", str(tmp_path / "no")).returncode == 3


def test_a_file_address_is_a_path(store: Store, tmp_path: Path) -> None:
    assert archive(tmp_path, "replicate", "--to", f"file://{tmp_path}/replica").returncode == 0
    assert not audit(open_store(tmp_path / "replica"))[0].faults


def test_the_site_goes_there(store: Store, tmp_path: Path) -> None:
    done = archive(tmp_path, "export", "--site", "s3://papers/three/site")
    assert done.returncode == 0, done.stderr
    assert "begin at s3://papers/three/site/index.html" in done.stderr
    site = opened("s3://papers/three/site")
    assert b"<html" in site.read("index.html")
    assert "issues/a/pdf/a.pdf" in site.names()


def test_an_archive_that_is_written_to_is_at_no_address(tmp_path: Path) -> None:
    (tmp_path / "publisher.toml").write_text('archive = "s3://papers/four"\n')
    done = archive(tmp_path, "list")
    assert done.returncode == 2
    assert "stands on a disk" in done.stderr


def test_what_cannot_be_reached_is_told(store: Store, tmp_path: Path) -> None:
    for address, code in (
        ("s3://nowhere/archive", 3),
        ("nonsense://papers/archive", 2),
    ):
        done = archive(tmp_path, "replicate", "--to", address)
        assert done.returncode == code, done.stderr
        assert "→" in done.stderr
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
        done = archive(tmp_path, "replicate", "--to", "s3://papers/archive")
    assert done.returncode == 5, done.stderr


def test_a_library_that_is_missing_is_named() -> None:
    with pytest.raises(ToolMissing, match="adlfs"):
        opened("abfs://papers/archive")
    with pytest.raises(UsageError):
        opened("nonsense://papers")
