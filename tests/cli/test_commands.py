"""The command line as a user meets it: results on stdout, the rest on stderr, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from publisher import ledger, ledger_json
from publisher.cli.check import sarif
from publisher.diagnostics import CODES
from tests.images.samples import drawing, photo, png_bomb
from tests.preflight.press.making import content as painted
from tests.preflight.press.making import saved

PROGRAM = [sys.executable, "-c", "from publisher.cli import main; main()"]


def run(*arguments: str | Path, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | more,
    )


def test_help_names_every_command_and_exit_code(tmp_path: Path) -> None:
    done = run("--help", cwd=tmp_path)
    assert done.returncode == 0
    for name in ("build", "normalize", "check", "restore", "explain", "inspect", "doctor", "init"):
        assert name in done.stdout
    assert "130" in done.stdout


def test_the_first_seed_is_normalized(first_seed: Path, tmp_path: Path) -> None:
    done = run("normalize", first_seed, "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    value = json.loads(done.stdout)
    verdicts = [one["verdict"] for one in value["breaks"]]
    assert (verdicts.count("join"), verdicts.count("gap")) == (6, 1)
    assert len(verdicts) == 36
    assert not value["queries"]
    lines = "".join(json.dumps(record) + "\n" for record in value["ledger"])
    kept = ledger_json.from_lines(lines)
    assert ledger.restore(kept, value["text"]) == first_seed.read_bytes()


def test_the_text_goes_to_stdout_and_the_summary_to_stderr(
    first_seed: Path, tmp_path: Path
) -> None:
    done = run("normalize", first_seed, cwd=tmp_path)
    assert "会展IP解码会展" in done.stdout
    assert "着力⟦gap⟧" in done.stdout
    assert done.stderr == "7 edit(s), 1 gap(s) marked, 0 doubt(s)\n"


def test_a_text_comes_by_stdin(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "normalize", "-"],
        input="同时，围绕产\n\n业链分层分类开展劳动竞赛。".encode(),
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.stdout.decode() == "同时，围绕产业链分层分类开展劳动竞赛。"


def test_diff_and_explain_show_place_rule_and_reason(first_seed: Path, tmp_path: Path) -> None:
    diff = run("normalize", first_seed, "--diff", cwd=tmp_path)
    assert "broken-paragraphs" in diff.stdout
    assert "围绕产↵↵业链" in diff.stdout
    explained = run("normalize", first_seed, "--explain", cwd=tmp_path)
    assert explained.stdout.count("  join  ") == 6
    assert explained.stdout.count("  gap  ") == 1
    assert "\x1b" not in diff.stdout + explained.stdout


def test_two_outputs_at_once_are_refused(first_seed: Path, tmp_path: Path) -> None:
    assert run("normalize", first_seed, "--diff", "--json", cwd=tmp_path).returncode == 2


def test_explain_lists_and_prints_pages(tmp_path: Path) -> None:
    assert "broken-paragraphs" in run("explain", cwd=tmp_path).stdout
    assert "## Leaves alone" in run("explain", "broken-paragraphs", cwd=tmp_path).stdout
    assert "PUB001" in run("explain", "pub001", cwd=tmp_path).stdout
    wrong = run("explain", "broken-paragraph", cwd=tmp_path)
    assert wrong.returncode == 2
    assert "→" in wrong.stderr


def test_init_writes_settings_once(tmp_path: Path) -> None:
    assert run("init", "--dry-run", cwd=tmp_path).stdout.startswith("# The settings")
    assert not list(tmp_path.iterdir())
    assert run("init", cwd=tmp_path).returncode == 0
    assert (tmp_path / "publisher.toml").exists()
    assert run("init", cwd=tmp_path).returncode == 2


def test_init_of_an_issue_says_what_the_text_says(tmp_path: Path) -> None:
    folder = tmp_path / "seeds" / "one"
    folder.mkdir(parents=True)
    text = "第01版：要闻\n\n2025年5月20日 星期二\n\n# 工会办起夜校\n\n本报讯 近日，夜校开课。\n"
    (folder / "page1.txt").write_text(text, "utf-8")
    done = run("init", folder, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    written = (folder / "issue.toml").read_text("utf-8")
    assert "date = 2025-05-20" in written
    assert 'language = "zh-Hans"' in written


def test_inspect_shows_the_reading(first_seed: Path, tmp_path: Path) -> None:
    done = run("inspect", first_seed, cwd=tmp_path)
    assert "北辰集团工会开展“会展特色”职工技能竞赛" in done.stdout
    value = json.loads(run("inspect", first_seed, "--json", cwd=tmp_path).stdout)
    assert len(value["articles"]) == 5


def test_check_of_an_issue_reports_its_lost_text(first_seed: Path, tmp_path: Path) -> None:
    done = run("check", first_seed, "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [one["code"] for one in json.loads(done.stdout)] == ["PUB001"]
    sarif = json.loads(run("check", first_seed, "--format", "sarif", cwd=tmp_path).stdout)
    assert sarif["runs"][0]["results"][0]["ruleId"] == "PUB001"


def test_sarif_names_the_entry_of_a_book_and_its_line() -> None:
    wheres = ["a b.epub!EPUB/报.xhtml:7:2", "C:/x.txt", "x.epub"]
    found = [CODES["PUB020"].at(where) for where in wheres]
    places = [one["locations"][0]["physicalLocation"] for one in sarif(found)["runs"][0]["results"]]
    assert places == [
        {
            "artifactLocation": {"uri": "a%20b.epub!EPUB/%E6%8A%A5.xhtml"},
            "region": {"startLine": 7},
        },
        {"artifactLocation": {"uri": "C%3A/x.txt"}},
        {"artifactLocation": {"uri": "x.epub"}},
    ]


def test_check_of_an_issue_reports_its_open_questions_by_line(tmp_path: Path) -> None:
    text = "近日，夜校开课。\n\n启动仪式上，来自全市的\n\n200余名志愿者集体宣誓。\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    found = json.loads(run("check", "a.txt", "--json", cwd=tmp_path).stdout)
    assert ("PUB002", "a.txt:3") in [(one["code"], one["where"]) for one in found]


def test_normalize_goes_by_the_language_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Das Haus-\ntor. Der Garten.\n", "utf-8")
    (tmp_path / "publisher.toml").write_text('language = "ja"\n', "utf-8")
    said = run("normalize", "a.txt", cwd=tmp_path)
    given = run("normalize", "a.txt", "--language", "ja", cwd=tmp_path)
    assert said.stdout == given.stdout


def make_bad(folder: Path, kind: str) -> Path:
    path = folder / "bad.txt"
    match kind:
        case "empty":
            path.write_bytes(b"")
        case "blank":
            path.write_bytes(b" \n\n")
        case "binary":
            path.write_bytes(bytes(range(256)) * 40)
        case "pdf":
            path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        case "large":
            with path.open("wb") as file:
                file.truncate(200_000_000)
        case "absent":
            pass
        case "folder":
            path.mkdir()
    return path


@pytest.mark.parametrize("kind", ["empty", "blank", "binary", "pdf", "large", "absent", "folder"])
def test_bad_input_is_told_with_exit_code_3_and_nothing_written(tmp_path: Path, kind: str) -> None:
    path = make_bad(tmp_path, kind)
    done = run("build", path, "--output", tmp_path / "out", cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    assert done.stderr.startswith("error: ")
    assert "bad.txt" in done.stderr
    assert "→" in done.stderr
    assert not done.stdout
    assert not (tmp_path / "out").exists()


def test_a_setting_nobody_knows_is_told(tmp_path: Path) -> None:
    (tmp_path / "publisher.toml").write_text('them = "x"\n', "utf-8")
    (tmp_path / "a.txt").write_text("# 标题\n\n近日，夜校开课。\n", "utf-8")
    done = run("build", "a.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert "publisher.toml:1: unknown setting 'them'" in done.stderr


@pytest.mark.parametrize("option", [["-o", "docx"], ["--theme", "nowhere"], ["--jobs", "0"]])
def test_an_unknown_format_theme_or_number_is_a_usage_error(
    first_seed: Path, tmp_path: Path, option: list[str]
) -> None:
    done = run("build", first_seed, *option, cwd=tmp_path)
    assert done.returncode == 2, done.stderr
    assert not (tmp_path / "build").exists()


def test_one_bad_issue_does_not_stop_the_others(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_bytes(b"")
    (seeds / "b.txt").write_text("# 工会办起夜校\n\n本报讯 近日，夜校开课。\n", "utf-8")
    done = run("build", "-o", "epub", cwd=tmp_path)
    assert done.returncode == 8, done.stderr
    assert done.stdout == f"{Path('build/b.epub')}\n"
    assert (tmp_path / "build" / "b.epub").exists()


def test_two_issues_of_one_name_are_refused(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name in ("a.txt", "a.md"):
        (seeds / name).write_text("# 工会办起夜校\n\n近日，夜校开课。\n", "utf-8")
    done = run("build", cwd=tmp_path)
    assert done.returncode == 3
    assert "both called 'a'" in done.stderr


def test_a_dry_run_writes_nothing(first_seed: Path, tmp_path: Path) -> None:
    done = run("build", first_seed, "-o", "epub", "--dry-run", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)[0]["gaps"] == 1
    assert not list(tmp_path.iterdir())


def test_the_library_needs_no_heavy_import_for_help(tmp_path: Path) -> None:
    code = (
        "import sys, publisher.cli.app;"
        "print([m for m in ('weasyprint', 'ebooklib', 'jinja2', 'rjieba', 'lxml',"
        " 'publisher.pipeline') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout == "[]\n"


BODY = "近日，海淀区总工会办起职工夜校，三百余名职工报名参加，课程有书法、合唱和摄影。"


def illustrated(folder: Path, mark: str, **files: bytes) -> Path:
    """An issue with a mark in its text, and files in its folder."""
    folder.mkdir()
    (folder / "page1.md").write_text(f"# 夜校开课\n\n{BODY}\n\n{mark}\n\n{BODY}\n", "utf-8")
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_bytes(content)
    return folder


@pytest.mark.parametrize(
    ("mark", "files"),
    [
        ("![甲](a.jpg)", {"a_jpg": photo(400, 300)[:-500]}),
        ("![甲](a.jpg)", {"a_jpg": b"GIF89a"}),
        ("![甲](a.png)", {"a_png": png_bomb(60_000, 60_000)}),
        ("![甲](a.svg)", {"a_svg": drawing("<script>alert(1)</script>")}),
        ("![甲](https://example.org/a.jpg)", {}),
        ("![甲](../secret.jpg)", {}),
        ("![甲](link.jpg)", {}),
    ],
)
def test_a_picture_that_is_refused_stops_the_build_before_anything_is_written(
    mark: str, files: dict[str, bytes], tmp_path: Path
) -> None:
    (tmp_path / "secret.jpg").write_bytes(photo())
    folder = illustrated(tmp_path / "issue", mark, **files)
    (folder / "link.jpg").symlink_to("../secret.jpg")
    done = run("build", folder, "--output", "out", cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    assert mark[5:-1] in done.stderr
    assert "→" in done.stderr
    assert not (tmp_path / "out").exists()


def test_check_tells_of_pictures_and_inspect_shows_them(tmp_path: Path) -> None:
    marks = "![](a.jpg)\n\n![乙](gone.jpg)\n\n图为职工在上课。"
    folder = illustrated(tmp_path / "issue", marks, a_jpg=photo(90, 60))
    done = run("check", folder, cwd=tmp_path)
    for code in ("PUB040", "PUB042", "PUB045"):
        assert code in done.stdout
    assert done.returncode == 4
    shown = json.loads(run("inspect", folder, "--json", cwd=tmp_path).stdout)
    (picture,) = shown["pictures"]
    assert (picture["name"], picture["width"], "content" in picture) == ("a.jpg", 90, False)
    kinds = [block["type"] for block in shown["articles"][0]["body"]]
    assert kinds == ["Paragraph", "Figure", "Figure", "Paragraph"]
    assert "2 pictures (1 missing)" in run("inspect", folder, cwd=tmp_path).stdout


def test_a_lone_files_pictures_lie_beside_it(tmp_path: Path) -> None:
    folder = illustrated(tmp_path / "seeds", "![甲](a.jpg)", a_jpg=photo(900, 600))
    done = run("build", folder / "page1.md", "-o", "epub", "--output", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    with ZipFile(tmp_path / "out" / "page1.epub") as archive:
        assert "EPUB/images/picture-0001.jpg" in archive.namelist()


def test_pictures_named_in_the_settings_come_to_their_article(tmp_path: Path) -> None:
    folder = illustrated(tmp_path / "issue", "图为职工在夜校写字。 赵强 摄", a_jpg=photo(900, 600))
    said = '[[images]]\nfile = "a.jpg"\narticle = "夜校开课"\nalt = "三名职工写字"\n'
    (folder / "issue.toml").write_text(said, "utf-8")
    done = run("inspect", folder, "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (figure,) = (
        block
        for block in json.loads(done.stdout)["articles"][0]["body"]
        if block["type"] == "Figure"
    )
    assert (figure["image"], figure["alternative"]) == ("a.jpg", "三名职工写字")
    assert figure["matched"] == "the article named in the settings"
    assert run("build", folder, "-o", "epub", "--output", "out", cwd=tmp_path).returncode == 0
    (folder / "a.jpg").unlink()
    missing = run("build", folder, "-o", "epub", "--output", "out2", cwd=tmp_path)
    assert missing.returncode == 3
    assert "a.jpg: there is no such picture" in missing.stderr
    (folder / "issue.toml").write_text(said.replace("夜校开课", "别的"), "utf-8")
    (folder / "a.jpg").write_bytes(photo())
    assert run("build", folder, "--output", "out2", cwd=tmp_path).returncode == 2
    assert not (tmp_path / "out2").exists()


def test_the_printers_copies_are_made_and_pass_their_check(
    first_seed: Path, tmp_path: Path
) -> None:
    done = run("build", first_seed, "-o", "print", "--impose", "--output", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    made = done.stdout.split()
    assert [name.rpartition("-")[2] for name in made] == ["print.pdf", "sheets.pdf"]
    assert "Ghostscript's stands in" in done.stderr
    done = run("check", *made, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_profile_that_isnt_a_presss_stops_a_build(first_seed: Path, tmp_path: Path) -> None:
    (tmp_path / "press.icc").write_bytes(b"no profile")
    (tmp_path / "publisher.toml").write_text('[press]\nprofile = "press.icc"\n')
    done = run("build", first_seed, "-o", "print", cwd=tmp_path)
    assert done.returncode == 2
    assert "press.icc: is no ICC profile" in done.stderr


def test_what_a_pdf_is_for_is_said_to_its_check(tmp_path: Path) -> None:
    saved(tmp_path / "a.pdf", painted("1 0 0 rg 60 60 9 9 re f"))
    done = run("check", "a.pdf", "--profile", "print", "--format", "sarif", cwd=tmp_path)
    assert done.returncode == 4
    (result,) = json.loads(done.stdout)["runs"][0]["results"]
    assert result["ruleId"] == "PUB106"
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "a.pdf"
    assert location["logicalLocations"] == [{"name": "page 1", "kind": "page"}]
    assert run("check", "a.pdf", "--profile", "paper", cwd=tmp_path).returncode == 2


def test_a_check_writes_a_report_beside_what_it_prints(tmp_path: Path) -> None:
    pdf = saved(tmp_path / "a.pdf", painted("1 0 0 rg 60 60 9 9 re f"))
    done = run("check", pdf, "--html", "out/report.html", "--json", cwd=tmp_path)
    assert done.returncode == 4
    assert [one["code"] for one in json.loads(done.stdout)] == ["PUB106"]
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "painted in RGB: 1 × fill" in page
