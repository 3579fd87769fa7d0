"""Clean text must pass through unchanged: `python -m tests.quality.clean` lists every edit made."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator

from publisher.pipeline import normalize
from tests.quality.corpora import FOLDER, archive, official
from tests.quality.table import Table

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


def table() -> Table:
    """Of each kind of clean text: how many there are, the edits made and the questions asked."""
    number: Counter[str] = Counter()
    edits: Counter[str] = Counter()
    queries: Counter[str] = Counter()
    for name, text in texts():
        result = normalize(text)
        number[name] += 1
        edits[name] += sum(len(one.edits) for one in result.ledger.passes)
        queries[name] += len(result.queries)
    rows = tuple((name, number[name], edits[name], queries[name]) for name in number)
    return Table("Clean text", ("text", "texts", "edits", "queries"), rows)


def main() -> None:
    """Print each edit of a clean text and each question, in its context."""
    for name, text in texts():
        result = normalize(text)
        for one in result.ledger.passes:
            for edit in one.edits:
                around = text[max(0, edit.span.start - 20) : edit.span.end + 20]
                sys.stdout.write(f"{name}: {one.rule}: {around!r} → {edit.after!r}\n")
        for query in result.queries:
            around = text[max(0, query.span.start - 20) : query.span.end + 20]
            sys.stdout.write(f"{name}: {query.rule} asks: {around!r} {query.question}\n")


if __name__ == "__main__":
    main()
