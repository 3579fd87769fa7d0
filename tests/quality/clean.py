"""Clean text must pass through unchanged: `python -m tests.quality.clean` lists every edit made."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from publisher.pipeline import normalize
from tests.quality.corpora import FOLDER, archive, official

LANGUAGES = ("zh-Hans", "en", "de", "fr", "es", "ru", "ja", "ko")
#: So many sentences make a paragraph.
SENTENCES = 3
ARTICLES = 1000


def articles(language: str) -> Iterator[str]:
    """News articles in a language, with paragraphs of three sentences and no headline."""
    glue = "" if language in ("zh-Hans", "ja") else " "
    for line in (FOLDER / f"news-{language}.jsonl").read_text("utf-8").splitlines():
        sentences = [sentence.strip() for sentence in json.loads(line)["sentences"]]
        groups = [sentences[n : n + SENTENCES] for n in range(0, len(sentences), SENTENCES)]
        yield "\n\n".join(glue.join(group) for group in groups)


def chinese() -> Iterator[str]:
    """A thousand clean Chinese texts of ten paragraphs, half news, half official."""
    for source in (archive(), official()):
        paragraphs = [text.strip() for text in source if text.strip()]
        for number in range(ARTICLES // 2):
            part = paragraphs[10 * number : 10 * number + 10]
            if part:
                yield "\n\n".join(part)


def texts() -> Iterator[tuple[str, str]]:
    """Every clean text with the name of its kind."""
    for language in LANGUAGES:
        yield from ((language, text) for text in articles(language))
    yield from (("zh archive and official", text) for text in chinese())


def main() -> None:
    """Print each edit of a clean text, and the counts by kind."""
    counts: dict[str, list[int]] = {}
    for name, text in texts():
        result = normalize(text)
        edits = [(one.rule, edit) for one in result.ledger.passes for edit in one.edits]
        for rule, edit in edits:
            around = text[max(0, edit.span.start - 20) : edit.span.end + 20]
            sys.stdout.write(f"{name}: {rule}: {around!r} → {edit.after!r}\n")
        count = counts.setdefault(name, [0, 0, 0])
        count[0] += 1
        count[1] += len(edits)
        count[2] += len(result.queries)
    for name, (number, edits_made, queries) in counts.items():
        sys.stdout.write(f"{name}: {number} texts, {edits_made} edits, {queries} queries\n")


if __name__ == "__main__":
    main()
