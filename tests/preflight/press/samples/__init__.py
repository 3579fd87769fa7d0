"""Bad files and near misses for each rule for a press, a file a group of rules."""

from __future__ import annotations

from tests.preflight.press.samples import colours, file, shapes

SAMPLES = file.SAMPLES | colours.SAMPLES | shapes.SAMPLES
