"""Questions and answers: paragraphs that begin with who speaks, turn about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from publisher.model import Answer, Block, Paragraph, Question, Strong

_SPEAKER = re.compile(
    r"\A\s*(?P<speaker>[\u3400-\u9fff·]{1,10}|Q|A|[A-Z][\w.’'-]*(?: [\w.’'-]+){0,3})\s*[:：.]\s*\S"
)
_ASKS = re.compile(
    r"问|問|提问|提問|本?[报報刊]?[记記]者|主持人|采访[人者]|採訪者|[\u3400-\u9fff]{1,8}[报報刊网網社]|"
    r"Q|Question|(?i:interviewer|reporter|the [\w ]{3,30})|"
    r"Dear (?!(?i:sir|editor)).+"
)
_DEAR = re.compile(r"Dear [A-Z]")


def told_apart(body: Sequence[Block]) -> tuple[Block, ...]:
    """The body with questions and answers told, where two or more of each take turns.

    >>> from publisher.model import Text
    >>> from publisher.text import Span
    >>> told = ["问：能不能攒？", "答：能。", "问：清零吗？", "答：不会。"]
    >>> body = [Paragraph((Text(one, Span(0, 1)),), Span(0, 1)) for one in told]
    >>> [type(block).__name__ for block in told_apart(body)]
    ['Question', 'Answer', 'Question', 'Answer']
    """
    speakers = [_speaker(block) for block in body]
    counts = Counter(name for name in speakers if name)
    letters = sum(bool(_DEAR.match(name)) for name in speakers)
    if letters >= 2:
        return _letters(body, speakers)
    asking = {name for name in counts if _ASKS.fullmatch(name)}
    answering = [name for name, times in counts.items() if name not in asking and times > 1]
    if not asking or not answering or sum(counts[name] for name in asking) < 2:
        return _by_dress(body)
    found: list[Block] = []
    for block, name in zip(body, speakers, strict=True):
        if isinstance(block, Paragraph) and name in asking:
            found.append(Question(block.content, block.origin))
        elif isinstance(block, Paragraph) and name in answering:
            found.append(Answer(block.content, block.origin))
        else:
            found.append(block)
    return tuple(found)


def _by_dress(body: Sequence[Block]) -> tuple[Block, ...]:
    """Two or more questions that are bold throughout, each with what answers it."""
    asks = [_is_bold_question(block) for block in body]
    if sum(asks) < 2:
        return tuple(body)
    found: list[Block] = []
    begun = False
    for block, ask in zip(body, asks, strict=True):
        begun = begun or ask
        if not begun or not isinstance(block, Paragraph):
            found.append(block)
        else:
            found.append((Question if ask else Answer)(block.content, block.origin))
    return tuple(found)


def _is_bold_question(block: Block) -> bool:
    if not isinstance(block, Paragraph) or not block.text.rstrip().endswith(("？", "?")):
        return False
    return all(isinstance(inline, Strong) for inline in block.content)


def _letters(body: Sequence[Block], speakers: Sequence[str]) -> tuple[Block, ...]:
    """Letters to an adviser: who is written to most is asked, the others are answered."""
    counts = Counter(name for name in speakers if name)
    adviser = counts.most_common(1)[0][0]
    found: list[Block] = []
    for block, name in zip(body, speakers, strict=True):
        if not isinstance(block, Paragraph) or not _DEAR.match(name):
            found.append(block)
        elif name == adviser:
            found.append(Question(block.content, block.origin))
        else:
            found.append(Answer(block.content, block.origin))
    return tuple(found)


def _speaker(block: Block) -> str:
    if not isinstance(block, Paragraph):
        return ""
    found = _SPEAKER.match(block.text[:60])
    return found["speaker"] if found else ""
