"""Column heads (栏目): a label with its sign over articles, or before a headline in brackets."""

from __future__ import annotations

import re

from publisher.structure.lines import ends_sentence, trimmed, width
from publisher.text import Span

#: The widest label, in ems.
_WIDEST = 20

#: The longest label in capitals and its fewest letters.
_LONGEST = 40
_FEWEST = 4

_SIGNED = re.compile(r"[■●◆▲★◎□◇▌▍▎█◤◥∎]+\s*(?P<label>[^\s■●◆▲★◎□◇].*?)\s*[■●◆▲★◎□◇]*")
_BRACKETED = re.compile(r"[【〖〔\[［](?P<label>[^【】〖〗〔〕\[\]［］]{1,20})[】〗〕\]］]")

#: Words that are column heads by themselves.
_PLAIN = frozenset(
    """
    要闻 时政 综合 新闻 国内 国际 社会 经济 财经 文化 体育 教育 健康 科技 法治 军事 评论 副刊 专题
    专版 工会新闻 综合新闻 国内新闻 国际新闻 简讯 短讯
    要聞 綜合 國際 國內 社會 經濟 財經 評論 體育
    公告 广告 启事 声明公告 服务 便民 天气 讣告 廣告 公告欄
    News Local World National Business Sports Sport Opinion Obituaries Culture Arts Life Living
    Lifestyle Features Community Region State Nation Politics Education Health Science Technology
    Classifieds Weather Entertainment Travel Food Editorial Letters Commentary
    """.split()
)


def read_column(text: str, span: Span) -> Span | None:
    """The label of a line that is nothing but a column head; None where it is anything else.

    >>> text = "■工会重点工作创新案例"
    >>> read_column(text, Span(0, 11)).of(text)
    '工会重点工作创新案例'
    """
    line = trimmed(text, span)
    found = _SIGNED.fullmatch(text, line.start, line.end) or _BRACKETED.fullmatch(
        text, line.start, line.end
    )
    if found is None:
        return None
    label = Span(*found.span("label"))
    printed = label.of(text)
    return None if width(printed) > _WIDEST or ends_sentence(printed) else label


def split_column(text: str, headline: Span) -> tuple[Span | None, Span]:
    """The column in brackets before a headline, and the headline itself.

    >>> text = "【工会新闻】夜校开课"
    >>> [part.of(text) for part in split_column(text, Span(0, 10))]
    ['工会新闻', '夜校开课']
    """
    found = _BRACKETED.match(text, headline.start, headline.end)
    rest = trimmed(text, Span(found.end(), headline.end)) if found else headline
    if found is None or not rest:
        return None, headline
    return Span(*found.span("label")), rest


def is_capitals(label: str) -> bool:
    """Whether a line is set in capitals, as English labels are.

    >>> is_capitals("LETTERS TO THE EDITOR"), is_capitals("NOAA reports"), is_capitals("B2")
    (True, False, False)
    """
    words = re.findall(r"[^\W\d_]+", label)
    return (
        bool(words)
        and len(label) <= _LONGEST
        and label == label.upper() != label.lower()
        and sum(map(len, words)) >= _FEWEST
        and not re.search(r"[\d.,!?:;]", label)
    )


_SLOGAN = re.compile("[\u3400-\u9fff]{4,}[！!]?[\\s\u3000]+[\u3400-\u9fff]{4,}")


def is_slogan(printed: str) -> bool:
    """Whether a heading calls like a banner: clauses set apart by a blank.

    >>> is_slogan("奋进新征程 建功新时代"), is_slogan("夜校开课")
    (True, False)
    """
    return bool(_SLOGAN.search(printed))


#: The page of the ends of front-page stories.
_JUMPS = re.compile(r"(?i:(?:continued )?from (?:page one|the front(?: page)?)|jumps)")


def is_page_label(label: str) -> bool:
    """Whether a line alone below a folio is the page's label: a section's name, a word in capitals.

    >>> is_page_label("RECORDS"), is_page_label("LETTERS TO THE EDITOR")
    (True, False)
    """
    one = is_capitals(label) and len(label.split()) == 1
    return is_section_name(label) or one or bool(_JUMPS.fullmatch(label))


def is_section_name(label: str) -> bool:
    """Whether a label is one of the section names that papers share.

    >>> is_section_name("要闻"), is_section_name("LOCAL & STATE"), is_section_name("夜校")
    (True, True, False)
    """
    names = re.split(r" *(?:&|\band\b) *", label.strip())
    return all(name in _PLAIN or name.capitalize() in _PLAIN for name in names)
