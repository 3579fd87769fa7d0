"""The review: both texts aligned, every repair a point, progress, and what is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.config import Settings
from publisher.desk.alignment import pieces, runs
from publisher.desk.choosing import Wanted, chosen, sheets
from publisher.desk.pages import next_open
from publisher.desk.points import Nature, points
from publisher.desk.review import Review
from publisher.desk.strips import source_strips, text_strips
from publisher.errors import LedgerError
from publisher.manuscripts import read_manuscript
from publisher.pipeline import normalize, read_issue, repair_manuscript
from tests.desk.desks import ENGLISH, TEXT, laid, reviewed

BROKEN = st.lists(
    st.sampled_from(
        [
            "围绕产", "业链开展竞赛。", "\n\n", "\n", "\f", "（赵强 摄）", "oﬃce", "coun-\n",
            "cil ", "3", "第3版", "“", "”", "，", "下转第3版", "# 标题", "\r\n", "劳动午报", "\x00",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(BROKEN)
def test_both_sides_are_covered_whatever_was_repaired(source: str) -> None:
    done = normalize(source)
    aligned = runs(done.ledger, source, done.text)
    assert "".join(one.source.of(source) for one in aligned) == source
    assert "".join(one.text.of(done.text) for one in aligned) == done.text
    parts = [run for piece in pieces(aligned, source, done.text) for run in piece]
    assert "".join(one.source.of(source) for one in parts) == source
    assert "".join(one.text.of(done.text) for one in parts) == done.text


@given(BROKEN)
def test_every_edit_and_query_is_in_a_point(source: str) -> None:
    done = normalize(source)
    found = points(source, done, ())
    assert len({one.id for one in found}) == len(found)
    spans = {one.span for one in found}
    assert {one.span for one in done.queries} <= spans
    assert {one.span for one in done.breaks} <= spans


def test_paragraphs_are_told_whatever_ends_their_lines() -> None:
    source = TEXT.replace("\n", "\r\n")
    done = normalize(source)
    found = list(pieces(runs(done.ledger, source, done.text), source, done.text))
    plain = normalize(TEXT)
    assert len(found) == len(list(pieces(runs(plain.ledger, TEXT, plain.text), TEXT, plain.text)))


def test_a_text_of_another_ledger_is_not_aligned() -> None:
    done = normalize(TEXT)
    with pytest.raises(LedgerError):
        runs(done.ledger, TEXT.replace("车间", "工厂"), done.text)


@pytest.fixture
def seed(first_seed: Path) -> Review:
    return reviewed(first_seed)


def test_the_first_seed_is_shown_from_end_to_end(seed: Review, first_seed: Path) -> None:
    manuscript = read_manuscript(first_seed)
    repaired = repair_manuscript(manuscript, settings=Settings())
    assert "".join(one.source.of(seed.source) for one in seed.passages) == seed.source
    assert "".join(one.text.of(seed.text) for one in seed.passages) == repaired.text
    made = [one for one in seed.points if one.nature is Nature.REPAIR]
    assert len(made) == sum(len(one.edits) for one in repaired.ledger.passes)
    assert [one.headline for one in seed.contents] == [
        str(one.headline) for one in read_issue(first_seed, Settings()).articles
    ]
    assert [note.diagnostic.code for note in seed.notes] == ["PUB001"]


def test_what_isnt_certain_asks_and_lost_text_always_does(seed: Review) -> None:
    for one in seed.points:
        sure = str(one.certainty) == "certain"
        if one.nature is Nature.BREAK:
            assert not one.asks
        else:
            assert one.asks == (not sure or one.verdict == "gap")
    assert (seed.answered, len(seed.asked)) == (0, 4)


def test_each_point_is_marked_where_it_happened(seed: Review) -> None:
    for passage in seed.passages:
        wanted = {one.id for one in passage.points if not one.quiet}
        marked = [one.point.id for one in source_strips(seed, passage) if one.point]
        assert set(marked) == wanted
        for strip in source_strips(seed, passage):
            if strip.point:
                assert strip.text == strip.point.span.of(seed.source)
        assert {one.point.id for one in text_strips(seed, passage) if one.point} == wanted


def test_a_doubt_stands_at_its_place_in_the_source(tmp_path: Path) -> None:
    text = "# 夜校开课\n\n近日，夜校开课。\n\n# 书画展开幕\n\n# 球赛\n\n昨日，球赛在北京举行。\n"
    review = reviewed(laid(tmp_path, text))
    (note,) = (one for one in review.notes if one.diagnostic.code == "PUB003")
    assert text[note.place :].startswith(("书画展开幕", "# 书画展开幕"))
    assert note in review.passage_at(note.place).notes
    assert chosen(review, Wanted(rule="reading")) == (review.passage_at(note.place),)


def test_what_is_wanted_is_shown_and_nothing_else(tmp_path: Path) -> None:
    review = reviewed(laid(tmp_path))
    assert len(chosen(review, Wanted())) == len(review.passages)
    asking = chosen(review, Wanted(open=True))
    assert [len(one.source) for one in asking] != []
    assert all(any(point.asks for point in one.points) for one in asking)
    (found,) = chosen(review, Wanted(words="参观了"))
    assert "参观了" in found.source.of(review.source)
    assert chosen(review, Wanted(rule="ligatures")) == ()
    certain = chosen(review, Wanted(certainty="certain"))
    assert all(any(str(p.certainty) == "certain" for p in one.points) for one in certain)


def test_the_next_open_question_is_behind_and_then_from_the_beginning(seed: Review) -> None:
    ids = [one.id for one in seed.asked]
    here, met = "", []
    for _ in ids:
        following = next_open(seed, here)
        assert following is not None
        met.append(here := following.id)
    assert met == ids
    following = next_open(seed, here)
    assert following is not None
    assert following.id == ids[0]


def test_sheets_hold_every_passage_once(tmp_path: Path) -> None:
    review = reviewed(laid(tmp_path, "\n\n".join([TEXT] * 100)))
    found = sheets(review.passages, Wanted())
    assert len(found) > 1
    assert tuple(one for sheet in found for one in sheet) == review.passages


def test_pages_are_told_by_their_files(tmp_path: Path) -> None:
    for number in (1, 2):
        laid(tmp_path, f"# 第{number}篇\n\n近日，夜校开课了。\n", f"{number:02}.txt")
    review = reviewed(tmp_path)
    assert review.pages == ("01.txt", "02.txt")
    assert {one.page for one in review.passages} == {1, 2}
    last = next(one for one in review.passages if "第2篇" in one.source.of(review.source))
    assert last.page == 2


def test_line_ends_make_no_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    review = reviewed(path)
    marks = [one for row in review.passages for one in text_strips(review, row) if one.point]
    assert {one.point.rule for one in marks if one.point} == {"broken-paragraphs"}


def test_english_words_and_hyphens_are_points_too(tmp_path: Path) -> None:
    review = reviewed(laid(tmp_path, ENGLISH))
    rules = {one.rule for one in review.points}
    assert {"ligatures", "line-end-hyphens"} <= rules
