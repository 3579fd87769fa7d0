"""What other programs call ready for print, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import weasyprint

from publisher.preflight.pdf import check_pdf

PAGE = """<html lang="en"><head><title>Paper</title><style>
@page { size: A4; bleed: 3mm; marks: crop cross }
hr { border: none; border-top: 0.2pt solid black }
</style></head><body><p>Black text.</p><hr/><p><a href="https://issue.invalid/">A link</a></p>
</body></html>"""


def test_weasyprints_own_pdfx_isnt_what_a_printer_takes(tmp_path: Path) -> None:
    weasyprint.HTML(string=PAGE).write_pdf(tmp_path / "a.pdf", pdf_variant="pdf/x-4")
    found = {one.code: one.message for one in check_pdf(tmp_path / "a.pdf", "print")}
    assert found["PUB100"] == "0 output intents for PDF/X, not one"
    assert found["PUB103"] == "its MediaBox doesn't begin at 0, 0"
    assert found["PUB104"] == "1 annotation(s) of the kind Link"
    assert "× text" in found["PUB106"]
    assert "PUB111" in found
