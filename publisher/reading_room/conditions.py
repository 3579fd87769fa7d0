"""Conditional requests: whether a reader has already what would be sent (RFC 9110, 13). Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def has(told: Mapping[str, str], tag: str, modified: datetime | None = None) -> bool:
    """Whether a request's headers, by their names in small letters, say so.

    `tag` is the entity tag of what would be sent, with its quotation marks; it goes before
    `modified`, the time it was changed.

    >>> has({"if-none-match": 'W/"b", "a"'}, '"a"'), has({"if-none-match": '"b"'}, '"a"')
    (True, False)
    >>> changed = datetime(2025, 5, 20, tzinfo=UTC)
    >>> has({"if-modified-since": "Tue, 20 May 2025 00:00:00 GMT"}, '"a"', changed)
    True
    """
    if tags := told.get("if-none-match"):
        return tags.strip() == "*" or tag in re.findall(r'(?:W/)?("[^"]*")', tags)
    since = told.get("if-modified-since", "")
    if not since or modified is None:
        return False
    try:
        return parsedate_to_datetime(since).astimezone(UTC) >= modified
    except (ValueError, OverflowError):
        return False
