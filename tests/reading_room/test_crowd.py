"""200 readers at once get what they asked for; a minute of it is in `tests.archive.benchmark`."""

from __future__ import annotations

from pathlib import Path

from tests.archive.readers import READERS, crowd
from tests.reading_room.rooms import long_run


def test_200_readers_for_a_moment(tmp_path: Path) -> None:
    store = long_run(tmp_path / "archive", 20)
    seen = crowd(store.root, seconds=5)
    assert seen["readers"] == READERS == 200
    assert seen["errors"] == 0, seen
    answers = seen["answers"]
    assert isinstance(answers, dict)
    # Each reader came at least to a part of an edition.
    assert answers["206"] >= READERS // 2
