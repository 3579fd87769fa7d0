"""The report of a check as one HTML page that needs nothing else: findings, pages, ink."""

from __future__ import annotations

from publisher.preflight.report.page import as_html
from publisher.preflight.report.subject import Subject, subject

__all__ = ["Subject", "as_html", "subject"]
