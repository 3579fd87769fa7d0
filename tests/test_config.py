"""Settings: unknown keys fail, and every fault is told at once with its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from publisher.config import Settings, read_issue_settings, read_settings
from publisher.config.effective import effective
from publisher.config.numbers import cn_fault, issn_fault
from publisher.config.shapes import IssueShape, ProjectShape, Shape, json_schema
from publisher.errors import ExitCode, UsageError


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    settings = read_settings(tmp_path)
    assert settings.formats == ("epub", "pdf")
    assert settings.title.name == ""


def test_settings_are_read(tmp_path: Path) -> None:
    (tmp_path / "publisher.toml").write_text(
        'formats = ["pdf"]\nlanguage = "zh-Hant"\n[title]\nname = "劳动午报"\nissn = "1234-5679"\n',
        "utf-8",
    )
    settings = read_settings(tmp_path)
    assert settings.formats == ("pdf",)
    assert settings.title.name == "劳动午报"
    assert settings.title.issn == "1234-5679"


def test_how_an_epub_is_set_is_read_and_counts(tmp_path: Path) -> None:
    told = 'writing = "vertical"\nsplit = 5000\n[title]\ncertifier = "某中心"\n'
    (tmp_path / "publisher.toml").write_text(told, "utf-8")
    settings = read_settings(tmp_path)
    assert (settings.writing, settings.split) == ("vertical", 5000)
    assert settings.title.certifier == "某中心"
    others = (Settings(), replace(settings, writing="horizontal"), replace(settings, split=1))
    assert len({settings.digest, *(one.digest for one in others)}) == 4


@pytest.mark.parametrize("told", ['writing = "diagonal"', "split = 0", 'split = "5000"'])
def test_how_an_epub_is_set_is_checked(tmp_path: Path, told: str) -> None:
    (tmp_path / "publisher.toml").write_text(told, "utf-8")
    with pytest.raises(UsageError, match=told.split()[0]):
        read_settings(tmp_path)


def test_every_fault_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "publisher.toml").write_text(
        'theem = "gazette"\nformats = "pdf"\n\n[title]\nnmae = "报"\nissn = "12"\n', "utf-8"
    )
    with pytest.raises(UsageError) as caught:
        read_settings(tmp_path)
    lines = str(caught.value).splitlines()
    assert [line.split(":")[1] for line in lines] == ["1", "2", "5", "6"]
    assert "theem" in lines[0]
    assert "title.nmae" in lines[2]
    assert "theme" in caught.value.remedy
    assert caught.value.exit_code is ExitCode.USAGE


@pytest.mark.parametrize("content", [b"language = ", b"\xff\xfe", b"a = 1\na = 2"])
def test_a_broken_file_is_a_usage_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "publisher.toml").write_bytes(content)
    with pytest.raises(UsageError):
        read_settings(tmp_path)


@pytest.mark.parametrize("date", ["2025-05-20", '"2025-05-20"'])
def test_a_day_is_read(tmp_path: Path, date: str) -> None:
    (tmp_path / "issue.toml").write_text(f"date = {date}\n", "utf-8")
    assert read_issue_settings(tmp_path).date == "2025-05-20"


@pytest.mark.parametrize(
    "line", ['date = "2025-02-30"', "date = 2025-05-20T10:00:00", 'id = "../x"', "language = 3"]
)
def test_a_wrong_value_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "issue.toml").write_text(f"{line}\n", "utf-8")
    with pytest.raises(UsageError):
        read_issue_settings(tmp_path)


def test_an_issue_is_stated_in_full(tmp_path: Path) -> None:
    (tmp_path / "issue.toml").write_text(
        'volume = "12"\nedition = "b"\n[title]\nid = "jcgb"\ncn = "CN 42-0987"\n'
        '[[pages]]\nfile = "01.txt"\nprinted = "01"\nsection = "要闻"\n'
        'editors = [{ name = "张三", role = "责编" }]\n'
        '[[articles]]\narticle = "夜校"\nheadline = "夜校开课"\nkind = "brief"\nkicker = ""\n'
        '[[continuations]]\narticle = "夜校"\ncontinues = "夜校（二）"\napart = true\n',
        "utf-8",
    )
    told = read_issue_settings(tmp_path)
    assert (told.volume, told.edition, told.title.id) == ("12", "b", "jcgb")
    assert told.pages[0].editors is not None
    assert told.pages[0].editors[0].name == "张三"
    assert told.articles[0].kicker == ""
    assert told.articles[0].deck is None
    assert told.continuations[0].apart


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        (['issn = "0317-8472"'], ["2: title.issn has a wrong check digit"]),
        (['cn = "CN 99-0053"'], ["2: title.cn names a region"]),
        (['cn = "42-0987"'], ["2: title.cn must be of the form"]),
        (
            ["[[pages]]", 'file = "a.txt"', "[[pages]]", "printed = 4"],
            ["4: pages.2.file is", "5: "],
        ),
        (["[[pages]]", 'file = "../a.txt"'], ["3: pages.1.file must name a file in the"]),
        (["[[articles]]", 'article = "a"', 'kind = "poem"'], ["4: articles.1.kind must be one of"]),
        (
            ["[[articles]]", 'article = "a"', 'auther = "b"'],
            ["4: unknown setting 'articles.1.auth"],
        ),
        (["[[images]]", 'file = "a.jpg"', "page = 0"], ["4: images.1.page must be 1 or more"]),
    ],
)
def test_each_fault_is_named_with_its_line(
    tmp_path: Path, lines: list[str], faults: list[str]
) -> None:
    (tmp_path / "issue.toml").write_text("\n".join(["[title]", *lines]), "utf-8")
    with pytest.raises(UsageError) as caught:
        read_issue_settings(tmp_path)
    told = [
        line.removeprefix(f"{tmp_path / 'issue.toml'}:") for line in str(caught.value).split("\n")
    ]
    assert len(told) == len(faults)
    assert all(one.startswith(fault) for one, fault in zip(told, faults, strict=True)), told


@pytest.mark.parametrize("number", ["0317-8471", "1050-124X", "2049-3630"])
def test_a_right_issn_passes(number: str) -> None:
    assert issn_fault(number) == ""


@pytest.mark.parametrize("number", ["CN 11-0053", "CN11-4467/D", "CN 50-0001", "CN42-0987（F）"])
def test_a_right_cn_number_passes(number: str) -> None:
    assert cn_fault(number) == ""


def test_the_settings_that_hold_name_their_origin(tmp_path: Path) -> None:
    (tmp_path / "publisher.toml").write_text(
        'language = "zh-Hans"\n[title]\nname = "午报"\n', "utf-8"
    )
    issue = tmp_path / "issue"
    issue.mkdir()
    (issue / "issue.toml").write_text('[title]\nname = "晚报"\n', "utf-8")
    found = {one.key: one for one in effective(tmp_path, issue)}
    assert found["language"].origin == f"{tmp_path / 'publisher.toml'}:1"
    assert (found["title.name"].value, found["title.name"].origin) == (
        "晚报",
        f"{issue / 'issue.toml'}:2",
    )
    assert found["theme"].origin == "default"


@pytest.mark.parametrize("shape", [IssueShape, ProjectShape])
def test_the_schema_says_what_the_reader_asks(shape: type[Shape]) -> None:
    schema = json_schema(shape)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert validator.is_valid({"language": "zh-Hans", "title": {"name": "午报"}})
    assert not validator.is_valid({"titel": {}})
    assert not validator.is_valid({"title": {"nmae": "午报"}})


def test_the_press_is_read(tmp_path: Path) -> None:
    text = '[press]\ncondition = "newspaper"\nprofile = "a.icc"\npictures = "grey"\n'
    (tmp_path / "publisher.toml").write_text(text, "utf-8")
    told = read_settings(tmp_path).press
    assert (told.condition, told.profile, told.pictures) == ("newspaper", "a.icc", "grey")


@pytest.mark.parametrize(
    ("line", "said"), [('condition = "web"', "one of newspaper"), ('pictures = "red"', "colour")]
)
def test_a_press_that_isnt_known_is_refused(line: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "publisher.toml").write_text(f"[press]\n{line}\n", "utf-8")
    with pytest.raises(UsageError, match=said):
        read_settings(tmp_path)


def test_how_pages_are_set_is_read(tmp_path: Path) -> None:
    text = '[print]\npage = "tabloid"\ncolumns = 5\nbody = 9\nheadlines = "sans"\n'
    (tmp_path / "publisher.toml").write_text(text, "utf-8")
    told = read_settings(tmp_path).print
    assert (told.page, told.columns, told.body, told.headlines) == ("tabloid", 5, 9.0, "sans")
    found = {one.key: one for one in effective(tmp_path)}
    assert found["print.columns"].origin == f"{tmp_path / 'publisher.toml'}:3"
    assert found["print.colour"].origin == "default"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('page = "A7"', "must be one of A3, A4"),
        ('page = "20 x 30 mm"', "90 to 900 mm"),
        ("columns = 0", "must be 1 or more"),
        ("columns = 9", "must be 8 or less"),
        ("columns = 2.5", "must be a whole number"),
        ('body = "9pt"', "must be a number"),
        ("body = 5", "must be 6 or more"),
        ('text = "gothic"', "serif or sans"),
        ('colour = "red"', 'such as "#9e1b1b"'),
        ('colour = "#ffcc00"', "too light to be read"),
        ("measure = 20", "unknown setting 'print.measure'"),
    ],
)
def test_pages_that_cant_be_set_are_refused_with_their_line(
    line: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "publisher.toml").write_text(f"[print]\n{line}\n", "utf-8")
    with pytest.raises(UsageError) as caught:
        read_settings(tmp_path)
    assert "publisher.toml:2: " in str(caught.value)
    assert said in str(caught.value)
    assert "print.columns" in caught.value.remedy
