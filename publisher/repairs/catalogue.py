"""The catalogue: every rule, in the order they run."""

from __future__ import annotations

from publisher.repairs.rule import Rule
from publisher.repairs.rules import (
    broken_paragraphs,
    control_characters,
    drop_caps,
    footnotes,
    han_spaces,
    hard_wraps,
    jump_lines,
    ligatures,
    line_end_hyphens,
    line_ends,
    mojibake,
    page_numbers,
    running_heads,
)

#: Written, not discovered: a rule sees the text as the rules above it left it.
CATALOGUE: tuple[Rule, ...] = (
    line_ends.RULE,
    mojibake.RULE,
    control_characters.RULE,
    ligatures.RULE,
    running_heads.RULE,
    page_numbers.RULE,
    jump_lines.RULE,
    drop_caps.RULE,
    footnotes.RULE,
    han_spaces.RULE,
    hard_wraps.RULE,
    line_end_hyphens.RULE,
    broken_paragraphs.RULE,
)
