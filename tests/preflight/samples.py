"""The samples of the profile's rules: for each what fails it, and where, and what just passes."""

from __future__ import annotations

from tests.preflight.books import (
    ARTICLE,
    NAV,
    PACKAGE,
    RECORD,
    SHEET,
    SOURCE,
    Change,
    add,
    drop,
    head,
    item,
    meta,
    packed,
    rewrite,
    style,
    swap,
)

SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
BREAK = '<span epub:type="pagebreak" role="doc-pagebreak" id="p9" aria-label="9"/>'
PAGES = '<nav epub:type="page-list"><ol><li><a href="article-0001.xhtml#p9">9</a></li></ol></nav>'
SOURCE_OF_PAGES = '<meta property="pageBreakSource">urn:issn:1234-5679</meta>'
CHANCE = "3ad5969a-186c-494b-b834-796b556ab161"
COVER = ("cover.xhtml", "article-0001.xhtml")
PICTURE = '<item id="n1" href="{}" media-type="{}"/>'

#: By the rule's name: changes that it finds, each with the place.
FAILING: dict[str, list[tuple[Change, str]]] = {
    "mimetype": [
        (packed(first=PACKAGE), "mimetype"),
        (packed(how=8), "mimetype"),
        (packed(extra=b"UT\x05\x00\x03\x00\x00\x00\x00"), "mimetype"),
        (add("mimetype", "application/epub+zip\n"), "mimetype"),
        (drop("mimetype"), "mimetype"),
    ],
    "entry_names": [
        (packed(more=("../a.txt",)), "../a.txt"),
        (packed(more=("/a.txt",)), "/a.txt"),
        (packed(more=("EPUB/a?.txt",)), "EPUB/a?.txt"),
        (packed(more=("EPUB/ARTICLE-0001.xhtml",)), "EPUB/ARTICLE-0001.xhtml"),
        (packed(more=("EPUB/e\u0301.txt", "EPUB/\xe9.txt")), "EPUB/\xe9.txt"),
    ],
    "entry_times": [(packed(time=(2026, 1, 2, 3, 4, 6)), "")],
    "locks": [
        (add("META-INF/encryption.xml", "<encryption/>"), "META-INF/encryption.xml"),
        (add("META-INF/rights.xml", "<rights/>"), "META-INF/rights.xml"),
    ],
    "package_version": [
        (swap(PACKAGE, 'version="3.0"', 'version="2.0"'), PACKAGE),
    ],
    "package_metadata": [
        (swap(PACKAGE, "dcterms:modified", "dcterms:created"), PACKAGE),
        (swap(PACKAGE, "dc:title", "dc:coverage"), PACKAGE),
    ],
    "publication": [
        (swap(PACKAGE, "dc:publisher", "dc:contributor"), PACKAGE),
        (swap(PACKAGE, "dc:date", "dc:coverage"), PACKAGE),
    ],
    "identifier": [
        (rewrite(PACKAGE, "urn:uuid:[^<]+", f"urn:uuid:{CHANCE}"), PACKAGE),
        (rewrite(PACKAGE, "urn:uuid:[^<]+", f"uuid:{CHANCE}"), PACKAGE),
        (rewrite(PACKAGE, "urn:uuid:[^<]+", CHANCE.upper()), PACKAGE),
    ],
    "series": [(swap(PACKAGE, "belongs-to-collection", "dcterms:isPartOf"), PACKAGE)],
    "publisher_role": [
        (meta('<meta refines="#creator" property="role">pbl</meta>'), PACKAGE),
    ],
    "accessibility": [(swap(PACKAGE, "schema:accessibilityHazard", "schema:about"), PACKAGE)],
    "conformance": [
        (meta('<meta property="dcterms:conformsTo">EPUB Accessibility 1.1</meta>'), PACKAGE),
        (meta('<link rel="dcterms:conformsTo" href="http://www.idpf.org/epub/a11y"/>'), PACKAGE),
    ],
    "media_types": [
        (item(PICTURE.format("a.tiff", "image/tiff"), add("EPUB/a.tiff", "x")), PACKAGE),
        (item(PICTURE.format("a.tiff", ""), add("EPUB/a.tiff", "x")), PACKAGE),
    ],
    "leftovers": [
        (
            item(PICTURE.format("a.ncx", "application/x-dtbncx+xml"), add("EPUB/a.ncx", "x")),
            PACKAGE,
        ),
        (swap(PACKAGE, "</spine>", "</spine><guide/>"), PACKAGE),
    ],
    "contents": [
        (swap(NAV, 'epub:type="toc"', 'epub:type="loi"'), NAV),
        (swap(PACKAGE, 'properties="nav"', ""), PACKAGE),
        (swap(NAV, "colophon.xhtml", "cover.xhtml"), NAV),
    ],
    "landmarks": [
        (swap(NAV, 'epub:type="landmarks"', 'epub:type="loi"'), NAV),
        (swap(NAV, 'epub:type="bodymatter"', 'epub:type="chapter"'), NAV),
    ],
    "page_list": [
        (head(BREAK), ARTICLE),
        # The same page again, where an article turns to it.
        (
            head(
                BREAK + BREAK.replace("p9", "turn"),
                swap(NAV, "</body>", f"{PAGES}</body>"),
                meta(SOURCE_OF_PAGES),
            ),
            ARTICLE,
        ),
        (head(BREAK, swap(NAV, "</body>", f"{PAGES}</body>")), PACKAGE),
    ],
    "language": [
        (swap(ARTICLE, ' xml:lang="zh-Hans"', ""), ARTICLE),
        (swap(ARTICLE, ' lang="zh-Hans"', ' lang="ja"'), ARTICLE),
        (swap(PACKAGE, ' xml:lang="zh-Hans"', ""), PACKAGE),
    ],
    "direction": [(swap(ARTICLE, 'lang="zh-Hans"', 'lang="ar-EG"'), ARTICLE)],
    "page_title": [
        (rewrite(ARTICLE, "<title>.*</title>", "<title> </title>"), ARTICLE),
        (rewrite(ARTICLE, "<title>.*</title>", ""), ARTICLE),
    ],
    "headings": [
        (head("<h1>甲</h1><h3>乙</h3>"), ARTICLE),
        (head("<h1> </h1>"), ARTICLE),
        (head('<h1><img src="styles/epub.css" alt="" role="none"/></h1>'), ARTICLE),
    ],
    "ids": [
        (head('<p id="a"/><p id="a"/>'), ARTICLE),
        (add("EPUB/a.svg", SVG.format('<g id="a"/><g id="a"/>')), "EPUB/a.svg"),
    ],
    "links": [
        (head('<a href="gone.xhtml">x</a>'), ARTICLE),
        (head('<a href="colophon.xhtml#gone">x</a>'), ARTICLE),
        (head('<a href="#gone">x</a>'), ARTICLE),
        (item(PICTURE.format("gone.png", "image/png")), PACKAGE),
    ],
    "alternatives": [
        (head('<img src="styles/epub.css"/>'), ARTICLE),
        (head('<img src="styles/epub.css" alt=" "/>'), ARTICLE),
        (head('<img role="none" src="styles/epub.css"/>'), ARTICLE),
    ],
    "lost_text": [
        (swap(ARTICLE, ' aria-label="此处原文缺失"', ""), ARTICLE),
        (swap(ARTICLE, ' role="note"', ""), ARTICLE),
    ],
    "facts": [
        (head('<script type="application/ld+json">{</script>'), ARTICLE),
        (head('<script type="application/ld+json">{"name": "x"}</script>'), ARTICLE),
        (head('<script type="application/ld+json">7</script>'), ARTICLE),
    ],
    "scripts": [
        (head("<script>run()</script>"), ARTICLE),
        (head('<p onclick="run()"/>'), ARTICLE),
        (head('<a href=" JavaScript:run()">x</a>'), ARTICLE),
        (head(SVG.format("<script>run()</script>")), ARTICLE),
        (add("EPUB/a.svg", SVG.format("<script>run()</script>")), "EPUB/a.svg"),
    ],
    "remote": [
        (head('<img src="https://example.org/a.png" alt="甲"/>'), ARTICLE),
        (head('<iframe src="//example.org/"/>'), ARTICLE),
        (head('<link rel="stylesheet" href="http://example.org/a.css"/>'), ARTICLE),
        (head("<style>p { background: url('https://example.org/a.png') }</style>"), ARTICLE),
        (style('@import "https://example.org/a.css";'), SHEET),
        (item(PICTURE.format("https://example.org/a.png", "image/png")), PACKAGE),
    ],
    "fonts": [
        (style('p { font-family: "Song", serif }'), SHEET),
        (style('@font-face { font-family: "A"; src: url(gone.ttf) }'), SHEET),
    ],
    "glyphs": [
        (head("<p>\U0002a6a5</p>"), ARTICLE),
        (head("<p>a<b>b</b>\u1801</p>"), ARTICLE),
    ],
    "fixed_sizes": [
        (style("p { font-size: 12pt }"), f"{SHEET}:{{last}}"),
        (style("p { font: bold 14px/1.2 serif }"), f"{SHEET}:{{last}}"),
        (style("p { line-height: 20px; }"), f"{SHEET}:{{last}}"),
        (style("div { width: 600px }"), f"{SHEET}:{{last}}"),
        (head('<p style="font-size: 9px">x</p>'), ARTICLE),
        (meta('<meta property="rendition:layout">pre-paginated</meta>'), PACKAGE),
    ],
    "colours": [
        (style("p { color: black }"), f"{SHEET}:{{last}}"),
        (style("p { background: #fff }"), f"{SHEET}:{{last}}"),
        (style("p { background-color: white; color: inherit }"), f"{SHEET}:{{last}}"),
    ],
    "origin": [(swap(PACKAGE, "dc:source", "dc:coverage", drop(RECORD)), PACKAGE)],
    "provenance": [
        (swap(SOURCE, "近日", "近月"), SOURCE),
        (drop(SOURCE), SOURCE),
        (add("EPUB/provenance/ledger.jsonl", "x"), "EPUB/provenance/ledger.jsonl"),
        (swap(RECORD, "{", "["), RECORD),
        (add(RECORD, "[]"), RECORD),
        (add(RECORD, "[" * 100_000), RECORD),
    ],
}

