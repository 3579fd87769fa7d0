"""Barriers: lines and blocks that no paragraph runs across, and those that it runs around."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

#: So much of a line's ends is looked at: what marks a line stands at its start or its end.
_REACH = 160


class Kind(StrEnum):
    """What a block is, as far as its form tells."""

    PROSE = "prose"
    HEADING = "heading"
    LABEL = "label"
    CREDIT = "credit"
    SOURCE = "source line"
    BYLINE = "byline"
    DATELINE = "dateline"
    LIST = "list item"
    QUESTION = "question or answer"
    DIALOGUE = "dialogue"
    SET_LINES = "lines set apart"
    TABLE = "table"
    PROGRAMME = "programme or score"
    SIGNATURE = "signature"
    INDENTED = "indented paragraph"
    ORNAMENT = "rule or ornament"
    JUMP = "jump line"
    PICTURE = "picture"
    CAPTION = "caption"
    PHOTO_CREDIT = "photo credit"
    FOLIO = "folio"
    QUOTE = "quotation set apart"
    FOOTNOTE = "footnote"


#: A block of these kinds stands alone: nothing is joined to its start or its end.
ALONE = frozenset(
    {
        Kind.HEADING,
        Kind.LABEL,
        Kind.CREDIT,
        Kind.SOURCE,
        Kind.BYLINE,
        Kind.SET_LINES,
        Kind.TABLE,
        Kind.PROGRAMME,
        Kind.SIGNATURE,
        Kind.ORNAMENT,
        Kind.JUMP,
    }
)
#: A block of these kinds begins something: nothing before it runs on into it.
OPENING = frozenset({Kind.DATELINE, Kind.LIST, Kind.QUESTION, Kind.DIALOGUE, Kind.INDENTED})
#: A paragraph runs on behind a block of these kinds.
TRANSPARENT = frozenset(
    {Kind.PICTURE, Kind.CAPTION, Kind.PHOTO_CREDIT, Kind.FOLIO, Kind.FOOTNOTE, Kind.QUOTE}
)

_ROLE = (
    "记者|通讯员|评论员|摄影|摄影报道|作者|编辑|责任编辑|责编|校对|版式|美编|制图|供图|图片|"
    "统筹|策划|监制"
)
_PAPER = r"本报|本刊|本台|本网|新华社|中新社|[\u4e00-\u9fff]{2,6}(?:日报|晚报|时报|网)"
_PERSON = r"(?:[\u4e00-\u9fff][ \u3000]+[\u4e00-\u9fff](?![\u4e00-\u9fff])|[\u4e00-\u9fff]{2,4})"
_EDITOR = (
    "(?:本版)?(?:责任编辑|责编|美编|美术编辑|编辑|组版|校对|版式(?:设计)?|图编)"
    rf"\s*[：:]?\s*{_PERSON}"
)
_LATIN_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}"
_NUMERAL = "[一二三四五六七八九十百零〇两]"

#: A whole line is of the first kind whose pattern it matches.
_WHOLE: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (Kind.HEADING, r"#{1,6}\s.*|\*\*[^*。！？!?.]{1,60}\*\*"),
        (Kind.ORNAMENT, r"[\s*_=~·•※☆★◆—–-]{3,}"),
        (Kind.PICTURE, r"!\[.*|<img\b.*"),
        (
            Kind.FOLIO,
            r"[\s—–·-]*\d{1,4}[\s—–·-]*|第\s*\d{1,4}\s*[页版]|(?i:page|seite)\s+\d{1,4}"
            rf"|(?:[^，。！？]{{0,40}}\s)?{_EDITOR}(?:\s+{_EDITOR})+|本版{_EDITOR}"
            r"|[\u4e00-\u9fff]{2,8}[报刊]\s+第?\s?[A-Z]?\d{1,3}\s?版[^，。！？]{0,60}"
            r"|第?\s?[A-Z]?\d{1,3}\s?版?[\s：:][^，。！？]{0,40}\d{4}年\d{1,2}月\d{1,2}日[^，。！？]{0,60}"
            r"|[A-Z]?\d{1,3}[A-Z]?\s*[|｜•·][^.!?]{3,80}\d{4}[^.!?]{0,60}"
            r"|[A-Z]?\d{1,3}[A-Z]?\s+[A-Z][A-Z &’'-]{2,30}\s{2,}[^.!?]{3,60}\d{4}"
            r"|[^.!?]{3,80}\d{4}\s*[|｜•].{0,40}\b[A-Z]?\d{1,3}[A-Z]?"
            r"|(?:[^.!?]{0,60}\d{4}\s*[|｜•·]?\s*)?Vol\.? ?[\dIVXLC]+,? No\.? ?[\d,]+.{0,40}"
            r"|第?\s?[A-Z]?\d{1,3}\s?版\s?[：:·]?\s?[^，。；！？]{0,12}"
            r"|\d{4}年\d{1,2}月\d{1,2}日\s*星期[一二三四五六日天][^。]{0,40}"
            r"|(?:农历|总第|国内统一|邮发代号|CN\s?\d|ISSN)[^。]{0,60}",
        ),
        (Kind.LABEL, r"[■□▲△▼◆◇●★☆▌▍▎◎].*|>>.*<<|》》.*《《|【[^】]{1,30}】"),
        (Kind.TABLE, r"\|.*\||.*\S(?:\t| {2,})\S.*\S?(?:\t| {2,})\S.*"),
        (
            Kind.JUMP,
            r"[（(【]?\s*(?:下转|上接|接续|紧接)[^。]{0,20}[）)】]?"
            r"|\(?(?i:(?:story )?continue[ds]|cont[’'.]?d?\.?|(?:please )?see|turn to)"
            r"(?: on| from)?"
            r"(?: [A-Z’' -]{2,40},?)? (?i:page )?[A-Z]?\d{1,3}[A-Z]?\)?\.?"
            r"|[▶►➤→▸»] ?[A-Z][A-Z’' &-]{1,39},? (?:[Pp]age )?[A-Z]?\d{1,3}"
            r"|\(?(?:[A-Z][A-Z’' -]{1,39}\s?[,|]? )?(?i:from page) [A-Z]?\d{1,3}[A-Z]?\)?",
        ),
        (
            Kind.PHOTO_CREDIT,
            r"[（(]?[^，。；：！？]{0,30}(?:摄影?|供图|图片|摄影报道)[）)]?"
            r"|(?:Photo|Picture|Foto|Bild|Fotos|Image|Photograph)s?\s*(?::|by\b|von\b).{1,60}",
        ),
        (
            Kind.CAPTION,
            rf".{{20,150}}[.!?][”\"]?\s+"
            r"(?:(?:Photos? )?[Cc]ourtesy of [A-Z][\w .'’&-]{2,50}|AP PHOTO/[A-Z .'’-]{4,40}"
            rf"|Pictures?: {_LATIN_NAME}(?:\s?[/,|]\s?[\w .'’&-]{{2,40}})?"
            rf"|Photos? by {_LATIN_NAME}(?:\s?[/,|]\s?[\w .'’&-]{{2,40}})?"
            rf"|{_LATIN_NAME}\s?(?:[/|]\s?[A-Z][\w .'’&-]{{2,40}}|, Staff(?: Photographer)?))\.?",
        ),
        (
            Kind.BYLINE,
            r"(?:本[报報刊])?(?:特约)?评论员|(?:编译|整理|撰文|口述|作者)\s?[/／:：].{2,12}",
        ),
        (
            Kind.LABEL,
            r"(?:尊敬的|亲爱的)?[\u4e00-\u9fff]{0,8}(?:同志|先生|女士|朋友们?|老师|编辑部?)们?[:：]",
        ),
        (
            Kind.CREDIT,
            rf"[（(]?(?:{_PAPER})?\s?(?:特约|实习|见习|首席|驻[^，。]{{1,8}})?(?:{_ROLE})"
            r"(?:[\s:：/／][^，。；！？]{1,40}|[^，。；：！？]{2,4})[）)]?"
            r"|[（(][^（）()，。；：]{0,14}(?:记者|通讯员)[^（）()。；：]{1,30}[）)]"
            r"|(?:文|图|文图|图文)\s?[/／].{1,40}",
        ),
        (
            Kind.SOURCE,
            r"[（(]?(?:转自|摘自|来源|原载|选自|原标题)[:：《「“\s]?[^，。；！？]{1,30}[）)]?"
            r"|[（(]?据《[^》]{1,20}》[^，。；！？]{0,12}[）)]?"
            r"|(?:Source|Quelle|Fuente|Fonte|Источник)\s*:.{1,60}",
        ),
        (
            Kind.BYLINE,
            r"(?:By|BY|Von|VON|Par|PAR|Por|POR|Door|От"
            r"|(?:Text(?: and photos)?|Words|Story|Report|Exclusive) by|Words:)"
            r"(?:\s(?:de|van|von|der|di|and|und|et|y|и|&|[^\W\d_a-zß-ÿа-я]\S*)){1,6}"
            r"(?:,\s*(?:Special to|Staff|[\w ]{0,30}"
            r"(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor)).{0,40})?"
            rf"|by {_LATIN_NAME}(?<!\.)"
            r"|Special to [A-Z].{2,40}|(?:[A-Z]\w+ )?(?i:staff (?:report|writer|reporter)s?)"
            r"|[A-Z]\w+ [Ss]taff"
            r"|(?:The )?Associated Press|[\w.+-]+@[\w.-]+\.\w{2,}"
            r"|[*_](?:[A-Z]\w+ )?[Ss]taff report[*_]",
        ),
        (
            Kind.PROGRAMME,
            r"\d{1,2}[:：.]\d{2}\s+\S.{0,50}|[^\d。]{1,30}\s\d{1,3}\s?[-–:：]\s?\d{1,3}\s(?![a-z])[^。]{0,29}[^。.]",
        ),
        (
            Kind.SIGNATURE,
            r"(?:Respectfully(?: submitted)?|(?:Very )?[Ss]incerely(?: yours)?|Yours (?:truly|"
            r"sincerely|faithfully|etc\.)|Faithfully yours|Best (?:wishes|regards)),?"
            rf"|此致|敬礼|特此(?:通知|公告|证明|声明|函告)。?"
            r"|\d{1,2}月\d{1,2}日|.{0,40}(?:电话|热线|地址|邮编|邮箱|传真)[:：]\s?[\w.@-]+"
            rf"|(?:\d{{4}}|[二〇零一三四五六七八九○]{{4}})\s?年\s?(?:\d{{1,2}}|{_NUMERAL}{{1,2}})\s?月"
            rf"\s?(?:\d{{1,2}}|{_NUMERAL}{{1,3}})\s?日"
            r"|[\u4e00-\u9fff]{0,6}(?:人|单位|电话|地址|邮编|邮箱|日期|时间|地点|部门|主席|会长)"
            r"[:：][^，。；：！？“”]{2,25}",
        ),
        (Kind.HEADING, r"(?=(?:.*[^\W\d_]){3})[^\u3041-\u9fff\uac00-\ud7a3]{3,80}"),
    )
)

#: The start of a line tells the kind of what it begins.
_START: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (Kind.INDENTED, r"\u3000{2}|\t| {4,}"),
        (
            Kind.DATELINE,
            r"(?:\*\*)?【?(?:本报讯|本台消息|本报[^，。]{0,12}[电讯]|(?:据)?(?:新华社|中新社|人民网)[^，。]{0,25}电)"
            r"|(?:\*\*)?[A-ZÀ-ÖØ-ÞА-Я][A-ZÀ-ÖØ-ÞА-Я .,'-]{2,40}(?:\([^)]{1,30}\)\s?)?[—–-]{1,2}\s"
            r"|(?:\*\*)?[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'-]{2,30}(?:,\s[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})?"
            r"(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?(?:\*\*)?\s?(?:\([^)]{1,30}\)\s?)?[—–-]{1,2}\s",
        ),
        (Kind.QUOTE, r">\s"),
        (
            Kind.CAPTION,
            r"(?:[上下左右]图[:：]|[上下左右]?图(?:为|中为|[①-⑳\d]{1,2}[:：为])|图片说明|资料图|配图)",
        ),
        (Kind.FOOTNOTE, r"\[\^?\d{1,3}\]:?\s|\d{1,2}\s(?=[A-ZÀ-Þ][^.]{0,60},?\s.*\d.*\.$)"),
        (
            Kind.LIST,
            rf"\s*(?:[*•●▪◦‣·]\s|[-–—]\s|\d{{1,3}}(?:[、．)）]|\.(?!\d))|[（(]\d{{1,3}}[)）]"
            rf"|{_NUMERAL}{{1,3}}[、．]|[（(]{_NUMERAL}{{1,3}}[)）]|[a-z][.)]\s|[A-H]\)\s|[①-⑳⑴-⒇]"
            rf"|第(?:{_NUMERAL}|\d){{1,5}}[条章节款项][\s\u3000])",
        ),
        (
            Kind.QUESTION,
            r"(?:问|答|主持人|记者|Q|A|F|R|П|О|В|문|답|Frage|Antwort|Pregunta|Respuesta|Question|Réponse)"
            r"\d{0,2}\s?[:：]|(?:Dear [A-Z][\w’' .]{1,30}|To the [Ee]ditor|Sirs?|Madam)[:,]",
        ),
        (Kind.DIALOGUE, r"[—–]{1,2}\s?[¿¡«“]?[^\W\d_]"),
    )
)

#: Two to four characters in a block of their own are a name or a label.
_FEW = re.compile("[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff][ \u3000]{1,2}[\u4e00-\u9fff]")

#: Asked first: `* * *` and `— 12 —` begin as a list does.
_ORNAMENT_OR_FOLIO = re.compile(r"[\s*_=~·•※☆★◆—–-]{3,}|[\s—–·-]*\d{1,4}[\s—–·-]*")

_NAME_AND_PLACE = re.compile(
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3},? *\n *"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:, [A-Z][\w ]{1,20})?"
)
_SECOND = re.compile(rf"(?:and |& ){_LATIN_NAME}(?:, .{{3,40}})?(?<!\.)")

_QUOTED = re.compile(r"「[^「」]*」|『[^『』]*』|“[^“”]*”|«[^«»]*»|„[^„“]*“")


@dataclass(frozen=True, slots=True)
class Shape:
    """The kind of a block's first line and of its last, which is the same for one line."""

    first: Kind
    last: Kind

    @property
    def opens(self) -> bool:
        """Whether nothing before the block runs on into it."""
        return self.first in ALONE or self.first in OPENING

    @property
    def closes(self) -> bool:
        """Whether nothing after the block is the rest of it."""
        return self.last in ALONE or self.last in {Kind.FOLIO, Kind.PHOTO_CREDIT}

    @property
    def transparent(self) -> bool:
        """Whether a paragraph may run on behind the block."""
        return self.first in TRANSPARENT


