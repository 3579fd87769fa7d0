"""The judge of breaks in languages with spaces between words, and of Korean."""

from __future__ import annotations

import re

from publisher.ledger import Certainty
from publisher.repairs.evidence.balance import QUOTES, balance
from publisher.repairs.evidence.judgement import Judgement, gap, join, paragraph
from publisher.repairs.evidence.sentence_ends import ends_sentence
from publisher.repairs.evidence.word_cuts import divided_word, lost_beginning

#: Words that no sentence and no heading ends with.
OPEN_WORDS = frozenset(
    (
        "the a an of and or to in on at by for with from as that which who whose is are was were "
        "be has have had will would can could may than into its their his her this these those "
        "but if der die das den dem des ein eine einen einem einer und oder von zu im am mit für "
        "auf aus bei nach vor über unter durch als dass wie ist sind war wird werden sich nicht "
        "auch sein seine le la les un une du de et ou à au aux en dans par pour sur avec que qui "
        "est sont se ne el los las una del al y o con por para es son su sus lo como más il gli "
        "di e che da per um uma do dos das no na nos nas ao às os com em "
        "в на и с по из к о от за для при не что как это его её их был была были или а но"
    ).split()
)
#: Words that a sentence begins with whose verb comes before its subject: among them was.
_PREPOSITIONS = frozenset("among beside behind near beyond between beneath along across".split())
_WORD = re.compile(r"[^\W\d_]+")
#: Words that lose their last vowel before another: l'acqua, qu'on; lawmakers' is none.
_ELISION = re.compile(
    r"(?i)(?<![^\W_])(?:[cdjlmnstv]|qu|(?:jus|lors|puis|quoi|pres)qu|aujourd|"
    r"(?:a|da|de|ne|su|co)ll|(?:qu|b)ell|quest|un|sant|com|dov|gli)['’]\Z"
)
#: Signs that no space stands beside, and a dash that one stands before.
_TIGHT_END = re.compile(r"(?:[-–/(¿¡]|(?<!\s)—)\Z")
_OPENING_MARK = re.compile(r"(?:\A|[\s(])“\Z")
_LOOSE_DASH = re.compile(r"\s[-–—]\Z")
#: A line of a heading's length, in characters.
_HEADING = 60
#: A sentence ends inside a line; St. Brendan’s and Dr. Lull end none.
_INNER_END = re.compile(r"(?<!\bSt)(?<!\bMr)(?<!\bDr)(?<!\bMrs)(?<!\bRev)[.!?] ")
#: A lead's first words, or those of a notice, are often set in capitals.
_LEAD = re.compile(
    r"[‘“'\"]?(?:A [A-Z][A-Z’'-]{2,}|(?:AN? )?[A-Z][A-Z’'-]{3,}(?:[ -][A-Z][A-Z’'-]+)+)\b"
)
#: A kicker over its headline, which is longer: no paragraph's first line is so short.
_KICKED = re.compile(r"[A-Z‘“][\w’' &-]{2,24}\n[A-Z‘“\d][^\n]{28,70}")
#: ‘No assessment’ is a subhead in the words of someone.
_QUOTED = re.compile(r"‘[^‘’.!?]{3,40}’|“[^“”.!?]{3,40}”")
_KOREAN_END = re.compile(r"(?:다|요|까|죠|음|함|됨)[.!?]?[”’\"')]*$")


def judge(left: str, right: str, *, korean: bool = False) -> Judgement:
    """The judgement on a break; that the right begins with a capital says nothing against a join.

    >>> str(judge("The old bridge in San", "Antonio will close for repairs.").verdict)
    'join'
    >>> str(judge("STUDY AREA", "We sampled nine beaches in June.").verdict)
    'paragraph'
    >>> str(judge("—,—", "22,5 b").verdict), str(judge("in June 1995,", "7 of 9 boats").verdict)
    ('paragraph', 'join')
    """
    if told := _told_by_marks(left, right):
        return told
    if korean and _KOREAN_END.search(left):
        return paragraph(Certainty.PROBABLE, "a sentence ends on the left")
    if (rest := lost_beginning(left, right)) and not divided_word(left, right):
        return gap(Certainty.PROBABLE, f"the right begins within a word, such as “{rest}”")
    return _running(left, right)


