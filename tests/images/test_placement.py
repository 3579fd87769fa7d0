"""Placement: a picture comes to its article by the surest way, or is told of; no text is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import InputError, UsageError
from publisher.images import named, place
from publisher.images.pages import articles_on
from publisher.model import Article, Figure, ImageSettings, Issue, Match
from publisher.structure import read_issue
from publisher.structure.accounting import account
from publisher.text import Transcript
from tests.images import samples

BODY = "近日，海淀区总工会办起职工夜校，三百余名职工报名参加，课程有书法、合唱和摄影，深受欢迎。"
JPEG = samples.photo()


def read(*blocks: str) -> Issue:
    """An issue of blocks; "\\f" ends a page."""
    text = "\n\n".join(blocks).replace("\n\n\f\n\n", "\n\f\n")
    return read_issue(Transcript.of(text), id="x", name="x", language="zh-Hans")


def placed(issue: Issue, *settings: ImageSettings, **more: bytes) -> tuple[Issue, list[str]]:
    """The issue with its pictures, every file that is named at hand, and the codes of doubts."""
    files = dict.fromkeys(named(issue, settings), JPEG) | more
    done, doubts = place(issue, settings, files, "x")
    assert account(done)
    assert all(one.where == "x" for one in doubts)
    return done, [one.code for one in doubts]


def shapes(article: Article) -> list[str]:
    """The sorts of an article's blocks, pictures by their names."""
    return [
        f"{block.image or '-'}: {block.text}" if isinstance(block, Figure) else type(block).__name__
        for block in article.body
    ]


def test_a_mark_has_its_picture_where_it_stands() -> None:
    issue, codes = placed(read("# 夜校", BODY, "![职工在上课](p3-1.jpg)", BODY))
    (article,) = issue.articles
    assert shapes(article) == ["Paragraph", "p3-1.jpg: ", "Paragraph"]
    (figure,) = article.figures
    assert (figure.alternative, figure.matched) == ("职工在上课", Match.MARK)
    assert figure.origin.of(issue.text) == "![职工在上课](p3-1.jpg)"
    assert [one.name for one in issue.pictures] == ["p3-1.jpg"]
    assert codes == []


@pytest.mark.parametrize(
    ("mark", "file", "alternative"),
    [
        ("![夜校](a.jpg)", "a.jpg", "夜校"),
        ('![](photos/a.jpg "题")', "photos/a.jpg", ""),
        ("![夜校](<my photo.jpg>)", "my photo.jpg", "夜校"),
        ("![夜校](my%20photo.jpg)", "my photo.jpg", "夜校"),
        ("![夜校](./a.jpg)", "a.jpg", "夜校"),
        ("![夜校](photo(1).jpg)", "photo(1).jpg", "夜校"),
        ("![夜校](some  long name.jpg 'title')", "some  long name.jpg", "夜校"),
        ("![夜校（一）](it's-a.jpg)", "it's-a.jpg", "夜校（一）"),
        ('<img src="a.jpg" alt="甲&amp;乙">', "a.jpg", "甲&乙"),
        ("<img alt=夜校 src='a.jpg'/>", "a.jpg", "夜校"),
    ],
)
def test_marks_are_markdowns_and_htmls(mark: str, file: str, alternative: str) -> None:
    issue, _ = placed(read("# 夜校", BODY, mark, BODY))
    (figure,) = issue.articles[0].figures
    assert (figure.image, figure.alternative) == (file, alternative)


def test_two_marks_in_a_line_are_two_figures() -> None:
    issue, _ = placed(read("# 夜校", BODY, "![甲](a.jpg) ![乙](b.jpg)", BODY))
    assert shapes(issue.articles[0]) == ["Paragraph", "a.jpg: ", "b.jpg: ", "Paragraph"]


@pytest.mark.parametrize(
    "blocks",
    [
        ("![](a.jpg)", "图为职工在上课。 赵强 摄"),
        ("图为职工在上课。 赵强 摄", "![](a.jpg)"),
        ("![](a.jpg)", "图为职工在上课。", "本报记者 赵强 摄"),
    ],
)
def test_the_caption_beside_a_mark_is_the_pictures(blocks: tuple[str, ...]) -> None:
    issue, codes = placed(read("# 夜校", BODY, *blocks, BODY))
    (article,) = issue.articles
    assert shapes(article) == ["Paragraph", "a.jpg: 图为职工在上课。", "Paragraph"]
    assert [one.name for one in article.figures[0].credits] == ["赵强"]
    assert article.credits == ()
    assert codes == ["PUB040"]