#: By the rule's name: changes that come near and are none of its business.
PASSING: dict[str, list[Change]] = {
    "mimetype": [packed()],
    "entry_names": [packed(more=("EPUB/a..b.txt", "EPUB/第1版.txt"))],
    "entry_times": [packed(time=(2025, 5, 20, 0, 0, 0))],
    "locks": [add("META-INF/metadata.xml", "<metadata/>")],
    "package_version": [swap(PACKAGE, 'version="3.0"', 'version="3.1"')],
    "package_metadata": [meta("<dc:title>另名</dc:title>")],
    "publication": [meta("<dc:publisher>另一家</dc:publisher>")],
    "identifier": [meta(f"<dc:identifier>{CHANCE}</dc:identifier>")],
    "series": [
        swap(PACKAGE, "periodical issue", "novel", swap(PACKAGE, "belongs-to-collection", "a:b"))
    ],
    "publisher_role": [meta('<meta refines="#creator" property="role">aut</meta>')],
    "accessibility": [meta('<meta property="schema:accessMode">visual</meta>')],
    "conformance": [
        meta(
            '<meta property="dcterms:conformsTo">EPUB Accessibility 1.1</meta>'
            '<meta property="a11y:certifiedBy">一家</meta>'
        )
    ],
    "media_types": [
        item(PICTURE.format("a.webp", "image/webp"), add("EPUB/a.webp", "x")),
        item(PICTURE.format("a.ogg", "audio/ogg; codecs=opus"), add("EPUB/a.ogg", "x")),
    ],
    "leftovers": [add("EPUB/a.ncx", "<ncx/>")],
    "contents": [
        rewrite(
            PACKAGE, "<itemref (idref=.item-0001)", r'<itemref linear="no" \1', swap(NAV, *COVER)
        )
    ],
    "landmarks": [swap(NAV, 'epub:type="bodymatter"', 'epub:type="bodymatter chapter"')],
    "page_list": [
        head(BREAK, swap(NAV, "</body>", f"{PAGES}</body>"), meta(SOURCE_OF_PAGES)),
    ],
    "language": [head('<p lang="ja" xml:lang="ja">日本</p>')],
    "direction": [
        swap(ARTICLE, 'lang="zh-Hans"', 'lang="he"', swap(ARTICLE, 'dir="ltr"', 'dir="rtl"')),
        swap(ARTICLE, 'lang="zh-Hans"', 'lang="arn"'),
    ],
    "page_title": [swap(ARTICLE, "<title>", "<title>–")],
    "headings": [
        head("<h1>甲</h1><h2>乙</h2><h3>丙</h3><h1>丁</h1>"),
        head('<h1><img src="styles/epub.css" alt="劳动午报"/></h1>'),
    ],
    "ids": [head('<p id="a"/><p id="A"/>')],
    "links": [
        head('<a href="colophon.xhtml">x</a><a href="https://example.org/gone">y</a>'),
        head('<p id="甲"/><a href="#%E7%94%B2">x</a><a href="mailto:a@example.org">y</a>'),
    ],
    "alternatives": [
        head('<img src="styles/epub.css" alt="甲"/>'),
        head('<img src="styles/epub.css" alt="" role="presentation"/>'),
        head('<img src="styles/epub.css" alt="" role="none"/>'),
    ],
    "lost_text": [head('<p class="gaps">x</p>')],
    "facts": [head('<script type="application/ld+json">[{"@context": "x"}]</script>')],
    "scripts": [head('<p>onclick="run()" javascript:run()</p>')],
    "remote": [
        head('<a href="https://example.org/">x</a>'),
        style("/* @import 'a' */ @namespace 'http://www.w3.org/1999/xhtml';"),
    ],
    "fonts": [
        style("p { font-family: sans-serif }"),
        style('@font-face { font-family: "A"; src: url(epub.css) } p { font-family: A }'),
    ],
    "glyphs": [
        head("<p>劳动\u200b午报\ufffd</p>"),
        head("<style>/* \U0002a6a5 */</style>"),
        head(
            "<p>\U0002a6a5</p>",
            item(PICTURE.format("a.woff", "font/woff"), add("EPUB/a.woff", "x")),
        ),
    ],
    "fixed_sizes": [
        style("p { font-size: 1.2em; line-height: 1.5; border: 1px solid; margin: 0 5pt }"),
        style("hr { width: 100px } @page { font-size: 9pt }"),
        style("/* font-size: 9px */ p::before { content: 'font-size: 9px' }"),
    ],
    "colours": [
        style("p { color: black; background: white } a { color: inherit }"),
        style("figure img { background: white }"),
        style("@media (prefers-color-scheme: dark) { a { color: #9cf } }"),
    ],
    "origin": [swap(PACKAGE, "dc:source", "dc:coverage")],
    "provenance": [add("EPUB/provenance/more.txt", "x")],
}
