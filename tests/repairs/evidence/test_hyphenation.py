"""What becomes of a hyphen, by document, by words, by language."""

from __future__ import annotations

import pytest

from publisher.ledger import Certainty
from publisher.repairs.evidence.hyphenation import Kind, counted, judge
from publisher.repairs.evidence.vocabulary import LANGUAGES, language_of, zipf


def test_words_are_counted_with_their_hyphens() -> None:
    words = counted("L’infra-structure, INFRA‐STRUCTURE; un porte-à-faux")
    assert words["infra-structure"] == 2
    assert words["porte-à"] == words["à-faux"] == 1


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_has_words(language: str) -> None:
    small = {"ru": "и", "uk": "і", "fi": "ja", "pl": "w", "cs": "a"}.get(language, "in")
    assert zipf(small, language) > 4
    assert zipf("xqzzt", language) == 0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council has asked for a delay.", "en"),
        ("Der Rat hat um einen Aufschub gebeten.", "de"),
        ("Le conseil a demandé un délai.", "fr"),
        ("El consejo ha pedido un aplazamiento.", "es"),
        ("Il consiglio ha chiesto un rinvio.", "it"),
        ("De raad heeft om uitstel gevraagd.", "nl"),
        ("Совет попросил отсрочку.", "ru"),
        ("Рада попросила відстрочку, і це добре.", "uk"),
    ],
)
def test_a_sentence_tells_its_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_no_words_tell_no_language() -> None:
    assert language_of("1931, 42", "de") == "de"
    assert language_of("") == ""


def test_the_document_outweighs_the_words() -> None:
    assert judge("long", "term", "en", {}).kind is Kind.KEEP
    found = judge("long", "term", "en", {"longterm": 2, "long-term": 1})
    assert (found.kind, found.certainty) == (Kind.REMOVE, Certainty.CERTAIN)


def test_an_unknown_word_is_less_sure_than_a_known_one() -> None:
    assert judge("govern", "ment", "en", {}).certainty is Certainty.CERTAIN
    assert judge("flim", "bargle", "en", {}).certainty is Certainty.PROBABLE
