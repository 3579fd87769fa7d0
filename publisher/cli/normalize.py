"""`publisher normalize`: an issue's repaired text, its changes, or the reasons for them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from publisher.cli.console import out, out_json, say
from publisher.errors import UsageError

if TYPE_CHECKING:
    from publisher.repairs import Repaired
    from publisher.text import Transcript


def normalize(
    issue: Annotated[
        Path, typer.Argument(readable=False, help="A seed or an issue's folder; - reads stdin.")
    ],
    language: Annotated[
        str, typer.Option(help="Language of the text (zh-Hans, en, …); found out if not given.")
    ] = "",
    diff: Annotated[bool, typer.Option("--diff", help="Show each change in its place.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show every decision with its evidence, and doubts.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print text, breaks, queries and ledger as JSON.")
    ] = False,
    questions: Annotated[
        bool,
        typer.Option("--questions", help="Print the open questions as a decisions file."),
    ] = False,
    ledger: Annotated[
        Path | None, typer.Option(help="Write the ledger (JSON Lines) to this file too.")
    ] = None,
) -> None:
    """Repair the text of an issue; the repaired text goes to stdout, lost text as ⟦gap⟧."""
    from publisher import ledger_json
    from publisher.cli.evidence import difference, explanation
    from publisher.decisions import questions as as_questions
    from publisher.files import write_bytes
    from publisher.pipeline import repair_manuscript, stale_answers

    if diff + explain + as_json + questions > 1:
        raise UsageError(
            "--diff, --explain, --json and --questions are different outputs",
            remedy="Give one of them.",
        )
    manuscript = _manuscript(issue)
    repaired = repair_manuscript(manuscript, language)
    if ledger:
        write_bytes(ledger, ledger_json.to_lines(repaired.ledger).encode())
    if as_json:
        out_json(as_value(manuscript.transcript, repaired))
    elif diff:
        out(difference(manuscript.transcript.text, repaired))
    elif questions:
        out(as_questions(manuscript.transcript.text, repaired.queries))
    elif explain:
        out(explanation(manuscript.transcript.text, repaired))
    else:
        sys.stdout.write(repaired.text)
    for answer in stale_answers(manuscript, repaired):
        say(f"an answer finds no break, or more than one: {answer.left} / {answer.right}")
    say(_summary(repaired))


def _manuscript(issue: Path) -> Any:
    from publisher import readers
    from publisher.manuscripts import Manuscript, read_manuscript

    if str(issue) != "-":
        return read_manuscript(issue)
    return Manuscript(issue, (), readers.read("stdin", sys.stdin.buffer.read()))


def _summary(repaired: Repaired) -> str:
    edits = sum(len(one.edits) for one in repaired.ledger.passes)
    gaps = sum(1 for one in repaired.breaks if one.verdict == "gap" and one.certainty != "doubtful")
    return f"{edits} edit(s), {gaps} gap(s) marked, {len(repaired.queries)} doubt(s)"


def as_value(transcript: Transcript, repaired: Repaired) -> dict[str, Any]:
    """What `--json` prints; offsets and spans count code points of the source's text."""
    from publisher import ledger_json

    source = transcript.text
    return {
        "source": {
            "sha256": transcript.source_digest,
            "codec": transcript.encoding.codec,
            "extractor": transcript.extractor,
        },
        "text": repaired.text,
        "breaks": [
            {
                "offset": one.offset,
                "span": [one.span.start, one.span.end],
                "verdict": str(one.verdict),
                "certainty": str(one.certainty),
                "evidence": list(one.evidence),
                "left": source[max(0, one.span.start - 12) : one.span.start],
                "right": source[one.span.end : one.span.end + 12],
            }
            for one in repaired.breaks
        ],
        "queries": [
            {
                "rule": query.rule,
                "span": [query.span.start, query.span.end],
                "before": query.before,
                "proposal": query.proposal,
                "question": query.question,
                "evidence": list(query.evidence),
            }
            for query in repaired.queries
        ],
        "ledger": list(ledger_json.records(repaired.ledger)),
    }
