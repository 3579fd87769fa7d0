"""The desk over HTTP: what an editor gets, and what nobody else does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from publisher.decisions import path_of, read_decisions
from publisher.desk.app import application
from publisher.desk.guard import HEADERS, Guard
from tests.desk.desks import TEXT, laid, sitting

ADDRESS = "http://127.0.0.1:8123/"
HOSTILE = (
    "# <script>alert(1)</script>\n\n“><img src=x onerror=alert(1)>启动仪式上，来自全市的\n\n"
    "200余名</textarea><script>alert(2)</script>志愿者\ufffe集体宣誓。\n\n"
    "{{ 7 * 7 }}，围绕产\n\n业链开展竞赛。\n"
)


class Desk:
    """A desk with its key, and a browser that has it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.guard = Guard(ADDRESS)
        self.browser = self.client()
        self.browser.get(self.guard.entrance)

    def client(self, address: str = ADDRESS) -> TestClient:
        self.application = application(sitting(self.path), self.guard)
        return TestClient(self.application, base_url=address, follow_redirects=False)

    def form(self, query: str = "") -> dict[str, str]:
        page = html.fromstring(self.browser.get(f"/{query}").content)
        asking, *_ = page.xpath("//article//form")
        return {one.get("name"): one.get("value") for one in asking.xpath("./input")}

    def post(self, form: Mapping[str, str], address: str = "/answer", **headers: str) -> int:
        headers = {"origin": ADDRESS.rstrip("/"), **headers}
        return self.browser.post(address, data=dict(form), headers=headers).status_code


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield Desk(laid(tmp_path))


def test_the_token_is_exchanged_for_a_cookie(desk: Desk) -> None:
    stranger = desk.client()
    assert stranger.get("/").status_code == 403
    assert stranger.get("/?token=").status_code == 403
    assert stranger.get(f"/?token={desk.guard.token[:-1]}").status_code == 403
    entered = stranger.get(desk.guard.entrance)
    assert (entered.status_code, entered.headers["location"]) == (303, "/")
    cookie = entered.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert desk.guard.token not in entered.headers["set-cookie"]
    assert stranger.get("/").status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "/version", "/contents", "/open", "/at/3", "/desk.js", "/nothing"]
)
def test_without_the_cookie_nothing_is_shown(desk: Desk, path: str) -> None:
    answer = desk.client().get(path)
    assert answer.status_code == 403
    assert "全市" not in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"host": "evil.example:8123"},
        {"host": "127.0.0.1:8124"},
        {"host": ""},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_site_reads_nothing_even_with_the_cookie(
    desk: Desk, headers: dict[str, str]
) -> None:
    assert desk.browser.get("/", headers=headers).status_code == 403
    assert desk.post(desk.form(), **headers) == 403
    assert not path_of(desk.path).exists()


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "http://127.0.0.1:8124"])
def test_another_site_writes_nothing(desk: Desk, origin: str) -> None:
    form = desk.form() | {"verdict": "join"}
    assert desk.post(form, origin=origin) == 403
    assert desk.post(form, "/undo", origin=origin) == 403
    assert not path_of(desk.path).exists()


@pytest.mark.parametrize("form", ["", "x", "\ud7ff"])
def test_a_form_without_its_secret_writes_nothing(desk: Desk, form: str) -> None:
    told = desk.form() | {"verdict": "join", "form": form}
    assert desk.post(told) == 403
    assert not path_of(desk.path).exists()


def test_what_is_no_form_or_too_large_writes_nothing(desk: Desk) -> None:
    told = desk.form() | {"verdict": "join"}
    origin = {"origin": ADDRESS.rstrip("/")}
    assert desk.browser.post("/answer", json=told, headers=origin).status_code == 403
    large = told | {"text": "x" * 500_000}
    assert desk.browser.post("/answer", data=large, headers=origin).status_code == 403
    assert desk.browser.get("/answer").status_code == 405
    assert not path_of(desk.path).exists()


def test_every_answer_bears_the_policy(desk: Desk) -> None:
    for path in ("/", "/desk.css", "/nothing"):
        for client in (desk.browser, desk.client()):
            headers = client.get(path).headers
            assert {name: headers.get(name) for name in HEADERS} == HEADERS
    page = html.fromstring(desk.browser.get("/").content)
    assert page.xpath("//script[not(@src)]") == []
    assert page.xpath("//@style | //style") == []
    assert [name for name in page.xpath("//@*") if name.attrname.startswith("on")] == []