def test_each_of_several_pictures_has_the_caption_below_it() -> None:
    issue, _ = placed(
        read("# 夜校", BODY, "![](a.jpg)", "图为书法课。", "![](b.jpg)", "图为合唱课。", BODY)
    )
    assert shapes(issue.articles[0])[1:3] == ["a.jpg: 图为书法课。", "b.jpg: 图为合唱课。"]


def test_text_between_keeps_a_caption_from_a_mark() -> None:
    issue, codes = placed(read("# 夜校", BODY, "![甲](a.jpg)", BODY, "图为合唱课。"))
    assert shapes(issue.articles[0]) == ["Paragraph", "a.jpg: ", "Paragraph", "-: 图为合唱课。"]
    assert codes == ["PUB044"]


def test_the_credit_below_a_marked_picture_is_its_own_and_others_are_not() -> None:
    issue, _ = placed(read("# 夜校", BODY, "![甲](a.jpg)", "赵强 摄", BODY, "钱二 摄"))
    (article,) = issue.articles
    assert [one.text for one in article.figures[0].credits] == ["赵强 摄"]
    assert [one.text for one in article.credits] == ["钱二 摄"]


def test_a_caption_whose_picture_isnt_there_stays_and_says_so() -> None:
    issue, codes = placed(read("# 夜校", BODY, "图为职工在上课。 赵强 摄", BODY))
    (figure,) = issue.articles[0].figures
    assert (figure.image, figure.matched, figure.text) == ("", Match.NONE, "图为职工在上课。")
    assert [one.name for one in figure.credits] == ["赵强"]
    assert (issue.pictures, codes) == ((), ["PUB044"])


def test_a_marked_file_that_never_came_is_told_by_name() -> None:
    issue, doubts = place(read("# 夜校", BODY, "![甲](photos/a.jpg)", BODY), (), {}, "x")
    assert issue.articles[0].figures[0].image == ""
    assert [(one.code, "photos/a.jpg" in one.message) for one in doubts] == [("PUB045", True)]


def test_settings_add_to_a_mark_what_it_leaves_out() -> None:
    said = ImageSettings("./a.jpg", caption="夜校的书法课", alt="职工写字", credit="赵强 摄")
    issue, codes = placed(read("# 夜校", BODY, "![](a.jpg)", BODY), said)
    (figure,) = issue.articles[0].figures
    assert (figure.text, figure.alternative, figure.credits[0].text) == (
        "夜校的书法课",
        "职工写字",
        "赵强 摄",
    )
    assert codes == []


TWO = ("# 夜校开课", BODY, "图为职工在夜校学习书法。", "# 展览开幕", BODY, "图为展览现场一角。")


@pytest.mark.parametrize("article", ["展览开幕", "展览 开幕", "x-i0002"])
def test_a_named_article_gets_its_picture_at_its_free_caption(article: str) -> None:
    issue, codes = placed(read(*TWO), ImageSettings("a.jpg", article=article, alt="展厅"))
    assert shapes(issue.articles[0])[1] == "-: 图为职工在夜校学习书法。"
    assert shapes(issue.articles[1])[1] == "a.jpg: 图为展览现场一角。"
    assert issue.articles[1].figures[0].matched is Match.ARTICLE
    assert codes == ["PUB044"]


def test_a_named_article_without_a_caption_gets_it_below_its_first_paragraph() -> None:
    said = ImageSettings("a.jpg", article="夜校", caption="夜校一景", alt="教室")
    issue, _ = placed(read("# 夜校", BODY, BODY), said)
    assert shapes(issue.articles[0]) == ["Paragraph", "a.jpg: 夜校一景", "Paragraph"]


def test_a_caption_that_isnt_the_settings_own_is_left_alone() -> None:
    said = ImageSettings("a.jpg", article="夜校", caption="别的图片", alt="教室")
    issue, codes = placed(read("# 夜校", BODY, "图为合唱课。", BODY), said)
    assert shapes(issue.articles[0])[1:3] == ["a.jpg: 别的图片", "-: 图为合唱课。"]
    assert codes == ["PUB044"]


