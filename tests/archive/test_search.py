"""What a reader finds: every word of every length, where a scan of the texts finds it, no other."""

from __future__ import annotations

import random
import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from publisher.archive.catalogue import behind, catch_up, reindex
from publisher.archive.catalogue_faults import faults
from publisher.archive.keeping import withdraw
from publisher.archive.record import as_json
from publisher.archive.search import EXCERPT, Question, search
from publisher.archive.store import Store, create_store
from publisher.archive.terms import fold, occurrences, phrases, terms
from publisher.archive.writer import writing
from publisher.errors import ArchiveError, UsageError
from publisher.model import Issue, Page, Title
from publisher.structure import to_json
from publisher.text import Span
from tests.archive.shelf import put, stamp
from tests.issues import HOSTILE, article, everything, hostile


def kept(store: Store, issue: Issue, reason: str = "") -> None:
    put(store, issue.id, {"issue.json": as_json(to_json(issue))}, reason)


def indexed(store: Store) -> Store:
    with writing(store, print) as writer:
        catch_up(writer)
    return store


def made(name: str, *texts: str, date: str = "2025-05-20", language: str = "zh-Hans") -> Issue:
    articles = tuple(article(number, f"题{number}", text) for number, text in enumerate(texts, 1))
    return Issue(name, name, language, articles, "文", title=Title("劳动午报"), date=date)


def found(store: Store, query: str, **more: object) -> list[str]:
    question = Question(query, **more)  # type: ignore[arg-type]
    return [f"{hit.issue} {hit.article}" for hit in search(store, question, limit=1000).hits]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = create_store(tmp_path_factory.mktemp("shelf") / "archive")
    kept(store, made("a", "区总工会办起夜校。", "The labour union’s café in ASEAN opened."))
    kept(store, made("b", "區總工會辦起夜校，２０２５年5月。", "party", date="2025-06-01"))
    full = Issue("c", "c", "zh-Hans", (everything(),), "文", date="2024-01-01")
    kept(store, replace(full, pages=(Page(1, Span(0, 0)), Page(2, Span(0, 1)))))
    return indexed(store)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("工会", ["b x-i0001", "a x-i0001", "c x-i0001"]),
        ("工會", ["b x-i0001", "a x-i0001", "c x-i0001"]),
        ("校", ["b x-i0001", "a x-i0001"]),
        ("夜校。", ["a x-i0001"]),
        ("2025", ["b x-i0001"]),
        ("２０２５年５月", ["b x-i0001"]),
        ("5月", ["b x-i0001"]),
        ("LABOUR", ["a x-i0002"]),
        ("cafe", ["a x-i0002"]),
        ("union’s", ["a x-i0002"]),
        ("art", []),
        ("asean opened", ["a x-i0002"]),
        ('"opened asean"', []),
        ('"asean opened"', ["a x-i0002"]),
        ("夜校 工会", ["b x-i0001", "a x-i0001"]),
        ("夜校工会", []),
        ("带着稻花的香", ["c x-i0001"]),
        ("北京经验", ["c x-i0001"]),
        ("姓名", ["c x-i0001"]),
        ("彭程", ["c x-i0001"]),
        ("会办起夜", ["b x-i0001", "a x-i0001"]),
        ("没有这个词", []),
    ],
)
def test_what_is_found(shelf: Store, query: str, wanted: list[str]) -> None:
    assert found(shelf, query) == wanted


def test_what_narrows(shelf: Store) -> None:
    assert found(shelf, "工会", since="2025-06") == ["b x-i0001"]
    assert found(shelf, "工会", until="2024") == ["c x-i0001"]
    assert found(shelf, "工会", since="2025-05-20", until="2025-05-20") == ["a x-i0001"]
    assert found(shelf, "", byline="張晶") == ["c x-i0001"]
    assert found(shelf, "夜校", byline="张晶") == []
    assert found(shelf, "", section="创新案例") == ["c x-i0001"]
    assert found(shelf, "", page=2) == ["c x-i0001"]
    assert found(shelf, "工会", issue="a") == ["a x-i0001"]


@pytest.mark.parametrize("query", ["", " ", '""', "\n"])
def test_a_question_that_says_nothing_is_refused(shelf: Store, query: str) -> None:
    with pytest.raises(UsageError):
        search(shelf, Question(query))


@pytest.mark.parametrize(
    "query",
    [
        '"',
        '"工会',
        '工会"',
        "a AND",
        "NOT 工会",
        "text:工会",
        "(工会",
        "工*",
        "^工",
        "'; DROP TABLE x",
        "工" * 5000,
        "\x00",
        "\ud800",
        HOSTILE,
        "NEAR(工 会)",
        "{工}",
        "-工",
        "⟦gap⟧",
    ],
)
def test_a_question_is_no_program(shelf: Store, query: str) -> None:
    assert isinstance(search(shelf, Question(query)).total, int)
    assert isinstance(search(shelf, Question("工会", byline=query)).total, int)


def test_excerpts_show_the_words_where_they_stand(shelf: Store) -> None:
    for query in ("工會", "夜校", "union", "稻花", "座谈 劳模"):
        for hit in search(shelf, Question(query)).hits:
            words = {fold(hit.excerpt[start:end]) for start, end in hit.marks}
            assert words <= {fold(word) for word in query.split()}
            assert words
            assert len(hit.excerpt) <= EXCERPT


