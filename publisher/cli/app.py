"""The Typer application: every command with its documented options."""

from __future__ import annotations

from typing import Annotated

import typer

from publisher.cli.archive import archive
from publisher.cli.batch import batch
from publisher.cli.build import build
from publisher.cli.check import check
from publisher.cli.config import app as config
from publisher.cli.console import out
from publisher.cli.diff import diff
from publisher.cli.doctor import doctor
from publisher.cli.explain import explain
from publisher.cli.init import init
from publisher.cli.inspect import inspect
from publisher.cli.normalize import normalize
from publisher.cli.preview import preview
from publisher.cli.restore import restore
from publisher.cli.review import review

_EPILOG = (
    "Exit codes: 0 ok · 1 our bug · 2 usage or settings · 3 input unreadable · 4 check failed · "
    "5 build failed · 6 tool missing · 7 archive integrity · 8 some items of a batch failed · "
    "9 an editor's answer is needed · 130 interrupted"
)

app = typer.Typer(
    name="publisher",
    help="Repair, read and typeset newspapers and magazines: archival EPUB and PDF.",
    epilog=_EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=True,
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        out(f"publisher {version('publisher')}")
        raise typer.Exit


@app.callback()
def _root(
    show_version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    pass


for command in (
    build,
    normalize,
    check,
    restore,
    explain,
    inspect,
    review,
    preview,
    diff,
    doctor,
    init,
):
    app.command()(command)
app.add_typer(config, name="config")
app.add_typer(archive, name="archive")
app.add_typer(batch, name="batch")
