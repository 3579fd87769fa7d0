"""Marks that stages of the line leave in a text for each other."""

from __future__ import annotations

#: Stands in a repaired text where text is lost; the theme prints it in the language of the issue.
GAP_MARK = "⟦gap⟧"
