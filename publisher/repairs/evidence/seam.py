"""The judge of a break between two pieces of text, whatever their script.

`Judge.of(material)` looks at the material once; `judge(left, right)` says what a break is, and
`glue(left, right)` what stands between the pieces once they are joined.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from publisher.repairs.evidence import japanese_seam, korean, ngrams, spaced_seam
from publisher.repairs.evidence.han_seam import HanSeam
from publisher.repairs.evidence.judgement import Judgement
from publisher.repairs.evidence.ngrams import Counts, Mixture, Ngrams
from publisher.repairs.evidence.scripts import Script, joins_tightly, script_of
from publisher.repairs.rule import Material, Tables

#: How much more a paper's own archive says than the texts that ship.
ARCHIVE_WEIGHT = 5


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges breaks of one material."""

    language: str
    han: HanSeam

    @classmethod
    def of(cls, material: Material) -> Judge:
        """The judge for a material: its language and the evidence that came with it."""
        return cls(material.language, HanSeam(_counts(material.tables)))

    def judge(self, left: str, right: str) -> Judgement:
        """The judgement on a break; neither side is empty."""
        match self.script(left, right):
            case Script.HAN:
                return self.han.judge(left, right)
            case Script.KANA:
                return japanese_seam.judge(left, right)
            case Script.HANGUL:
                return spaced_seam.judge(left, right, korean=True)
            case _:
                return spaced_seam.judge(left, right)

    def script(self, left: str, right: str) -> Script:
        """The script at a break; Han in a Japanese text is Japanese."""
        found = script_of(left[-200:] + right[:200])
        japanese = self.language.split("-")[0] == "ja"
        return Script.KANA if japanese and found is Script.HAN else found

    def glue(self, left: str, right: str) -> str:
        """What stands between two pieces that are joined."""
        if joins_tightly(left[-1:]) or joins_tightly(right[:1]):
            return ""
        script = self.script(left, right)
        if script is Script.HANGUL and left[-1:].isalpha() and right[:1].isalpha():
            return korean.glue(left, right)
        if script in (Script.HAN, Script.KANA):
            # 自主 / IP is joined tightly, and so are Latin and digits that a line end cut.
            both = left[-1:].isascii() and right[:1].isascii()
            return " " if both and left[-1:].isalpha() and right[:1].isalpha() else ""
        return spaced_seam.glue(left, right)


@lru_cache(maxsize=1)
def _counts(tables: tuple[Tables, ...]) -> Counts:
    shipped = ngrams.shipped()
    own = tuple(table.counts for table in tables if isinstance(table.counts, Ngrams))
    if not own:
        return shipped
    return Mixture(((shipped, 1), *((table, ARCHIVE_WEIGHT) for table in own)))
