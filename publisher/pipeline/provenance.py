"""What an issue was made from, by what, and the day it counts as made on."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version

from publisher import ledger_json
from publisher.config import Settings
from publisher.errors import UsageError
from publisher.ledger import Certainty
from publisher.manuscripts import Manuscript
from publisher.model import Issue, Provenance, SourceFile
from publisher.repairs import Repaired, Verdict

#: The earliest day a ZIP can hold: the modification time of an issue whose day isn't known.
NO_DAY = "1980-01-01T00:00:00Z"


def provenance_of(
    manuscript: Manuscript, repaired: Repaired, issue: Issue, settings: Settings
) -> Provenance:
    sure = [one.verdict for one in repaired.breaks if one.certainty is not Certainty.DOUBTFUL]
    return Provenance(
        sources=manuscript.sources,
        ledger=ledger_json.to_lines(repaired.ledger).encode(),
        settings_digest=settings.digest,
        builder=f"publisher {version('publisher')}",
        modified=modified(issue.date),
        edits=sum(len(one.edits) for one in repaired.ledger.passes),
        joins=sure.count(Verdict.JOIN),
        gaps=sure.count(Verdict.GAP),
        queries=len(repaired.queries),
    )


def made_by_hand(issue: Issue) -> Provenance:
    content = issue.text.encode("utf-8", "surrogatepass")
    return Provenance(
        sources=(SourceFile(f"{issue.id}.txt", content),),
        ledger=b"",
        settings_digest=sha256(b"").hexdigest(),
        builder=f"publisher {version('publisher')}",
        modified=modified(issue.date),
    )


def modified(date: str) -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        if not epoch.isdecimal() or len(epoch) > 11:
            raise UsageError(
                f"SOURCE_DATE_EPOCH is {epoch!r}, not a number of seconds",
                remedy="Set it to the seconds since 1970, or unset it.",
            )
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"{date}T00:00:00Z" if date else NO_DAY
