"""How well divided words come back.

News articles are set in narrow columns, their words divided where hyphenation patterns allow it and
at the hyphens they have; the normalizer, which isn't told the language, must give them back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from difflib import SequenceMatcher

import pyphen

from publisher.pipeline import normalize
from tests.quality.corpora import FOLDER
from tests.quality.table import Table

PATTERNS = {"en": "en_US", "de": "de_DE", "fr": "fr", "es": "es", "ru": "ru_RU"}
#: Characters in a column of a newspaper.
COLUMN = 36
#: So many sentences make a paragraph.
SENTENCES = 3

_PART = re.compile(r"[^\W\d_]{5,}")


@dataclass(frozen=True, slots=True)
class Score:
    """Of a language: words divided, how many were asked about, and the share that came back.

    `applied` is that share of the words that were decided on. A word that is asked about stays
    divided and so didn't come back. `paragraphs` there were, and `left` there are.
    """

    divided: int
    asked: int
    right: float
    applied: float
    paragraphs: int
    left: int


def articles(language: str) -> Iterator[str]:
    """News articles in a language, a paragraph a line."""
    for line in (FOLDER / f"news-{language}.jsonl").read_text("utf-8").splitlines():
        sentences = json.loads(line)["sentences"]
        groups = [sentences[n : n + SENTENCES] for n in range(0, len(sentences), SENTENCES)]
        plain = (re.sub(r"[\s\u200b]+", " ", " ".join(group)).strip() for group in groups)
        yield "\n\n".join(plain)


def in_column(paragraph: str, patterns: pyphen.Pyphen) -> str:
    """A paragraph in lines of a column's width, words divided where they may be."""
    lines, line = [], ""
    for word in paragraph.split():
        rest = word
        while len(line) + 1 + len(rest) > COLUMN:
            room = COLUMN - len(line) - 1
            head = max(
                (one for one in _heads(rest, patterns) if len(one) <= room), key=len, default=""
            )
            if not head and not line:
                break
            lines.append(f"{line} {head}".strip())
            rest = rest[len(head) if rest.startswith(head) else len(head) - 1 :]
            line = ""
        line = f"{line} {rest}".strip()
    return "\n".join([*lines, line])


def _heads(word: str, patterns: pyphen.Pyphen) -> Iterator[str]:
    """The beginnings of a word that may end a line, with their hyphens."""
    for hyphen in re.finditer(r"(?<=\w)-(?=\w)", word):
        yield word[: hyphen.end()]
    for part in _PART.finditer(word):
        for place in patterns.positions(part[0]):
            if 2 <= place <= len(part[0]) - 2:
                yield word[: part.start() + place] + "-"


def score(language: str) -> Score:
    """Set every article of a language in columns and take it back."""
    patterns = pyphen.Pyphen(lang=PATTERNS[language])
    divided = asked = wrong = paragraphs = left = 0
    for text in articles(language):
        column = "\n\n".join(in_column(one, patterns) for one in text.split("\n\n"))
        result = normalize(column)
        back = result.text
        asked += sum(1 for query in result.queries if query.rule == "line-end-hyphens")
        divided += len(re.findall(r"(?<=\w)-\n", column))
        changes = SequenceMatcher(None, text.split(), back.split(), autojunk=False).get_opcodes()
        wrong += sum(1 for change in changes if change[0] != "equal")
        paragraphs += text.count("\n\n")
        left += back.count("\n\n")
    applied = 1 - (wrong - asked) / (divided - asked)
    return Score(divided, asked, 1 - wrong / divided, applied, paragraphs, left)


def table() -> Table:
    """A row for each language."""
    rows = [(language, score(language)) for language in PATTERNS]
    columns = ("language", *(one.name for one in fields(Score)))
    figures = ((name, *(getattr(one, key) for key in columns[1:])) for name, one in rows)
    return Table("Words divided at line ends", columns, tuple(figures))
