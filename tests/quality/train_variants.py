"""Make the table of Traditional characters: `python -m tests.quality.train_variants TS_CHARACTERS`.

TS_CHARACTERS is the file TSCharacters.txt of OpenCC (Apache-2.0), as the package
opencc-python-reimplemented 0.1.7 has it. The same input gives the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import publisher.repairs.evidence as evidence

#: Simplified text writes these too: 乾坤, 哪吒, 芸薹.
KEPT = "乾吒薹"


def variants(characters: str) -> list[str]:
    """Pairs of a Traditional character and its usual Simplified one, in order.

    >>> variants("乾\\t干 乾\\n後\\t后\\n")
    ['後后']
    """
    pairs = []
    for line in characters.splitlines():
        traditional, _, rest = line.partition("\t")
        simple = rest.split(" ")[0]
        if len(traditional) == len(simple) == 1 and traditional not in (simple, *KEPT):
            pairs.append(traditional + simple)
    return sorted(pairs)


def main() -> None:
    """Write the table into the package."""
    pairs = variants(Path(sys.argv[1]).read_text("utf-8"))
    (Path(evidence.__path__[0]) / "han-variants.txt").write_text("\n".join(pairs) + "\n", "utf-8")


if __name__ == "__main__":
    main()
