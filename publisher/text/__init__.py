"""Text and its places: spans, transcripts, pages. Pure."""

from publisher.text.pages import Page, pages
from publisher.text.span import Span
from publisher.text.transcript import Encoding, Transcript

__all__ = ["Encoding", "Page", "Span", "Transcript", "pages"]
