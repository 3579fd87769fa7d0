"""Visits by others' programs: a browser by keyboard alone, axe, OPDS clients."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from publisher.archive.record import record
from publisher.archive.store import Store
from publisher.config import Settings
from publisher.pipeline import build, read_issue
from publisher.structure import to_json
from tests.archive.readers import served
from tests.archive.shelf import put
from tests.reading_room import visitors
from tests.reading_room.rooms import caught_up, long_run

COUNT = 60


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, first_seed: Path) -> Store:
    store = long_run(tmp_path_factory.mktemp("room") / "archive", COUNT)
    issue = replace(read_issue(first_seed, Settings()), id="seed", date="2025-06-01")
    put(store, "seed", record(issue, build(issue, dry_run=True), to_json(issue), {}))
    return caught_up(store)


@pytest.fixture(scope="module")
def address(store: Store) -> Iterator[str]:
    with served(store.root) as address:
        yield address


def test_a_reader_at_the_keyboard_finds_reads_and_takes_away(address: str, store: Store) -> None:
    told = {"browser": visitors.browser(), "address": address, "words": "工会"}
    seen = visitors.run("visit.js", told=told)
    search, article, back = seen["steps"]
    assert search["address"] == f"{address}search?q={quote('工会')}"
    assert set(search["marks"]) == {"工会"}
    assert article["address"].startswith(f"{address}issues/seed/articles/")
    assert article["heading"] == "北京市总工会“大劳模班”开班"
    assert (back["address"].split("&")[0], back["heading"]) == (search["address"], "Search")
    assert seen["repairs"]
    sizes = {path.suffix: path.stat().st_size for path in store.place("issue:seed").rglob("seed.*")}
    kinds = {"epub": "application/epub+zip", "pdf": "application/pdf"}
    for kind, media_type in kinds.items():
        assert seen[kind] == {"status": 200, "type": media_type, "size": sizes[f".{kind}"]}
    assert seen["plain"] > 1000
    assert (seen["errors"], seen["strangers"], seen["wide"]) == ([], [], [])
    assert seen["violations"] == []


def test_an_opds_1_2_client_reads_all_pages(address: str) -> None:
    shelves = visitors.run("catalogue.js", f"{address}opds/index.xml")
    everything, *years = shelves
    assert len(everything) == len({one["id"] for one in everything}) == COUNT + 1
    assert sum(map(len, years)) == COUNT + 1
    for one in everything:
        assert [got["type"] for got in one["got"]] == ["application/epub+zip", "application/pdf"]
    with urlopen(address.rstrip("/") + everything[0]["got"][0]["href"]) as answer:
        assert answer.read(2) == b"PK"


def test_an_opds_2_0_client_reads_all_pages_without_a_complaint(address: str) -> None:
    from webpub_manifest_parser.opds2 import OPDS2FeedParserFactory

    parser = OPDS2FeedParserFactory().create()
    following, titles = f"{address}opds/index.json", []
    while following:
        with urlopen(following) as answer:
            result = parser.parse_json(json.load(answer))
        assert result.errors == []
        titles += [one.metadata.title for one in result.root.publications or ()]
        links = {link.rels[0]: link.href for link in result.root.links}
        if navigation := result.root.navigation:
            following = f"{address}opds/{navigation.links[0].href.split('/')[-1]}"
        else:
            following = f"{address}opds/{links['next'].split('/')[-1]}" if "next" in links else ""
    assert len(titles) == COUNT + 1
