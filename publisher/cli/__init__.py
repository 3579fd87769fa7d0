"""The command line: arguments in, exit codes out; the only room that prints."""

from __future__ import annotations

import sys

from publisher.errors import ExitCode, PublisherError


def main() -> None:
    """Run `publisher` and end the process with a documented exit code."""
    for stream in (sys.stdout, sys.stderr):
        # The locale must not decide what bytes a result has.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(run())


def run() -> int:
    """Run `publisher` with the process's arguments; the exit code."""
    from publisher.cli.app import app
    from publisher.cli.console import say_error

    try:
        app(prog_name="publisher")
    except PublisherError as error:
        say_error(error)
        return error.exit_code
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing is left to say.
        sys.stderr.close()
        return ExitCode.OK
    return ExitCode.OK
