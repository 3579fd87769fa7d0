"""The ledger's ways between a source and its repaired text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from publisher.ledger import Certainty, Edit, Landing, Pass, apply
from publisher.text import Span


@st.composite
def passes(draw: st.DrawFn) -> tuple[str, tuple[Pass, ...]]:
    """A text and passes of edits that fit it and each other."""
    text = source = draw(st.text("工会夜校\n\f", max_size=20))
    found = []
    for number in range(draw(st.integers(0, 3))):
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
        spans = [Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
        edits = tuple(
            Edit(span, span.of(text), draw(st.text("开课", max_size=3)), Certainty.CERTAIN)
            for span in spans
        )
        found.append(Pass(f"rule-{number}", 1, edits))
        text = apply(text, edits)
    return source, tuple(found)


@given(passes())
def test_places_land_in_their_order_inside_the_text(case: tuple[str, tuple[Pass, ...]]) -> None:
    source, ran = case
    text = source
    for one in ran:
        text = apply(text, one.edits)
    places = [Landing(ran).of(place) for place in range(len(source) + 1)]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] == len(text)


@given(passes())
def test_a_place_lands_behind_all_that_stood_before_it(case: tuple[str, tuple[Pass, ...]]) -> None:
    source, ran = case
    for one in ran[:1]:
        inside = {
            place for edit in one.edits for place in range(edit.span.start + 1, edit.span.end)
        }
        for place in set(range(len(source) + 1)) - inside:
            before = [edit for edit in one.edits if edit.span.end <= place]
            assert Landing([one]).of(place) == len(apply(source[:place], before))


def test_a_place_inside_a_change_lands_at_its_end() -> None:
    edits = (Edit(Span(1, 4), "\n\f\n", "", Certainty.CERTAIN),)
    joined = Pass("broken-paragraphs", 1, edits)
    assert [Landing([joined]).of(place) for place in range(6)] == [0, 1, 1, 1, 1, 2]
