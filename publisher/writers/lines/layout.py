"""Makes WeasyPrint set lines of Chinese and Japanese as the trade does, and lay each out once.

Stock, it stretches only spaces, of which a line of Han has none: its right edge stays ragged.
Here a loose line takes in a character more by squeezing its marks (`squeeze`), and what width is
still missing goes between its characters (`stretching`). The layout's glyphs are widened or
narrowed, so nothing that Pango decided (breaks, shaping, features) changes.

Made to go upstream: `split_line` would extend `split_first_line`, `stretch_line` come before
`text_align`, `widen` extend `Layout.get_first_line`, `marked` extend `Stream.marked`, `draw_marks`
extend `draw_text_decoration`, and `LineMemo` stand around `get_next_linebox`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from publisher.errors import BuildError
from publisher.writers.lines.drawing import is_told, marked_with_text, widen
from publisher.writers.lines.emphasis import draw_marks, is_emphasized
from publisher.writers.lines.memo import LineMemo
from publisher.writers.lines.squeeze import split_line
from publisher.writers.lines.stretching import stretch_line

#: The version of WeasyPrint that these functions were made for and tested with.
TESTED = "70.0"


@contextmanager
def justified_han() -> Iterator[None]:
    """While it holds, WeasyPrint justifies ideographic lines. One thread at a time.

    Raises BuildError where WeasyPrint isn't the version that this was tested with.
    """
    import weasyprint
    from weasyprint.draw import text as drawing
    from weasyprint.layout import inline
    from weasyprint.pdf.stream import Stream
    from weasyprint.text.line_break import Layout

    if weasyprint.__version__ != TESTED:
        raise BuildError(
            f"WeasyPrint is {weasyprint.__version__}; Chinese justification needs {TESTED}",
            remedy=f"Install weasyprint=={TESTED}, or set up the environment again.",
        )
    plain_align, plain_split = inline.text_align, inline.split_first_line
    plain_first, plain_marked = Layout.get_first_line, Stream.marked
    plain_line, plain_decoration = inline.get_next_linebox, drawing.draw_text_decoration

    def text_align(context: Any, line: Any, available_width: float, last: bool) -> float:
        if stretch_line(line, available_width - line.width, last):
            return 0
        offset: float = plain_align(context, line, available_width, last)
        return offset

    def split_first_line(*line: Any, **more: Any) -> Any:
        return split_line(plain_split, *line, **more)

    def get_first_line(layout: Any) -> Any:
        first, index = plain_first(layout)
        growth = getattr(layout, "growth", None)
        if growth is not None and getattr(layout, "grown", None) is not layout.layout:
            widen(first, layout.text, growth)
            layout.grown = layout.layout
        return first, index

    def marked(stream: Any, box: Any, tag: str) -> AbstractContextManager[None]:
        tagged: AbstractContextManager[None] = (
            marked_with_text(stream, box, tag)
            if stream._tags is not None and is_told(box)
            else plain_marked(stream, box, tag)
        )
        return tagged

    def draw_text_decoration(stream: Any, box: Any, x: float, y: float, *look: Any) -> None:
        if is_emphasized(box):
            draw_marks(stream, box, look[-1])
        else:
            plain_decoration(stream, box, x, y, *look)

    try:
        inline.text_align, inline.split_first_line = text_align, split_first_line
        inline.get_next_linebox = LineMemo(plain_line).next_line
        Layout.get_first_line, Stream.marked = get_first_line, marked
        drawing.draw_text_decoration = draw_text_decoration
        yield
    finally:
        inline.text_align, inline.split_first_line = plain_align, plain_split
        inline.get_next_linebox = plain_line
        Layout.get_first_line, Stream.marked = plain_first, plain_marked
        drawing.draw_text_decoration = plain_decoration
