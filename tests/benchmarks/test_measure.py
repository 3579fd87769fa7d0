"""A benchmark measures a program of its own and gets its result back to the letter."""

from __future__ import annotations

from tests.benchmarks.measure import Work, measured

TEXT = "一\r\n二\f三\u2028"


def turning() -> Work:
    return lambda text: text[::-1]


def test_a_run_has_its_figures_and_its_result() -> None:
    run = measured(f"{__name__}:turning", TEXT)
    assert run.result == TEXT[::-1]
    assert run.size == len(TEXT.encode()) / 1_000_000
    assert run.load > 0
    assert run.peak > 1
