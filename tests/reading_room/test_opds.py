"""The catalogue for reading programs: every issue once, page by page, as OPDS 1.2 and 2.0 say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree
from starlette.testclient import TestClient

from publisher.archive.store import create_store
from publisher.reading_room.app import application
from publisher.reading_room.opds import ACQUISITION, NAVIGATION
from tests.reading_room.rooms import caught_up, long_run

COUNT = 60
ATOM = {"a": "http://www.w3.org/2005/Atom", "schema": "http://schema.org/"}
OPEN = "http://opds-spec.org/acquisition/open-access"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    store = long_run(tmp_path_factory.mktemp("room") / "archive", COUNT)
    with TestClient(application(store)) as client:
        yield client


def feed(reader: TestClient, address: str) -> etree._Element:
    answer = reader.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] in {NAVIGATION, ACQUISITION}
    tree = etree.fromstring(answer.content)
    (own,) = tree.xpath("a:link[@rel='self']", namespaces=ATOM)
    assert own.get("type") == answer.headers["content-type"]
    assert urljoin(address, own.get("href")) == address
    for name in ("id", "title", "updated", "author"):
        for parent in (tree, *tree.findall("a:entry", ATOM)):
            if name != "author" or parent is tree:
                assert len(parent.findall(f"a:{name}", ATOM)) == 1
    return tree


def pages(reader: TestClient, address: str) -> Iterator[tuple[str, etree._Element]]:
    while address:
        tree = feed(reader, address)
        yield address, tree
        following = tree.xpath("string(a:link[@rel='next']/@href)", namespaces=ATOM)
        address = urljoin(address, following) if following else ""


def test_every_issue_is_found_from_the_root_in_atom(reader: TestClient) -> None:
    root = feed(reader, "/opds/index.xml")
    shelves = root.xpath("a:entry/a:link/@href", namespaces=ATOM)
    assert shelves == ["../opds/all-1.xml", "../opds/2025-1.xml", "../opds/2024-1.xml"]
    found: list[list[str]] = []
    for shelf in shelves:
        ids: list[str] = []
        for address, tree in pages(reader, urljoin("/opds/index.xml", shelf)):
            for entry in tree.findall("a:entry", ATOM):
                ids.append(entry.findtext("a:id", namespaces=ATOM) or "")
                got = entry.xpath(f"a:link[@rel='{OPEN}']", namespaces=ATOM)
                assert [one.get("type") for one in got] == [
                    "application/epub+zip",
                    "application/pdf",
                ]
                for one in got:
                    answer = reader.get(urljoin(address, one.get("href")))
                    assert answer.status_code == 200
                    assert len(answer.content) == int(one.get("length"))
        found.append(ids)
    everything, *by_year = found
    assert len(everything) == len(set(everything)) == COUNT
    assert sorted(everything) == sorted(one for year in by_year for one in year)
    assert [len(year) for year in by_year] == [30, 30]


def test_an_issue_s_place_in_its_series_is_its_number(reader: TestClient) -> None:
    tree = feed(reader, "/opds/all-2.xml")
    series = tree.xpath("a:entry/schema:Series", namespaces=ATOM)
    name = "{http://schema.org/}name"
    assert {one.get(name) for one in series} == {"劳动午报"}
    numbers = [int(one.get("{http://schema.org/}position")) for one in series]
    assert numbers == list(range(35, 10, -1))
    told = json.loads(reader.get("/opds/all-2.json").text)
    places = [one["metadata"]["belongsTo"]["series"] for one in told["publications"]]
    assert [one["position"] for one in places] == numbers


def test_every_issue_is_found_in_json_with_the_same_editions(reader: TestClient) -> None:
    root = json.loads(reader.get("/opds/index.json").text)
    assert [one["title"] for one in root["navigation"][1:]] == [
        "Issues of 2025",
        "Issues of 2024",
    ]
    address, ids = urljoin("/opds/index.json", root["navigation"][0]["href"]), []
    numbers = []
    while address:
        answer = reader.get(address)
        assert answer.headers["content-type"] == "application/opds+json"
        told = json.loads(answer.text)
        links = {one["rel"]: one["href"] for one in told["links"]}
        assert links["self"] == f"http://testserver{address}"
        numbers.append((told["metadata"]["currentPage"], told["metadata"]["numberOfItems"]))
        for one in told["publications"]:
            ids.append(one["metadata"]["identifier"])
            assert [link["rel"] for link in one["links"]] == [OPEN, OPEN, "alternate"]
            (cover,) = one["images"]
            assert reader.get(urljoin(address, cover["href"])).status_code == 200
        address = urljoin(address, links["next"]) if "next" in links else ""
    assert numbers == [(1, COUNT), (2, COUNT), (3, COUNT)]
    assert len(set(ids)) == len(ids) == COUNT


def test_an_empty_archive_has_a_catalogue(tmp_path: Path) -> None:
    store = caught_up(create_store(tmp_path / "archive"))
    with TestClient(application(store)) as reader:
        assert len(feed(reader, "/opds/index.xml").findall("a:entry", ATOM)) == 1
        assert not feed(reader, "/opds/all-1.xml").findall("a:entry", ATOM)
        assert json.loads(reader.get("/opds/all-1.json").text)["publications"] == []
        assert reader.get("/").status_code == 200
