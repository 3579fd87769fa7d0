"""The pictures of an edition: files with safe names, in formats that every reader knows."""

from __future__ import annotations

from publisher.errors import BuildError
from publisher.model import Issue

_SUFFIXES = {"image/jpeg": "jpg", "image/png": "png", "image/svg+xml": "svg"}


def addresses(issue: Issue) -> dict[str, str]:
    """The file of each picture in an edition, by the picture's name.

    Raises BuildError for a format that not every reader knows, and for a figure whose picture the
    issue doesn't hold.

    >>> addresses(Issue("a", "a", "zh-Hans", (), ""))
    {}
    """
    found = {}
    for number, picture in enumerate(issue.pictures, start=1):
        suffix = _SUFFIXES.get(picture.media_type)
        if suffix is None:
            raise BuildError(
                f"{picture.name}: {picture.media_type} can't be embedded",
                remedy="Build by `publisher.build`, which makes the pictures ready.",
            )
        found[picture.name] = f"images/picture-{number:04}.{suffix}"
    for article in issue.articles:
        for figure in article.figures:
            if figure.image and figure.image not in found:
                raise BuildError(
                    f"{figure.image}: the issue doesn't hold this picture",
                    remedy="Add it to the issue's pictures.",
                )
    return found
