"""`publisher archive` as a user meets it, from a seed to a bag and back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.test_commands import run

SEED = "000_4ff8259dd7ecf7f0"
DAY = {"SOURCE_DATE_EPOCH": "1747699200"}


@pytest.fixture(scope="module")
def project(first_seed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one seed, kept."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "seeds").mkdir()
    shutil.copy(first_seed, folder / "seeds")
    done = run("archive", "add", "--by", "Ann <ann@example.org>", cwd=folder, **DAY)
    assert (done.returncode, done.stdout) == (0, f"{SEED}  v1  kept\n"), done.stderr
    return folder


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(project, tmp_path / "copy"))


def kept(project: Path, name: str) -> Path:
    return next((project / "build/archive").rglob(name))


def test_an_issue_is_kept_shown_proved_and_rebuilt(copy: Path, first_seed: Path) -> None:
    project = copy
    listed = json.loads(run("archive", "list", "--json", cwd=project).stdout)
    assert [(one["id"], one["versions"], one["created"]) for one in listed] == [
        (SEED, 1, "2025-05-20T00:00:00Z")
    ]
    shown = json.loads(run("archive", "show", SEED, "--json", cwd=project).stdout)
    (version,) = shown["versions"]
    assert (version["by"], version["address"]) == ("Ann", "mailto:ann@example.org")
    assert {
        f"source/{SEED}.txt",
        f"epub/{SEED}.epub",
        f"pdf/{SEED}.pdf",
        "issue.json",
        "ledger.jsonl",
        "builder.json",
        "report.html",
        "report.json",
        "schemas/issue.schema.json",
        "schemas/ledger.schema.json",
        "settings/settings.json",
        "metadata/dc.xml",
        "metadata/mods.xml",
        "metadata/premis.xml",
        f"metadata/jats/{SEED}-i0001.xml",
    } <= version["files"].keys()
    assert kept(project, f"{SEED}.txt").read_bytes() == first_seed.read_bytes()
    checks = json.loads(kept(project, "report.json").read_bytes())["checks"]
    assert checks == dict.fromkeys(
        (f"epub/{SEED}.epub", f"pdf/{SEED}.pdf"), "gives back its sources, ledger and model, proved"
    )
    checked = run("archive", "verify", "--json", cwd=project)
    assert checked.returncode == 0
    assert json.loads(checked.stdout)["faults"] == []
    done = run("archive", "restore", SEED, "--json", "--output", "again", cwd=project)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["different"] == []
    for suffix in ("epub", "pdf"):
        name = f"{SEED}.{suffix}"
        assert (project / "again" / name).read_bytes() == kept(project, name).read_bytes()


def test_the_same_again_does_nothing_and_a_change_asks_for_a_reason(copy: Path) -> None:
    again = run("archive", "add", cwd=copy, **DAY)
    assert again.stdout == f"{SEED}  v1  unchanged\n"
    seed = copy / "seeds" / f"{SEED}.txt"
    seed.write_text(seed.read_text("utf-8").replace("张晶", "张静", 1), "utf-8")
    refused = run("archive", "add", cwd=copy)
    assert refused.returncode == 2
    assert "--reason" in refused.stderr
    done = run("archive", "add", "--reason", "the writer's name", cwd=copy)
    assert done.stdout == f"{SEED}  v2  corrected\n"
    assert run("archive", "search", "张静", "--json", cwd=copy).stdout.count("张静") > 0
    assert json.loads(run("archive", "search", "张晶", "--json", cwd=copy).stdout)["total"] == 0
    first = run("archive", "restore", SEED, "--version", "v1", cwd=copy)
    assert first.returncode == 0, first.stderr


def test_damage_ends_with_code_7_and_comes_back_from_a_replica(copy: Path) -> None:
    assert run("archive", "replicate", "--to", "elsewhere/replica", cwd=copy).returncode == 0
    path = kept(copy, f"{SEED}.pdf")
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])
    found = run("archive", "verify", cwd=copy)
    assert found.returncode == 7
    assert "PUB051" in found.stdout
    assert f"{SEED}.pdf" in found.stdout
    assert run("archive", "restore", SEED, cwd=copy).returncode == 7
    assert run("archive", "replicate", "--to", "elsewhere/replica", cwd=copy).returncode == 0
    done = run("archive", "restore", SEED, "--from", "elsewhere/replica", cwd=copy)
    assert done.returncode == 0, done.stderr
    assert kept(copy, f"{SEED}.pdf").read_bytes() == whole
    assert run("archive", "verify", "--sample", "50", cwd=copy).returncode == 0
    events = [
        json.loads(line)["event"]
        for line in (copy / "build/archive/audits.jsonl").read_text("utf-8").splitlines()
    ]
    assert events == ["kept", "audited", "replaced", "audited"]


def test_an_issue_is_found_and_withdrawn(copy: Path) -> None:
    found = run("archive", "search", "工會", "--limit", "2", "--json", cwd=copy)
    value = json.loads(found.stdout)
    assert (value["total"], len(value["hits"])) == (5, 2)
    assert run("archive", "reindex", cwd=copy).returncode == 0
    assert json.loads(run("archive", "search", "工会", "--json", cwd=copy).stdout)["total"] == 5
    assert run("archive", "search", cwd=copy).returncode == 2
    assert run("archive", "withdraw", SEED, cwd=copy).returncode == 2
    done = run("archive", "withdraw", SEED, "--reason", "a court's order", cwd=copy)
    assert done.returncode == 0
    assert json.loads(run("archive", "search", "工会", "--json", cwd=copy).stdout)["total"] == 0
    assert "withdrawn" in run("archive", "list", cwd=copy).stdout
    assert run("archive", "show", SEED, "--version", "v9", cwd=copy).returncode == 3
    assert run("archive", "show", "nothing", cwd=copy).returncode == 3
    shown = run(
        "archive", "show", SEED, "--version", "v1", "--file", f"source/{SEED}.txt", cwd=copy
    )
    assert shown.stdout.encode() == (copy / "seeds" / f"{SEED}.txt").read_bytes()


def test_what_a_tool_built_is_found(copy: Path) -> None:
    assert SEED in run("archive", "list", "--built-with", "weasyprint 70.0", cwd=copy).stdout
    assert not run("archive", "list", "--built-with", "weasyprint 1.0", cwd=copy).stdout


def test_a_bag_goes_out_and_comes_in(copy: Path) -> None:
    assert run("archive", "export", SEED, "--to", "bag", cwd=copy, **DAY).returncode == 0
    done = run("archive", "import", "bag", "--archive", "second", cwd=copy, **DAY)
    assert done.stdout == f"{SEED}  v1  kept\n"
    assert run("archive", "restore", SEED, "--archive", "second", cwd=copy).returncode == 0
    assert run("archive", "verify", "--archive", "second", cwd=copy).returncode == 0


def test_a_folder_with_answers_settings_and_a_theme_of_its_own_is_rebuilt(tmp_path: Path) -> None:
    issue = tmp_path / "seeds" / "2025-05-20 (要闻)"
    issue.mkdir(parents=True)
    (issue / "1版.txt").write_text("# 工会办起夜校\n\n本报讯 近日，围绕产\n\n业链开课。\n", "utf-8")
    (issue / "2版.txt").write_bytes("# 第二篇\n\n区总工会的夜校开课了。\n".encode("gb18030"))
    (issue / "issue.toml").write_text('number = "7"\ndate = 2025-05-20\n', "utf-8")
    (issue / "decisions.toml").write_text(
        '[[decision]]\nleft = "近日，围绕产"\nright = "业链开课"\nverdict = "gap"\n', "utf-8"
    )
    ours = tmp_path / "styles" / "ours"
    ours.mkdir(parents=True)
    (ours / "page.css").write_text("p { text-indent: 0 }", "utf-8")
    (ours / "theme.toml").write_text('basis = "magazine"\n', "utf-8")
    (tmp_path / "publisher.toml").write_text(
        'theme = "ours"\nformats = ["epub", "pdf"]\n[title]\nname = "午报"\nissn = "1234-5679"\n'
        '[print]\npage = "A5"\ncolumns = 1\n',
        "utf-8",
    )
    done = run("archive", "add", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    shutil.rmtree(ours)
    shutil.rmtree(tmp_path / "seeds")
    name = done.stdout.split()[0]
    again = run("archive", "restore", name, "--json", cwd=tmp_path)
    assert again.returncode == 0, again.stdout + again.stderr
    files = json.loads(run("archive", "show", name, "--json", cwd=tmp_path).stdout)
    kept_files = files["versions"][0]["files"].keys()
    assert {"decisions.toml", "settings/issue.toml", "settings/theme/page.css"} <= kept_files
    found = json.loads(run("archive", "search", "夜校开课", "--json", cwd=tmp_path).stdout)
    assert (found["total"], found["hits"][0]["page"]) == (1, 2)


def test_what_is_no_archive_is_said(tmp_path: Path) -> None:
    for command in ("list", "verify", "reindex", "search"):
        done = run("archive", command, cwd=tmp_path)
        assert done.returncode == 2
        assert "no archive" in done.stderr
    assert not list(tmp_path.iterdir())