def test_repeated_words_find_the_caption() -> None:
    said = [
        ImageSettings("b.jpg", caption="图为展览现场一角", alt="展厅"),
        ImageSettings("a.jpg", caption="职工在夜校学习书法", alt="教室"),
    ]
    issue, codes = placed(read(*TWO), *said)
    assert shapes(issue.articles[0])[1].startswith("a.jpg: 图为职工")
    assert shapes(issue.articles[1])[1].startswith("b.jpg: 图为展览")
    assert {one.figures[0].matched for one in issue.articles} == {Match.CAPTION}
    assert codes == []


def test_words_that_two_captions_have_find_neither() -> None:
    text = ("# 夜校", BODY, "图为展览现场一角。", "# 展览", BODY, "图为展览现场一角。")
    _, codes = placed(read(*text), ImageSettings("a.jpg", caption="图为展览现场一角", alt="展厅"))
    assert codes == ["PUB044", "PUB044", "PUB043"]


PAGES = ("# 夜校", BODY, "图为书法课。", "\f", "# 展览", BODY, "图为展厅。", "# 电影", BODY)


def test_the_only_caption_of_a_page_takes_the_pages_only_picture() -> None:
    issue, codes = placed(read(*PAGES), ImageSettings("a.jpg", page=2, alt="展厅"))
    assert shapes(issue.articles[1])[1] == "a.jpg: 图为展厅。"
    assert issue.articles[1].figures[0].matched is Match.PAGE
    assert codes == ["PUB044"]


@pytest.mark.parametrize(
    "settings",
    [
        # Two pictures for one caption; a page without one; no page; a page that isn't there.
        [ImageSettings("a.jpg", page=2, alt="甲"), ImageSettings("b.jpg", page=2, alt="乙")],
        [ImageSettings("a.jpg", alt="甲"), ImageSettings("b.jpg", page=9, alt="乙")],
        [ImageSettings("a.jpg", page=1, caption="图为展厅。"), ImageSettings("b.jpg")],
    ],
)
def test_a_picture_without_a_sure_place_is_left_out_and_told(settings: list[ImageSettings]) -> None:
    issue, codes = placed(read(*PAGES), *settings)
    assert issue.pictures == ()
    assert codes == ["PUB044", "PUB044", "PUB043", "PUB043"]


def test_a_surer_picture_leaves_the_only_caption_to_another() -> None:
    text = ("# 夜校", BODY, "图为书法课上的职工。", "图为合唱课。")
    said = [
        ImageSettings("b.jpg", page=1),
        ImageSettings("a.jpg", caption="书法课上的职工们在写字"),
    ]
    _, codes = placed(read(*text), *said)
    assert codes.count("PUB043") == 2
    said[1] = ImageSettings("a.jpg", caption="图为书法课上的职工")
    issue, _ = placed(read(*text), *said)
    assert shapes(issue.articles[0])[1:] == ["a.jpg: 图为书法课上的职工。", "b.jpg: 图为合唱课。"]


@pytest.mark.parametrize(
    ("article", "count"), [("没有的", "no article is"), ("同题", "2 articles")]
)
def test_an_article_that_isnt_there_once_is_the_settings_fault(article: str, count: str) -> None:
    issue = read("# 同题", BODY, "# 同题", BODY)
    with pytest.raises(UsageError, match=f"a.jpg: {count}"):
        placed(issue, ImageSettings("a.jpg", article=article))


def test_a_page_tells_articles_of_one_headline_apart() -> None:
    issue = read("# 同题", BODY, "\f", "# 同题", BODY)
    done, _ = placed(issue, ImageSettings("a.jpg", article="同题", page=2, alt="甲"))
    assert [len(one.figures) for one in done.articles] == [0, 1]


def test_a_page_goes_by_its_printed_number_where_it_has_one() -> None:
    issue = read("# 甲题", BODY, "\f", "# 乙题", BODY, "\f", "# 丙题", BODY)
    printed = zip(issue.pages, ("01", "A3", "02"), strict=True)
    issue = replace(issue, pages=tuple(replace(page, printed=label) for page, label in printed))
    assert [articles_on(issue, page) for page in range(5)] == [[0, 1, 2], [0], [2], [1], []]


def test_a_mark_where_an_article_goes_on_belongs_to_it() -> None:
    issue = read("# 甲题", BODY, "\f", "# 乙题", BODY, "\f", "# 丙题", BODY, "![](a.jpg)", BODY)
    first, second, third = issue.articles
    whole = replace(first, body=first.body + third.body, continued=(third.origin,))
    done, _ = place(replace(issue, articles=(whole, second)), (), {"a.jpg": JPEG})
    assert shapes(done.articles[0]) == ["Paragraph", "Paragraph", "a.jpg: ", "Paragraph"]