def goes_on(left: str, right: str) -> Judgement:
    """The judgement on the end of a line, which may be inside a paragraph: only for sure signs."""
    return _told_by_marks(left, right) or _running(left, right)


def _told_by_marks(left: str, right: str) -> Judgement | None:
    if ends_sentence(left):
        return paragraph(Certainty.CERTAIN, "a sentence ends on the left")
    if balance(left, right).matches:
        return join(Certainty.CERTAIN, "a mark opens on the left and closes on the right")
    if left.rstrip().endswith((":", "：", ";")):
        return paragraph(Certainty.PROBABLE, "the left introduces what follows")
    return None


def _running(left: str, right: str) -> Judgement:
    words = _WORD.findall(left[-60:])
    if not words:
        return paragraph(Certainty.PROBABLE, "no word stands on the left, as in a table's cell")
    first = next((sign for sign in right if sign.isalnum()), "")
    if left.rstrip().endswith((",", "،", "、", "–", "—")) and first:
        return join(Certainty.CERTAIN, "the left ends with a comma or a dash")
    if first.islower():
        return join(Certainty.CERTAIN, "the right begins in the middle of a sentence")
    open_word = words[-1].lower() in OPEN_WORDS and left[-1:].isalpha()
    if open_word and not (first.isupper() and looks_like_heading(left)):
        return join(Certainty.CERTAIN, f"no sentence ends with “{words[-1]}”")
    if _LEAD.match(right.lstrip()):
        return paragraph(Certainty.PROBABLE, "the right begins in capitals, as a lead does")
    if _ELISION.search(left.rstrip()):
        return join(Certainty.CERTAIN, "an elision ends the left")
    if looks_like_heading(left):
        return paragraph(Certainty.PROBABLE, "the left is short and has no sentence's end")
    if looks_like_heading(right) and not ends_sentence(right):
        return paragraph(Certainty.PROBABLE, "the right is a heading's length without an end")
    if left.rstrip().endswith(".") and first.isupper():
        return join(Certainty.DOUBTFUL, "an abbreviation or a sentence's end?")
    if right.lstrip()[:1] in QUOTES and first.isupper():
        return join(Certainty.DOUBTFUL, "the right begins with a quotation")
    return join(Certainty.PROBABLE, "no sentence ends on the left")


def looks_like_heading(block: str) -> bool:
    """Whether a block is short, of one line, without a sentence in it.

    >>> looks_like_heading("Annual report of the lifeboat station")
    True
    >>> looks_like_heading("The old bridge in San")
    False
    """
    text = block.strip()
    if _KICKED.fullmatch(text) and not ends_sentence(text):
        return True
    if not text or len(text) > _HEADING or "\n" in text or _INNER_END.search(text):
        return False
    words = _WORD.findall(text)
    if (len(words) > 1 and all(word[0].isupper() for word in words)) or _QUOTED.fullmatch(text):
        return not ends_sentence(text)
    lower = [word.lower() for word in words]
    inverted = bool(lower) and lower[0] in _PREPOSITIONS and bool({"was", "were"} & {*lower[1:]})
    starts_as_sentence = inverted or (bool(lower) and lower[0] in OPEN_WORDS)
    return not starts_as_sentence and not ends_sentence(text)


def glue(left: str, right: str) -> str:
    """What stands between two joined pieces: a space, or nothing after an elision or a hyphen.

    French marks keep their space: where there was none no line ended.

    >>> glue("La festa dell'", "acqua"), glue("Am Montag", "wurde"), glue("the lawmakers'", "vote")
    ('', ' ', ' ')
    """
    if _LOOSE_DASH.search(left[-2:]):
        return " "
    if divided_word(left, right):
        return ""
    if _TIGHT_END.search(left[-2:]) or _OPENING_MARK.search(left[-2:]) or right[:1] in ",.)” ":
        return ""
    return "" if _ELISION.search(left[-10:]) and right[:1].isalpha() else " "
