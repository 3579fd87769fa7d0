"""Standard numbers of periodicals: ISSN (ISO 3297) and CN (国内统一连续出版物号, GB/T 9999.1)."""

from __future__ import annotations

import re

_ISSN = re.compile(r"\d{4}-\d{3}[\dX]")
_CN = re.compile(r"CN\s?(?P<region>\d\d)-\d{4}(?:[（(][A-Z][）)])?(?:/[A-Z]{1,2}\d{0,3})?")

#: The region codes of China's publishing administrations (GB/T 2260); 10 is Beijing's second.
_REGIONS = frozenset({10, *range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47)}) | {
    *range(50, 55),
    *range(61, 66),
}


def issn_fault(number: str) -> str:
    """What is wrong with an ISSN; "" where nothing is.

    >>> issn_fault("0317-8471"), issn_fault("0317-8472")
    ('', 'has a wrong check digit: 0317-8471 would be right')
    """
    if not _ISSN.fullmatch(number):
        return 'must be of the form "1234-5679"'
    digits = number.replace("-", "")[:7]
    rest = -sum(int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1), strict=True))
    check = "0123456789X"[rest % 11]
    if check == number[-1]:
        return ""
    return f"has a wrong check digit: {number[:-1]}{check} would be right"


def cn_fault(number: str) -> str:
    """What is wrong with a CN number; "" where nothing is.

    >>> cn_fault("CN 11-0053"), cn_fault("CN 99-0053")
    ('', 'names a region that there is none of: 99')
    """
    found = _CN.fullmatch(number.removeprefix("国内统一连续出版物号：").strip())
    if found is None:
        return 'must be of the form "CN 11-0053"'
    if int(found["region"]) not in _REGIONS:
        return f"names a region that there is none of: {found['region']}"
    return ""
