"""What an edition was made from comes back out of it, and nothing else is ever believed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from publisher import pipeline
from publisher.errors import ArchiveError, InputError, PublisherError, UsageError
from publisher.files import write_folder
from publisher.restoration import restore
from publisher.structure import to_json
from publisher.writers.container import pack
from tests.issues import article, issue

RECORD = "EPUB/provenance/record.json"
LEDGER = "EPUB/provenance/ledger.jsonl"
MODEL = "EPUB/provenance/issue.json"
FIRST = "EPUB/provenance/source-0001.txt"

PAGES = {
    "2.txt": "近日，夜校开课。\n\n同时，围绕产\n\n业链分层分类开展劳动竞赛。\n".encode("gb18030"),
    "10.txt": "\ufeff工会办起夜校\r\n\r\n课程有书法、合唱\n和摄影。\r\n\f三百人报名。".encode(
        "utf-16-le"
    ),
    "11.md": "# 征文\n\n来自全市的作者".encode(),
}

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    (folder / "issue").mkdir()
    for name, content in PAGES.items():
        (folder / "issue" / name).write_bytes(content)
    pipeline.build(pipeline.read_issue(folder / "issue"), output=folder)
    return folder


@pytest.mark.parametrize("format", ["epub", "pdf"])
def test_sources_ledger_and_model_come_back(format: str, editions: Path) -> None:
    found = restore(editions / f"issue.{format}")
    assert [(one.name, one.content) for one in found.sources] == list(PAGES.items())
    known = pipeline.read_issue(editions / "issue")
    assert known.provenance
    assert found.ledger == known.provenance.ledger
    assert json.loads(found.model) == to_json(known)
    assert list(found.files())[-2:] == ["ledger.jsonl", "issue.json"]


def test_the_first_seed_comes_back(first_seed: Path, tmp_path: Path) -> None:
    pipeline.build(pipeline.read_issue(first_seed), ("epub",), tmp_path)
    (found,) = restore(tmp_path / f"{first_seed.stem}.epub").sources
    assert found.content == first_seed.read_bytes()


def test_an_issue_made_in_memory_gives_its_text(tmp_path: Path) -> None:
    pipeline.build(issue(article(1, "题", "文")), ("epub",), tmp_path)
    (found,) = restore(tmp_path / "x.epub").sources
    assert (found.name, found.content) == ("x.txt", "文".encode())


@pytest.fixture
def altered(editions: Path, tmp_path: Path) -> Callable[[Callable[[Files], object]], Path]:
    """The EPUB after a change to its files."""

    def alter(change: Callable[[Files], object]) -> Path:
        with ZipFile(editions / "issue.epub") as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        change(files)
        path = tmp_path / "x.epub"
        path.write_bytes(pack(files.items()))
        return path

    return alter


def put(name: str, content: bytes) -> Callable[[Files], object]:
    return lambda files: files.update({name: content})


def drop(name: str) -> Callable[[Files], object]:
    return lambda files: files.pop(name)


def tell(change: Callable[[dict[str, object]], object]) -> Callable[[Files], object]:
    """A change to what `record.json` says."""

    def alter(files: Files) -> None:
        record = json.loads(files[RECORD])
        change(record)
        files[RECORD] = json.dumps(record).encode()

    return alter


def first(**more: object) -> Callable[[Files], object]:
    return tell(lambda record: record["sources"][0].update(more))  # type: ignore[index]


def swapped(name: str, key: str, before: bytes, after: bytes) -> Callable[[Files], object]:
    """A part changed together with its digest on record: the proof has to find it."""

    def alter(files: Files) -> None:
        assert before in files[name]
        # The text stands last in the model, behind the articles.
        files[name] = after.join(files[name].rsplit(before, 1))
        record = json.loads(files[RECORD])
        part = record["sources"][0] if key == "sources" else record[key]
        part["sha256"] = sha256(files[name]).hexdigest()
        files[RECORD] = json.dumps(record).encode()

    return alter


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (drop(FIRST), "isn't there"),
        (drop(LEDGER), "isn't there"),
        (drop(MODEL), "isn't there"),
        (put(FIRST, b"x"), "isn't what was recorded"),
        (put(LEDGER, b"{}"), "isn't what was recorded"),
        (put(MODEL, b"{}"), "isn't what was recorded"),
        (put(RECORD, b"["), "can't be read"),
        (put(RECORD, b"[" * 100_000), "can't be read"),
        (put(RECORD, b"[]"), "can't be read"),
        (put(RECORD, b'{"sources": [1], "ledger": {}, "model": {}}'), "can't be read"),
        (tell(lambda record: record.pop("model")), "can't be read"),
        (tell(lambda record: record.update(sources=[])), "no sources"),
        (first(name="../a.txt"), "no file's name"),
        (first(name="/etc/a.txt"), "no file's name"),
        (first(name=".."), "no file's name"),
        (first(name=""), "no file's name"),
        (first(name=7), "no file's name"),
        (first(name="10.TXT"), "two of one name"),
        (first(path="../../../etc/passwd"), "isn't there"),
        (put("EPUB/../../a.txt", b"x"), "leads out"),
        (put("/a.txt", b"x"), "leads out"),
        (put("EPUB\\..\\..\\a.txt", b"x"), "leads out"),
        (swapped(FIRST, "sources", b"\xd2\xb9", b"\xd2\xba"), "doesn't give the sources"),
        (swapped(LEDGER, "ledger", b'"pass": 1', b'"pass": "x"'), "doesn't fit"),
        (swapped(LEDGER, "ledger", b'"form": 1', b'"form": 9'), "doesn't fit"),
        (swapped(LEDGER, "ledger", b'"kind"', b'"sort"'), "doesn't fit"),
        (swapped(MODEL, "model", b"{", b"["), "can't be read"),
        (swapped(MODEL, "model", b'"text":"\\u8fd1', b'"text":"x'), "doesn't fit"),
    ],
)
def test_what_doesnt_fit_is_refused(
    change: Callable[[Files], object],
    message: str,
    altered: Callable[[Callable[[Files], object]], Path],
) -> None:
    path = altered(change)
    with pytest.raises(ArchiveError, match=message) as caught:
        restore(path)
    assert caught.value.remedy


def test_a_name_that_stands_twice_is_refused(editions: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.epub"
    path.write_bytes((editions / "issue.epub").read_bytes())
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(path, "a") as archive:
        archive.writestr(FIRST, b"another")
    with pytest.raises(ArchiveError, match="twice"):
        restore(path)


def test_a_bomb_is_refused_unopened(tmp_path: Path) -> None:
    path = tmp_path / "x.epub"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for number in range(21):
            archive.writestr(f"{number}/{RECORD}", bytes(10_000_000))
    with pytest.raises(InputError, match="unpack to 210 MB"):
        restore(path)


@pytest.mark.parametrize("name", ["x.epub", "x.pdf", "x.txt", "gone.epub", "gone.pdf"])
def test_what_is_no_edition_cant_be_read(name: str, tmp_path: Path) -> None:
    if not name.startswith("gone"):
        (tmp_path / name).write_bytes(b"no edition")
    with pytest.raises(InputError) as caught:
        restore(tmp_path / name)
    assert caught.value.remedy


def test_another_makers_book_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.epub").write_bytes(pack([("mimetype", b"application/epub+zip")]))
    with pytest.raises(InputError, match="no sources to restore"):
        restore(tmp_path / "x.epub")


@pytest.mark.parametrize("format", ["epub", "pdf"])
def test_a_cut_or_altered_file_never_gives_wrong_sources(
    format: str, editions: Path, tmp_path: Path
) -> None:
    whole = (editions / f"issue.{format}").read_bytes()
    path = tmp_path / f"x.{format}"
    for place in range(1, len(whole), len(whole) // 40):
        altered = bytes(sign ^ 0x5A for sign in whole[place : place + 9])
        for content in (whole[:place], whole[:place] + altered + whole[place + 9 :]):
            path.write_bytes(content)
            try:
                found = restore(path)
            except PublisherError:
                continue
            assert [(one.name, one.content) for one in found.sources] == list(PAGES.items())


def test_a_folder_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there already"):
        write_folder(tmp_path.parent, {"a": b"x"})
    (tmp_path / "empty").mkdir()
    write_folder(tmp_path / "empty", {"a/b": b"x"})
    assert (tmp_path / "empty/a/b").read_bytes() == b"x"
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(PublisherError):
        write_folder(tmp_path / "new", {"a": b"x", "a/b": b"y"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "file"]
    write_folder(tmp_path / "empty", {"c": b"z"}, force=True)
    assert (tmp_path / "empty/a/b").read_bytes() == b"x"
    assert (tmp_path / "empty/c").read_bytes() == b"z"


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from publisher.cli import main; main()", *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {},
    )


def test_the_command_writes_what_can_be_built_again(editions: Path, tmp_path: Path) -> None:
    done = run("restore", editions / "issue.epub", "-o", "out/back", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for row in json.loads(done.stdout):
        assert sha256((tmp_path / row["path"]).read_bytes()).hexdigest() == row["sha256"]
    (tmp_path / "again").mkdir()
    (tmp_path / "out/back/source").rename(tmp_path / "issue")
    again = run("build", "issue", "-o", "epub", "--output", "again", cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    assert (tmp_path / "again/issue.epub").read_bytes() == (editions / "issue.epub").read_bytes()


def test_the_command_never_writes_over_anything_unasked(editions: Path, tmp_path: Path) -> None:
    (tmp_path / "issue").mkdir()
    (tmp_path / "issue/kept.txt").write_text("kept")
    edition = editions / "issue.pdf"
    assert run("restore", edition, "--dry-run", cwd=tmp_path).returncode == 0
    refused = run("restore", edition, cwd=tmp_path)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert [path.name for path in (tmp_path / "issue").iterdir()] == ["kept.txt"]
    assert run("restore", edition, "--force", cwd=tmp_path).returncode == 0
    assert (tmp_path / "issue/kept.txt").read_text() == "kept"
    assert (tmp_path / "issue/source/2.txt").read_bytes() == PAGES["2.txt"]


@pytest.mark.parametrize(("content", "code"), [(b"no zip", 3), (None, 7)])
def test_nothing_is_written_of_what_is_refused(
    content: bytes | None,
    code: int,
    altered: Callable[[Callable[[Files], object]], Path],
    tmp_path: Path,
) -> None:
    path = altered(put(FIRST, b"x"))
    if content:
        path.write_bytes(content)
    done = run("restore", path, "-o", "out", cwd=tmp_path)
    assert done.returncode == code
    assert "→" in done.stderr
    assert not (tmp_path / "out").exists()
