"""Each of the four works on a disk that takes no more: told, nothing lost, and it goes on after.

The system itself refuses: no file may grow beyond a limit (RLIMIT_FSIZE), whoever writes it.
"""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.archive.auditing import audit
from publisher.archive.catalogue import catch_up, reindex
from publisher.archive.catalogue_faults import faults
from publisher.archive.replicas import replicate
from publisher.archive.store import Store, create_store
from publisher.archive.writer import writing
from publisher.errors import BuildError
from tests.archive.shelf import put, stamp
from tests.archive.test_killed import in_a_child, mended, states
from tests.archive.test_killed_at_random import hits, modelled, quiet, whole

LIMITS = (0, 1, 100, 700, 1500, 2500, 4000, 8000, 20_000, 50_000)
REFUSED = 42


def adding(store: Store, replica: Store) -> None:
    put(store, "new", modelled("new", "夜校" * 500))


def correcting(store: Store, replica: Store) -> None:
    put(store, "a", modelled("a", "夜校" * 500), "a correction")


def replicating(store: Store, replica: Store) -> None:
    with writing(replica, quiet) as writer:
        list(replicate(store, writer, stamp()))


def reindexing(store: Store, replica: Store) -> None:
    with writing(store, quiet) as writer:
        reindex(writer)


def limited(work: Callable[[], None], limit: int) -> int:
    """Do the work where no file may be longer; how it ended."""

    def inside() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            work()
        except BuildError as error:
            os._exit(REFUSED if error.remedy else 1)

    return os.waitstatus_to_exitcode(in_a_child(inside))


@pytest.mark.parametrize("work", [adding, correcting, replicating, reindexing])
def test_no_more_goes_onto_the_disk(work: Callable[[Store, Store], None], swift: Path) -> None:
    ended = set()
    for limit in LIMITS:
        store = create_store(swift / f"{limit}" / "archive")
        replica = create_store(swift / f"{limit}" / "replica")
        for name in ("a", "b"):
            put(store, name, modelled(name, "夜校开课"))
        replicating(store, replica)
        put(store, "a", modelled("a", "夜校停课"), "a correction")
        with writing(store, quiet) as writer:
            reindex(writer)
        before = [states(store), states(replica)]
        code = limited(lambda: work(store, replica), limit)  # noqa: B023
        assert code in {0, REFUSED}, limit
        ended.add(code)
        for one in (store, replica):
            whole(one)
            mended(one)
            assert not audit(one)[0].faults
        if code == REFUSED and work is not replicating:
            assert [states(store), states(replica)] == before
        assert hits(store, "夜校") >= 2
        if code == REFUSED:
            work(store, replica)
        with writing(store, quiet) as writer:
            catch_up(writer)
        assert not audit(store)[0].faults
        assert not list(faults(store))
    assert ended == {0, REFUSED}
