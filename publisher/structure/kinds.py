"""The kind of an article, told by what is printed over it and by what it is made of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publisher.model import (
    ArticleKind,
    Block,
    Byline,
    Caption,
    Dateline,
    Note,
    Paragraph,
    Question,
    Verse,
    plain,
)

_KINDS = (
    (
        ArticleKind.CORRECTION,
        r"更正(?:[与與和及]?(?:[说說]明|致歉|[启啟]事|道歉))?|致歉(?:信|声明)?"
        r"|(?i:(?:corrections?|clarifications?)(?: (?:and|&) (?:corrections?|clarifications?))?"
        r"|we (?:goofed|erred)|(?:putting|setting) (?:it|(?:the )?record) (?:right|straight)"
        r"|for the record)",
    ),
    (
        ArticleKind.ADVERTISEMENT,
        r"[广廣]告|(?i:(?:paid )?advertisements?|paid notice|advertorial|classifieds?(?: ads?)?"
        r"|for sale|for rent|(?:help )?wanted|situations vacant)",
    ),
    (
        ArticleKind.EDITORIAL,
        r"(?:本[报報])?社[论論评評]|(?i:(?:staff )?editorials?|our views?|our opinion)",
    ),
    (
        ArticleKind.COMMENTARY,
        r"本[报報刊][评評][论論][员員]?|[时時短锐快]?[评評][论論]?|[读讀]者(?:[来來][信函]|投[书書稿])|[来來][信函]|投[书書]|民意[论論][坛壇]|言论|观点|"
        r"\S{0,6}(?:有[话話]要?[说說]|大家[谈談]|[杂雜][谈談]|[时時锐銳快微][评評]|一家之言)|"
        r"\S{0,4}快[语語评評]|\S{0,4}信箱|卷首[语語]|[书書影剧劇乐樂][评評]|"
        r"(?i:(?:guest )?(?:opinion|comment|column)|commentary|op-ed"
        r"|(?:your |readers[’'] )?letters?(?: to the [\w’' ]{2,24})?|have your say|postbag"
        r"|mailbag|your views?)",
    ),
    (
        ArticleKind.NOTICE,
        r"\S{0,24}(?:公告|[启啟]事|声明|聲明|通告|讣告|[办辦]法(?:[（(]试行[）)])?|值班表|节目表)"
        r"|[致告]\S{0,2}[读讀]者(?:[书書])?|休刊\S{0,4}"
        r"|\S*人民政府\S{0,4}任免\S{2,16}|\S{2,20}(?:任前)?公示"
        r"|(?i:(?:\w+ )?notices?|minutes(?: of .{3,40})?|(?:school |lunch )*menus?(?:, .{3,30})?|"
        r"obituar(?:y|ies)|deaths|passings|in memoriam|the week ahead|(?:\w+ )?calendar|"
        r"scoreboard|what[’']s on|events|meetings|on the water|tides)",
    ),
    (
        ArticleKind.INDEX,
        r"(?:今日|本期|[内內]容|精彩)?[导導][读讀覽览]|(?:今日|本期)[看要重][点點]|目[录錄]"
        r"|(?i:inside(?: today)?|nearby|index|in today[’']s paper)",
    ),
    (ArticleKind.INTERVIEW, r"(?i:q ?(?:&|and) ?a)|[专專]访|[专專]訪|[访訪][谈談]录?"),
    (
        ArticleKind.BRIEF,
        r"[简簡][讯訊]|短[讯訊]"
        r"|(?i:(?:\w+ )?briefs?|(?:local |news )?roundup|(?:\w+ )?in brief|news in brief"
        r"|around (?:the )?\w+|short takes"
        r"|(?:police|sheriff[’']s) (?:log|blotter|report))",
    ),
    (ArticleKind.FEATURE, r"(?i:recipes?|poems?|poetry|features?)|\S{0,4}副刊|连载|诗[页頁歌]"),
)
_PATTERNS = tuple((kind, re.compile(words)) for kind, words in _KINDS)

#: Labels over several short items, each with its own headline.
_SHORT = frozenset({ArticleKind.BRIEF, ArticleKind.NOTICE, ArticleKind.ADVERTISEMENT})
_SEVERAL = re.compile(
    r"[读讀]者(?:[来來][信函]|投[书書稿])|投[书書]|\S{0,4}信箱|民意[论論][坛壇]|\S*服[务務]"
    r"|(?i:(?:your |readers[’'] )?letters(?: to the [\w’' ]{2,24})?|have your say|postbag|mailbag)"
)

_HAN = re.compile("[\u3400-\u9fff]")
_LITERARY = re.compile(r"副刊|文[艺藝]|文[化学學]|周刊|週刊|特刊")
_LIFE = re.compile(r"(?i:life|living|lifestyle|features)")
_QUOTED = re.compile(r"[“\"][^”\"\n]*[”\"]?|‘(?:[^’\n]|’(?=\w))*’?")
_SELF = re.compile(r"\b(?:I|I[’']\w+|me|my)\b(?!\.)")
#: Over a text that no one signs, the paper's own opinion.
_LEADER = re.compile(r"(?i:(?:the )?(?:\w+ )?(?:comment|leader)|leading article|(?:the )?\w+ says)")
_EMAIL = re.compile(r"([\w.]+)@[\w.-]+\.\w{2,}\s*\Z")
_SERIAL = re.compile(r"[（(](?:(?i:to be continued)|未完待[续續]|待[续續])\S*[）)]")
_COMMENTATOR = re.compile("[评評][论論][员員]")


def told_kind(label: str) -> ArticleKind | None:
    """The kind that a label names as a whole; None where it names none.

    >>> told_kind("社论").value, told_kind("社论写作班开课")
    ('editorial', None)
    """
    printed = label.strip()
    return next((kind for kind, words in _PATTERNS if words.fullmatch(printed)), None)


def is_label(printed: str) -> bool:
    """Whether a heading names a kind as no headline does: an opinion, letters, briefs.

    >>> is_label("Your letters"), is_label("Advertiser Comment"), is_label("关于停水的公告")
    (True, True, False)
    """
    kind = told_kind(printed)
    return bool(_LEADER.fullmatch(printed.strip())) or kind in {
        ArticleKind.EDITORIAL,
        ArticleKind.COMMENTARY,
        ArticleKind.BRIEF,
    }


def is_of_short_items(label: str) -> bool:
    """Whether a label stands over several short items (briefs, notices, letters).

    >>> is_of_short_items("LOCAL BRIEFS"), is_of_short_items("社论")
    (True, False)
    """
    return told_kind(label) in _SHORT or bool(_SEVERAL.fullmatch(label.strip()))


def kind_of(
    labels: Sequence[str],
    body: Sequence[Block],
    bylines: Sequence[Byline] = (),
    dateline: Dateline | None = None,
    section: str = "",
) -> ArticleKind:
    """The kind of an article: what a label over it names, else what it is made of.

    `labels` are its column, kicker and headline, in this order. Without a label: questions and
    answers are an interview, captions with hardly any text a photo story, a commentator's piece a
    commentary, an unsigned report of one paragraph a brief, a part of a serial a feature, and so
    what is signed in Chinese on a line of its own without a dateline.

    >>> kind_of(["社论", "", "让夜校亮起来"], ()).value, kind_of(["", "", "夜校开课"], ()).value
    ('editorial', 'news')
    """
    if not bylines and _LEADER.fullmatch(labels[0].strip()):
        return ArticleKind.EDITORIAL
    for label in labels:
        if kind := told_kind(label):
            return kind
    if labels[0] and _writes_to(labels[0], body):
        return ArticleKind.COMMENTARY
    questions = [block for block in body if isinstance(block, Question)]
    if questions:
        letters = plain(questions[0].content).startswith("Dear ")
        return ArticleKind.FEATURE if letters else ArticleKind.INTERVIEW
    if any(_COMMENTATOR.search(f"{one.role}{one.name}") for one in bylines):
        return ArticleKind.COMMENTARY
    paragraphs = [block for block in body if isinstance(block, Paragraph)]
    captions = sum(isinstance(block, Caption) for block in body)
    if captions and captions >= len(paragraphs):
        return ArticleKind.PHOTO_STORY
    if any(isinstance(block, Verse) for block in body) and not paragraphs:
        return ArticleKind.FEATURE
    chinese = bool(_HAN.search("".join(labels)))
    signed = bool(bylines) and dateline is None and not _in_body(bylines, body)
    if chinese and len(paragraphs) == len(body) == 1 and not signed:
        return ArticleKind.BRIEF
    if _LITERARY.search(section) or _LIFE.fullmatch(section.strip()):
        return ArticleKind.FEATURE
    notes = [plain(block.content) for block in body if isinstance(block, Note)]
    if any(map(_SERIAL.fullmatch, notes)):
        return ArticleKind.FEATURE
    alone = len(paragraphs) == len(body) == 1
    if alone and not (chinese or bylines or dateline or any(labels[:2])):
        return ArticleKind.BRIEF
    if not chinese:
        told = ArticleKind.FEATURE if _is_told_by_self(paragraphs) else ArticleKind.NEWS
        return ArticleKind.COMMENTARY if labels[0] and bylines and notes else told
    if signed:
        return ArticleKind.FEATURE
    return ArticleKind.NEWS


def _writes_to(label: str, body: Sequence[Block]) -> bool:
    """Whether the last of a text is the e-mail address of the person whom its label names."""
    last = body[-1] if body else None
    found = _EMAIL.search(plain(last.content)) if isinstance(last, Note | Paragraph) else None
    return found is not None and re.sub(r"\W", "", label).lower() == re.sub(r"\W", "", found[1])


def _is_told_by_self(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether an English writer says “I” or “me” outside quotations, more than once."""
    said = _QUOTED.sub("", "\n".join(paragraph.text for paragraph in paragraphs))
    return len(_SELF.findall(said)) > 1


def _in_body(bylines: Sequence[Byline], body: Sequence[Block]) -> bool:
    """Whether the writers are named at the text's head or behind it, as those of a report are."""
    first = min((block.origin.start for block in body), default=0)
    return all(byline.origin.start >= first for byline in bylines)
