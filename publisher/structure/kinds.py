"""The kind of an article, told only by what is printed over it."""

from __future__ import annotations

import re

from publisher.model import ArticleKind

_KINDS = (
    (ArticleKind.CORRECTION, r"更正|致歉|(?i:corrections?|clarifications?)"),
    (ArticleKind.EDITORIAL, r"社[论論]|(?i:editorial)"),
    (
        ArticleKind.COMMENTARY,
        r"本[报報刊][评評][论論][员員]?|[时時]?[评評][论論]|(?i:opinion|comment)",
    ),
    (ArticleKind.NOTICE, r"\S{0,12}(?:公告|[启啟]事|声明|聲明)|(?i:public notices?|notices?)"),
    (ArticleKind.ADVERTISEMENT, r"[广廣]告|(?i:advertisements?)"),
    (ArticleKind.INDEX, r"[导導][读讀]|今日[看要][点點]|(?i:inside|index|in today[’']s paper)"),
    (ArticleKind.BRIEF, r"[简簡][讯訊]|短[讯訊]|(?i:briefs|in brief|news in brief)"),
)
_PATTERNS = tuple((kind, re.compile(words)) for kind, words in _KINDS)


def kind_of(column: str, headline: str) -> ArticleKind:
    """The kind that a column head or a headline names as a whole; news where neither does.

    >>> kind_of("社论", "让夜校亮起来").value, kind_of("", "社论写作班开课").value
    ('editorial', 'news')
    """
    for printed in (column.strip(), headline.strip()):
        for kind, words in _PATTERNS:
            if words.fullmatch(printed):
                return kind
    return ArticleKind.NEWS
