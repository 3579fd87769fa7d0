"""A bucket of objects on loopback, S3 as moto has it, for this process and those it starts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import fsspec
import pytest

from tests.batch import hosts

BUCKET = "papers"


@contextmanager
def bucket() -> Iterator[hosts.Failing]:
    """The server of an empty bucket, while the block runs; it can be told to fail."""
    with hosts.store() as (server, environment), pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        # One that is kept would lead to another test's server.
        fsspec.get_filesystem_class("s3").clear_instance_cache()
        fsspec.filesystem("s3").mkdir(BUCKET)
        yield server
