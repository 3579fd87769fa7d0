"""The two verbs of a rule's tests: it leaves a text alone, or it changes it to another."""

from __future__ import annotations

from publisher.repairs import Material, Rule, repair
from publisher.text import Transcript


def changed(rule: Rule, text: str, language: str = "") -> str:
    """The text as the rule alone leaves it."""
    return repair(Transcript.of(text), (rule,), Material("", language)).text


def check_noop(rule: Rule, text: str, language: str = "") -> None:
    """The rule changes nothing and asks nothing."""
    repaired = repair(Transcript.of(text), (rule,), Material("", language))
    assert repaired.text == text
    assert not repaired.queries


def check_transformed(rule: Rule, text: str, expected: str, language: str = "") -> None:
    """The rule makes one text of another, and leaves its own result alone."""
    assert changed(rule, text, language) == expected
    assert changed(rule, expected, language) == expected


def check_asks(rule: Rule, text: str, language: str = "") -> None:
    """The rule changes nothing, but asks the editor."""
    repaired = repair(Transcript.of(text), (rule,), Material("", language))
    assert repaired.text == text
    assert repaired.queries
