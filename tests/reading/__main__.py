"""Pictures of the books on a phone and a desk, light and dark: `python -m tests.reading FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.reading.books import BOOKS, bind_named
from tests.reading.opening import Task, run


def main(folder: Path) -> None:
    """Put a picture of each page, or of a sample of them, into a folder for each book."""
    tasks = []
    for name, make in BOOKS.items():
        model, place = make(), folder / name.replace(" ", "-")
        book = bind_named(name, model, place)
        tasks.append(Task("pictures", str(book), max(1, len(model.articles) // 8), str(place)))
    run(tasks)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
