"""The whole line, from bytes to editions; the only room that knows every stage."""

from __future__ import annotations

from publisher.pipeline.building import build
from publisher.pipeline.checking import check, check_all, check_report
from publisher.pipeline.reading import issue_id, read_issue
from publisher.pipeline.repairing import learn, normalize, repair_manuscript, stale_answers
from publisher.pipeline.setting_up import (
    fetch_fonts,
    first_issue_settings,
    first_settings,
    probe_tools,
)

__all__ = [
    "build",
    "check",
    "check_all",
    "check_report",
    "fetch_fonts",
    "first_issue_settings",
    "first_settings",
    "issue_id",
    "learn",
    "normalize",
    "probe_tools",
    "read_issue",
    "repair_manuscript",
    "stale_answers",
]
