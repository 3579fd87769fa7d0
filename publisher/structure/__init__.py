"""Structure: a repaired transcript becomes an issue, and every character is accounted for. Pure."""

from publisher.structure.doubts import doubts, placed_doubts
from publisher.structure.issues import Statements, printed_date, read_issue
from publisher.structure.outline import to_json
from publisher.structure.outline_schema import outline_schema
from publisher.structure.page_lines import read_pages
from publisher.structure.statements import unknown

__all__ = [
    "Statements",
    "doubts",
    "outline_schema",
    "placed_doubts",
    "printed_date",
    "read_issue",
    "read_pages",
    "to_json",
    "unknown",
]
