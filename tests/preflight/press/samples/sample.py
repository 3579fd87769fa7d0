"""What stands for each rule: the code of its fault, what makes it, and what is near but none."""

from __future__ import annotations

from tests.preflight.press.making import Change

Samples = dict[str, tuple[str, list[Change], list[Change]]]
