"""The press: what a printer says of the machine and the paper that an issue is printed on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Press:
    """A printing condition and its ICC profile.

    `profile` is an ICC profile of four inks and `name` what it calls itself. `condition` is the
    condition's name in the ICC's registry, "" where none is known. `ink_limit` is the most ink
    that the paper takes in one place, all four together, in percent. Where `grey` holds, pictures
    are printed in black alone. `stands_in` says that the profile isn't the printer's.

    Source: ISO 15930-7 (output intents); ISO 12647-2 and -3 (total ink).
    """

    profile: bytes
    name: str
    condition: str = ""
    ink_limit: int = 300
    grey: bool = False
    stands_in: bool = False


@dataclass(frozen=True, slots=True)
class PressSettings:
    """What the project says of its printer; each field is a key of `[press]` in `publisher.toml`.

    `profile` is a file, `condition` one of the named printing conditions, `pictures` "colour" or
    "grey".
    """

    condition: str = ""
    profile: str = ""
    pictures: str = "colour"


@dataclass(frozen=True, slots=True)
class Condition:
    """A printing condition: its name in the ICC's registry, its total ink in percent, its paper."""

    registered: str
    ink_limit: int
    paper: str


#: What `[press] condition` may name. Sources: the ICC's characterization data registry; the total
#: ink as the makers of the profiles for each give it.
CONDITIONS = {
    "newspaper": Condition("IFRA26", 220, "cold-set newsprint (WAN-IFRAnewspaper26)"),
    "coated": Condition("FOGRA51", 300, "sheet-fed offset, coated (PSO Coated v3)"),
    "coated-2007": Condition("FOGRA39", 330, "sheet-fed offset, coated (ISO Coated v2)"),
    "uncoated": Condition("FOGRA52", 300, "sheet-fed offset, uncoated (PSO Uncoated v3)"),
    "japan": Condition("JC200103", 350, "sheet-fed offset, coated (Japan Color 2001)"),
}
