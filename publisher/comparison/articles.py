"""Which article of one version is which of the other, and what became of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from publisher.comparison.order import in_order
from publisher.comparison.wording import Stretch, differences
from publisher.text.marks import GAP_MARK

#: Articles with less than this share of their text in common aren't one article.
_ALIKE = 0.4
#: So many characters on end count as one thing that two articles have in common.
_GRAM = 4

_ISSUE_FIELDS = ("date", "number", "volume", "edition", "language")


@dataclass(frozen=True, slots=True)
class Field:
    """A part of an issue or an article by its name, as it was and as it is; "" is none."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Changed:
    """An article of both versions that differs.

    `number` is its place among the articles of the new version, from 1. `moved` tells that it
    stands at another place among those of both; `text` is empty where its text is the same.
    """

    number: int
    headline: str
    moved: bool
    fields: tuple[Field, ...]
    text: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs: facts of the issue, articles that are gone, new, or changed, by headline."""

    fields: tuple[Field, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]
    changed: tuple[Changed, ...]
    pictures: tuple[Field, ...]

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not (self.fields or self.gone or self.new or self.changed or self.pictures)


@dataclass(frozen=True, slots=True)
class _Article:
    number: int
    headline: str
    fields: tuple[tuple[str, str], ...]
    text: str


def compare(old: Mapping[str, Any], new: Mapping[str, Any]) -> Comparison:
    """What differs between two issues, each as `structure.to_json` gives it.

    >>> compare({"articles": [], "date": "2025-05-20"}, {"articles": []}).fields
    (Field(name='date', old='2025-05-20', new=''),)
    """
    before, after = (
        tuple(_article(number, one) for number, one in enumerate(issue["articles"], start=1))
        for issue in (old, new)
    )
    pairs = _pairs(before, after)
    stay = in_order([pairs[one.number] for one in before if one.number in pairs])
    changed = []
    for one in before:
        if one.number in pairs:
            other = after[pairs[one.number] - 1]
            moved = other.number not in stay
            if moved or one.fields != other.fields or one.text != other.text:
                changed.append(_changed(one, other, moved=moved))
    found = set(pairs.values())
    return Comparison(
        tuple(_fields(_facts(old), _facts(new))),
        tuple(one.headline for one in before if one.number not in pairs),
        tuple(one.headline for one in after if one.number not in found),
        tuple(sorted(changed, key=lambda one: one.number)),
        tuple(_fields(_pictures(old), _pictures(new))),
    )


def _changed(one: _Article, other: _Article, *, moved: bool) -> Changed:
    return Changed(
        other.number,
        other.headline or one.headline,
        moved,
        tuple(_fields(dict(one.fields), dict(other.fields))),
        () if one.text == other.text else differences(one.text, other.text),
    )


def _fields(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Field]:
    for name in dict.fromkeys([*old, *new]):
        was, is_ = old.get(name, ""), new.get(name, "")
        if was != is_:
            yield Field(name, was, is_)


def _facts(issue: Mapping[str, Any]) -> dict[str, str]:
    told = {
        f"title {key}": str(value)
        for key, value in issue.get("title", {}).items()
        if key != "type" and value
    }
    return told | {key: str(issue[key]) for key in _ISSUE_FIELDS if issue.get(key)}


def _pictures(issue: Mapping[str, Any]) -> dict[str, str]:
    return {one["name"]: one.get("digest", "") for one in issue.get("pictures", ())}


def _article(number: int, told: Mapping[str, Any]) -> _Article:
    parts = {
        name: told[name]["text"]
        for name in ("column", "kicker", "headline", "deck", "summary", "source_credit")
        if told.get(name)
    }
    if told.get("dateline"):
        parts["dateline"] = told["dateline"]["raw"]
    for name in ("bylines", "credits"):
        parts[name] = ", ".join(_person(one) for one in told.get(name, ()))
    parts |= {"section": told.get("section", ""), "kind": told.get("kind", "")}
    parts["pages"] = ", ".join(map(str, told.get("pages", ())))
    text = "\n".join(_block(one) for one in told.get("body", ()))
    named = tuple((name, value) for name, value in parts.items() if value)
    return _Article(number, parts.get("headline", ""), named, text)


def _person(told: Mapping[str, Any]) -> str:
    return " ".join(filter(None, (told.get("role", ""), told.get("name", ""))))


def _block(told: Mapping[str, Any]) -> str:
    """The characters of a block; lost text is its mark, a picture's name stands in brackets."""
    match told["type"]:
        case "Gap":
            return GAP_MARK
        case "Table":
            return "\n".join("\t".join(row) for row in told["rows"])
        case "Figure":
            return f"[{told['image'] or '?'}] {_inlines(told['caption'])}"
    return "\n".join(_texts(told))


def _texts(told: Mapping[str, Any]) -> Iterator[str]:
    """What the fields of a block hold, a line each."""
    for value in told.values():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield _inlines(value)
        elif isinstance(value, list) and value and isinstance(value[0], list):
            yield from (_inlines(line) for line in value)


def _inlines(content: Sequence[Mapping[str, Any]]) -> str:
    return "".join(map(_inline, content))


def _inline(told: Mapping[str, Any]) -> str:
    if told["type"] == "InlineGap":
        return GAP_MARK
    return _inlines(told["children"]) if "children" in told else str(told.get("text", ""))


def _pairs(old: Sequence[_Article], new: Sequence[_Article]) -> dict[int, int]:
    """The numbers of the old articles with those of the new: the surest first."""
    pairs: dict[int, int] = {}
    for key in (_whole, _text, _headline):
        _pair_by(key, old, new, pairs)
    _pair_alike(old, new, pairs)
    return pairs


def _whole(one: _Article) -> object:
    return one.fields, one.text


def _text(one: _Article) -> object:
    return one.text


def _headline(one: _Article) -> object:
    return one.headline


def _pair_by(
    key: Callable[[_Article], object],
    old: Sequence[_Article],
    new: Sequence[_Article],
    pairs: dict[int, int],
) -> None:
    """Pair what has the same key, first with first; an empty key says nothing."""
    free: defaultdict[object, list[int]] = defaultdict(list)
    taken = set(pairs.values())
    for one in reversed(new):
        if one.number not in taken:
            free[key(one)].append(one.number)
    for one in old:
        if one.number not in pairs and key(one) and free[key(one)]:
            pairs[one.number] = free[key(one)].pop()


def _pair_alike(old: Sequence[_Article], new: Sequence[_Article], pairs: dict[int, int]) -> None:
    """Pair what has the most text in common, of what is left."""
    taken = set(pairs.values())
    rest = {one.number: _grams(one) for one in new if one.number not in taken}
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, grams in rest.items():
        for gram in grams:
            holders[gram].append(number)
    found = []
    for one in old:
        if one.number in pairs:
            continue
        grams = _grams(one)
        common: defaultdict[int, int] = defaultdict(int)
        for gram in grams:
            for number in holders.get(gram, ()):
                common[number] += 1
        for number, count in common.items():
            share = 2 * count / (len(grams) + len(rest[number]))
            if share >= _ALIKE:
                found.append((-share, one.number, number))
    for _, mine, other in sorted(found):
        if mine not in pairs and other not in taken:
            pairs[mine] = other
            taken.add(other)


def _grams(one: _Article) -> set[str]:
    text = f"{one.headline}\n{one.text}"
    return {text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)}
