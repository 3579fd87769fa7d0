"""Issues laid on a desk, for its tests."""

from __future__ import annotations

from pathlib import Path

from publisher.config import Settings
from publisher.desk.opening import open_review
from publisher.desk.review import Review
from publisher.desk.sitting import Sitting

#: A join that is only probable, a question, a doubtful word, and a clean paragraph between.
TEXT = """\
# 夜校开课

启动仪式上，来自全市的

200余名志愿者集体宣誓。

随后，大家参观了车间。

同时，围绕产

业链分层分类开展劳动竞赛。
"""

ENGLISH = """\
The mayor opened the oﬃce on Monday. The coun-
cil will re-
form the board.

A second paragraph stands here by itself.
"""


def laid(folder: Path, text: str = TEXT, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def sitting(path: Path) -> Sitting:
    return Sitting(path, path.parent)


def reviewed(path: Path) -> Review:
    return open_review(path, Settings())
