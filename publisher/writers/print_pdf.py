"""The printer's copy: an issue typeset as for reading, as PDF/X-4 and PDF/A-2u for a press.

Pages come from the writer of the PDF with the theme's own print style; here their colours become
ink, each page or sheet gets its frame, and the file says for which press it's made.
"""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import Any

from publisher.model import Edition, Issue, Press, Provenance
from publisher.theme import Theme
from publisher.theme.direction import direction
from publisher.writers.imposition import impose
from publisher.writers.pdf import MEDIA_TYPE, digest_of, title_of, typeset
from publisher.writers.print_claims import claim
from publisher.writers.print_colours import InkOf, separate
from publisher.writers.print_frame import frame

_VARIANT = "pdf/a-2u"
#: A theme may let pictures and grounds run into it; the marks begin where it ends.
_STYLE = "@page { bleed: 3mm }\n"


def write_print(
    issue: Issue, provenance: Provenance, theme: Theme, press: Press, ink_of: InkOf
) -> Edition:
    """An issue for the printer, page by page, with crop marks, page information and colour bar.

    The issue's pictures are made ready for the press; `ink_of` takes the theme's colours there.
    Raises as `write_pdf` does, and BuildError for colours that can't be taken to a press.

    Sources: ISO 15930-7 (PDF/X-4), ISO 19005-2 (PDF/A-2).
    """
    content = _made(issue, provenance, theme, press, ink_of, on_sheets=False)
    return Edition(f"{issue.id}-print.pdf", MEDIA_TYPE, content)


def write_sheets(
    issue: Issue, provenance: Provenance, theme: Theme, press: Press, ink_of: InkOf
) -> Edition:
    """The same, two pages on a side of the sheets of a folded or saddle-stitched paper."""
    content = _made(issue, provenance, theme, press, ink_of, on_sheets=True)
    return Edition(f"{issue.id}-sheets.pdf", MEDIA_TYPE, content)


def _made(
    issue: Issue,
    provenance: Provenance,
    theme: Theme,
    press: Press,
    ink_of: InkOf,
    *,
    on_sheets: bool,
) -> bytes:
    import pikepdf

    whole = f"{digest_of(issue, provenance)}{press}{on_sheets}"
    digest = sha256(whole.encode()).hexdigest()
    language = issue.language or "und"

    def finish(document: Any) -> bytes:
        for page in document.pages:
            # A link is an annotation, which has no place on what is printed.
            page.links, page.bookmarks = [], []
        content: bytes = document.write_pdf(
            pdf_variant=_VARIANT, pdf_identifier=digest[:32].encode()
        )
        return content

    pages = typeset(
        issue, provenance, theme, finish, variant=_VARIANT, more_style=_STYLE, on_paper=True
    )
    out = BytesIO()
    with pikepdf.open(BytesIO(pages)) as pdf:
        separate(pdf, ink_of)
        from_right = direction(language) == "rtl"
        folds = (impose(pdf, from_right=from_right),) if on_sheets else ()
        said = _said(issue, provenance, press, len(pdf.pages), "sheet side" if on_sheets else "")
        frame(pdf, said, language, ink_of, grey=press.grey, folds=folds)
        claim(pdf, press, provenance, title=title_of(issue), language=language, digest=digest)
        pdf.remove_unreferenced_resources()
        pdf.save(
            out,
            deterministic_id=True,
            force_version="1.6",
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


def _said(issue: Issue, provenance: Provenance, press: Press, count: int, what: str) -> list[str]:
    """What stands above each page: title and day, which page, for which press, made by what."""
    profile = press.name.encode("ascii", "replace").decode("ascii")
    parts = [
        press.condition,
        f"{profile} stands in for the printer's profile" if press.stands_in else profile,
        f"ink {press.ink_limit} %",
        provenance.builder,
    ]
    tail = " · ".join(filter(None, parts))
    return [
        " · ".join(filter(None, (title_of(issue), f"{what} {number} / {count}".strip(), tail)))
        for number in range(1, count + 1)
    ]
