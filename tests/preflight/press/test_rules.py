"""Each rule for a press: its faults are found, and what is near them isn't."""

from __future__ import annotations

import shutil
from importlib import import_module
from pathlib import Path

import pikepdf
import pytest
from pikepdf import String

from publisher.diagnostics import CODES, Diagnostic
from publisher.errors import ToolMissing, UsageError
from publisher.preflight.pdf import check_pdf
from publisher.preflight.press import RULES, rules
from publisher.preflight.press.file import press_file
from tests.preflight.press.making import Change, content, intent, picture, saved
from tests.preflight.press.samples import SAMPLES

BAD = [(rule, bad) for rule, (_, faults, _) in SAMPLES.items() for bad in faults]
NEAR = [(rule, near) for rule, (_, _, misses) in SAMPLES.items() for near in misses]


def found(rule: str, path: Path) -> list[Diagnostic]:
    with pikepdf.open(path) as pdf:
        check = import_module(f"publisher.preflight.press.rules.{rule}").check
        return list(check(press_file(path, pdf)))


def test_every_rule_is_in_the_table_and_has_samples() -> None:
    files = {one.stem for one in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    assert files == set(RULES) == set(SAMPLES)


@pytest.mark.parametrize(("rule", "bad"), BAD)
def test_a_fault_is_found(rule: str, bad: Change, tmp_path: Path) -> None:
    path = saved(tmp_path / "a.pdf", bad)
    assert {one.code for one in found(rule, path)} == {SAMPLES[rule][0]}


@pytest.mark.parametrize(("rule", "near"), NEAR)
def test_what_is_near_a_fault_is_none(rule: str, near: Change, tmp_path: Path) -> None:
    assert found(rule, saved(tmp_path / "a.pdf", near)) == []


def test_a_sound_file_passes_every_rule(tmp_path: Path) -> None:
    assert check_pdf(saved(tmp_path / "a.pdf")) == ()


def test_a_locked_file_is_faulted(tmp_path: Path) -> None:
    with pikepdf.open(saved(tmp_path / "a.pdf")) as pdf:
        pdf.save(tmp_path / "b.pdf", encryption=pikepdf.Encryption(owner="one", user=""))
    assert [one.message for one in found("forbidden", tmp_path / "b.pdf")] == ["it is encrypted"]


def test_a_file_without_an_id_is_faulted(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.pdf")
    with pikepdf.open(path) as pdf:
        del pdf.trailer["/ID"]
        check = import_module("publisher.preflight.press.rules.identification").check
        assert [one.message for one in check(press_file(path, pdf))] == ["its trailer has no ID"]


def test_faults_name_their_page_and_a_remedy(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.pdf", content("1 0 0 rg 60 60 9 9 re f 70 70 9 9 re f"))
    (one,) = found("screen_colours", path)
    assert (one.where, one.message) == (f"{path}: page 1", "painted in RGB: 2 × fill")
    assert one.remedy


@pytest.mark.parametrize(
    ("condition", "limit"), [("FOGRA51", 300), ("FOGRA39", 330), ("IFRA26", 220), ("Custom", 300)]
)
def test_total_ink_is_measured_against_the_condition(
    condition: str, limit: int, tmp_path: Path
) -> None:
    ink = content("1 1 1 .5 k 0 0 400 400 re f")
    named = intent(OutputConditionIdentifier=String(condition))
    (one,) = found("total_ink", saved(tmp_path / "a.pdf", named, ink))
    assert one.message == f"up to 350 % of ink, on 100.0% of the page more than {limit} %"


@pytest.mark.parametrize(
    ("pixels", "points", "code"),
    [(60, 40, "PUB042"), (100, 40, "PUB041"), (112, 40, None), (300, 40, None)],
)
def test_pixels_are_counted_by_the_size_on_paper(
    pixels: int, points: int, code: str | None, tmp_path: Path
) -> None:
    codes = [
        one.code for one in found("resolution", saved(tmp_path / "a.pdf", picture(pixels, points)))
    ]
    assert codes == ([code] if code else [])


@pytest.mark.parametrize("fields", [{"ImageMask": True}, {"BitsPerComponent": 1}])
def test_a_picture_of_one_bit_wants_more_pixels(fields: dict[str, int], tmp_path: Path) -> None:
    path = saved(tmp_path / "a.pdf", picture(200, 40, **fields))
    assert [one.code for one in found("resolution", path)] == ["PUB041"]


@pytest.mark.parametrize(
    ("tool", "rule"), [("gs", "total_ink"), ("pdftotext", "overprinted_glyphs")]
)
def test_a_missing_tool_is_named(
    tool: str, rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(ToolMissing) as raised:
        found(rule, saved(tmp_path / "a.pdf"))
    assert "apt-get install" in raised.value.remedy


def test_an_unknown_profile_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no profile 'paper'"):
        check_pdf(saved(tmp_path / "a.pdf"), "paper")


def test_a_form_within_itself_ends(tmp_path: Path) -> None:
    def round_and_round(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"0 0 1 rg 60 60 9 9 re f /P Do", Subtype=pikepdf.Name.Form)
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=form))
        content("/P Do", XObject=pikepdf.Dictionary(P=form))(pdf)

    assert len(found("screen_colours", saved(tmp_path / "a.pdf", round_and_round))) == 1


def test_the_manual_names_every_rule_with_its_severity(root: Path) -> None:
    manual = (root / "publisher" / "preflight" / "PDF.md").read_text("utf-8")
    wanted = {code for code, _, _ in SAMPLES.values()} | {f"PUB{n}" for n in range(125, 131)}
    for code in wanted - {"PUB042", "PUB125"}:
        assert f"| {code} | {CODES[code].severity} |" in manual
    assert all(f"({code})" in manual for code in ("PUB125", "PUB131"))
