"""Text as print needs it: where a line may break, and where it may not."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

#: A line may break here (ZERO WIDTH SPACE); no text extraction sees it.
BREAK = "\u200b"
#: A line may not break here (WORD JOINER); no text extraction sees it.
JOIN = "\u2060"

_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60"
_BEFORE_QUOTE = re.compile(rf"(?<=[{_HAN}”’…—])(?<![（《「『【〈〔])(?=[“‘])")
_AFTER_QUOTE = re.compile(
    rf"(?<=[”’])(?=[{_HAN}])(?![，。、；：？！）》」』】〉〕])|(?<=[{_HAN}][”’])(?=[A-Za-z0-9“‘])"
)
_QUOTE_BESIDE_TAG = re.compile(
    rf"(?<=[{_HAN}”’])(?<![（《「『【〈〔])(?=(?:</?(?:em|strong|span)\b[^>]*>)+[“‘])"
    rf"|(?<=[”’])(?=(?:</?(?:em|strong|span)\b[^>]*>)+[{_HAN}])(?!(?:<[^>]*>)+[，。、；：？！）》」』】〉〕])"
)
_SYLLABLES = re.compile(r"(?<=[\uac00-\ud7a3])(?=[\uac00-\ud7a3])")
_UNITS = (
    "(?:[kcdm]?m|km/h|[kmµ]?g|t|ha|[mcdh]?l|[kMGT]?[WVB]|[kMGT]Wh|[kMG]?Hz|min|h|s|°[CF]?|[%％‰℃])"
)
_BOUND_SPACE = re.compile(
    rf"(?<=\d) (?={_UNITS}[²³]?(?!\w))|(?<=[$€£¥￥]) (?=\d)| (?=[—–] )| (?=[;:!?»›])|(?<=[«‹]) "
)
_SIGN = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
_END = r"(?:&#?\w+;|[^\w<>&]){0,4}(?:</\w+>)*</(?:p|li|figcaption)>"
_LAST_PAIR = re.compile(rf"({_SIGN}|[\d”’》」』）〉】]){BREAK}?({_SIGN}{_END})")
_LAST_WORD = re.compile(rf" ([^\W\d_]{{1,2}}{_END})")


def set_text(text: str) -> Markup:
    """Text as markup for print: lines may break at curly quotation marks beside Han.

    Pango keeps “ and ” unbreakable on both sides; CLREQ (3.1.4) lets a line break before the one
    and after the other. A number and its unit, and a mark and the space that French and Russian
    set beside it, stay on one line.

    >>> set_text("聆听“三个精神”主题")
    Markup('聆听\\u200b“三个精神”\\u200b主题')
    >>> set_text("the council’s “plan”")
    Markup('the council’s “plan”')
    >>> set_text("5 km, « oui »")
    Markup('5 \\u2060km, « \\u2060oui \\u2060»')
    """
    text = _AFTER_QUOTE.sub(BREAK, _BEFORE_QUOTE.sub(BREAK, text))
    return escape(_BOUND_SPACE.sub(f" {JOIN}", text))


def break_beside_tags(page: str) -> str:
    """A page whose lines may break at quotation marks also where emphasis begins or ends there.

    >>> break_beside_tags("<em>求学”</em>近年，<em>“求</em>")
    '<em>求学”\\u200b</em>近年，\\u200b<em>“求</em>'
    """
    return _QUOTE_BESIDE_TAG.sub(BREAK, page)


def keep_words(text: str) -> str:
    """Korean text that breaks at spaces only; Pango breaks it between any two syllables.

    >>> keep_words("가 나다")
    '가 나\\u2060다'
    """
    return _SYLLABLES.sub(JOIN, text)


def keep_last_pairs(page: str) -> str:
    """A page without a paragraph that ends in a line of one character, or of two letters.

    Source: CLREQ, 3.1.5.

    >>> keep_last_pairs("<p>创新工作模式。</p>")
    '<p>创新工作模\\u2060式。</p>'
    >>> keep_last_pairs("<p>减200元。</p>")
    '<p>减200\\u2060元。</p>'
    >>> keep_last_pairs("<p>It fell in <em>the EU.</em></p>")
    '<p>It fell in <em>the \\u2060EU.</em></p>'
    """
    return _LAST_WORD.sub(rf" {JOIN}\1", _LAST_PAIR.sub(rf"\1{JOIN}\2", page))


def without_marks(text: str) -> str:
    """The text without the marks that steer its breaks.

    >>> without_marks("聆听\\u200b“三个精神”\\u200b主题")
    '聆听“三个精神”主题'
    """
    return text.replace(BREAK, "").replace(JOIN, "")
