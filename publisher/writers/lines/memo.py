"""Lays a line out once: WeasyPrint balances columns by trying heights, each time line by line.

Where no float is about, a line depends only on where its text begins and how wide it may be: what
was laid out before is copied and moved to its place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

#: So many lines are kept: those of about a dozen pages, more than the columns of one are tried for.
_KEPT = 2048


class LineMemo:
    """Stands before WeasyPrint's `get_next_linebox`, for one document."""

    def __init__(self, plain: Callable[..., Any]) -> None:
        self._plain = plain
        #: The paragraph's line box is part of what is kept, so that its identity stays its own.
        self._kept: dict[Any, tuple[Any, Any, Any, float, float]] = {}

    def next_line(
        self,
        context: Any,
        linebox: Any,
        position_y: float,
        bottom_space: float,
        skip_stack: Any,
        containing_block: Any,
        *more: Any,
    ) -> Any:
        """The line that begins at a place of a paragraph, and where the next begins."""
        *_, first_letter_style, first_line_style = more
        if context.excluded_shapes or first_letter_style or first_line_style:
            return self._plain(
                context, linebox, position_y, bottom_space, skip_stack, containing_block, *more
            )
        left = containing_block.content_box_x()
        key = (id(linebox), repr(skip_stack), containing_block.width, linebox.text_indent)
        if key in self._kept:
            _, line, resume_at, from_x, from_y = self._kept[key]
            again = line.deepcopy()
            again.translate(left - from_x, position_y - from_y)
            return again, resume_at
        line, resume_at = self._plain(
            context, linebox, position_y, bottom_space, skip_stack, containing_block, *more
        )
        if line is not None and _is_plain(line):
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = linebox, line.deepcopy(), resume_at, left, position_y
        return line, resume_at


def _is_plain(box: Any) -> bool:
    """Whether a line holds text of an element only.

    A float, a footnote or a picture is laid out apart; generated text (`a::before`, a margin's)
    changes once the number of a page is known.
    """
    from weasyprint.formatting_structure import boxes

    if not isinstance(box, boxes.TextBox | boxes.LineBox | boxes.InlineBox):
        return False
    if "::" in (box.element_tag or "::") or box.footnote or not box.is_in_normal_flow():
        return False
    return all(map(_is_plain, getattr(box, "children", ())))
