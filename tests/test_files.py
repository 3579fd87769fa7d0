"""Files: read whole or refused with the reason; written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from publisher.errors import BuildError, ExitCode, InputError
from publisher.files import read_bytes, read_inside, write_bytes


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\x00\xff")
    assert read_bytes(tmp_path / "a", 2) == b"\x00\xff"


def test_a_large_file_is_refused_with_both_sizes(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(InputError, match="200 MB is more than the 64 MB"):
        read_bytes(tmp_path / "a", 64_000_000)


def test_what_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_bytes(tmp_path / "a", 9)
    with pytest.raises(InputError, match="is a folder"):
        read_bytes(tmp_path, 1_000_000)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="not a regular file"):
        read_bytes(tmp_path / "pipe", 9)


def test_a_file_of_a_folder_is_read_and_a_link_inside_it_followed(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"a")
    (tmp_path / "b.jpg").symlink_to("photos/a.jpg")
    assert read_inside(tmp_path, "photos/a.jpg", 9) == read_inside(tmp_path, "b.jpg", 9) == b"a"


@pytest.mark.parametrize("name", ["../secret", "link", "folder/secret", "loop", "/etc/passwd"])
def test_what_lies_outside_a_folder_is_refused(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "issue"
    folder.mkdir()
    (tmp_path / "secret").write_bytes(b"secret")
    (folder / "link").symlink_to("../secret")
    (folder / "folder").symlink_to("..")
    (folder / "loop").symlink_to("loop")
    with pytest.raises(InputError, match=r"lies outside|can't be read") as refused:
        read_inside(folder, name, 99)
    assert refused.value.remedy


def test_a_write_replaces_the_whole_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.epub"
    write_bytes(path, b"old")
    write_bytes(path, b"new")
    assert path.read_bytes() == b"new"
    assert [file.name for file in path.parent.iterdir()] == ["a.epub"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.epub"
    write_bytes(path, b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BuildError) as caught:
        write_bytes(path, b"new")
    assert caught.value.exit_code is ExitCode.BUILD
    assert "Free some space" in caught.value.remedy
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.epub"]


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"")
    with pytest.raises(BuildError, match="can't be written"):
        write_bytes(tmp_path / "build" / "a.epub", b"new")
