"""Many readers at once: `python -m tests.archive.benchmark FOLDER --readers`, over loopback.

The room is a process of its own, over the archive that the benchmark left in the folder. A reader
goes from the first page to an issue, an article, a search and a part of an edition, and again.
"""

from __future__ import annotations

import asyncio
import random
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

import httpx2

READERS, SECONDS = 200, 60
WORDS = ("工会", "劳动", "夜校", "labour", "ASEAN", "workers skills")
_TIMEOUT = 30


@contextmanager
def served(archive: Path) -> Iterator[str]:
    """The address of a room that is served while the block runs."""
    command = [sys.executable, "-m", "publisher", "archive", "serve", "--port", "0"]
    with subprocess.Popen(
        [*command, "--archive", str(archive)], stdout=subprocess.PIPE, text=True
    ) as room:
        assert room.stdout
        yield room.stdout.readline().strip()
        room.terminate()


async def _reads(
    client: httpx2.AsyncClient, number: int, until: float, seen: Counter[str], took: list[float]
) -> None:
    chance = random.Random(number)

    async def get(address: str, **headers: str) -> str:
        start = time.perf_counter()
        try:
            answer = await client.get(address, headers=headers)
        except httpx2.HTTPError as fault:
            seen[type(fault).__name__] += 1
            return ""
        took.append(time.perf_counter() - start)
        seen[str(answer.status_code)] += 1
        return answer.text if "text/html" in answer.headers.get("content-type", "") else ""

    def pick(page: str, pattern: str, here: str) -> str:
        found = re.findall(rf'href="([^"]*{pattern})"', page)
        return urljoin(here, chance.choice(found)) if found else here

    while time.perf_counter() < until:
        year = pick(await get("/"), r"years/[^\"]+", "/")
        issue = pick(await get(year), r"issues/[^\"]+/index.html", year)
        page = await get(issue)
        await get(pick(page, r"articles/[^\"]+\.html", issue))
        await get(pick(page, r"\.epub", issue), range="bytes=0-65535")
        await get(f"/search?q={chance.choice(WORDS)}")


async def _crowd(address: str, seconds: float) -> dict[str, object]:
    seen: Counter[str] = Counter()
    took: list[float] = []
    limits = httpx2.Limits(max_connections=READERS, max_keepalive_connections=READERS)
    async with httpx2.AsyncClient(base_url=address, limits=limits, timeout=_TIMEOUT) as client:
        until = time.perf_counter() + seconds
        await asyncio.gather(
            *(_reads(client, number, until, seen, took) for number in range(READERS))
        )
    good = seen["200"] + seen["206"]
    return {
        "readers": READERS,
        "seconds": seconds,
        "answers": dict(seen),
        "errors": seen.total() - good,
        "answers_a_second": round(good / seconds),
        "median_ms": round(statistics.median(took) * 1000),
        "p95_ms": round(sorted(took)[int(len(took) * 0.95)] * 1000),
        "longest_ms": round(max(took) * 1000),
    }


def crowd(archive: Path, seconds: float = SECONDS) -> dict[str, object]:
    """What so many readers got in so many seconds; `errors` counts all but a page or its part."""
    with served(archive) as address:
        return asyncio.run(_crowd(address, seconds))
