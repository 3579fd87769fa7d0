"""Structure: a repaired transcript becomes an issue, and every character is accounted for. Pure."""

from publisher.structure.doubts import doubts
from publisher.structure.issues import read_issue
from publisher.structure.outline import to_json

__all__ = ["doubts", "read_issue", "to_json"]
