"""The words of the reading room itself, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from publisher.wordings import wordings

_ROWS = """\
room | Reading room | 阅览室
skip | Skip to content | 跳到正文
issues | Issues | 各期
search | Search | 检索
find | Find | 检索
words | Words | 词语
byline | Byline | 作者
section | Section | 栏目
since | From (year, month or day) | 起（年、月或日）
until | To (year, month or day) | 止（年、月或日）
results | results | 条结果
none | Nothing was found. | 没有找到。
previous | Previous | 上一页
next | Next | 下一页
all | All issues, the latest first | 全部，新者在前
of_year | Issues of {} | {} 年各期
latest | Latest issues | 最近各期
by_year | By year | 按年份
undated | Without a date | 日期不详
issue_count | issues | 期
number | No. | 第
contents | Contents | 目录
editions | To take away | 下载
page | Page | 版
article | Article | 文章
no_headline | (no headline) | （无标题）
gap | [text lost here] | ［此处缺字］
picture | Picture | 图
in_editions | The picture is in the EPUB and the PDF. | 图片见 EPUB 与 PDF。
repairs | Repairs, gaps and open questions | 修补、缺失与疑问
no_repairs | Nothing was repaired in this article. | 本文未经修补。
no_ledger | What was repaired isn't known. | 修补情况不详。
source | The source as received | 原稿
asked | Proposed, not done | 建议，未改
rule | Rule | 规则
certain | certain | 确定
probable | probable | 很可能
doubtful | doubtful | 存疑
cite | Cite | 引用
turn | continues on page | 转至
withdrawn | This issue was withdrawn. | 本期已撤回。
reason | Reason | 理由
missing | There is no such page. | 没有这个页面。
damaged | What is kept of this is damaged, so it isn't shown. | 此件存档已损坏，不予显示。
busy | The archive is being written; try again in a moment. | 存档正在写入，请稍后再试。
refused | This can't be looked for: | 无法检索：
too_long | the words are too long. | 词语过长。
bad_date | a date is a year, a month or a day: 2025, 2025-05, 2025-05-20. | \
日期应为年、月或日：2025、2025-05、2025-05-20。
weekdays | Mo Tu We Th Fr Sa Su | 一 二 三 四 五 六 日
calendar | Calendar | 日历
catalogue | Catalogue for reading programs (OPDS) | 供阅读软件使用的目录（OPDS）
"""

WORDS: Mapping[str, Mapping[str, str]] = wordings(_ROWS)


def shelf_title(name: str, words: Mapping[str, str]) -> str:
    """What a shelf of the catalogue is called: a bare year is taken for a number by some readers.

    >>> shelf_title("2025", WORDS["en"]), shelf_title("undated", WORDS["en"])
    ('Issues of 2025', 'Without a date')
    """
    return words.get(name) or words["of_year"].format(name)