_DRESSED = re.compile(r"(?P<sign>\*{1,3}|_{1,2})(?=\S)[^*_\n]+(?<=\S)(?P=sign)")


def dress_of(block: str) -> str:
    """The signs of bold or sloped letters that all of a line wears, or "".

    A deck, a byline and a jump line often wear them, and the text below doesn't.

    >>> dress_of("*Widow’s supper ends in a chase*"), dress_of("the *Alder* sailed")
    ('*', '')
    """
    line = block[: 2 * _REACH].strip()
    dressed = _DRESSED.fullmatch(line) if len(line) < 2 * _REACH else None
    return dressed["sign"] if dressed else ""


@lru_cache(maxsize=4096)
def kind_of(line: str) -> Kind:
    """The kind of a line by its form; prose where nothing tells.

    >>> kind_of("本报记者 彭程 摄"), kind_of("转自《中工网》"), kind_of(">> 北京经验 <<")
    (<Kind.PHOTO_CREDIT: 'photo credit'>, <Kind.SOURCE: 'source line'>, <Kind.LABEL: 'label'>)
    >>> kind_of("**本报讯**（记者 张晶）近日，区总工会"), kind_of("业链分层分类开展劳动竞赛")
    (<Kind.DATELINE: 'dateline'>, <Kind.PROSE: 'prose'>)
    """
    short = line[:_REACH] if len(line) > _REACH else line
    if _ORNAMENT_OR_FOLIO.fullmatch(short.strip()):
        return Kind.FOLIO if any(sign.isdigit() for sign in short) else Kind.ORNAMENT
    for kind, pattern in _START:
        if pattern.match(short):
            return kind
    if len(line) <= _REACH:
        plain = line.strip()
        for kind, pattern in _WHOLE:
            if pattern.fullmatch(plain) and not _is_prose(kind, plain):
                return kind
    return Kind.PROSE


