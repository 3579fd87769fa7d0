"""The desk's speed: `python -m tests.desk.benchmark [PAGES]`, an issue of so many pages (500).

A page has some 3,000 characters with ten cut paragraphs. Printed as JSON, in milliseconds: until
the address is there, until the issue is read and shown, until a sheet has loaded (first, middle,
open ones, a search), until an answer is kept and shown, and the longest wait for a frame while a
sheet is scrolled.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.desk.test_visits import served
from tests.reading_room import visitors

_SENTENCES = (
    "近日，市总工会在劳动人民文化宫举办职工文化季启动仪式，来自各区的职工代表参加了活动。",
    "围绕产业链分层分类开展劳动竞赛和技能比武，激发职工干事创业的热情，推动企业高质量发展。",
    "志愿服务队在原有队伍的基础上扩充到二十二支，已有志愿者一千五百余人，覆盖全部街道。",
    "下一步，将继续以职工为中心，不断优化服务，丰富文化供给，拓展服务阵地，打造特色品牌。",
    "通过举办形式多样的文体活动，丰富职工精神文化生活，增强职工的归属感和幸福感。",
)


def issue(pages: int) -> str:
    """Pages of news; each has paragraphs that are cut at any place, the same each time."""
    chance = random.Random(9)
    made: list[str] = []
    for page in range(pages):
        parts = [f"# 第{page + 1}版要闻"]
        for number in range(20):
            text = "".join(chance.sample(_SENTENCES, 4))
            place = chance.randrange(20, len(text) - 20) if number % 2 else 0
            parts += [text[:place], text[place:]] if place else [text]
        made.append("\n\n".join(parts) + "\n")
    return "\f".join(made)


def main(pages: int) -> None:
    """Measure, and print."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "issue.txt"
        path.write_text(issue(pages), "utf-8")
        begun = time.perf_counter()
        with served(path) as address:
            ready = round((time.perf_counter() - begun) * 1000)
            told = {"browser": visitors.browser(), "task": "measure", "address": address}
            seen = visitors.run("review.js", told=told)
    found = {key: seen[key] for key in ("read", "opens", "answer", "frame", "progress", "errors")}
    more = {"pages": pages, "load": os.getloadavg()[0], "address": ready}
    sys.stdout.write(json.dumps(more | found, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