def test_an_answer_without_a_script(desk: Desk) -> None:
    told = desk.form() | {"verdict": "gap"}
    assert desk.post(told) == 303
    (answer,) = read_decisions(desk.path)
    assert str(answer.verdict) == "gap"
    page = html.fromstring(desk.browser.get("/").content)
    assert page.xpath("//progress")[0].get("value") == "1"
    (undo,) = page.xpath("//form[@action='/undo']")
    form = {one.get("name"): one.get("value") for one in undo.xpath("./input")}
    assert desk.post(form, "/undo") == 303
    assert not path_of(desk.path).exists()


def test_an_older_page_is_told_and_nothing_is_written(desk: Desk) -> None:
    told = desk.form() | {"verdict": "gap"}
    assert desk.post(told) == 303
    kept = path_of(desk.path).read_bytes()
    assert desk.post(told | {"verdict": "join"}) == 409
    assert path_of(desk.path).read_bytes() == kept


def test_a_change_is_seen_in_the_version(desk: Desk) -> None:
    before = desk.browser.get("/version").json()
    laid(desk.path.parent, TEXT + "\n新的一段。\n")
    assert desk.browser.get("/version").json()["version"] != before["version"]


@pytest.mark.parametrize(
    "told",
    [{"point": "no"}, {"verdict": "accept"}, {"verdict": ""}, {"verdict": "<b>"}],
)
def test_a_wrong_answer_is_said_to_be_so(desk: Desk, told: dict[str, str]) -> None:
    assert desk.post(desk.form() | {"verdict": "join"} | told) == 422
    assert not path_of(desk.path).exists()


def test_a_faulty_decisions_file_is_told_and_left(desk: Desk) -> None:
    path_of(desk.path).write_text("decision = <b>\n", "utf-8")
    answer = desk.browser.get("/")
    assert answer.status_code == 422
    assert "&lt;b&gt;" not in answer.text or "<b>" not in answer.text
    assert desk.post({}) == 403
    assert path_of(desk.path).read_text("utf-8") == "decision = <b>\n"


def test_a_seed_with_markup_is_only_text(tmp_path: Path) -> None:
    path = laid(tmp_path, HOSTILE)
    desk = Desk(path)
    form = desk.form("?rule=broken-paragraphs") | {
        "verdict": "edit",
        "text": "</textarea><script>alert(3)</script>",
    }
    assert desk.post(form) == 303
    for address in ("/", "/contents", "/?q=<script>", "/?rule=%22><script>alert(4)</script>"):
        answer = desk.browser.get(address)
        page = html.fromstring(answer.content)
        assert [one.get("src") for one in page.xpath("//script")] == ["/desk.js"]
        assert page.xpath("//img | //@onerror") == []
        assert "49，" not in answer.text
    assert "\ufffe" not in desk.browser.get("/").text


def test_the_desk_speaks_the_browsers_language(desk: Desk) -> None:
    for language, word in (("zh-CN,zh;q=0.9", "已答 0，共 1"), ("fr, en;q=0.5", "0 of 1 answered")):
        page = desk.browser.get("/", headers={"accept-language": language})
        assert word in page.text


def test_an_issue_that_is_still_read_is_said_to_be(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("publisher.desk.sitting.Sitting.waiting", True)
    page = html.fromstring(desk.browser.get("/").content)
    assert page.xpath("//meta[@http-equiv='refresh']")
    assert page.xpath("//h1/text()") == ["The issue is being read"]


def test_an_address_leads_to_its_sheet(tmp_path: Path) -> None:
    text = "".join(f"# 第{number}篇\n\n{TEXT}\n\n" for number in range(100))
    desk = Desk(laid(tmp_path, text))
    place = text.index("第90篇")
    there = desk.browser.get(f"/at/{place}").headers["location"]
    found = re.fullmatch(r"/\?sheet=(\d+)#at-(\d+)", there)
    assert found
    assert int(found[1]) > 1
    page = html.fromstring(desk.browser.get(there.partition("#")[0]).content)
    (passage,) = page.xpath(f"//section[@id='at-{found[2]}']")
    assert "第90篇" in passage.text_content()
    assert desk.browser.get("/?sheet=99999").status_code == 200
    assert desk.browser.get("/?sheet=-1").status_code == 200
