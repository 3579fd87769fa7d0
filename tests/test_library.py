"""The library as DESIGN has it: normalize, read_issue, build."""

from __future__ import annotations

from pathlib import Path

import publisher
from publisher.config import Settings
from publisher.model import Title
from publisher.pipeline import issue_id, read_issue
from publisher.repairs import Verdict


def test_normalize_gives_text_ledger_queries_and_breaks() -> None:
    source = "同时，围绕产\n\n业链分层分类开展劳动竞赛。\n\n孝感市总工会表示，将继续努力。"
    result = publisher.normalize(source, language="zh-Hans")
    assert result.text == source.replace("产\n\n业", "产业")
    assert publisher.restore(result.ledger, result.text) == source.encode()
    assert [(one.offset, one.verdict) for one in result.breaks] == [
        (6, Verdict.JOIN),
        (21, Verdict.PARAGRAPH),
    ]
    assert all(one.evidence for one in result.breaks)
    assert result.queries == ()


def test_an_issue_of_two_files_is_one_text_and_both_come_back(tmp_path: Path) -> None:
    folder = tmp_path / "2025-05-20"
    folder.mkdir()
    first = "# 工会办起夜校\n\n本报讯 近日，围绕产\n".encode("gb18030")
    second = "业链分层分类开展劳动竞赛的夜校开课。\n".encode()
    (folder / "page10.txt").write_bytes(second)
    (folder / "page2.txt").write_bytes(first)
    issue = publisher.read_issue(folder)
    assert issue.id == "2025-05-20"
    assert len(issue.pages) == 2 or "\f" not in issue.text
    assert issue.provenance is not None
    assert [file.content for file in issue.provenance.sources] == [first, second]


def test_build_writes_what_it_returns(first_seed: Path, tmp_path: Path) -> None:
    issue = publisher.read_issue(first_seed)
    editions = publisher.build(issue, formats=["epub"], output=tmp_path)
    assert [edition.name for edition in editions] == ["000_4ff8259dd7ecf7f0.epub"]
    assert (tmp_path / editions[0].name).read_bytes() == editions[0].content


def test_what_a_paper_printed_is_evidence_and_stands_in_the_ledger() -> None:
    texts = ["区总工会的暖蜂驿站在地铁站旁开张。\n快递员在暖蜂驿站歇脚。"] * 40
    archive = publisher.learn(texts, name="午报")
    assert publisher.learn(texts).digest == archive.digest
    source = "近日，区总工会在地铁站旁开了一家暖蜂驿\n\n站，快递员可以歇脚。"
    result = publisher.normalize(source, evidence=archive)
    assert result.breaks[0].verdict is Verdict.JOIN
    assert ("午报", archive.digest) in result.ledger.evidence
    assert "zh-ngrams.bin" in dict(result.ledger.evidence)


def test_pages_are_the_sources_even_where_a_join_took_out_their_end(tmp_path: Path) -> None:
    source = "同时，围绕产\n\f\n业链分层分类开展劳动竞赛。\n\f\n孝感市总工会表示，将继续努力。"
    (tmp_path / "x.txt").write_text(source, "utf-8")
    issue = publisher.read_issue(tmp_path / "x.txt")
    assert "围绕产业链" in issue.text
    assert [page.sequence for page in issue.pages] == [1, 2, 3]
    assert issue.pages[1].span.of(issue.text).startswith("业链分层")
    assert issue.pages[2].span.of(issue.text).strip() == "孝感市总工会表示，将继续努力。"


def test_ids_are_of_title_day_and_edition(tmp_path: Path) -> None:
    page = "第01版：要闻 2025年5月20日 星期二\n\n# 夜校开课\n\n近日，夜校开课，三百名职工报名。\n"
    (tmp_path / "a.txt").write_text(page, "utf-8")
    titled = Settings(title=Title(id="jcgb"))
    issue = read_issue(tmp_path / "a.txt", titled)
    assert issue.id == issue_id(tmp_path / "a.txt", titled) == "jcgb-2025-05-20-a"
    assert issue.articles[0].id == "jcgb-2025-05-20-a-i0001"
    assert issue.pages[0].id == "jcgb-2025-05-20-a-p0001"
    assert read_issue(tmp_path / "a.txt", Settings()).id == "a"
