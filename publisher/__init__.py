"""Publishing toolchain for newspapers and magazines: text repair, EPUB, PDF, archive.

    result = publisher.normalize(text, language="zh-Hans")  # .text .ledger .queries .breaks
    issue = publisher.read_issue("seeds/2025-05-20")
    publisher.build(issue, formats=["epub", "pdf"], output="build")

>>> import publisher
>>> publisher.normalize("全国劳动模范、北京市总\\n\\n工会职工技师作了讲述。").text
'全国劳动模范、北京市总工会职工技师作了讲述。'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publisher.ledger import restore
    from publisher.pipeline import build, learn, normalize, read_issue

__all__ = ["build", "learn", "normalize", "read_issue", "restore"]


def __getattr__(name: str) -> object:
    # The line loads when it's first used: `import publisher` and `--help` stay quick.
    if name == "restore":
        from publisher import ledger

        return ledger.restore
    if name in __all__:
        from publisher import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
