"""The paper's own evidence: what it's made of, that it's kept, and that it's used where named."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from publisher import ledger_json
from publisher.archive.catalogue import reindex
from publisher.archive.fixity import audit_object
from publisher.archive.keeping import holdings, withdraw
from publisher.archive.store import Store, create_store
from publisher.archive.writer import writing
from publisher.batch.inputs import issue_digest
from publisher.config import Settings
from publisher.errors import ArchiveError, UsageError
from publisher.learning import ID, TABLE, Learned, evidence, learn, pinned, printed
from publisher.ledger import Certainty, Edit, Ledger, Pass, digest
from publisher.manuscripts import read_manuscript
from publisher.model import Gap, InlineGap, Paragraph, Text
from publisher.pipeline import read_issue, repair_manuscript
from publisher.structure import to_json
from publisher.text import Encoding, Span
from tests.archive.shelf import files, filled, put, stamp
from tests.cli.test_commands import run
from tests.issues import article, issue

TEXT = "甲乙丙丁戊己庚辛壬癸"


def learned(store: Store) -> Learned:
    with writing(store, print) as writer:
        return learn(writer, stamp("learned"))


def settings(store: Store, name: str = "archive") -> Settings:
    return Settings(archive=str(store.root), evidence=name)


def test_the_same_issues_give_the_same_evidence_and_another_issue_another(tmp_path: Path) -> None:
    store = filled(tmp_path / "archive", "a", "b")
    first = learned(store)
    assert (first.version, first.new, first.issues) == ("v1", True, 2)
    assert learned(store) == replace(first, new=False)
    other = filled(tmp_path / "other", "a", "b")
    assert learned(other).digest == first.digest
    put(store, "c", files("c", "夜校开在职工家门口。"))
    second = learned(store)
    assert (second.version, second.new) == ("v2", True)
    assert second.digest != first.digest
    with writing(store, print) as writer:
        withdraw(writer, "c", stamp("an error"))
    assert learned(store).digest == first.digest


def test_it_is_kept_and_proved_like_an_issue_and_is_none(tmp_path: Path) -> None:
    store = filled(tmp_path / "archive", "a")
    learned(store)
    assert [one.id for one in holdings(store)] == ["a"]
    with writing(store, print) as writer:
        assert reindex(writer) == 1
    assert not audit_object(store.place(ID), ID, "").faults
    table = next(store.place(ID).rglob(TABLE))
    table.write_bytes(table.read_bytes()[:-1])
    assert audit_object(store.place(ID), ID, "").faults
    with pytest.raises(ArchiveError):
        evidence(settings(store))


def test_a_version_stays_what_it_was(tmp_path: Path) -> None:
    store = filled(tmp_path / "archive", "a")
    first = learned(store)
    held = pinned(settings(store))
    assert held.evidence == "archive:v1"
    put(store, "c", files("c", "夜校开在职工家门口。"))
    second = learned(store)
    assert evidence(held)[0].digest == first.digest
    assert evidence(settings(store))[0].digest == second.digest
    assert pinned(held) == held


def test_an_edition_made_with_other_evidence_is_not_taken_from_the_cache(
    tmp_path: Path, first_seed: Path
) -> None:
    store = filled(tmp_path / "archive", "a")
    learned(store)
    first = issue_digest(first_seed, settings(store))
    assert issue_digest(first_seed, settings(store)) == first
    put(store, "c", files("c", "夜校开在职工家门口。"))
    learned(store)
    assert issue_digest(first_seed, settings(store)) != first
    other = create_store(tmp_path / "other")
    put(other, "b", files("b", "稻花香里说丰年。"))
    learned(other)
    held = {issue_digest(first_seed, settings(one, "archive:v1")) for one in (store, other)}
    assert len(held) == 2


def test_what_has_learned_nothing_says_so(tmp_path: Path) -> None:
    store = filled(tmp_path / "archive", "a")
    for use in (evidence, pinned):
        with pytest.raises(UsageError, match="learned nothing"):
            use(settings(store))
    with pytest.raises(UsageError, match="no archive"):
        evidence(Settings(archive=str(tmp_path / "none"), evidence="archive"))
    assert evidence(Settings()) == ()
    assert pinned(Settings()) == Settings()


@pytest.mark.parametrize(
    ("certainty", "place", "whole"),
    [
        (Certainty.PROBABLE, 4, False),
        (Certainty.CERTAIN, 4, True),
        (Certainty.PROBABLE, 10, True),
        (Certainty.PROBABLE, 0, True),
    ],
)
def test_what_was_only_probably_joined_is_no_evidence(
    certainty: Certainty, place: int, whole: bool
) -> None:
    edits = (Edit(Span(place, place + 2), "\n\n", "", certainty),)
    kept = Ledger(digest("x"), Encoding(), (Pass("broken-paragraphs", 1, edits),), (), digest(TEXT))
    body = (Paragraph((Text(TEXT, Span(0, 10)),), Span(0, 10)),)
    made = issue(replace(article(1, "题"), body=body))
    found = list(printed(to_json(made), ledger_json.to_lines(kept)))
    assert found == ([TEXT] if whole else [])


def test_a_later_pass_moves_the_place_of_an_earlier_one() -> None:
    first = Pass("broken-paragraphs", 1, (Edit(Span(12, 14), "\n\n", "", Certainty.PROBABLE),))
    later = Pass("spaces", 1, (Edit(Span(0, 8), "        ", "", Certainty.CERTAIN),))
    kept = Ledger(digest("x"), Encoding(), (first, later), (), digest(TEXT))
    body = (Paragraph((Text(TEXT[:3], Span(0, 3)),), Span(0, 3)), *article(1, "", TEXT).body)
    body = (body[0], Paragraph((Text(TEXT[3:], Span(3, 10)),), Span(3, 10)))
    made = issue(replace(article(1, "题"), body=body))
    assert list(printed(to_json(made), ledger_json.to_lines(kept))) == [TEXT[:3]]


def test_a_paragraph_with_lost_text_is_no_evidence() -> None:
    here = Span(0, 1)
    body = (Paragraph((Text("甲乙", here), InlineGap(here)), here), Gap(here))
    made = issue(replace(article(1, "题"), body=body))
    assert list(printed(to_json(made), "")) == []


def test_its_digest_stands_in_each_later_ledger(tmp_path: Path, first_seed: Path) -> None:
    store = filled(tmp_path / "archive", "a")
    digest_ = learned(store).digest
    manuscript = read_manuscript(first_seed)
    before = repair_manuscript(manuscript, settings=Settings()).ledger.evidence
    after = repair_manuscript(manuscript, settings=settings(store)).ledger.evidence
    assert after == (*before, ("archive", digest_))
    read = read_issue(first_seed, settings(store))
    assert read.provenance and digest_.encode() in read.provenance.ledger


def test_the_commands_learn_use_and_rebuild_with_the_version_that_was_used(
    tmp_path: Path, first_seed: Path
) -> None:
    (tmp_path / "seeds").mkdir()
    shutil.copy(first_seed, tmp_path / "seeds")
    (tmp_path / "publisher.toml").write_text('formats = ["epub"]\n', "utf-8")
    assert run("archive", "add", cwd=tmp_path).returncode == 0
    done = run("archive", "learn", "--json", cwd=tmp_path)
    told = json.loads(done.stdout)
    assert (told["version"], told["new"], told["issues"]) == ("v1", True, 1)
    (tmp_path / "publisher.toml").write_text(
        'formats = ["epub"]\n[normalize]\nevidence = "archive"\n', "utf-8"
    )
    out = run("normalize", f"seeds/{first_seed.name}", "--json", cwd=tmp_path)
    assert ["archive", told["digest"]] in json.loads(out.stdout)["ledger"][0]["evidence"]
    done = run("archive", "add", "--reason", "with what was learned", cwd=tmp_path)
    assert done.stdout == f"{first_seed.stem}  v2  corrected\n", done.stderr
    (tmp_path / "seeds" / "b.txt").write_text("# 夜校\n\n夜校开在职工家门口。\n", "utf-8")
    assert run("archive", "add", "seeds/b.txt", cwd=tmp_path).returncode == 0
    assert json.loads(run("archive", "learn", "--json", cwd=tmp_path).stdout)["version"] == "v2"
    done = run("archive", "restore", first_seed.stem, cwd=tmp_path)
    assert (done.returncode, "different" in done.stdout) == (0, False), done.stdout + done.stderr


@pytest.mark.parametrize("value", ["other", "archive:", "archive:v0", "archive:v1/..", "../a"])
def test_a_setting_that_names_no_evidence_is_refused(tmp_path: Path, value: str) -> None:
    (tmp_path / "publisher.toml").write_text(f'[normalize]\nevidence = "{value}"\n', "utf-8")
    done = run("config", "show", cwd=tmp_path)
    assert done.returncode == 2
    assert "publisher.toml:2: normalize.evidence" in done.stderr
