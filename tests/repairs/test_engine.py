"""The engine: rules propose, it disposes; it runs them until none changes anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest

from publisher import ledger
from publisher.errors import LedgerError
from publisher.ledger import Certainty
from publisher.repairs import Finding, Material, Rule, Verdict, repair
from publisher.repairs.engine import ROUNDS, applies
from publisher.text import Span, Transcript


def _rule(
    name: str, find: Callable[[Material], Iterable[Finding]], languages: Iterable[str] = ()
) -> Rule:
    return Rule(name, 1, f"the rule {name} of a test", find, frozenset(languages))


def _replaces(
    name: str, pattern: str, after: str, certainty: Certainty = Certainty.CERTAIN
) -> Rule:
    def find(material: Material) -> Iterable[Finding]:
        for match in re.finditer(pattern, material.text):
            yield Finding(Span(*match.span()), after, certainty, ("it is in the test",))

    return _rule(name, find)


def test_a_rule_sees_what_the_rules_before_it_left() -> None:
    rules = (_replaces("one", "a", "b"), _replaces("two", "b", "c"))
    repaired = repair(Transcript.of("ab"), rules, Material(""))
    assert repaired.text == "cc"
    assert [one.rule for one in repaired.ledger.passes] == ["one", "two"]


def test_the_rules_run_again_until_none_changes_anything() -> None:
    rules = (_replaces("late", "bb", "d"), _replaces("early", "a", "b"))
    repaired = repair(Transcript.of("aab"), rules, Material(""))
    assert repaired.text == "db"
    assert [one.rule for one in repaired.ledger.passes] == ["early", "late"]
    assert ledger.revert(repaired.ledger, repaired.text) == "aab"


def test_rules_that_undo_each_other_come_to_an_end() -> None:
    rules = (_replaces("one", "a", "b"), _replaces("two", "b", "a"))
    repaired = repair(Transcript.of("a"), rules, Material(""))
    assert len(repaired.ledger.passes) == 2 * ROUNDS
    assert ledger.revert(repaired.ledger, repaired.text) == "a"


def test_a_doubtful_finding_is_asked_and_changes_nothing() -> None:
    rules = (_replaces("one", "x", ""), _replaces("two", "b", "c", Certainty.DOUBTFUL))
    repaired = repair(Transcript.of("xab"), rules, Material(""))
    assert repaired.text == "ab"
    assert [(query.rule, query.span) for query in repaired.queries] == [("two", Span(2, 3))]


def test_a_break_inside_what_is_asked_about_is_left_open() -> None:
    def breaks(material: Material) -> Iterable[Finding]:
        for match in re.finditer("\n", material.text):
            yield Finding(Span(*match.span()), "", Certainty.CERTAIN, (), Verdict.JOIN)

    rules = (_replaces("x", "x", ""), _replaces("asks", "\nb", "", Certainty.DOUBTFUL))
    repaired = repair(Transcript.of("xa\nb\nc"), (*rules, _rule("breaks", breaks)), Material(""))
    assert repaired.text == "a\nbc"
    assert [query.span for query in repaired.queries] == [Span(2, 4)]
    assert [(one.offset, str(one.certainty)) for one in repaired.breaks] == [
        (2, "doubtful"),
        (4, "certain"),
    ]


def test_what_is_settled_in_a_later_round_is_asked_no_more() -> None:
    def find(material: Material) -> Iterable[Finding]:
        sure = Certainty.CERTAIN if "c" in material.text else Certainty.DOUBTFUL
        if "b" in material.text:
            place = material.text.index("b")
            yield Finding(Span(place, place + 1), "d", sure)

    rules = (_rule("unsure", find), _replaces("late", "a", "c"))
    repaired = repair(Transcript.of("ab"), rules, Material(""))
    assert repaired.text == "cd"
    assert not repaired.queries


def test_a_break_keeps_its_first_verdict_unless_the_text_is_changed_there() -> None:
    def find(material: Material) -> Iterable[Finding]:
        for match in re.finditer("\n", material.text):
            joined = "c" in material.text
            verdict = Verdict.JOIN if joined else Verdict.PARAGRAPH
            after = "" if joined else "\n"
            yield Finding(Span(*match.span()), after, Certainty.CERTAIN, (), verdict)

    rules = (_rule("breaks", find), _replaces("late", "a", "c"))
    repaired = repair(Transcript.of("a\nb"), rules, Material(""))
    assert [(one.offset, one.verdict) for one in repaired.breaks] == [(1, Verdict.JOIN)]
    alone = repair(Transcript.of("a\nb"), rules[:1], Material(""))
    assert [one.verdict for one in alone.breaks] == [Verdict.PARAGRAPH]


def test_a_finding_that_changes_nothing_is_no_edit() -> None:
    repaired = repair(Transcript.of("ab"), (_replaces("same", "a", "a"),), Material(""))
    assert not repaired.ledger.passes
    assert not repaired.queries


def test_findings_that_overlap_are_a_bug_of_the_rule() -> None:
    def find(_: Material) -> Iterable[Finding]:
        yield Finding(Span(0, 2), "", Certainty.CERTAIN)
        yield Finding(Span(1, 3), "", Certainty.CERTAIN)

    with pytest.raises(LedgerError):
        repair(Transcript.of("abc"), (_rule("wrong", find),), Material(""))


@pytest.mark.parametrize(
    ("languages", "language", "expected"),
    [
        ((), "zh-Hans", True),
        (("zh",), "zh-Hans", True),
        (("zh",), "", True),
        (("zh",), "en", False),
        (("de", "en"), "en-GB", True),
    ],
)
def test_a_rule_runs_for_its_languages(
    languages: tuple[str, ...], language: str, expected: bool
) -> None:
    rule = _rule("some", lambda _: (), languages)
    assert applies(rule, language) is expected


def test_an_empty_text_has_an_empty_ledger() -> None:
    repaired = repair(Transcript.of(""), (_replaces("one", "a", "b"),), Material(""))
    assert (repaired.text, repaired.ledger.passes, repaired.breaks) == ("", (), ())
