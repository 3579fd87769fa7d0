"""A line of people: roles and names in any order a Chinese paper prints them in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from publisher.structure.lines import trimmed
from publisher.structure.names import NAME, compact, has_surname, split_names
from publisher.text import Span

#: The longest line of people, in characters.
LONGEST = 120

_HAN = "\u3400-\u9fff"

#: Before a name; OCR reads □ as 口.
MARK = re.compile(r"[□■●◎○◇◆▲△▪◻◼☆★※]|口(?=[本记記文新])|[—–]{1,2}")

#: Marks that stand before names only; the filled ones head columns too.
_OPEN_MARKS = "□◎○◇口—–——––"

_ROLE = re.compile(
    rf"(?P<organisation>本[报報刊网網台社]|[晚日早晨][报報]|[{_HAN}]{{2,8}}?[社报報网網台])?"
    rf"(?:[驻駐](?P<place>[{_HAN}]{{1,8}}?))?"
    "(?P<role>(?:首席|特约|特約|见习|見習|实习|實習|特派|全媒体|全媒體|融媒体|摄影|攝影|高级|资深)*"
    "(?:[记記]者|通[讯訊][员員]|[评評][论論][员員]|撰稿人?)|[实實][习習]生|[编編][译譯]|整理|"
    "作者|采访|採訪|采写|採寫|撰文|口述|文)"
)

#: Roles that say what someone did for the text.
WRITING = frozenset({"文", "撰文", "采访", "採訪", "采写", "採寫", "整理"})

#: What is done for a picture or a page.
_CRAFT = re.compile(
    "[摄攝]影?|[摄攝]影[报報][道導]|[图圖][片]?|供[图圖]|制[图圖]|製圖|[绘繪]|[绘繪制製][图圖表]|漫[画畫]|"
    "插[图圖画畫]|版式[设設][计計]|[设設][计計]|[责責]任?[编編][辑輯]?|美[编編]|校[对對]|[组組]版|[编編][辑輯]|"
    "本版[责責][编編]|本版[编編][辑輯]"
)
_SUFFIXED = re.compile(
    rf"(?P<name>[{_HAN}]{{2,9}}?)(?P<craft>[摄攝]影[报報][道導]|[摄攝]影?|供[图圖]|制[图圖]|漫[画畫])"
)

#: Behind the names of writers: what they did, or from where.
_TAIL = re.compile(
    rf"文并[摄攝]|文[图圖]|(?:(?P<from>[{_HAN}]{{2,6}})(?P<reports>[报報][道導导]))|[{_HAN}]{{0,8}}[报報][道導]|[发發]自(?P<place>[{_HAN}]{{2,8}})|[图圖]文|等"
)
#: The writers made the pictures too; says nothing of who they are.
_BOTH = re.compile("[文圖图摄攝][/／]?[圖图文摄攝](?![\u3400-\u9fff])")

_TOKEN = re.compile(rf"{_BOTH.pattern}|{MARK.pattern}|{NAME.pattern}|[^\s、，,/／|｜:：·]+")


@dataclass(frozen=True, slots=True)
class Group:
    """People of one role: `craft` is what they did for a picture or a page, "" for writers.

    `pictures` is the role in which writers made the pictures too (文/图), else ""; a group is
    `closed` where its role stands behind its names.
    """

    role: str = ""
    craft: str = ""
    organisation: str = ""
    place: str = ""
    pictures: str = ""
    closed: bool = False
    people: tuple[tuple[str, Span], ...] = ()
    span: Span = field(default_factory=lambda: Span(0, 0))

    def with_person(self, name: str, span: Span) -> Group:
        """The group with one more person at its end."""
        start = self.span.start if self.span else span.start
        return replace(self, people=(*self.people, (name, span)), span=Span(start, span.end))


def read_people(text: str, span: Span) -> tuple[Group, ...]:
    """The groups that a whole line consists of; () where it holds anything else.

    >>> [(g.role, [name for name, _ in g.people]) for g in read_people("通讯员 李　四", Span(0, 7))]
    [('通讯员', ['李四'])]
    >>> read_people("本报记者了解到", Span(0, 7))
    ()
    """
    line = trimmed(text, span)
    if not line or len(line) > LONGEST:
        return ()
    tokens = [Span(*token.span()) for token in _TOKEN.finditer(text, line.start, line.end)]
    groups = [Group()]
    marked = False
    for place, token in enumerate(tokens):
        word = token.of(text)
        if MARK.match(text, token.start):
            marked = marked or word in _OPEN_MARKS
            groups[-1] = _begun(groups[-1], token)
        else:
            # Only behind a name does it matter whether another follows.
            last = bool(groups[-1].people) and _is_last(text, tokens, place, line.end)
            if not _take(groups, word, token, last=last):
                return ()
    told = marked or any(group.role or group.craft or group.pictures for group in groups)
    return tuple(groups) if told and all(group.people for group in groups) else ()


def _is_last(text: str, tokens: list[Span], place: int, end: int) -> bool:
    """Whether no name follows before the next role, and no sign that one belongs to this."""
    if text[tokens[place].end : min(end, tokens[place].end + 1)] in {
        "/",
        "／",
        "：",
        ":",
        "｜",
        "|",
    }:
        return False
    # 张三 口述 李四 整理: where a role ends the line, roles stand behind the names.
    behind = _role_or_craft(tokens[-1].of(text))
    if place and behind and not any(_role_or_craft(one.of(text)) for one in tokens[:place]):
        return True
    # 张三/文: what a name is tied to by a stroke is its own.
    if place and text[tokens[place].start - 1] in "/／" and text[tokens[place - 1].end] in "/／":
        return True
    following = tokens[place + 1].of(text) if place + 1 < len(tokens) else ""
    return not following or bool(_role_or_craft(following) or MARK.fullmatch(following))


def _role_or_craft(word: str) -> bool:
    return bool(_ROLE.fullmatch(word) or _CRAFT.fullmatch(word) or _glued(word))


def _take(groups: list[Group], word: str, token: Span, *, last: bool) -> bool:
    """Fit one word in; False where it doesn't belong into a line of people."""
    group = groups[-1]
    if _BOTH.fullmatch(word):
        span = Span(group.span.start if group.span else token.start, token.end)
        pictures = "摄" if re.search("[摄攝]", word) else "图"
        groups[-1] = replace(group, span=span, pictures=pictures)
        return True
    if _CRAFT.fullmatch(word) or _ROLE.fullmatch(word):
        groups[-1:] = _with_role(group, word, token, last=last)
        return True
    if glued := _glued(word):
        names = Span(token.start + glued.end(), token.end)
        begun = Span(token.start, names.start)
        groups[-1:] = _with_role(group, glued.group(), begun, last=False)
        return _add_signed(groups, word[glued.end() :], names)
    if group.people and last and (tail := _TAIL.fullmatch(word)):
        place = tail["place"] or tail["from"] or group.place
        groups[-1] = replace(group, span=Span(group.span.start, token.end), place=place)
        return True
    if _craftsmen(word):
        return _add_signed(groups, word, token)
    return _add(groups, _names(word, trusted=bool(group.organisation or group.people)), token)


