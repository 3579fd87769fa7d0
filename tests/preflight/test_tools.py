"""What `publisher doctor` says of the machine: only what was tried is called there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from publisher.preflight import tools
from publisher.preflight.tools import LIBRARIES, PROGRAMS, Library, Packages, Program

PACKAGES = Packages("debian-name", "fedora-name", "brew-name")
PROGRAM = Program("Tool", "a purpose", "some-tool", "--version", PACKAGES)
LIBRARY = Library("Lib", "a purpose", ("libabsent.so.9",), "version", PACKAGES, required=True)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def put(folder: Path, script: str, name: str = "some-tool", mode: int = 0o755) -> None:
    (folder / name).write_text(script, "utf-8")
    (folder / name).chmod(mode)


def test_the_set_up_has_brought_everything_that_is_probed() -> None:
    absent = [(tool.name, tool.remedy) for tool in tools.probe() if not tool.found]
    assert absent == []


@pytest.mark.parametrize("name", ["Pango", "HarfBuzz subset", "Java", "npm", "Poppler"])
def test_what_is_there_tells_its_version(name: str) -> None:
    [tool] = [tool for tool in tools.probe() if tool.name == name]
    assert tool.version[:1].isdigit(), tool
    assert "." in tool.version


def test_a_build_needs_pango_and_fonts_and_nothing_else() -> None:
    required = {tool.name for tool in tools.probe("ja") if tool.required}
    assert required == {"Pango", "fonts (ja)"}


def test_every_tool_says_what_for_and_what_to_do() -> None:
    for tool in tools.probe():
        assert tool.needed_for
        assert tool.remedy
    for wanted in (*LIBRARIES, *PROGRAMS):
        for system in ("apt-get install ", "dnf install ", "brew install "):
            assert system in wanted.packages.remedy


@pytest.mark.parametrize("stream", ["", ">&2"])
def test_a_version_is_read_from_either_stream(path: Path, stream: str) -> None:
    put(path, f'#!/bin/sh\necho "some tool 4.12.1 (2025)" {stream}\n')
    tool = tools.probe_program(PROGRAM)
    assert (tool.found, tool.version) == (True, "4.12.1")


@pytest.mark.parametrize(
    "script",
    [
        "#!/bin/sh\necho 'Unable to locate a Java Runtime.' >&2\nexit 1\n",
        "#!/no/such/interpreter\n",
        "#!/bin/sh\nexit 0\n",
    ],
    ids=["a stand-in", "no interpreter", "silent"],
)
def test_a_program_that_tells_no_version_does_not_run(path: Path, script: str) -> None:
    put(path, script)
    tool = tools.probe_program(PROGRAM)
    assert not tool.found
    assert "apt-get install debian-name" in tool.remedy


def test_a_program_that_hangs_does_not_run(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "PATIENCE", 0.2)
    put(path, "#!/bin/sh\nexec /bin/sleep 20\n")
    assert not tools.probe_program(PROGRAM).found


def test_a_program_without_the_right_to_run_is_not_there(path: Path) -> None:
    put(path, "#!/bin/sh\necho 1.0\n", mode=0o644)
    assert not tools.probe_program(PROGRAM).found


def test_what_is_not_there_has_no_version(path: Path) -> None:
    assert tools.probe_program(PROGRAM).version == ""
    assert tools.probe_library(LIBRARY).version == ""


def test_a_file_of_a_librarys_name_is_not_the_library(tmp_path: Path) -> None:
    broken = tmp_path / "libbroken.so"
    broken.write_bytes(b"not a library")
    wanted = Library("Lib", "a purpose", (str(broken),), "version", PACKAGES, required=True)
    tool = tools.probe_library(wanted)
    assert not tool.found
    assert tool.required


def test_the_next_name_of_a_library_is_tried() -> None:
    pango = LIBRARIES[0]
    wanted = Library(
        "Pango", "the PDF", ("libabsent.so.9", *pango.files), pango.version, PACKAGES, True
    )
    assert tools.probe_library(wanted).found


def test_absent_fonts_are_told_with_the_command_that_fetches_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUBLISHER_FONTS", str(tmp_path))
    tool = tools.probe_fonts("ko")
    assert (tool.found, tool.required) == (False, True)
    assert tool.remedy == "Fetch them: publisher doctor --fonts ko"


def test_verapdf_on_the_path_stands_in_for_jaxb(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tools, "JAXB", path / "absent.jar")
    assert not jaxb().found
    put(path, "#!/bin/sh\n", name="verapdf")
    assert jaxb().found
    assert jaxb().version == os.fspath(path / "verapdf")


def jaxb() -> tools.Tool:
    [tool] = [tool for tool in tools.probe() if "JAXB" in tool.name]
    return tool
