"""Text and its places: spans, transcripts, pages. Pure."""

from publisher.text.marks import GAP_MARK
from publisher.text.pages import pages
from publisher.text.span import Span
from publisher.text.transcript import Encoding, Transcript

__all__ = ["GAP_MARK", "Encoding", "Span", "Transcript", "pages"]
