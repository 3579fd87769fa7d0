"""The set-up: what it asks the system for, what it says where it may not, and a lock that holds."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

#: What the script may call before anything is set up; all that a bare Debian has of it.
BASICS = ("bash", "cat", "dirname", "env", "grep", "printf", "sh")
EVERY_LIBRARY = "libpangoft2-1.0.so.0\nlibharfbuzz-subset.so.0\n"
NO_PLACE = {"build", "node_modules", "__pycache__"}
#: Written in pieces: the words may stand nowhere in the project, here neither.
REGISTRIES = tuple(
    "".join(parts)
    for parts in (
        ("pypi", ".org"),
        ("pythonhosted", ".org"),
        ("npmjs", ".org"),
        ("npmjs", ".com"),
        ("deb.debian", ".org"),
        ("--index", "-url"),
        ("--find", "-links"),
    )
)


@pytest.fixture
def script(root: Path, tmp_path: Path) -> Path:
    """The script in a checkout of its own, where nothing is set up."""
    for name in ("setup.sh", "requirements.lock", "pyproject.toml"):
        shutil.copy(root / name, tmp_path)
    return tmp_path / "setup.sh"


class Machine:
    """A machine with nothing but the basics and what is put on it; it notes calls of apt-get."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "calls"
        folder.mkdir()
        for name in BASICS:
            found = shutil.which(name)
            assert found
            (folder / name).symlink_to(found)
        self.put("id", "echo 1000")
        self.put("ldconfig", f"printf '{EVERY_LIBRARY}'")

    def put(self, name: str, commands: str) -> None:
        program = self.folder / name
        program.write_text(f"#!/bin/sh\n{commands}\n", "utf-8")
        program.chmod(0o755)

    def put_apt_get(self, status: int = 0) -> None:
        self.put("apt-get", f'echo "$@" >>"{self.log}"\nexit {status}')

    @property
    def calls(self) -> list[str]:
        return self.log.read_text("utf-8").splitlines() if self.log.exists() else []

    def run(self, script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        # An absolute path in PYTHON would lead out of this machine; the name finds nothing.
        return subprocess.run(
            [self.folder / "bash", script, *arguments],
            capture_output=True,
            encoding="utf-8",
            check=False,
            env={"PATH": str(self.folder), "HOME": str(self.folder), "PYTHON": "some-python"},
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "bin")


def test_a_job_nobody_knows_is_a_usage_error(script: Path, machine: Machine) -> None:
    done = machine.run(script, "biuld")
    assert done.returncode == 2
    assert "usage: ./setup.sh [build|test]" in done.stderr


def test_without_the_right_to_install_the_packages_are_named(
    script: Path, machine: Machine
) -> None:
    machine.put("ldconfig", "echo libc.so.6")
    machine.put_apt_get()
    done = machine.run(script, "build")
    assert done.returncode == 6
    assert "apt-get install libpango-1.0-0 libpangoft2-1.0-0" in done.stderr
    assert "dnf install" in done.stderr
    assert "brew install" in done.stderr
    assert machine.calls == []


@pytest.mark.parametrize("may", ["root", "sudo"])
def test_with_the_right_they_are_installed_and_nothing_more(
    script: Path, machine: Machine, may: str
) -> None:
    machine.put("ldconfig", "echo libc.so.6")
    machine.put_apt_get()
    if may == "root":
        machine.put("id", "echo 0")
    else:
        machine.put("sudo", 'shift\nexec "$@"')
        machine.put("true", "exit 0")
    machine.run(script)
    assert len(machine.calls) >= 2
    assert all("--no-install-recommends" in call for call in machine.calls)
    assert machine.calls[0].endswith("libpango-1.0-0 libpangoft2-1.0-0")
    assert machine.calls[1].endswith("libharfbuzz-subset0")


def test_old_package_lists_are_renewed_once_and_a_failure_is_told(
    script: Path, machine: Machine
) -> None:
    machine.put("ldconfig", "echo libc.so.6")
    machine.put("id", "echo 0")
    machine.put("apt-get", f'echo "$1" >>"{machine.log}"\n[ "$1" = update ]')
    done = machine.run(script)
    assert machine.calls == ["install", "update", "install"]
    assert done.returncode == 6
    assert "missing for the PDF" in done.stderr


def test_a_library_that_is_there_is_found_in_a_long_list(script: Path, machine: Machine) -> None:
    """`ldconfig -p | grep -q` fails under pipefail when the list is longer than a pipe holds."""
    filler = "printf '%0100d\\n' 0 0 0 0 0 0 0 0 0 0; " * 200
    machine.put("ldconfig", f"printf '{EVERY_LIBRARY}'; {filler}")
    machine.put("id", "echo 0")
    machine.put_apt_get()
    machine.run(script)
    assert not any("libpango" in call for call in machine.calls)


def test_a_python_without_venv_gets_the_package_of_its_version(
    script: Path, machine: Machine
) -> None:
    machine.put(
        "some-python", 'case "$2" in *venv,*) exit 1;; *print*) echo python3.12-venv;; esac'
    )
    machine.put_apt_get()
    done = machine.run(script)
    assert done.returncode == 6
    assert "sudo apt-get install python3.12-venv" in done.stderr


def test_an_old_python_is_not_taken(script: Path, machine: Machine) -> None:
    machine.put("some-python", "exit 1")
    done = machine.run(script)
    assert done.returncode == 6
    assert "missing for Python 3.11 or newer: python3 python3-venv" in done.stderr


def test_readme_names_two_commands_and_ci_runs_the_second(root: Path) -> None:
    readme = (root / "README.md").read_text("utf-8")
    commands = re.findall(r"^    (\./setup\.sh .*)$", readme, re.MULTILINE)
    assert commands == ["./setup.sh build", "./setup.sh test"]
    called = (root / ".ci" / "run").read_text("utf-8").splitlines()[-1]
    assert called == f"exec {commands[1]}"
    assert os.access(root / "setup.sh", os.X_OK)


def locked(root: Path) -> Iterator[tuple[Requirement, list[str]]]:
    """Each requirement of the lock with its options."""
    text = (root / "requirements.lock").read_text("utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            requirement, *options = line.split(" --")
            yield Requirement(requirement.strip()), options


def test_the_lock_pins_every_package_by_version_and_digest(root: Path) -> None:
    for requirement, options in locked(root):
        assert re.fullmatch(r"==[^,*]+", str(requirement.specifier)), requirement
        assert options, requirement
        assert all(re.fullmatch(r"hash=sha256:[0-9a-f]{64}\s*", one) for one in options)


def test_the_lock_keeps_what_the_project_asks_for(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    # The set-up installs these two; `korean` is a user's own choice, of 145 MB.
    extras = [project["optional-dependencies"][name] for name in ("check", "dev")]
    wanted = [*project["dependencies"], *(one for extra in extras for one in extra)]
    pinned = {
        canonicalize_name(requirement.name): str(requirement.specifier).removeprefix("==")
        for requirement, _ in locked(root)
    }
    for requirement in map(Requirement, wanted):
        number = pinned.get(canonicalize_name(requirement.name))
        assert number is not None, f"{requirement} is not in the lock: compile it again"
        assert requirement.specifier.contains(number), (requirement, number)


def texts(root: Path) -> Iterator[tuple[Path, str]]:
    """The project's text files, as a commit would hold them."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(
            name
            for name in folders
            if name == ".ci" or not (name.startswith(".") or name.endswith(".egg-info"))
            if name not in NO_PLACE
        )
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix in {".py", ".md", ".toml", ".sh", ".lock", ".css", ".j2", ".json", ""}:
                yield path, path.read_text("utf-8", errors="replace")


def test_no_file_names_a_registry_or_the_place_of_a_checkout(root: Path) -> None:
    for path, text in texts(root):
        for word in (*REGISTRIES, f"{root}{os.sep}"):
            assert word not in text, (path, word)


def test_the_environment_is_the_locked_one(root: Path) -> None:
    """Tests that pass with other packages than those a user gets say nothing."""
    done = subprocess.run(
        [sys.executable, "-m", "pip", "freeze", "--exclude-editable", "--all"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found = {
        canonicalize_name(name): number
        for name, _, number in (line.partition("==") for line in done.stdout.splitlines())
    }
    for requirement, _ in locked(root):
        if requirement.marker is None or requirement.marker.evaluate():
            name = canonicalize_name(requirement.name)
            assert f"=={found.get(name)}" == str(requirement.specifier), "run ./setup.sh again"
