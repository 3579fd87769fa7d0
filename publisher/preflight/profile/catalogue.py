"""The catalogue of the profile: every rule, in the order in which a person would look."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from publisher.diagnostics import Diagnostic
from publisher.preflight.profile.book import Book
from publisher.preflight.profile.rules import (
    accessibility,
    alternatives,
    colours,
    conformance,
    contents,
    direction,
    entry_names,
    entry_times,
    facts,
    fixed_sizes,
    fonts,
    glyphs,
    headings,
    identifier,
    ids,
    landmarks,
    language,
    leftovers,
    links,
    locks,
    lost_text,
    media_types,
    mimetype,
    origin,
    package_metadata,
    package_version,
    page_list,
    page_title,
    provenance,
    publication,
    publisher_role,
    remote,
    scripts,
    series,
)

Rule = Callable[[Book], Iterator[Diagnostic]]

#: The container, the package, the navigation, the pages, their dress, and where it all came from.
RULES: tuple[Rule, ...] = (
    mimetype.check,
    entry_names.check,
    entry_times.check,
    locks.check,
    package_version.check,
    package_metadata.check,
    publication.check,
    identifier.check,
    series.check,
    publisher_role.check,
    accessibility.check,
    conformance.check,
    media_types.check,
    leftovers.check,
    contents.check,
    landmarks.check,
    page_list.check,
    language.check,
    direction.check,
    page_title.check,
    headings.check,
    ids.check,
    links.check,
    alternatives.check,
    lost_text.check,
    facts.check,
    scripts.check,
    remote.check,
    fonts.check,
    glyphs.check,
    fixed_sizes.check,
    colours.check,
    origin.check,
    provenance.check,
)
