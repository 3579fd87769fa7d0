"""Runs inside calibre's own Python (`calibre-debug -e`): its heuristics on a text, timed.

The text becomes a paragraph a line, as calibre makes of text whose line ends it is told to keep.
"""

import html
import json
import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

ON = (
    "unwrap_lines dehyphenate fix_indents delete_blank_paragraphs markup_chapter_headings "
    "italicize_common_cases renumber_headings format_scene_breaks"
)
OPTIONS = SimpleNamespace(
    verbose=0, html_unwrap_factor=0.4, replace_scene_breaks="", **dict.fromkeys(ON.split(), True)
)
PARAGRAPH = re.compile(r"<(p|h\d|div)\b[^>]*>(.*?)</\1>", re.S)


class Silent:
    """A log that nobody reads."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_, **__: None


def main(given: str, result: str) -> None:
    """Repair the text of one file into another, and print load, wall, cpu and peak as JSON."""
    from calibre.ebooks.conversion.utils import HeuristicProcessor

    text = Path(given).read_text("utf-8")
    ready, busy = time.perf_counter(), time.process_time()
    lines = (f"<p>{html.escape(line, False) or '&nbsp;'}</p>" for line in text.split("\n"))
    page = f"<html><head><title></title></head><body>\n{chr(10).join(lines)}\n</body></html>"
    made = HeuristicProcessor(OPTIONS, Silent())(page)
    wall, cpu = time.perf_counter() - ready, time.process_time() - busy
    plain = (
        html.unescape(re.sub("<[^>]*>", "", one)).split() for _, one in PARAGRAPH.findall(made)
    )
    Path(result).write_text("\n\n".join(" ".join(words) for words in plain if words), "utf-8")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    figures = {"load": busy, "wall": wall, "cpu": cpu, "peak": peak}
    print(json.dumps(figures))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[-2:])
