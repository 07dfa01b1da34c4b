"""The command that describes the files: `schema`."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli import arguments, terminal


def schema(
    what: Annotated[str, typer.Argument(metavar="[case|treaty]", help="Which of the two kinds of file.")] = "case",
) -> None:
    """JSON Schema of the case or treaty files, with which an editor completes keys and marks what is wrong.

    Example: tracker schema case
    """
    from tracker.storage.json_schema import SCHEMAS, json_schema

    terminal.say(json_schema(arguments.one_of(what, SCHEMAS, "schema")))
