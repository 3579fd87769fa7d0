"""The room as a reader meets it over HTTP: what is shown, what is refused, what never leaves."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html
from starlette.testclient import TestClient

from publisher.archive.keeping import withdraw
from publisher.archive.store import SCHEME, Store
from publisher.archive.writer import writing
from publisher.reading_room.app import HEADERS, application
from publisher.text.marks import GAP_MARK
from publisher.theme.rendering import printable
from tests.archive.shelf import files, filled, put, stamp
from tests.issues import HOSTILE, hostile
from tests.reading_room.rooms import caught_up, keep

PDF = bytes(range(256)) * 8


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = filled(tmp_path_factory.mktemp("room") / "archive", "2025-05-20", "..", "a b/c&d")
    keep(store, replace(hostile(), id="x", date="2025-06-01"), pdf=PDF)
    put(store, "gone", files("gone"))
    with writing(store, print) as writer:
        withdraw(writer, "gone", stamp("a <b>court's</b> order"))
    return caught_up(store)


@pytest.fixture(scope="module")
def reader(store: Store) -> Iterator[TestClient]:
    with TestClient(application(store), follow_redirects=False) as client:
        yield client


def links(page: str) -> list[str]:
    return [str(one) for one in lxml_html.fromstring(page).xpath("//@href | //@action | //@src")]


def test_every_link_leads_to_a_page_and_none_out_of_the_room(reader: TestClient) -> None:
    seen, waiting = {"/"}, ["/"]
    while waiting:
        here = waiting.pop()
        answer = reader.get(here)
        assert answer.status_code == 200, here
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        for there in links(answer.text):
            assert not re.match(r"[a-z]+:|//|/", there), there
            address = str(answer.url.join(there).path)
            if address not in seen and not there.startswith("#"):
                seen.add(address)
                waiting.append(address)
    for wanted in (
        "/issues/2025-05-20/articles/x-i0001.html",
        "/issues/=2e=2e/index.html",
        "/issues/a b=2fc&d/pdf/a b=2fc&d.pdf",
        "/years/2025.html",
        "/opds/index.json",
    ):
        assert wanted in seen


def test_a_calendar_names_the_day_of_an_issue(reader: TestClient) -> None:
    page = lxml_html.fromstring(reader.get("/years/2025.html").text)
    (june,) = page.xpath("//section[h2='2025-06']//td/a")
    assert (june.text, june.get("href")) == ("1", "../issues/x/index.html")
    row = [cell.text_content() for cell in june.getparent().getparent()]
    assert row == ["", "", "", "", "", "", "1"]


def test_an_article_is_read_with_all_that_is_printed_of_it(reader: TestClient) -> None:
    page = reader.get("/issues/2025-05-20/articles/x-i0001.html").text
    words = " ".join(lxml_html.fromstring(page).xpath("string(//article)").split())
    for one in ("北京经验", "共上“开学第一课”", "记者 张晶", "本报讯", "小标题"):
        assert one in words
    assert words.count("[text lost here]") == 2
    assert "带着稻花的香" in words
    assert words.index("姓名") < words.index("编者按")


@pytest.mark.parametrize(
    ("accepted", "language", "words"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans", "阅览室"),
        ("en-US,en;q=0.9,zh;q=0.1", "en", "Reading room"),
        ("fr", "en", "Reading room"),
        ("zh;q=nonsense, *;q=1", "en", "Reading room"),
        ("," * 5000, "en", "Reading room"),
    ],
)
def test_the_room_speaks_the_language_that_is_asked_for(
    reader: TestClient, accepted: str, language: str, words: str
) -> None:
    answer = reader.get("/", headers={"accept-language": accepted})
    assert f'<html lang="{language}">' in answer.text
    assert f"<h1>{words}</h1>" in answer.text
    assert "accept-language" in answer.headers["vary"].lower()


def test_search_finds_marks_narrows_and_turns_pages(reader: TestClient) -> None:
    page = reader.get("/search", params={"q": "工會"}).text
    assert "<mark>工会</mark>" in page
    assert reader.get("/search", params={"q": "工会", "until": "2024"}).text.count("<li>") == 0
    assert "There is" not in page
    empty = reader.get("/search")
    assert (empty.status_code, "<ol" in empty.text) == (200, False)
    assert reader.get("/search", params={"byline": "张晶"}).text.count("<li>") == 3
    assert reader.get("/search", params={"section": "创新案例"}).text.count("<li>") == 3
    assert reader.get("/search", params={"q": "工会", "page": "2"}).text.count("<li>") == 0


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "工" * 201},
        {"q": "a", "byline": "b" * 9999},
        {"q": "a", "since": "yesterday"},
        {"q": "a", "until": "2025-05-20' OR 1=1"},
    ],
)
def test_a_question_that_makes_no_sense_is_refused(
    reader: TestClient, asked: dict[str, str]
) -> None:
    answer = reader.get("/search", params=asked)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert len(answer.text) < 10_000


@pytest.mark.parametrize(
    "query",
    [
        *sorted(set(printable(HOSTILE))),
        HOSTILE[:30],
        '"',
        "text:a",
        "NOT a",
        "a*",
        "\0",
        "%00",
        "🐛",
        "''--",
    ],
)
def test_no_query_is_taken_for_a_command_or_for_markup(reader: TestClient, query: str) -> None:
    answer = reader.get("/search", params={"q": query})
    assert answer.status_code == 200
    form = lxml_html.fromstring(answer.text).xpath("//input[@name='q']/@value")
    assert form == [printable(query.strip())]
    assert answer.text.count("<script") == 0


@pytest.mark.parametrize("page", ["0", "-1", "1e9", "999999", "9" * 40, "x"])
def test_no_number_of_a_page_breaks_the_search(reader: TestClient, page: str) -> None:
    assert reader.get("/search", params={"q": "工会", "page": page}).status_code == 200


def test_markup_in_a_title_stays_text(reader: TestClient) -> None:
    for address in ("/", "/issues/x/index.html", "/issues/x/articles/x-i0001.html"):
        page = reader.get(address).text
        tree = lxml_html.fromstring(page)
        assert not tree.xpath("//script | //img | //iframe | //*[@onerror] | //style | //base")
        assert printable(HOSTILE).replace(GAP_MARK, "[text lost here]") in html.unescape(page)
    assert reader.get("/issues/x/cover.svg").headers["content-type"] == "image/svg+xml"
    etree.fromstring(reader.get("/issues/x/cover.svg").content)


@pytest.mark.parametrize(
    "path",
    [
        "/issues/../../../../etc/passwd",
        "/issues/..%2f..%2f..%2fetc%2fpasswd",
        "/issues/2025-05-20/epub/../../../catalogue.sqlite",
        "/issues/2025-05-20/epub/..%2f..%2finventory.json",
        "/issues/2025-05-20/source/x.txt",
        "/issues/2025-05-20/metadata/premis.xml",
        "/issues/2025-05-20/ledger.jsonl",
        "/issues/2025-05-20/epub/",
        "/issues/%00/index.html",
        "/issues/=ff/index.html",
        "/issues/=2E/index.html",
        "/issues/evidence:archive/index.html",
        "/catalogue.sqlite",
        "/audits.jsonl",
        "//etc/passwd",
        "/issues/nothing/index.html",
        "/issues/2025-05-20/articles/nothing.html",
        "/years/0000.html",
        "/years/20255.html",
        "/years/2025-05.html",
        "/opds/all-99.xml",
        "/opds/all-0.xml",
        "/opds/1999-1.json",
        "/opds/..%2f..%2fx.xml",
        "/room.css/x",
        "/issues/" + "a" * 20_000 + "/index.html",
    ],
)
def test_no_path_leaves_the_store(reader: TestClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 404
    assert "There is no such page." in answer.text
    assert "root:" not in answer.text
    assert "archive/" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_is_taken_in(reader: TestClient, method: str) -> None:
    for path in ("/", "/search", "/issues/2025-05-20/epub/2025-05-20.epub", "/opds/index.xml"):
        answer = reader.request(method, path)
        assert answer.status_code == 405
        assert answer.headers["allow"] in {"GET, HEAD", "HEAD, GET"}


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT"])
def test_a_request_that_brings_something_is_turned_away(reader: TestClient, method: str) -> None:
    for path in ("/", "/search", "/nothing"):
        answer = reader.request(method, path, content=b"0")
        assert (answer.status_code, answer.headers["connection"]) == (413, "close")
        assert HEADERS.items() <= dict(answer.headers).items()
    assert reader.request("GET", "/", headers={"content-length": "0"}).status_code == 200


def test_every_answer_has_the_headers(reader: TestClient) -> None:
    pages = ("/", "/nothing", "/room.css", "/opds/index.xml", "/search?since=x")
    for path in (*pages, "/issues/x/pdf/x.pdf"):
        answer = reader.get(path)
        assert HEADERS.items() <= dict(answer.headers).items(), path
    assert "default-src 'none'" in HEADERS["content-security-policy"]
    assert "script" not in HEADERS["content-security-policy"]
    assert reader.request("POST", "/").headers["x-content-type-options"] == "nosniff"


def test_no_page_needs_a_script_or_a_style_of_its_own(reader: TestClient) -> None:
    for path in ("/", "/years/2025.html", "/issues/x/index.html", "/search?q=工会"):
        tree = lxml_html.fromstring(reader.get(path).text)
        assert not tree.xpath("//script | //style | //*[@style] | //img")


@pytest.mark.parametrize(
    ("asked", "status", "content"),
    [
        ("bytes=0-9", 206, PDF[:10]),
        ("bytes=-10", 206, PDF[-10:]),
        ("bytes=2040-", 206, PDF[2040:]),
        ("bytes=2047-9999", 206, PDF[2047:]),
        ("bytes=9999-", 416, None),
        ("", 200, PDF),
    ],
)
def test_a_part_of_an_edition(
    reader: TestClient, asked: str, status: int, content: bytes | None
) -> None:
    answer = reader.get("/issues/x/pdf/x.pdf", headers={"range": asked} if asked else {})
    assert answer.status_code == status
    if content is not None:
        assert answer.content == content
    if status == 206:
        assert answer.headers["content-range"].endswith("/2048")
    if status == 416:
        assert answer.headers["content-range"] == "bytes */2048"


def test_an_edition_is_not_sent_twice(reader: TestClient) -> None:
    first = reader.get("/issues/x/pdf/x.pdf")
    tag, date = first.headers["etag"], first.headers["last-modified"]
    assert date == "Tue, 20 May 2025 08:00:00 GMT"
    for told, status in (
        ({"if-none-match": tag}, 304),
        ({"if-none-match": f'"a", W/{tag}'}, 304),
        ({"if-none-match": "*"}, 304),
        ({"if-none-match": '"a"'}, 200),
        ({"if-none-match": '"a"', "if-modified-since": date}, 200),
        ({"if-modified-since": date}, 304),
        ({"if-modified-since": "Mon, 19 May 2025 08:00:00 GMT"}, 200),
        ({"if-modified-since": "yesterday"}, 200),
        ({"range": "bytes=0-1", "if-range": tag}, 206),
        ({"range": "bytes=0-1", "if-range": '"a"'}, 200),
    ):
        answer = reader.get("/issues/x/pdf/x.pdf", headers=told)
        assert answer.status_code == status, told
        assert answer.headers["etag"] == tag
    head = reader.head("/issues/x/pdf/x.pdf")
    assert (head.content, head.headers["content-length"]) == (b"", "2048")


def test_a_page_is_not_sent_twice(reader: TestClient) -> None:
    first = reader.get("/issues/x/index.html")
    again = reader.get("/issues/x/index.html", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = {"if-none-match": first.headers["etag"], "accept-language": "zh"}
    assert reader.get("/issues/x/index.html", headers=other).status_code == 200


def test_a_withdrawn_issue_says_so_everywhere(reader: TestClient) -> None:
    for path in ("index.html", "articles/x-i0001.html", "articles/x-i0001.bib", "epub/gone.epub"):
        answer = reader.get(f"/issues/gone/{path}")
        assert answer.status_code == 410
        assert "a &lt;b&gt;court&#39;s&lt;/b&gt; order" in answer.text
    assert "gone" not in reader.get("/").text
    assert "gone" not in reader.get("/opds/all-1.xml").text


def test_what_is_damaged_is_not_shown(tmp_path: Path) -> None:
    store = caught_up(filled(tmp_path / "archive", "a", "b", "c"))
    with TestClient(application(store)) as reader:
        assert reader.get("/issues/a/pdf/a.pdf").status_code == 200
        for path in store.place(f"{SCHEME}a").rglob("*.pdf"):
            path.write_bytes(path.read_bytes()[:-1] + b"!")
        for path in store.place(f"{SCHEME}c").rglob("issue.json"):
            path.write_bytes(path.read_bytes().replace("夜校".encode(), "日校".encode()))
        for address in ("a/pdf/a.pdf", "c/index.html", "c/articles/x-i0001.html"):
            answer = reader.get(f"/issues/{address}")
            assert answer.status_code == 500
            assert "damaged" in answer.text
            assert str(tmp_path) not in answer.text
        assert reader.get("/issues/b/index.html").status_code == 200
        store.catalogue.write_bytes(b"no catalogue" * 500)
        assert reader.get("/").status_code == 500
        assert reader.get("/issues/b/articles/x-i0001.html").status_code == 200


def test_a_citation_to_copy(reader: TestClient) -> None:
    page = reader.get("/issues/2025-05-20/articles/x-i0001.html").text
    assert "张晶. 北京市总工会“大劳模班”开班[N]. 劳动午报, 2025-05-20." in page
    bib = reader.get("/issues/2025-05-20/articles/x-i0001.bib")
    assert bib.headers["content-type"] == "application/x-bibtex; charset=utf-8"
    assert "  author = {{张晶}}," in bib.text
    assert "  month = may," in bib.text
    (item,) = json.loads(reader.get("/issues/2025-05-20/articles/x-i0001.json").text)
    assert item["author"] == [{"literal": "张晶"}]
    assert item["issued"] == {"date-parts": [[2025, 5, 20]]}
    ids = [article.id for article in hostile().articles]
    for name in ids:
        text = reader.get(f"/issues/x/articles/{name}.bib").text
        assert text.count("{") - text.count(r"\{") == text.count("}") - text.count(r"\}")
