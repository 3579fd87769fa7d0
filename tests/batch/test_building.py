"""One issue built again: anew where anything it's made from changed, from the cache where not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from publisher.batch import inputs
from publisher.batch.building import build_job
from publisher.batch.jobs import Built, Job
from publisher.cache import Cache
from publisher.config import Settings
from publisher.errors import InputError, UsageError
from publisher.model import Title
from tests.archive.shelf import files, filled, put
from tests.archive.test_learning import learned
from tests.batch.material import issue
from tests.images.samples import photo

FORMATS = ("epub",)


@pytest.fixture
def job(tmp_path: Path, root: Path) -> Job:
    folder = tmp_path / "seeds" / "2025-05-20"
    folder.mkdir(parents=True)
    (folder / "1.txt").write_text(issue(1) + "\n![夜校](p1.jpg)\n", "utf-8")
    (folder / "2.txt").write_text(issue(2), "utf-8")
    (folder / "issue.toml").write_text('number = "1"\n', "utf-8")
    (folder / "p1.jpg").write_bytes(photo())
    theme = tmp_path / "theme"
    shutil.copytree(root / "styles" / "gazette", theme)
    cache = Cache(tmp_path / "cache", 10**9)
    return Job(folder, Settings(), FORMATS, tmp_path / "build", str(theme), cache=cache)


def kept(built: Built) -> list[bool]:
    return [edition.kept for edition in built.editions]


def content(built: Built) -> list[bytes]:
    return [Path(edition.path).read_bytes() for edition in built.editions]


def test_nothing_changed_nothing_made(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build_job(job)
    assert kept(first) == [False]
    monkeypatch.setattr("publisher.pipeline.read_issue", None)
    monkeypatch.setattr("publisher.pipeline.build", None)
    again = build_job(job)
    assert kept(again) == [True]
    assert again.digest == first.digest
    assert (again.gaps, again.queries, again.pictures) == (0, first.queries, ("p1.jpg",))


def test_what_no_font_has_is_told_from_the_cache_too(job: Job) -> None:
    page = job.path / "2.txt"
    page.write_text(page.read_text("utf-8") + "\n夜校的招牌上写着\U0002a6a5字。\n", "utf-8")
    first, again = (build_job(job).editions[0] for _ in range(2))
    assert (first.kept, again.kept) == (False, True)
    assert first.doubts == again.doubts
    (doubt,) = first.doubts
    assert doubt.startswith("PUB013 ")
    assert "U+2A6A5" in doubt


def test_the_cache_and_none_give_the_same_bytes(job: Job) -> None:
    first = content(build_job(job))
    (job.output / "2025-05-20.epub").unlink()
    assert content(build_job(job)) == first
    (job.output / "2025-05-20.epub").unlink()
    anew = build_job(replace(job, cache=None))
    assert kept(anew) == [False]
    assert content(anew) == first


def test_an_edition_in_its_place_isnt_touched(job: Job) -> None:
    path = Path(build_job(job).editions[0].path)
    before = path.stat().st_mtime_ns, path.stat().st_ino
    build_job(job)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_an_edition_that_was_changed_is_put_back(job: Job) -> None:
    built = build_job(job)
    path = Path(built.editions[0].path)
    path.write_bytes(b"")
    build_job(job)
    assert inputs._sha(path.read_bytes()) == built.editions[0].sha256


CHANGES: dict[str, Callable[[Job], Job | None]] = {
    "a page's text": lambda job: write(job.path / "2.txt", issue(3)),
    "a page's name": lambda job: rename(job.path / "2.txt", "3.txt"),
    "a page more": lambda job: write(job.path / "3.txt", issue(3)),
    "a page less": lambda job: (job.path / "2.txt").unlink(),
    "the issue's settings": lambda job: write(job.path / "issue.toml", 'number = "2"\n'),
    "no settings": lambda job: (job.path / "issue.toml").unlink(),
    "a decision": lambda job: write(
        job.path / "decisions.toml",
        '[[decision]]\nleft = "开学典礼举办，"\nright = "2名新生"\nverdict = "paragraph"\n',
    ),
    "a picture": lambda job: write(job.path / "p1.jpg", photo(80, 40)),
    "no picture": lambda job: (job.path / "p1.jpg").unlink(),
    "the folder's name": lambda job: replace(job, path=job.path.rename(job.path.parent / "b")),
    "the title": lambda job: replace(job, settings=Settings(title=Title(name="日报"))),
    "how lines run": lambda job: replace(job, settings=Settings(writing="vertical")),
    "how long a file may be": lambda job: replace(job, settings=Settings(split=1)),
    "the language": lambda job: replace(job, settings=Settings(language="ja")),
    "a theme's file": lambda job: write(Path(job.theme) / "screen.css", "p { color: red }"),
    "a theme's file more": lambda job: write(Path(job.theme) / "more.j2", ""),
    "another theme": lambda job: replace(job, theme="gazette"),
}


def write(path: Path, content: str | bytes) -> None:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def rename(path: Path, name: str) -> None:
    path.rename(path.with_name(name))


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_it_is_built_anew_to_the_same_bytes(job: Job, change: str) -> None:
    first = build_job(job)
    job = CHANGES[change](job) or job
    again = build_job(job)
    assert kept(again) == [False]
    assert again.digest != first.digest
    anew = build_job(replace(job, cache=None, output=job.output / "anew"))
    assert content(again) == content(anew)


def test_an_edition_is_set_as_the_settings_say(job: Job) -> None:
    settings = Settings(language="ja", writing="vertical", split=5)
    built = build_job(replace(job, settings=settings))
    with ZipFile(built.editions[0].path) as book:
        assert b'class="vertical"' in book.read("EPUB/article-0001.xhtml")
        assert b'page-progression-direction="rtl"' in book.read("EPUB/content.opf")
        assert "EPUB/article-0001-2.xhtml" in book.namelist()


def test_a_change_taken_back_comes_out_of_the_cache(job: Job) -> None:
    page = job.path / "1.txt"
    before = page.read_text("utf-8")
    first = content(build_job(job))
    page.write_text(issue(9), "utf-8")
    build_job(job)
    page.write_text(before, "utf-8")
    again = build_job(job)
    assert kept(again) == [True]
    assert content(again) == first


def test_a_picture_that_comes_later_is_taken_up(job: Job) -> None:
    (job.path / "p1.jpg").unlink()
    first = build_job(job)
    assert kept(build_job(job)) == [True]
    (job.path / "p1.jpg").write_bytes(photo())
    again = build_job(job)
    assert kept(again) == [False]
    assert content(again)[0] != first.editions[0].sha256


def test_the_day_of_the_build_counts(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    build_job(job)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert kept(build_job(job)) == [False]


def test_the_program_counts(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    build_job(job)
    monkeypatch.setattr(inputs, "program", lambda: "another")
    assert kept(build_job(job)) == [False]


def test_what_the_archive_has_learned_counts(job: Job, tmp_path: Path) -> None:
    store = filled(tmp_path / "archive", "a")
    learned(store)
    job = replace(job, settings=Settings(archive=str(store.root), evidence="archive"))
    build_job(job)
    assert kept(build_job(job)) == [True]
    held = replace(job, settings=Settings(archive=str(store.root), evidence="archive:v1"))
    build_job(held)
    put(store, "c", files("c", "夜校开在职工家门口。"))
    learned(store)
    assert kept(build_job(job)) == [False]
    assert kept(build_job(held)) == [True]


def test_the_programs_digest_sees_a_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = inputs.program.__wrapped__()
    assert inputs.program.__wrapped__() == before
    (tmp_path / "fonttools-99.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert inputs.program.__wrapped__() != before


def test_another_format_costs_itself_only(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    build_job(job)
    assert kept(build_job(replace(job, formats=("epub", "pdf")))) == [True, False]


def test_a_file_beside_is_no_input(job: Job) -> None:
    build_job(job)
    write(job.path / "notes.bin", b"1")
    assert kept(build_job(job)) == [True]


def test_a_lone_files_neighbours_are_no_inputs_but_its_pictures(job: Job) -> None:
    lone = replace(job, path=job.path / "1.txt")
    build_job(lone)
    write(job.path / "2.txt", "another\n")
    assert kept(build_job(lone)) == [True]
    write(job.path / "p1.jpg", photo(90, 40))
    assert kept(build_job(lone)) == [False]
    write(job.path / "1.decisions.toml", "")
    assert kept(build_job(lone)) == [False]


def test_a_source_changed_while_it_was_read_isnt_kept(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    from publisher import pipeline

    read = pipeline.read_issue

    def read_and_change(*given: object, **more: object) -> object:
        issue_ = read(*given, **more)  # type: ignore[arg-type]
        (job.path / "1.txt").write_text(issue(7), "utf-8")
        return issue_

    monkeypatch.setattr(pipeline, "read_issue", read_and_change)
    build_job(job)
    monkeypatch.undo()
    again = build_job(job)
    assert kept(again) == [False]
    assert content(again) == content(build_job(replace(job, cache=None)))


def test_a_failure_isnt_kept(job: Job) -> None:
    page = job.path / "2.txt"
    page.write_bytes(b"")
    with pytest.raises(InputError):
        build_job(job)
    page.write_text(issue(2), "utf-8")
    assert kept(build_job(job)) == [False]


def test_an_unknown_format_writes_nothing(job: Job) -> None:
    with pytest.raises(UsageError):
        build_job(replace(job, formats=("epub", "docx")))
    assert not job.output.exists()


def test_a_dry_run_writes_nothing(job: Job) -> None:
    build_job(replace(job, dry_run=True))
    assert not job.output.exists()
