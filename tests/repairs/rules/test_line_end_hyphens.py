"""line-end-hyphens: divided words are put together, and a word's own hyphen stays."""

from __future__ import annotations

import pytest

from publisher.ledger import revert
from publisher.repairs import Material, Verdict, repair
from publisher.repairs.rules.line_end_hyphens import RULE, find
from publisher.text import Transcript
from tests.repairs.rules.verbs import check_noop, check_transformed


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "the govern-\nment said", "the government said"),
        ("en", "the govern- \n  ment said", "the government said"),
        ("en", "the govern\u2010\nment said", "the government said"),
        ("en", "the govern¬\nment said", "the government said"),
        ("en", "a long-\nterm plan", "a long-term plan"),
        ("en", "pre-\nand post-war", "pre- and post-war"),
        ("en", "the thous-\nand islands", "the thousand islands"),
        ("en", "INFRA-\nSTRUCTURE PLAN", "INFRASTRUCTURE PLAN"),
        ("en", "in 2019-\n2020", "in 2019-2020"),
        ("en", "COVID-\n19", "COVID-19"),
        ("en", "the Anglo-\nAmerican war", "the Anglo-American war"),
        ("de", "die Bundes-\nregierung", "die Bundesregierung"),
        ("de", "im Kürbis, im Kür-\nbis", "im Kürbis, im Kürbis"),
        ("de", "das Buß⸗\n\ngeld", "das Bußgeld"),
        ("de", "um dar⸗\n\nu\u0364ber zu", "um daru\u0364ber zu"),
        ("de", "ein Stück Bak-\nkenbart", "ein Stück Backenbart"),
        ("fr", "l’infra-\nstructure", "l’infrastructure"),
        ("fr", "dit-\nelle", "dit-elle"),
        ("fr", "la vil-\nle", "la ville"),
        ("es", "la pobla-\nción", "la población"),
        ("it", "il gover-\nno ha detto", "il governo ha detto"),
        ("nl", "voor- \nen nadelen", "voor- en nadelen"),
        ("ru", "прави-\nтельство", "правительство"),
        ("ru", "кто-\nнибудь", "кто-нибудь"),
        ("ru", "новое мес-\nто", "новое место"),
    ],
)
def test_a_divided_word_is_put_together(language: str, text: str, expected: str) -> None:
    check_transformed(RULE, text, expected, language)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-\n",
        "a -\nb",
        "a –\nb",
        "a—\nb",
        "- a\n- b",
        "---\ntitle\n---",
        "well-known",
        "Haupt- und Nebenstraßen",
        "产品A-\n生产",
        "第-\n一",
        "word-",
        "word-\n\n\n",
        "word-\n\n# Heading",
        "word-\n\n■ label",
        "word-\n\n1. a list",
        "x=\ny",
    ],
)
def test_what_is_no_divided_word_stays(text: str) -> None:
    check_noop(RULE, text)


def test_the_document_is_the_dictionary() -> None:
    check_transformed(RULE, "the foobar, a foo-\nbar", "the foobar, a foobar", "en")
    check_transformed(
        RULE, "the govern-ment, a govern-\nment", "the govern-ment, a govern-ment", "en"
    )


@pytest.mark.parametrize("text", ["12-\n\n13", "12-\n回", "12-\n\nA: 1", "中a-\nb中"])
def test_a_text_without_a_language_is_no_hindrance(text: str) -> None:
    repaired = repair(Transcript.of(text), (RULE,), Material(""))
    assert revert(repaired.ledger, repaired.text) == text


def test_the_language_is_each_paragraphs_own() -> None:
    text = (
        "Die Regierung hat gestern die neuen Haupt-\nund Nebenstraßen freigegeben.\n\n"
        "The government has opened the main roads and the long-\nterm plan."
    )
    assert "Haupt- und" in repair(Transcript.of(text), (RULE,), Material("")).text
    assert "long-term" in repair(Transcript.of(text), (RULE,), Material("")).text


def test_only_a_word_across_a_break_has_a_verdict() -> None:
    near, far = (list(find(Material(f"the govern-{white}ment", "en"))) for white in ("\n", "\n\n"))
    assert [one.verdict for one in near] == [None]
    assert [one.verdict for one in far] == [Verdict.JOIN]


def test_a_page_end_is_no_hindrance() -> None:
    check_transformed(RULE, "the govern-\f\nment said", "the government said", "en")


def test_the_rest_of_a_word_is_brought_up_from_behind_a_picture() -> None:
    text = "the infra-\n\n![pier](a.png)\n\nPhoto: J. Smith\n\nstructure, too."
    expected = "the infrastructure,\n\n![pier](a.png)\n\nPhoto: J. Smith\n\ntoo."
    check_transformed(RULE, text, expected, "en")


@pytest.mark.parametrize("rest", ["Structure of it", "bargle, too.", "# Heading"])
def test_what_surely_is_no_rest_stays_behind_a_picture(rest: str) -> None:
    check_noop(RULE, f"the infra-\n\nPhoto: J. Smith\n\n{rest}", "en")


@pytest.mark.parametrize(
    "text",
    [
        "the infra-\n\nPhoto: John Smi-\n\nstructure, too",
        "the infra-\n\nPhoto: J. Smith\n\nstructure-\n\nPhoto: J. Smith\n\nof it",
        "infra-\n\nPhoto: A-\n\nPhoto: B-\n\nstructure-\nstructure",
    ],
)
def test_hyphens_that_want_the_same_rest_do_not_overlap(text: str) -> None:
    repaired = repair(Transcript.of(text), (RULE,), Material("", "en"))
    assert revert(repaired.ledger, repaired.text) == text


@pytest.mark.parametrize("right", ["Oscar Isaac", "of the town"])
def test_a_beginning_that_nothing_completes_is_lost_text(right: str) -> None:
    text = f"He plays a flam-\n\n{right}"
    check_transformed(RULE, text, f"He plays a flam-⟦gap⟧\n\n{right}", "en")


@pytest.mark.parametrize(
    ("left", "right"), [("pre-", "Christmas"), ("EU-", "Länder"), ("Oscar-", "Isaac")]
)
def test_a_known_word_is_not_taken_for_a_loss(left: str, right: str) -> None:
    check_transformed(RULE, f"the {left}\n\n{right}", f"the {left}{right}", "en")