def test_a_mark_at_the_head_of_a_page_stays_on_it() -> None:
    issue, _ = placed(read("# 夜校", BODY, "\f", "![甲](a.jpg)", "# 展览", BODY))
    assert [len(one.figures) for one in issue.articles] == [0, 1]


def test_a_mark_in_an_issue_without_articles_is_told() -> None:
    _, codes = placed(read("![甲](a.jpg)"))
    assert codes == ["PUB043"]


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        ("![](https://example.org/a.jpg)", "https://example.org/a.jpg: is an address"),
        ("![](../a.jpg)", "'../a.jpg': is no path inside"),
        ("![](%2e%2e/a.jpg)", "'../a.jpg': is no path inside"),
        ("![](/etc/passwd)", "'/etc/passwd': is no path inside"),
        ('<img src="file:///etc/passwd">', "file:///etc/passwd: is an address"),
    ],
)
def test_a_mark_that_leads_out_of_the_issue_is_refused(mark: str, reason: str) -> None:
    issue = read("# 夜校", BODY, mark, BODY)
    with pytest.raises(InputError) as refused:
        named(issue, ())
    assert str(refused.value).startswith(reason)


@pytest.mark.parametrize("file", ["https://e.org/a.jpg", "../a.jpg", "/a.jpg", "", "."])
def test_settings_that_lead_out_of_the_issue_are_refused(file: str) -> None:
    with pytest.raises(InputError):
        named(read("# 夜校", BODY), [ImageSettings(file)])


def test_a_file_that_settings_name_has_to_be_there() -> None:
    with pytest.raises(InputError, match=r"a\.jpg: there is no such picture"):
        place(read("# 夜校", BODY), [ImageSettings("a.jpg")], {})


def test_a_broken_picture_is_refused_by_name() -> None:
    with pytest.raises(InputError, match=r"a\.jpg: is damaged"):
        place(read("# 夜校", BODY, "![](a.jpg)"), (), {"a.jpg": JPEG[:-300]})


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ({}, ["PUB040"]),
        ({"caption": "夜校"}, ["PUB040"]),
        ({"alt": "职工写字"}, []),
        ({"decorative": True}, []),
    ],
)
def test_only_a_text_alternative_is_one(said: dict[str, Any], codes: list[str]) -> None:
    _, found = placed(read("# 夜校", BODY), ImageSettings("a.jpg", article="夜校", **said))
    assert found == codes


def test_without_pictures_and_captions_the_issue_is_the_same() -> None:
    issue = read("# 夜校", BODY, "一、书法\n二、合唱", BODY)
    assert place(issue, (), {}) == (issue, ())


PARTS = st.sampled_from(
    [
        BODY,
        "# 夜校",
        "# 展览",
        "图为书法课。",
        "图为合唱课。 赵强 摄",
        "赵强 摄",
        "![甲](a.jpg)",
        "![](b.jpg) ![丙](c.jpg)",
        "![](gone.jpg)",
        "![]()",
        "\f",
        "■栏目",
        "⟦gap⟧",
    ]
)
SETTINGS = st.builds(
    ImageSettings,
    st.sampled_from(["a.jpg", "b.jpg", "c.jpg", "d.jpg"]),
    page=st.integers(0, 3),
    caption=st.sampled_from(["", "图为书法课。", "别的"]),
    credit=st.sampled_from(["", "钱二 摄"]),
)


@given(blocks=st.lists(PARTS, min_size=1, max_size=14), settings=st.lists(SETTINGS, max_size=5))
def test_no_text_is_lost_however_pictures_stand(
    blocks: list[str], settings: list[ImageSettings]
) -> None:
    issue = read(*blocks)
    files = dict.fromkeys(["a.jpg", "b.jpg", "c.jpg", "d.jpg"], JPEG)
    done, doubts = place(issue, settings, files)
    account(done)
    before = sorted(one.text for article in issue.articles for one in article.credits)
    after = [one.text for article in done.articles for one in article.credits]
    figures = [figure for article in done.articles for figure in article.figures]
    kept = [one.text for figure in figures for one in figure.credits if one.origin]
    assert sorted(after + kept) == before
    names = {one.name for one in done.pictures}
    assert names == {figure.image for figure in figures if figure.image}
    told = {one.message.split()[0] for one in doubts if one.code == "PUB043"}
    assert {one.file for one in settings} <= names | told
