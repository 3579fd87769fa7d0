"""A doubtful hyphen at a line's end is asked about; where something tells, it isn't."""

from __future__ import annotations

import pytest

from publisher.pipeline import normalize

RULE = "line-end-hyphens"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They wore new head-\nwear on the march to the harbour.", "en"),
        ("His pre-\ntensions were known in the whole town.", "en"),
        ("El delantero Las-\nsana marcó dos goles en el partido.", "es"),
        ("Am Sonntag sahen sie das Play-\noff-Spiel in der Halle.", "de"),
    ],
)
def test_a_doubtful_hyphen_is_asked_and_stays(text: str, language: str) -> None:
    result = normalize(text, language=language)
    assert result.text == text
    assert [query.rule for query in result.queries] == [RULE]
    query = result.queries[0]
    assert query.span.of(text) == query.before == "-\n"
    assert query.evidence


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # The text has the word elsewhere.
        ("The headwear: new head-\nwear.", "en", "The headwear: new headwear."),
        ("Lassana corre, y Las-\nsana marca.", "es", "Lassana corre, y Lassana marca."),
        ("Das Playoff: ein Play-\noff-Spiel.", "de", "Das Playoff: ein Playoff-Spiel."),
        # One of the two is far likelier.
        ("It was a well-\nknown harbour.", "en", "It was a well-known harbour."),
        ("The new infra-\nstructure.", "en", "The new infrastructure."),
        ("Die Vetera-\nnen-Organisationen.", "de", "Die Veteranen-Organisationen."),
        ("Новые ИТ-\nсистемы работают.", "ru", "Новые ИТ-системы работают."),
        # Between two columns, the halves belong together whatever the hyphen is.
        ("They wore new head-\n\nwear there.", "en", "They wore new head-wear there."),
    ],
)
def test_where_something_tells_nothing_is_asked(text: str, language: str, expected: str) -> None:
    result = normalize(text, language=language)
    assert result.text == expected
    assert not result.queries
