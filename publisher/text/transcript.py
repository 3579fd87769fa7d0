"""The transcript: the text of a source, and how to get its bytes back."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec (Python's name) and the byte order mark that stood before the text, if any.

    >>> Encoding("utf-8", b"\\xef\\xbb\\xbf").encode("报")
    b'\\xef\\xbb\\xbf\\xe6\\x8a\\xa5'
    """

    codec: str = "utf-8"
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """The bytes of `text`; UnicodeEncodeError where the codec has no code for a character."""
        return self.mark + text.encode(self.codec)


@dataclass(frozen=True, slots=True)
class Transcript:
    """The text of a source as decoded, before or after repair.

    `source_digest` is the SHA-256 (hexadecimal) of the bytes it was read from; `extractor` names
    what turned them into text, with its version. `encoding.encode(text)` is the source again as
    long as the text is untouched.

    >>> Transcript.of("报").source_digest[:8]
    '23cca6ef'
    """

    text: str
    encoding: Encoding
    source_digest: str
    extractor: str

    @classmethod
    def of(cls, text: str, extractor: str = "text") -> Transcript:
        """A transcript of text that is in memory; its source is its UTF-8 form."""
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(text, Encoding(), digest, extractor)