def _is_prose(kind: Kind, line: str) -> bool:
    """A line of capitals is no heading where it holds a lower-case letter."""
    return kind is Kind.HEADING and not line.startswith("#") and line != line.upper()


def shape_of(block: str) -> Shape:
    """The shape of a block.

    >>> shape_of("风从江面上来\\n带着稻花的香\\n我把名字写在船头").closes
    True
    """
    first, _, rest = block.partition("\n")
    if not rest:
        kind = kind_of(first[: _REACH + 1])
        if kind is Kind.PROSE and _FEW.fullmatch(first.strip()):
            kind = Kind.LABEL
        return Shape(kind, kind)
    if _is_byline(block):
        return Shape(Kind.BYLINE, Kind.BYLINE)
    if is_name_and_place(block):
        return Shape(Kind.SIGNATURE, Kind.SIGNATURE)
    if is_set_apart(block):
        return Shape(Kind.SET_LINES, Kind.SET_LINES)
    last = block[block.rfind("\n") + 1 :]
    return Shape(kind_of(first[: _REACH + 1]), kind_of(last[: _REACH + 1]))


def is_name_and_place(block: str) -> bool:
    """Whether a block is the name and the place, a line each, that sign a letter.

    >>> [is_name_and_place(f"K. Narayana,\\n{line}") for line in ("Patamata", "he said")]
    [True, False]
    """
    return bool(_NAME_AND_PLACE.fullmatch(block.strip()))


def _is_byline(block: str) -> bool:
    """Whether a byline goes on in a second line: By Jane Doe / and John Roe."""
    lines = [line.strip() for line in block.split("\n", 2)]
    return kind_of(lines[0]) is Kind.BYLINE and bool(_SECOND.fullmatch("\n".join(lines[1:])))


def is_set_apart(block: str) -> bool:
    """Whether a block's lines are short and of one kind, as verse, lists and addresses are."""
    if block.count("\n") > 200:
        return False
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    return len(lines) >= 3 and all(_width(line) <= 56 for line in lines)


def is_quotation(block: str) -> bool:
    """Whether a whole block is one quotation, as a line of dialogue is.

    >>> is_quotation("「うん、また来るよ」"), is_quotation("“开学第一课”上")
    (True, False)
    """
    return len(block) <= _REACH and bool(_QUOTED.fullmatch(block.strip()))


def _width(line: str) -> int:
    return sum(2 if sign > "\u2e7f" else 1 for sign in line[:100])
