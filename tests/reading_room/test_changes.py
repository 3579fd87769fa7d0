"""An article's repairs stand beside its source, in their places, with their reasons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lxml import html

from publisher.config import Settings
from publisher.pipeline import read_issue
from publisher.reading_room.changes import beside
from publisher.reading_room.pages import Room
from publisher.structure import to_json
from tests.archive.shelf import filled
from tests.reading_room.rooms import caught_up, keep


def test_the_first_seed_s_join_and_gap(first_seed: Path) -> None:
    issue = read_issue(first_seed, Settings())
    assert issue.provenance
    outline, ledger = to_json(issue), issue.provenance.ledger.decode()
    found = [beside(outline, one, ledger) for one in outline["articles"]]
    source = first_seed.read_text("utf-8")
    edits = 0
    for one in found:
        assert one
        text = "".join(stretch.text for stretch in one.source)
        assert text in source
        edits += sum(not change.open for change in one.changes)
        for change in one.changes:
            span = change.span
            assert source[span.start : span.end].count("\n") == change.before.count("↵")
            assert change.left.replace("↵", "\n") == source[max(0, span.start - 16) : span.start]
    assert edits == issue.provenance.edits
    first = found[0]
    assert first
    gap = next(change for change in first.changes if change.after)
    assert (gap.left[-2:], gap.right[:2]) == ("着力", "题，")
    assert [one.text for one in first.source if one.number] == ["\n\n\n\n", "\n\n"]


def test_a_ledger_of_another_text_shows_nothing(first_seed: Path) -> None:
    issue = read_issue(first_seed, Settings())
    assert issue.provenance
    outline, ledger = to_json(issue), issue.provenance.ledger.decode()
    assert beside({**outline, "text": issue.text + "。"}, outline["articles"][0], ledger) is None
    assert beside(outline, outline["articles"][0], "") is None
    assert beside(outline, outline["articles"][0], '{"kind": "ledger"}\n') is None


def test_the_page_shows_them_on_demand(tmp_path: Path, first_seed: Path) -> None:
    issue = read_issue(first_seed, Settings())
    store = filled(tmp_path / "archive", "a")
    keep(store, replace(issue, id="seed"))
    caught_up(store)
    page = Room(store).article("seed", issue.articles[0].id).content.decode()
    tree = html.fromstring(page)
    (details,) = tree.xpath("//details[@id='repairs']")
    assert "open" not in details.attrib
    assert details.xpath("string(summary)") == "Repairs, gaps and open questions (2)"
    assert [one.get("href") for one in details.xpath(".//a[mark]")] == ["#c1", "#c2"]
    assert len(tree.xpath("//*[@id='c1'] | //*[@id='c2']")) == 2
    assert "the frame 在…上 runs across the break" in page
