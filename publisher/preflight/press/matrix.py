"""The plane's affine maps as PDF has them (ISO 32000-2, 8.3.3): six numbers, points, lengths."""

from __future__ import annotations

from typing import Any

Matrix = tuple[float, float, float, float, float, float]

UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix(operands: Any) -> Matrix:
    """A map from its six operands."""
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def times(first: Matrix, then: Matrix) -> Matrix:
    """The map that does one and then the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, l = then  # noqa: E741
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + l,
    )


def point(place: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    a, b, c, d, e, f = place
    return a * x + c * y + e, b * x + d * y + f


def scale(place: Matrix) -> float:
    """How much lengths grow, as the mean of both directions.

    >>> scale((2, 0, 0, 2, 5, 5))
    2.0
    """
    a, b, c, d, _, _ = place
    return float(abs(a * d - b * c) ** 0.5)


def box(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of points."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)
