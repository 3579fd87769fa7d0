"""The codes of what is kept in an archive."""

from __future__ import annotations

from publisher.diagnostics.diagnostic import Code, Severity

CODES = (
    Code(
        "PUB050",
        Severity.ERROR,
        "a kept file's bytes have changed",
        "Restore the object from a replica: `publisher archive restore ID --from REPLICA`.",
    ),
    Code(
        "PUB051",
        Severity.ERROR,
        "a kept file is cut short",
        "Restore the object from a replica: `publisher archive restore ID --from REPLICA`.",
    ),
    Code(
        "PUB052",
        Severity.ERROR,
        "a kept file or object is missing",
        "Restore the object from a replica: `publisher archive restore ID --from REPLICA`.",
    ),
    Code(
        "PUB053",
        Severity.ERROR,
        "something is in the archive that nobody put there",
        "Find out where it came from, and move it away.",
    ),
    Code(
        "PUB054",
        Severity.ERROR,
        "a kept file holds the bytes of another",
        "Restore the object from a replica: `publisher archive restore ID --from REPLICA`.",
    ),
    Code(
        "PUB055",
        Severity.ERROR,
        "a record of the archive isn't what was written",
        "Restore the object from a replica: `publisher archive restore ID --from REPLICA`.",
    ),
    Code(
        "PUB056",
        Severity.ERROR,
        "an object isn't the one that the archive's ledger tells of",
        "Compare it with a replica; somebody changed its files and its inventory alike.",
    ),
    Code(
        "PUB057",
        Severity.WARNING,
        "the catalogue doesn't tell what the archive holds",
        "Make it again: `publisher archive reindex`.",
    ),
    Code(
        "PUB058",
        Severity.ERROR,
        "the archive's ledger was changed",
        "Compare it with a replica's; its later lines can't be trusted.",
    ),
    Code(
        "PUB059",
        Severity.ERROR,
        "a replica holds another history of an object",
        "Find out which is right by both archives' ledgers; neither is written over.",
    ),
)
