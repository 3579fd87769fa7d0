"""The catalogue names every rule once, and each rule keeps its promises."""

from __future__ import annotations

import pkgutil

from hypothesis import given
from hypothesis import strategies as st

import publisher.repairs.rules as rules
from publisher import ledger
from publisher.pipeline import normalize
from publisher.repairs.catalogue import CATALOGUE


def test_no_rule_is_missing_from_the_catalogue() -> None:
    modules = {module.name for module in pkgutil.iter_modules(rules.__path__)}
    assert modules == {rule.name.replace("-", "_") for rule in CATALOGUE}
    assert len({rule.name for rule in CATALOGUE}) == len(CATALOGUE)


_SIGNS = [
    "\n",
    "\n\n",
    "\n\n\n\n",
    "\f",
    "\r\n",
    "\u2028",
    "\u3000\u3000",
    " ",
    "\x00",
    "\ud800",
    "\u00ad",
]
_WORDS = """。·，·“·”·（·）·- ·1. ·一、·|·12·围绕产·业链·本报讯·全 市 共 建·（下转第四版）
图为展览现场。·# ·**·本报记者 彭程 摄·>> 经验 <<·⟦gap⟧·the harbour·infra-·structure·Haupt-·und·ﬁ
「もう」·회의가·（上接第一版）·See HARBOUR, Page A6·FROM A1·41·42·Page 3·Page 4·News 2·News 3·News 4
T·he mayor·HE recent·A ·Q: ·A: ·问：·答：·此致·敬礼·2025年3月8日·cafÃ©·l'·acqua ·⸗·¬·tion·产业
4 Minutes of the board.·1931.4 Later·Agenda·Opening·Accounts for the year·一等奖·东城区合唱团
new head-·wear ·HARBOUR NEWS·圍繞產·業鏈·The ferry was built in Cork in spring, and it had carried
with the tide that night, and nobody on the quay·with the tide that nigbt, and nobody on the quay
The council met. ·。他说·—¿Vienes?·“你好。”·Photo: John Smith·![a](b.png)·２０·``so''·2. ·二、"""
_PIECES = st.sampled_from([*_SIGNS, *_WORDS.replace("\n", "·").split("·")])
_TEXTS = st.one_of(st.lists(_PIECES, max_size=30).map("".join), st.text(max_size=60))


@given(_TEXTS)
def test_the_source_comes_back_whatever_it_is(text: str) -> None:
    result = normalize(text)
    assert ledger.revert(result.ledger, result.text) == text


@given(_TEXTS)
def test_a_second_run_changes_nothing(text: str) -> None:
    once = normalize(text).text
    assert normalize(once).text == once


@given(_TEXTS)
def test_the_signs_of_layout_are_never_altered(text: str) -> None:
    result = normalize(text).text
    assert all(result.count(sign) == text.count(sign) for sign in ("#", "**", ">>", "<<"))


@given(_TEXTS)
def test_breaks_and_queries_lie_in_the_source_in_order(text: str) -> None:
    result = normalize(text)
    offsets = [one.offset for one in result.breaks]
    assert offsets == sorted(offsets)
    spans = [one.span for one in result.breaks] + [query.span for query in result.queries]
    assert all(span.end <= len(text) for span in spans)


@given(_TEXTS)
def test_every_printed_character_leads_back_into_the_source(text: str) -> None:
    result = normalize(text)
    back = ledger.Origin(result.ledger.passes)
    for place, sign in enumerate(result.text):
        span = back.of(ledger.Span(place, place + 1))
        assert 0 <= span.start <= span.end <= len(text)
        if len(span) == 1 and sign == text[span.start]:
            assert span.of(text) == sign
