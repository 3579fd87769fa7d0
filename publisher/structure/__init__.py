"""Structure: a repaired transcript becomes an issue, and every character is accounted for. Pure."""

from publisher.structure.doubts import doubts
from publisher.structure.issues import Statements, read_issue
from publisher.structure.outline import to_json
from publisher.structure.page_lines import read_pages

__all__ = ["Statements", "doubts", "read_issue", "read_pages", "to_json"]
