"""`publisher archive`: issues kept, found, proved, handed on and brought back."""

from __future__ import annotations

import typer

from publisher.cli.archive.care import learn, replicate, restore, verify
from publisher.cli.archive.finding import reindex, search
from publisher.cli.archive.handing_on import export, import_
from publisher.cli.archive.keeping import add, list_, show, withdraw
from publisher.cli.archive.room import serve

archive = typer.Typer(
    help="Keep issues, find them, prove that nothing changed, bring them back.",
    no_args_is_help=True,
)

for command in (
    add,
    show,
    withdraw,
    search,
    verify,
    restore,
    replicate,
    export,
    reindex,
    learn,
    serve,
):
    archive.command()(command)
archive.command("list")(list_)
archive.command("import")(import_)
