"""What the commands of `publisher archive` share: options, the store, the clock, the writer."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publisher.cli.console import coloured, say
from publisher.errors import PublisherError, UsageError

if TYPE_CHECKING:
    from publisher.archive.inventory import Stamp
    from publisher.archive.store import Store
    from publisher.archive.writer import Writer

#: So often, and after so many seconds, another writer is waited for.
_TRIES, _PAUSE = 50, 0.2
_FILE = "file://"

Place = Annotated[
    Path | None,
    typer.Option("--archive", help="The archive's folder. [default: build/archive/]"),
]
Reason = Annotated[str, typer.Option(help="Why; it's kept with the version.")]
By = Annotated[str, typer.Option(help="Who does it: NAME, or NAME <ADDRESS>.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="The issue's id, as `list` shows it.")]
VersionName = Annotated[str, typer.Option("--version", help="v1, v2, …; the last without.")]


def root_of(place: Path | None) -> Path:
    """The archive's folder: as given, else as the settings say; UsageError for an address."""
    from publisher.addresses import is_address
    from publisher.config import read_settings

    told = read_settings(Path()).archive
    if place is None and is_address(told):
        raise UsageError(
            f"{told}: an archive that is written to stands on a disk",
            remedy="Keep it in a folder, and double it there: `archive replicate --to ADDRESS`.",
        )
    return place or Path(told)


def path_or_address(told: str) -> Path | str:
    """Where something is: a path, or an address of another store than the disk."""
    from publisher.addresses import is_address

    if is_address(told) and not told.startswith(_FILE):
        return told
    return Path(told.removeprefix(_FILE))


def store_at(place: Path | None) -> Store:
    """The archive that is meant; UsageError where there is none."""
    from publisher.archive.store import open_store

    return open_store(root_of(place))


def stamp_of(reason: str, by: str) -> Stamp:
    """Now (or SOURCE_DATE_EPOCH), why and by whom: the only reading of the clock."""
    from datetime import UTC, datetime
    from email.utils import parseaddr

    from publisher.archive.inventory import Stamp

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not (epoch.isdecimal() and len(epoch) <= 11):
        raise UsageError(
            f"SOURCE_DATE_EPOCH is {epoch!r}, not a number of seconds",
            remedy="Set it to the seconds since 1970, or unset it.",
        )
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    when = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    name, address = parseaddr(by) if "<" in by else (by, "")
    if not name:
        return Stamp(when, reason)
    return Stamp(when, reason, name, f"mailto:{address}" if address else "urn:publisher")


@contextmanager
def writing_to(store: Store) -> Iterator[Writer]:
    """The archive's writer; what it wrote is in the catalogue when it's done."""
    from publisher.archive.writer import writing

    with writing(store, say) as writer:
        yield writer
        catch_up_or_say(writer)


def catch_up_or_say(writer: Writer) -> None:
    """Bring the catalogue up to the archive: what is kept is kept, whether or not it can be."""
    from publisher.archive.catalogue import catch_up

    try:
        catch_up(writer)
    except PublisherError as error:
        say(f"the catalogue is behind: {error}")


@contextmanager
def standing_still(store: Store) -> Iterator[Writer | None]:
    """The archive while nobody writes to it, mended and with its catalogue up to it.

    Waits a while for another writer; then, or where this user may not write, says so and gives
    None: the archive is read as it stands.
    """
    with ExitStack() as stack:
        writer = None
        for left in reversed(range(_TRIES)):
            try:
                writer = stack.enter_context(writing_to(store))
                catch_up_or_say(writer)
                break
            except PublisherError as error:
                if not left or "is writing" not in str(error):
                    say(f"read as it stands: {error}")
                    break
                time.sleep(_PAUSE)
        yield writer


def progress(what: str = "objects") -> Callable[[int], None]:
    """What shows a number of objects on a terminal, and nothing elsewhere."""
    if not coloured(sys.stderr):
        return lambda _: None

    def show_number(number: int) -> None:
        if number % 100 == 0:
            sys.stderr.write(f"\r{number} {what}")

    return show_number
