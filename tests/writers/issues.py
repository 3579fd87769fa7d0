"""Issues made by hand from the model, for the writers' tests."""

from __future__ import annotations

from typing import Any

from publisher.model import (
    Article,
    Block,
    Byline,
    Credit,
    Dateline,
    Emphasis,
    Gap,
    Issue,
    Paragraph,
    Phrase,
    Provenance,
    Ruby,
    SourceCredit,
    SourceFile,
    Subhead,
    Text,
    Title,
)
from publisher.text import Span

#: No test asks where a hand-made part came from.
NOWHERE = Span(0, 0)

PROVENANCE = Provenance(
    sources=(
        SourceFile("第1版.txt", "北京市总工会\n".encode("gb18030")),
        SourceFile("page2.txt", b"second page\r\n"),
    ),
    ledger=b'{"ledger": 1}\n',
    settings_digest="0" * 64,
    builder="publisher 0.1.0",
    modified="2025-05-20T00:00:00Z",
    edits=3,
    joins=2,
    gaps=1,
)

PARAGRAPH = (
    "近年来，市总工会高度重视首都工匠学院建设和技术技能人才培养，北京市总工会职工大学（北京市工会干部"
    "学院）积极贯彻落实《中共中央国务院关于深化产业工人队伍建设改革的意见》、全国总工会关于“求学圆梦”"
    "的行动要求，通过引领带动广大职工树立和践行终身学习理念，2024年共有1518人参加，同比增长3.5%。"
)


def phrase(text: str) -> Phrase:
    """A phrase from nowhere."""
    return Phrase(text, NOWHERE)


def paragraph(text: str) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph((Text(text, NOWHERE),), NOWHERE)


def subhead(text: str) -> Subhead:
    """A subhead below the headline."""
    return Subhead((Text(text, NOWHERE),), 1, NOWHERE)


def article(number: int, headline: str, *body: Block | str, **fields: Any) -> Article:
    """An article; strings become paragraphs."""
    blocks = tuple(paragraph(part) if isinstance(part, str) else part for part in body)
    return Article(f"a{number}", phrase(headline) if headline else None, blocks, NOWHERE, **fields)


def issue(*articles: Article, language: str = "zh-Hans", **fields: Any) -> Issue:
    """An issue of articles."""
    return Issue("paper", "paper", language, articles, "", **fields)


def chinese_issue() -> Issue:
    """An issue like the first seed: two columns (栏目), a gap, credits, a subhead."""
    label = phrase("工会重点工作创新案例")
    return issue(
        article(
            1,
            "北京市总工会“大劳模班”开班",
            PARAGRAPH,
            "近年来，北京市总工会职工大学着力",
            Gap(NOWHERE),
            "题，以座谈交流的方式进行。" + PARAGRAPH,
            subhead("一、突出“会展特色”"),
            PARAGRAPH * 3,
            dateline=Dateline("本报讯", Span(0, 3)),
            bylines=(Byline("张晶", "记者", Span(4, 9)),),
            deck=phrase("200余名劳模新生聆听“三个精神”主题宣讲 共上“开学第一课”"),
            credits=(Credit("彭程", "摄", "本报记者 彭程 摄", NOWHERE),),
        ),
        article(
            2,
            "北京市总工会召开产业工人队伍建设改革推进会暨全市工会系统重点工作部署会议",
            PARAGRAPH * 2,
            column=label,
            kicker=phrase("北京经验"),
            source_credit=SourceCredit("转自《中工网》", "中工网", NOWHERE),
        ),
        article(3, "IP解码会展新质生产力", PARAGRAPH, column=label),
        title=Title(
            name="劳动午报", name_en="Laodong Wubao", cn="CN 11-0067", publisher="北京市总工会"
        ),
        date="2025-05-20",
        number="1024",
        banners=(phrase("深入学习贯彻党的二十大精神 奋力开拓首都工会工作新局面"),),
    )


def english_issue() -> Issue:
    """An English issue."""
    text = (
        "The council’s long-running consultation on the harbour’s redevelopment ended on Tuesday, "
        "with most respondents supporting additional pedestrian crossings and considerably fewer "
        "parking spaces. “Nobody expected this,” said the chairwoman, Ms. O’Connor. "
    )
    return issue(
        article(
            1,
            "Harbour plan finds unexpected support among residents and shopkeepers alike",
            text * 3,
            subhead("What happens next"),
            text * 4,
            bylines=(Byline("Jane Doe", "By", NOWHERE),),
            deck=phrase("Consultation closes with a surprise"),
        ),
        article(2, "Rain", text),
        language="en",
        title=Title(name="The Harbour Gazette", publisher="Harbour Press"),
        date="2025-05-20",
    )


def taiwanese_issue() -> Issue:
    """An issue in traditional characters."""
    text = "臺北市政府昨（20）日宣布，自2025年7月起調整公車路線，並於「社群網站」公布『新路線圖』。"
    return issue(article(1, "公車路線七月調整", text * 8), language="zh-Hant")


def japanese_issue() -> Issue:
    """A Japanese issue."""
    text = "東京都は20日、2025年度の補正予算案を発表した。「直ちに実施する」と知事はコメントした。"
    read = (Text("担当者の", NOWHERE), Ruby("志", "こころざし", NOWHERE), Text("だ。", NOWHERE))
    told = (Text("財源は", NOWHERE), Emphasis((Text("未定", NOWHERE),), NOWHERE), *read)
    body = (text * 8, Paragraph(told, NOWHERE), text * 2)
    return issue(article(1, "都の補正予算案、発表", *body), language="ja")


def many_lines() -> Issue:
    """Over 500 lines of body text that begin at every place of a paragraph."""
    starts = [place for place, sign in enumerate(PARAGRAPH) if sign.isalpha()]
    texts = [PARAGRAPH[start:] + PARAGRAPH[:start] + "结束。" for start in starts[::3]]
    return issue(article(1, "长文", *texts))


def briefs(count: int = 200) -> Issue:
    """Many articles of a few lines."""
    return issue(
        *(
            article(number, f"第{number}条简讯", PARAGRAPH[: 30 + number % 90] + "。")
            for number in range(1, count + 1)
        )
    )


def arabic_issue() -> Issue:
    """An Arabic issue with what runs the other way in it: numbers, a name in Latin letters."""
    text = (
        "افتتحت المدينة في 20 مايو 2025 مكتبة جديدة (Central Library) تضم 12,500 كتاب. "
        "وقال المدير: «نرحب بالجميع»."
    )
    return issue(
        article(
            1,
            "المدينة تفتتح مكتبة جديدة",
            text,
            Gap(NOWHERE),
            subhead("ماذا بعد؟"),
            text * 3,
            kicker=phrase("ثقافة"),
            bylines=(Byline("ليلى حداد", "", NOWHERE),),
        ),
        article(2, "خبر ثان", text),
        language="ar",
        title=Title(name="الصحيفة", name_en="The Paper"),
        date="2025-05-20",
        number="7",
    )


def hebrew_issue() -> Issue:
    """A Hebrew issue."""
    text = "בעיר נפתחה ב־20 במאי 2025 ספרייה חדשה (Central Library), ובה 12,500 ספרים. "
    return issue(
        article(1, "נפתחה ספרייה חדשה", text, Gap(NOWHERE), text * 3),
        language="he",
        title=Title(name="העיתון"),
        date="2025-05-20",
    )
