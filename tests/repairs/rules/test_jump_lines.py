"""jump-lines: two that meet are taken out and join; one alone stays."""

from __future__ import annotations

import pytest

from publisher.repairs import Material, Verdict
from publisher.repairs.rules.jump_lines import RULE, find
from tests.repairs.rules.verbs import check_noop, check_transformed


@pytest.mark.parametrize(
    ("leaving", "arriving"),
    [
        ("（下转第四版）", "（上接第一版）"),
        ("（下轉A4版）", "（上接A1版）"),
        ("（紧接第2版）", "（上接第1版）"),
        ("下转2版", "上接1版\n"),
    ],
)
def test_chinese_jumps_join(leaving: str, arriving: str) -> None:
    text = f"下一步将\n\n{leaving}\n\n{arriving}扩大到全市。"
    check_transformed(RULE, text, "下一步将扩大到全市。")


@pytest.mark.parametrize(
    ("leaving", "arriving"),
    [
        ("(Continued on Page A6)", "(Continued from Page A1)"),
        ("Continued on next page", "Continued from previous page"),
        ("See BOATS, Page 4", "From page 1"),
        ("Please turn to Page 12", "Continued from Page 1"),
        ("Fortsetzung auf Seite 4", "Fortsetzung von Seite 1"),
        ("Suite page 4", "Suite de la une"),
        ("Pasa a la página 4", "Viene de la página 1"),
        ("Segue a pagina 4", "Segue dalla prima"),
        ("Continua na página 4", "Continuação da página 1"),
        ("Окончание на стр. 4", "Начало на стр. 1"),
    ],
)
def test_jumps_in_spaced_scripts_join_with_a_space(leaving: str, arriving: str) -> None:
    text = f"ask for the\n\n{leaving}\n\n{arriving}\n\nvote"
    check_transformed(RULE, text, "ask for the vote")


def test_a_sentence_that_ended_stays_apart() -> None:
    check_transformed(RULE, "试点。（下转2版）\n\n（上接1版）下一步", "试点。\n\n下一步")


def test_before_a_capital_the_rule_for_breaks_decides() -> None:
    text = "the old bridge in San\n\n(Continued on A6)\n\n(Continued from A1)\n\nAntonio"
    check_transformed(RULE, text, "the old bridge in San\n\nAntonio")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("将（下转2版）\n\n（上接1版）扩大", Verdict.JOIN),
        ("将。（下转2版）\n\n（上接1版）下", Verdict.PARAGRAPH),
    ],
)
def test_the_break_has_a_verdict(text: str, verdict: Verdict) -> None:
    assert [one.verdict for one in find(Material(text))] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "（下转第四版）",
        "下一步将\n\n（下转第四版）\n\n# 标题",
        "下一步将\n\n（下转第四版）\n\n别的\n\n（上接第一版）扩大",
        "（上接第一版）扩大",
        "企业下转型决心",
        "（下转第四版）\n\n（上接第一版）",
        "see HARBOUR, Page A6 from A1 to A6",
        "Continued on page 4, the story was continued from page 1 of it.",
        "The train went from 1 to 4",
    ],
)
def test_a_jump_line_alone_and_sentences_stay(text: str) -> None:
    check_noop(RULE, text)
