"""How quick the archive is: `python -m tests.archive.benchmark FOLDER [ISSUES]`; prints JSON.

Issues are made of the first seed's sentences, the same each time. The folder must be new; it's left
for a look, and for `FOLDER --readers`: 200 readers of it at once, for a minute.
"""

from __future__ import annotations

import json
import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from publisher.archive.auditing import audit
from publisher.archive.catalogue import opened, reindex
from publisher.archive.keeping import holdings, keep
from publisher.archive.record import BUILDER, as_json, record
from publisher.archive.search import Question, search
from publisher.archive.store import Store, create_store
from publisher.archive.terms import fold, matching, phrases
from publisher.archive.writer import writing
from publisher.model import Edition, Issue, Title
from publisher.structure import to_json
from tests.archive.readers import crowd
from tests.archive.shelf import BUILT, stamp
from tests.conftest import ROOT
from tests.issues import article, provenance

SEED = ROOT / "seeds" / "000_4ff8259dd7ecf7f0.txt"
ENGLISH = "labour union ASEAN workers skills contest evening school opened party delegates".split()
#: The bytes of a made edition, and of articles in an issue.
EDITION, ARTICLES = 40_000, 5
QUERIES = 500


def issues(count: int) -> Iterator[Issue]:
    """Issues of made articles, a day each."""
    chance = random.Random(8)
    sentences = re.findall(r"[^。\n]{6,}。", SEED.read_text("utf-8"))
    for number in range(count):
        articles = []
        for place in range(1, ARTICLES + 1):
            body = "".join(chance.choices(sentences, k=6))
            made = article(
                place, chance.choice(sentences)[:20], body, " ".join(chance.choices(ENGLISH, k=6))
            )
            articles.append(replace(made, id=f"n{number:05}-i{place:04}"))
        day = date(1998, 1, 1) + timedelta(number)
        yield Issue(
            f"n{number:05}",
            f"n{number:05}",
            "zh-Hans",
            tuple(articles),
            "文",
            title=Title("劳动午报"),
            date=day.isoformat(),
            provenance=provenance(),
        )


def kept(issue: Issue) -> dict[str, bytes]:
    """What is kept of a made issue."""
    chance = random.Random(issue.id)
    editions = (
        Edition(f"{issue.id}.epub", "application/epub+zip", chance.randbytes(EDITION)),
        Edition(f"{issue.id}.pdf", "application/pdf", chance.randbytes(EDITION)),
    )
    return record(issue, editions, to_json(issue), {BUILDER: as_json(BUILT)})


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """How many seconds it takes, and what it gives."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def best_of(works: Sequence[Callable[[], object]], times: int = 3) -> list[tuple[float, float]]:
    """The shortest time of each in seconds, and its processors' (its programs' too), by turns."""
    taken: list[list[tuple[float, float]]] = [[] for _ in works]
    for _ in range(times):
        for number, work in enumerate(works):
            before = os.times()
            seconds, _ = timed(work)
            spent = sum(after - was for was, after in zip(before[:4], os.times()[:4], strict=True))
            taken[number].append((seconds, spent))
    return [(min(one[0] for one in row), min(one[1] for one in row)) for row in taken]


def added(store: Store, count: int) -> tuple[float, dict[str, str]]:
    """Keep so many issues; the seconds of the keeping alone, and the articles' texts."""
    seconds = 0.0
    texts: dict[str, str] = {}
    with writing(store, print) as writer:
        for issue in issues(count):
            files = kept(issue)
            seconds += timed(lambda: keep(writer, issue.id, files, stamp()))[0]  # noqa: B023
            for one in issue.articles:
                lines = [str(one.headline), *(block.text for block in one.paragraphs)]
                texts[one.id] = "\n".join(lines)
    return seconds, texts


