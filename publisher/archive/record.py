"""What an object holds of an issue: every file by its path, the same for the same issue."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from publisher.archive.metadata.dublin_core import write_dublin_core
from publisher.archive.metadata.jats import write_jats
from publisher.archive.metadata.mods import write_mods
from publisher.model import Edition, Issue

OUTLINE = "issue.json"
LEDGER = "ledger.jsonl"
DECISIONS = "decisions.toml"
BUILDER = "builder.json"
REPORT = "report.json"
REPORT_PAGE = "report.html"
#: The schemas of the model and of the ledger: so an object explains itself.
SCHEMAS = ("schemas/issue.schema.json", "schemas/ledger.schema.json")
PREMIS = "metadata/premis.xml"
#: What another archive's PREMIS told of an object that came in a bag.
RECEIVED = "metadata/premis-received.xml"

_FOLDERS = {"application/epub+zip": "epub", "application/pdf": "pdf"}
_UNFIT = re.compile("[\x00-\x1f\x7f%=/\\\\\ud800-\udfff]")


def file_name(name: str) -> str:
    """A source's name as a kept file's: what some file system, JSON or bag can't hold is escaped.

    >>> file_name("第1版.txt"), file_name("a\\nb"), file_name("..")
    ('第1版.txt', 'a=0ab', '=2e=2e')
    """
    if name in {"", ".", ".."}:
        return "".join(map(_escaped, name)) or "="
    return _UNFIT.sub(lambda sign: _escaped(sign[0]), name)


def _escaped(sign: str) -> str:
    return "".join(f"={byte:02x}" for byte in sign.encode("utf-8", "surrogatepass"))


def source_name(name: str) -> str:
    """The name that `file_name` was given.

    >>> source_name("a=0ab")
    'a\\nb'
    """
    return re.sub(
        "(=[0-9a-f]{2})+",
        lambda run: bytes.fromhex(run[0].replace("=", "")).decode("utf-8", "surrogatepass"),
        name,
    )


def record(
    issue: Issue,
    editions: Iterable[Edition],
    outline: Mapping[str, Any],
    more: Mapping[str, bytes],
) -> dict[str, bytes]:
    """The files of an issue: its sources, model, ledger, editions and metadata, and `more`.

    `outline` is the model as JSON values. PREMIS, which tells what happened to the object, is
    added when it's kept.
    """
    made = tuple(editions)
    files = {OUTLINE: as_json(outline), **more}
    known = issue.provenance
    if known:
        files |= {f"source/{file_name(one.name)}": one.content for one in known.sources}
        files[LEDGER] = known.ledger
    for edition in made:
        files[edition_path(edition)] = edition.content
    types = tuple(edition.media_type for edition in made)
    files["metadata/dc.xml"] = write_dublin_core(issue, types)
    files["metadata/mods.xml"] = write_mods(issue)
    for article in issue.articles:
        files[f"metadata/jats/{file_name(article.id)}.xml"] = write_jats(issue, article)
    return files


def edition_path(edition: Edition) -> str:
    """Where an edition stands in its object."""
    folder = _FOLDERS.get(edition.media_type, "editions")
    return f"{folder}/{file_name(edition.name)}"


def as_json(values: object) -> bytes:
    """Values as a JSON file that people can read too."""
    text = json.dumps(values, ensure_ascii=False, indent=1) + "\n"
    if re.search("[\ud800-\udfff]", text):
        text = json.dumps(values, indent=1) + "\n"
    return text.encode()