def _craftsmen(word: str) -> str:
    """Names that a craft is glued to: 彭程 of 彭程摄."""
    suffixed = _SUFFIXED.fullmatch(word)
    return suffixed["name"] if suffixed and split_names(suffixed["name"]) else ""


def _add_signed(groups: list[Group], word: str, token: Span) -> bool:
    """Add names with surnames that run on, and the craft glued behind them."""
    run = _craftsmen(word) or word
    _add(groups, split_names(run), Span(token.start, token.start + len(run)))
    if run != word:
        groups[-1:] = _with_role(groups[-1], word[len(run) :], token, last=True)
    return True


def _with_role(group: Group, word: str, token: Span, *, last: bool) -> list[Group]:
    craft = bool(_CRAFT.fullmatch(word))
    if group.people and last:
        told = replace(group, span=Span(group.span.start, token.end), closed=True)
        if craft:
            return [told if group.craft else replace(told, craft=word)]
        return [told if group.role or group.craft else replace(told, role=word)]
    kept = [group] if group.people else []
    begun = _begun(Group() if group.people else group, token)
    if craft:
        return [*kept, replace(begun, craft=word)]
    role = _ROLE.fullmatch(word)
    assert role is not None
    return [
        *kept,
        replace(
            begun,
            role=_both(begun.role, role["role"]),
            organisation=role["organisation"] or "",
            place=role["place"] or "",
        ),
    ]


def _both(first: str, second: str) -> str:
    """Two roles before one name: 采访/整理 is both, 文/记者 the second."""
    return f"{first}/{second}" if {first, second} <= WRITING - {"文"} else second


def _begun(group: Group, token: Span) -> Group:
    if group.people:
        return group
    return replace(group, span=Span(group.span.start if group.span else token.start, token.end))


def _glued(word: str) -> re.Match[str] | None:
    """A role with names running on behind it, where each begins with a surname."""
    role = _ROLE.match(word)
    if role is None or role["role"][-1] not in "者员員生" or role.end() == len(word):
        return None
    rest = word[role.end() :]
    return role if _craftsmen(rest) or split_names(rest) else None


def _names(word: str, *, trusted: bool) -> tuple[str, ...]:
    word = word[:-1] if len(word) > 2 and word.endswith("等") else word
    if not NAME.fullmatch(word):
        return ()
    if re.search("[·•・‧]", word):
        return (word,)
    name = compact(word)
    if len(name) > 3:
        return split_names(name) or ((name,) if trusted and len(name) == 4 else ())
    return (name,) if trusted or has_surname(name) else ()


def _add(groups: list[Group], names: tuple[str, ...], token: Span) -> bool:
    start = token.start
    if names and groups[-1].closed:
        groups.append(Group())
    for name in names:
        end = token.end if name is names[-1] else start + len(name)
        groups[-1] = groups[-1].with_person(name, Span(start, end))
        start = end
    return bool(names)
