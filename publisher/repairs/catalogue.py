"""The catalogue: every rule, in the order they run."""

from __future__ import annotations

from publisher.repairs.rule import Rule
from publisher.repairs.rules import (
    broken_paragraphs,
    columns_read_across,
    control_characters,
    drop_caps,
    footnotes,
    full_width_forms,
    han_spaces,
    hard_wraps,
    jump_lines,
    ligatures,
    line_end_hyphens,
    line_ends,
    mojibake,
    overlapping_columns,
    page_numbers,
    pull_quotes,
    quotation_marks,
    running_heads,
    wrapped_headings,
)

#: Written, not discovered: a rule sees the text as the rules above it left it. First the signs,
#: since all else reads them; then what doesn't belong to the text; then its lines; then its breaks.
CATALOGUE: tuple[Rule, ...] = (
    line_ends.RULE,
    mojibake.RULE,
    control_characters.RULE,
    ligatures.RULE,
    full_width_forms.RULE,
    quotation_marks.RULE,
    running_heads.RULE,
    page_numbers.RULE,
    jump_lines.RULE,
    drop_caps.RULE,
    footnotes.RULE,
    columns_read_across.RULE,
    han_spaces.RULE,
    wrapped_headings.RULE,
    hard_wraps.RULE,
    line_end_hyphens.RULE,
    overlapping_columns.RULE,
    pull_quotes.RULE,
    broken_paragraphs.RULE,
)
