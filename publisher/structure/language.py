"""The language of a text by its script, and by its small words where scripts are shared."""

from __future__ import annotations

import re
from collections import Counter

#: Characters that are looked at.
_SAMPLE = 20_000

#: So many small words, and so many times those of the expected language, tell another one.
_SURE = 4
_TIMES = 2

_KANA = re.compile("[\u3041-\u30fa]")
_HANGUL = re.compile("[가-힣]")
_HAN = re.compile("[\u3400-\u9fff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"\b[a-zà-ÿœßäöü]+")

_SMALL_WORDS = {
    "en": "the of and to in that is was for it with as his on be at by he this had from are",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als",
    "fr": "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se",
    "es": "de la que el en y los del se las por un para con no una su al lo como más pero",
    "it": "di e il la che in un per del una non con della si sono gli dei alla le nel più",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos ao foi",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als bij naar",
    "sv": "och i att det som en på är av för med den till inte har de om ett men var",
    "fi": "ja on ei se että oli hän mutta kun niin ovat myös joka kuin sen ole",
    "pl": "i w na z się nie do to że jest o jak za po od co przez dla oraz",
}
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}


def language_of(text: str, expected: str = "") -> str:
    """The BCP 47 tag of a text's language; "" where nothing tells.

    Among languages of one script `expected` holds unless the small words of another outnumber its
    own by far: a list of names and scores has “in” and “do” in several of them.

    >>> language_of("市总工会办起夜校"), language_of("市總工會辦起夜校"), language_of("1:0")
    ('zh-Hans', 'zh-Hant', '')
    >>> language_of("Il Como, di Bari"), language_of("Il Como, di Bari", "en")
    ('it', 'en')
    """
    sample = text[:_SAMPLE]
    count = {
        name: len(script.findall(sample))
        for name, script in (
            ("kana", _KANA),
            ("hangul", _HANGUL),
            ("han", _HAN),
            ("cyrillic", _CYRILLIC),
            ("latin", _LATIN),
        )
    }
    # An East Asian character says as much as several letters do.
    east = 4 * (count["kana"] + count["hangul"] + count["han"])
    if east > max(count["cyrillic"], count["latin"]):
        return _east_asian(sample, count)
    if count["cyrillic"] > count["latin"]:
        return "uk" if re.search("[іїєґІЇЄҐ]", sample) else "ru"
    if not count["latin"]:
        return ""
    # Names such as San Diego and Los Angeles tell nothing against the expected language.
    return _latin(sample if expected else sample.lower(), expected.split("-")[0])


def _east_asian(sample: str, count: dict[str, int]) -> str:
    if count["hangul"] > count["han"]:
        return "ko"
    if 20 * count["kana"] > count["han"]:
        return "ja"
    printed = Counter(_HAN.findall(sample))
    # A character that only one of the two national sets holds tells which script it is.
    in_gb, in_big5 = _held("".join(printed), "gb2312"), _held("".join(printed), "big5")
    simplified = sum(printed[char] for char in in_gb - in_big5)
    traditional = sum(printed[char] for char in in_big5 - in_gb)
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def _held(characters: str, encoding: str) -> set[str]:
    """Those of the characters that a national set holds."""
    return set(characters.encode(encoding, "ignore").decode(encoding))


def _latin(sample: str, expected: str) -> str:
    words = Counter(_WORD.findall(sample))
    scores = {language: sum(words[word] for word in small) for language, small in _WORDS.items()}
    best = max(scores, key=lambda language: scores[language])
    if expected in scores and scores[best] < _SURE + _TIMES * scores[expected]:
        return expected
    return best if scores[best] else ""