def test_pages_of_results_are_together_the_whole(tmp_path: Path) -> None:
    store = create_store(tmp_path / "archive")
    for number in range(5):
        kept(store, made(f"n{number}", *["夜校"] * 5, date=f"2025-05-0{number + 1}"))
    indexed(store)
    whole = found(store, "夜校")
    parts = [
        search(store, Question("夜校"), limit=7, offset=offset) for offset in (0, 7, 14, 21, 28)
    ]
    assert [f"{hit.issue} {hit.article}" for part in parts for hit in part.hits] == whole
    assert {part.total for part in parts} == {25}
    assert whole == sorted(whole, key=lambda one: (-int(one[1]), one))


def test_a_correction_and_a_withdrawal_are_followed(tmp_path: Path) -> None:
    store = create_store(tmp_path / "archive")
    kept(store, made("a", "夜校停办"))
    kept(store, made("b", "夜校开课"))
    assert found(indexed(store), "夜校") == ["a x-i0001", "b x-i0001"]
    kept(store, made("a", "夜校照办"), "it was wrong")
    assert behind(store)
    assert [one.code for one in faults(store)] == ["PUB057"]
    indexed(store)
    assert not list(faults(store))
    assert found(store, "停办") == []
    assert found(store, "照办") == ["a x-i0001"]
    with writing(store, print) as writer:
        withdraw(writer, "b", stamp("why"))
        catch_up(writer)
    assert found(store, "夜校") == ["a x-i0001"]
    assert not list(faults(store))


def test_the_catalogue_made_again_is_the_same(shelf: Store) -> None:
    before = found(shelf, "工会")
    with writing(shelf, print) as writer:
        assert reindex(writer) == 3
        first = shelf.catalogue.read_bytes()
        reindex(writer)
    assert shelf.catalogue.read_bytes() == first
    assert found(shelf, "工会") == before


def test_a_damaged_catalogue_is_told_of_and_made_again(tmp_path: Path) -> None:
    store = create_store(tmp_path / "archive")
    kept(store, made("a", "夜校"))
    indexed(store)
    store.catalogue.write_bytes(b"SQLite format 3\x00" + b"x" * 4000)
    assert [one.code for one in faults(store)] == ["PUB057"]
    with pytest.raises(ArchiveError, match="damaged"):
        search(store, Question("夜校"))
    with writing(store, print) as writer:
        reindex(writer)
    assert found(store, "夜校") == ["a x-i0001"]
    with sqlite3.connect(store.catalogue) as connection:
        connection.execute("UPDATE issue SET version = 'v9'")
    assert [one.code for one in faults(store)] == ["PUB057"]


def test_malice_is_only_text(tmp_path: Path) -> None:
    store = create_store(tmp_path / "archive")
    kept(store, hostile())
    indexed(store)
    (hit,) = search(store, Question("alert")).hits
    assert "<script>" in hit.headline
    assert "\ud800" not in hit.headline


def test_every_scan_of_the_texts_agrees(first_seed: Path, tmp_path: Path) -> None:
    """500 queries of 1–6 characters and 100 words, over texts in both scripts: no more, no less."""
    chance = random.Random(8)
    lines = [line for line in first_seed.read_text("utf-8").splitlines() if len(line) > 20]
    english = "The union of ASEAN workers opened 25 cafés; e-mail a@b.org. Union’s party".split()
    texts = {}
    store = create_store(tmp_path / "archive")
    for number in range(40):
        bodies = []
        for place in range(1, 4):
            words = " ".join(chance.choices(english, k=8))
            body = chance.choice(lines) + words + chance.choice(lines)[:30]
            bodies.append(body)
            texts[f"n{number} x-i{place:04}"] = f"题{place}\n{body}"
        kept(store, made(f"n{number}", *bodies))
    indexed(store)
    chinese = "".join(text for text in texts.values())
    asked = 0
    while asked < 500:
        start = chance.randrange(len(chinese))
        query = chinese[start : start + chance.randint(1, 6)]
        if re.search(r"[A-Za-zé\s\"]", query):
            continue
        asked += 1
        wanted = {name for name, text in texts.items() if fold(query) in fold(text)}
        assert set(found(store, query)) == wanted, query
    for _ in range(100):
        word = chance.choice(english).strip("@.;’")
        if '"' in word or not word.isalpha():
            continue
        pattern = re.compile(rf"(?<![^\W\d_]){re.escape(fold(word))}(?![^\W\d_])")
        wanted = {
            name
            for name, text in texts.items()
            if pattern.search(re.sub("[⺀-鿿]", " ", fold(text)))
        }
        assert set(found(store, word)) == wanted, word


def test_folding_keeps_places() -> None:
    text = "".join(map(chr, range(0x21, 0x3000))) + "ﬁ½㍿İßﷺ會發髮乾𠮷👍🏽が한"
    assert len(fold(text)) == len(text)
    for term in terms(text):
        assert fold(text[term.start : term.end])[0] == term.text[0] or len(term.text) == 1
    assert occurrences("工会 工会", phrases("工会")) == [(0, 2), (3, 5)]