def everywhere(store: Store, query: str) -> set[str]:
    """Every article that a search finds, without the excerpts that a page of results has."""
    with opened(store.catalogue) as connection:
        rows = connection.execute(
            "SELECT article.id FROM words JOIN article ON article.row = words.rowid"
            " WHERE words MATCH ?",
            [f"text : ({matching(phrases(query))})"],
        )
        return {name for (name,) in rows}


def searches(store: Store, texts: dict[str, str]) -> dict[str, object]:
    """The time of searches, and how much of what a scan finds they find."""
    chance = random.Random(9)
    folded = {name: fold(text) for name, text in texts.items()}
    names = list(folded)
    took, worked, wanted_in_all, found_in_all, wrong = [], [], 0, 0, 0
    for number in range(QUERIES):
        query = chance.choice(ENGLISH) if number % 5 == 0 else ""
        while not re.fullmatch(r"[^\s\"A-Za-z]{1,6}|[A-Za-z]+", query):
            text = texts[chance.choice(names)]
            start = chance.randrange(len(text))
            query = text[start : start + 1 + number % 6]
        before = time.process_time()
        seconds, results = timed(lambda: search(store, Question(query)))  # noqa: B023
        took.append(seconds)
        worked.append(time.process_time() - before)
        word = query.isascii()
        pattern = re.compile(rf"\b{re.escape(fold(query))}\b", re.ASCII)
        wanted = {
            name
            for name, text in folded.items()
            if (pattern.search(text) if word and query.isalpha() else fold(query) in text)
        }
        found = everywhere(store, query)
        assert results.total == len(found)  # type: ignore[attr-defined]
        wanted_in_all += len(wanted)
        found_in_all += len(wanted & found)
        wrong += len(found - wanted)
    return {
        "queries": QUERIES,
        "median_ms": round(statistics.median(took) * 1000, 2),
        "median_work_ms": round(statistics.median(worked) * 1000, 2),
        "p95_ms": round(sorted(took)[int(len(took) * 0.95)] * 1000, 2),
        "recall": found_in_all / wanted_in_all,
        "found_wrongly": wrong,
    }


def sha512sum(store: Store) -> None:
    """Read the same files as an audit does, with the system's own program."""
    files = [str(path) for place in store.places() for path in place.rglob("*") if path.is_file()]
    for start in range(0, len(files), 2000):
        subprocess.run(["sha512sum", *files[start : start + 2000]], check=True, capture_output=True)


def main() -> None:
    """Run it all."""
    if sys.argv[2:] == ["--readers"]:
        sys.stdout.write(json.dumps(crowd(Path(sys.argv[1]) / "archive"), indent=1) + "\n")
        return
    folder, count = Path(sys.argv[1]), int((sys.argv[2:] or ["10000"])[0])
    store = create_store(folder / "archive")
    add, texts = added(store, count)
    listing, rows = timed(lambda: sum(1 for _ in holdings(store)))
    # Once to warm up: both read from memory.
    result, _ = audit(store)
    (ours, our_work), (theirs, their_work) = best_of(
        [lambda: audit(store), lambda: sha512sum(store)]
    )
    with writing(store, print) as writer:
        index, _ = timed(lambda: reindex(writer))
    values = {
        "issues": count,
        "files": result.files,
        "megabytes": round(result.bytes / 1e6),
        "faults": len(result.faults),
        "add_s": round(add, 1),
        "add_ms_each": round(add / count * 1000, 1),
        "list_s": round(listing, 2),
        "listed": rows,
        "verify_s": round(ours, 2),
        "sha512sum_s": round(theirs, 2),
        "verify_speed_of_sha512sum": round(theirs / ours, 2),
        # What counts on a machine that others use.
        "verify_work_of_sha512sum": round(their_work / our_work, 2),
        "reindex_s": round(index, 1),
        "catalogue_megabytes": round(store.catalogue.stat().st_size / 1e6),
        "text_megabytes": round(sum(len(text.encode()) for text in texts.values()) / 1e6),
        "search": searches(store, texts),
    }
    sys.stdout.write(json.dumps(values, indent=1) + "\n")


if __name__ == "__main__":
    main()
