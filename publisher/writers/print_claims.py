"""What a file for the press says of itself: the printing condition, its title, dates and ids.

Sources: ISO 15930-7 (PDF/X-4); ISO 19005-2 (PDF/A-2; both output intents have one profile).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.model import Press, Provenance
from publisher.writers.pdf_metadata import PRINTING, packet

if TYPE_CHECKING:
    from pikepdf import Pdf

_PRODUCER = "WeasyPrint 70.0, pikepdf"
#: XMP, 7.3.2: what stands around the packet.
_HEAD = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_FOOT = b'\n<?xpacket end="r"?>'

#: What has no place in the printer's copy, or no meaning once pages have moved.
_READING = ("/Outlines", "/Names", "/Dests", "/StructTreeRoot", "/MarkInfo", "/AF", "/PageMode")


def claim(
    pdf: Pdf, press: Press, provenance: Provenance, *, title: str, language: str, digest: str
) -> None:
    """Make a file say that it is PDF/X-4 and PDF/A-2u for a press, in place."""
    from pikepdf import Array, Dictionary, Name, String

    for key in _READING:
        if key in pdf.Root:
            del pdf.Root[key]
    profile = pdf.make_stream(press.profile, N=4)
    said = f"{press.name} (stands in for the printer's)" if press.stands_in else press.name
    intents = []
    for kind in (Name.GTS_PDFX, Name.GTS_PDFA1):
        intent = Dictionary(
            Type=Name.OutputIntent,
            S=kind,
            OutputConditionIdentifier=String(press.condition or "Custom"),
            Info=String(said),
            DestOutputProfile=profile,
        )
        if press.condition:
            intent.RegistryName = String("http://www.color.org")
        intents.append(pdf.make_indirect(intent))
    pdf.Root.OutputIntents = Array(intents)
    rdf = packet(
        title=title,
        language=language,
        creator=provenance.builder,
        producer=_PRODUCER,
        modified=provenance.modified,
        identifier=f"urn:sha256:{digest}",
        claims=PRINTING,
    )
    pdf.Root.Metadata = pdf.make_stream(_HEAD + rdf + _FOOT, Type=Name.Metadata, Subtype=Name.XML)
    time = "D:" + "".join(filter(str.isdecimal, provenance.modified)) + "Z"
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(title),
            Creator=String(provenance.builder),
            Producer=String(_PRODUCER),
            CreationDate=String(time),
            ModDate=String(time),
            Trapped=Name("/False"),
        )
    )
