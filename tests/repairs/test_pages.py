"""The rules' pages as tests: what they repair, what they leave alone, what is known to fail.

A sample is a block fenced as ```text LANGUAGE; `\\f`, `\\r`, `\\n`, `\\t` and `\\uXXXX` in it stand
for the character. In Repairs and Known failures a line `----` divides what was from what shall be.
A block fenced as ```text LANGUAGE all runs through the whole catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

import pytest

from publisher.repairs import Material, Rule, repair
from publisher.repairs.catalogue import CATALOGUE
from publisher.text import Transcript

SECTIONS = (
    "What it does",
    "Why it happens",
    "Evidence",
    "Repairs",
    "Leaves alone",
    "Known failures",
    "References",
)
_SAMPLE = re.compile(r"```text *([^\n]*)\n(.*?)\n```", re.S)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|[frnt])")


@dataclass(frozen=True)
class Sample:
    rule: Rule
    section: str
    number: int
    language: str
    whole: bool
    before: str
    after: str


def page(rule: Rule) -> str:
    return (files("publisher.repairs.rules") / f"{rule.name}.md").read_text("utf-8")


def sections(text: str) -> dict[str, str]:
    parts = re.split(r"^## (.+)$", text, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def unescaped(text: str) -> str:
    return _ESCAPE.sub(
        lambda found: f'"\\{found[1]}"'.encode().decode("unicode_escape")[1:-1], text
    )


def samples(*wanted: str) -> Iterator[Sample]:
    for rule in CATALOGUE:
        for section in wanted:
            found = _SAMPLE.findall(sections(page(rule)).get(section, ""))
            for number, (info, body) in enumerate(found, start=1):
                before, _, after = body.partition("\n----\n")
                yield Sample(
                    rule,
                    section,
                    number,
                    info.replace("all", "").strip(),
                    "all" in info.split(),
                    unescaped(before),
                    unescaped(after if section != "Leaves alone" else before),
                )


def name(sample: Sample) -> str:
    return f"{sample.rule.name}-{sample.section.replace(' ', '-')}-{sample.number}"


def repaired(sample: Sample) -> str:
    rules = CATALOGUE if sample.whole else (sample.rule,)
    result = repair(Transcript.of(sample.before), rules, Material(sample.before, sample.language))
    return result.text


@pytest.mark.parametrize("sample", list(samples("Repairs")), ids=name)
def test_it_repairs(sample: Sample) -> None:
    assert repaired(sample) == sample.after


@pytest.mark.parametrize("sample", list(samples("Leaves alone", "Repairs")), ids=name)
def test_it_leaves_alone(sample: Sample) -> None:
    text = sample.after
    again = Sample(sample.rule, "", 0, sample.language, sample.whole, text, text)
    assert repaired(again) == text


@pytest.mark.parametrize("sample", list(samples("Known failures")), ids=name)
@pytest.mark.xfail(strict=True, raises=AssertionError)
def test_it_is_known_to_fail(sample: Sample) -> None:
    assert repaired(sample) == sample.after


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.name)
def test_a_page_has_every_section_and_a_sample_of_each_kind(rule: Rule) -> None:
    found = sections(page(rule))
    assert tuple(found) == SECTIONS
    assert _SAMPLE.search(found["Repairs"])
    assert _SAMPLE.search(found["Leaves alone"])
