"""The files attached to a PDF, with what each is to the document."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.errors import InputError, ToolMissing

if TYPE_CHECKING:
    from pikepdf import Pdf

#: What an attachment may unpack to, in bytes.
LIMIT = 200_000_000


def attachments(path: Path) -> Iterator[tuple[str, str, bytes]]:
    """Relation (`/Source`, `/Supplement` …), name and content of each file, in document order.

    The relations are those of PDF/A-3 (ISO 32000-2, 7.11.3). Raises InputError for what is no PDF
    that can be read, ToolMissing without pikepdf.
    """
    try:
        import pikepdf
    except ImportError as fault:
        raise ToolMissing(
            "pikepdf is needed to read a PDF's attachments",
            remedy='Install the extra: pip install "publisher[check]".',
        ) from fault
    try:
        with pikepdf.open(path) as pdf:
            for one in _specifications(pdf):
                name = str(one.get("/Desc") or one.get("/UF") or one.F)
                yield str(one.get("/AFRelationship", "")), name, _content(one.EF.F)
    except (pikepdf.PdfError, zlib.error, OSError, ValueError, TypeError, AttributeError) as fault:
        raise InputError(
            f"{path}: its attachments can't be read ({fault})",
            remedy="Take another copy, or build the edition again.",
        ) from fault


def _specifications(pdf: Pdf) -> Iterator[Any]:
    """The document's file specifications, each once: WeasyPrint names them twice."""
    seen = set()
    for one in list(pdf.Root.get("/AF", ())):
        if one.objgen not in seen:
            seen.add(one.objgen)
            yield one


def _content(stream: Any) -> bytes:
    """An attachment's bytes, unpacked no further than the limit."""
    raw: bytes = stream.read_raw_bytes()
    if stream.get("/Filter") is None:
        return raw
    if stream.Filter != "/FlateDecode":
        raise ValueError(f"packed as {stream.Filter}")
    unpacking = zlib.decompressobj()
    content = unpacking.decompress(raw, LIMIT)
    if not unpacking.eof:
        raise ValueError(f"cut short, or more than {LIMIT / 1e6:.0f} MB")
    return content
