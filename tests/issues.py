"""Issues made by hand, for the tests of what renders them."""

from __future__ import annotations

from publisher.model import (
    Article,
    Byline,
    Caption,
    Credit,
    Dateline,
    Emphasis,
    Figure,
    Footnote,
    Gap,
    InlineGap,
    Issue,
    ListItems,
    Note,
    NoteReference,
    Paragraph,
    Phrase,
    Provenance,
    Ruby,
    Signature,
    SourceCredit,
    SourceFile,
    Strong,
    Subhead,
    Table,
    Text,
    Title,
    Verse,
)
from publisher.text import Span

HERE = Span(0, 1)


def phrase(text: str) -> Phrase:
    return Phrase(text, HERE)


def words(text: str) -> tuple[Text, ...]:
    return (Text(text, HERE),)


def paragraph(text: str) -> Paragraph:
    return Paragraph(words(text), HERE)


def article(number: int, headline: str, *texts: str, language: str = "") -> Article:
    body = tuple(paragraph(text) for text in texts)
    return Article(f"x-i{number:04}", phrase(headline), body, HERE, language=language)


def issue(*articles: Article, language: str = "zh-Hans", title: str = "") -> Issue:
    return Issue("x", "一期", language, articles, "文", title=Title(name=title))


def provenance(**more: int) -> Provenance:
    return Provenance(
        sources=(SourceFile("甲.txt", "近日\n".encode()),),
        ledger=b'{"kind": "ledger"}\n',
        settings_digest="0" * 64,
        builder="publisher 0.1.0",
        modified="2025-05-20T00:00:00Z",
        **more,
    )


def everything() -> Article:
    """An article with every field and every kind of block."""
    return Article(
        "x-i0001",
        phrase("北京市总工会“大劳模班”开班"),
        (
            paragraph("近日，开学典礼举办，200余名劳模新生齐聚一堂。"),
            Gap(HERE),
            paragraph("题，以座谈交流的方式进行。"),
            Subhead(words("小标题"), 1, HERE),
            ListItems((words("一、甲"), words("二、乙")), HERE),
            Verse((words("风从江面上来"), words("带着稻花的香")), HERE),
            Table((("姓名", "名次"), ("张晶", "1")), True, HERE),
            Caption(words("图为展览现场。"), HERE),
            Figure("", words("图为课堂。"), HERE, (Credit("赵强", "摄", "赵强 摄", HERE),)),
            Note((Strong(words("编者按："), HERE), *words("好"), InlineGap(HERE)), HERE),
            Paragraph(
                (
                    *words("在"),
                    Ruby("重庆", "chóngqìng", HERE),
                    *words("，"),
                    Emphasis(words("书店"), HERE),
                    NoteReference("①", 1, HERE),
                    *words("很"),
                    Strong((*words("热闹"), NoteReference("②", 2, HERE)), HERE),
                    *words("。"),
                ),
                HERE,
            ),
            Signature(words("区总工会"), HERE),
        ),
        HERE,
        footnotes=(
            Footnote("①", words("沿街的老铺。"), 1, HERE),
            Footnote("②", (*words("据"), Strong(words("记者"), HERE), *words("采访。")), 2, HERE),
        ),
        column=phrase("工会重点工作创新案例"),
        kicker=phrase("北京经验"),
        deck=phrase("共上“开学第一课”"),
        summary=phrase("提要在此。"),
        dateline=Dateline("本报讯", Span(2, 5)),
        bylines=(Byline("张晶", "记者", Span(6, 9)),),
        credits=(Credit("彭程", "摄", "本报记者 彭程 摄", HERE),),
        source_credit=SourceCredit("转自《中工网》", "中工网", HERE),
    )


HOSTILE = "</title><script>alert(1)</script>&amp;]]>\x00\ud800\ufffe\u202e../../x ⟦gap⟧ \"'"


def hostile() -> Issue:
    """An issue whose every text tries to break out of its place."""
    bad = phrase(HOSTILE)
    nasty = Article(
        "x-i0001",
        bad,
        (paragraph(HOSTILE), Table(((HOSTILE,),), False, HERE), Verse((words(HOSTILE),), HERE)),
        HERE,
        column=bad,
        kicker=bad,
        deck=bad,
        dateline=Dateline(HOSTILE, HERE),
        bylines=(Byline(HOSTILE, HOSTILE, HERE),),
        credits=(Credit(HOSTILE, HOSTILE, HOSTILE, HERE),),
        source_credit=SourceCredit(HOSTILE, HOSTILE, HERE),
    )
    title = Title(HOSTILE, HOSTILE, "", HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    return Issue("x", HOSTILE, "zh-Hans", (nasty,), "文", title=title, banners=(bad,))
