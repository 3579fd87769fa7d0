"""The room as files: every link leads to a file, and a page is what the served room shows."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html
from starlette.testclient import TestClient

from publisher.archive.store import Store
from publisher.errors import UsageError
from publisher.reading_room.app import application
from publisher.reading_room.site import write_site
from tests.archive.shelf import filled
from tests.cli.test_commands import run
from tests.issues import hostile
from tests.reading_room.rooms import caught_up, keep


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = filled(tmp_path_factory.mktemp("room") / "archive", "2025-05-20", "..", "a b/c&d")
    keep(store, hostile())
    return caught_up(store)


def test_every_link_leads_to_a_file_and_every_file_is_linked(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    count = write_site(store, folder)
    files = {path for path in folder.rglob("*") if path.is_file()}
    assert len(files) == count
    linked = {folder / "index.html"}
    for page in folder.rglob("*.html"):
        for there in html.fromstring(page.read_text("utf-8")).xpath("//@href | //@action"):
            if not there.startswith("#"):
                linked.add((page.parent / unquote(there)).resolve())
    for feed in folder.rglob("*.*"):
        if feed.parent.name == "opds":
            pattern = r'href"?[=:] ?"([^"]+)"'
            for there in re.findall(pattern, feed.read_text("utf-8")):
                linked.add((feed.parent / unquote(there)).resolve())
    assert linked == files


def test_the_same_archive_gives_the_same_site(store: Store, tmp_path: Path) -> None:
    first, again = tmp_path / "a", tmp_path / "b"
    write_site(store, first)
    write_site(store, again)
    for path in first.rglob("*"):
        if path.is_file():
            assert (again / path.relative_to(first)).read_bytes() == path.read_bytes()


def test_a_page_is_the_served_one_without_the_search(store: Store, tmp_path: Path) -> None:
    write_site(store, tmp_path / "site", "zh-Hans")
    address = "issues/2025-05-20/articles/x-i0001.html"
    with TestClient(application(store)) as reader:
        served = reader.get(f"/{address}", headers={"accept-language": "zh"}).text
    written = (tmp_path / "site" / address).read_text("utf-8")
    search = '<a href="../../../search">检索</a>\n'
    assert search in served
    assert written == served.replace(search, "")


def test_nothing_is_written_over(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("mine", "utf-8")
    for place in (tmp_path, tmp_path / "a.txt"):
        with pytest.raises(UsageError, match="not empty"):
            write_site(store, place)


def test_the_command(store: Store, tmp_path: Path) -> None:
    told = ("--archive", str(store.root))
    done = run("archive", "export", "--site", "site", *told, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/index.html").is_file()
    for wrong in (
        ("--site", "site", *told),
        ("x", "--site", "other", *told),
        ("x", *told),
        ("--site", "other", "--language", "fr", *told),
    ):
        assert run("archive", "export", *wrong, cwd=tmp_path).returncode == 2
    assert not (tmp_path / "other").exists()
