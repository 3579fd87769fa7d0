"""The printing conditions by name, and the press that the settings speak of."""

from __future__ import annotations

from pathlib import Path

from publisher.errors import ToolMissing
from publisher.files import read_bytes
from publisher.model.press import CONDITIONS, Condition, Press, PressSettings

#: The largest profile that is read, in bytes; those of presses have one to three million.
_LIMIT = 20_000_000

#: The profile that stands in where the printer's isn't named: Ghostscript's, as Debian keeps it.
STAND_IN = Path("/usr/share/color/icc/ghostscript/default_cmyk.icc")


#: Without a condition nothing is known of the paper; newsprint takes the least.
_UNKNOWN = Condition("", CONDITIONS["newspaper"].ink_limit, "")


def read_press(settings: PressSettings, folder: Path = Path()) -> Press:
    """The press with its profile, which is the file named in the settings or stands in for it.

    `folder` is where the settings lie. Raises UsageError for a profile that isn't one of a CMYK
    press, InputError for one that can't be read, ToolMissing where nothing can stand in.
    """
    from publisher.images import profile_name

    path = folder / settings.profile if settings.profile else STAND_IN
    if not (settings.profile or path.is_file()):
        raise ToolMissing(
            "no profile of the press is named, and Ghostscript's isn't there to stand in",
            remedy="Name the printer's profile under [press] in publisher.toml"
            ' (profile = "….icc"), or install Ghostscript (Debian: apt-get install ghostscript).',
        )
    profile = read_bytes(path, _LIMIT)
    condition = CONDITIONS.get(settings.condition, _UNKNOWN)
    return Press(
        profile=profile,
        name=profile_name(str(path), profile),
        condition=condition.registered,
        ink_limit=condition.ink_limit,
        grey=settings.pictures == "grey",
        stands_in=not settings.profile,
    )


def unknown_condition(name: str) -> str:
    """What is wrong with a condition's name, "" where nothing is.

    >>> unknown_condition("newspaper")
    ''
    """
    return "" if name in CONDITIONS else f"must be one of {', '.join(CONDITIONS)}"
