"""The options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

Words = Annotated[
    list[str] | None, typer.Argument(metavar="[CASE]...", help="Cases or countries: latvia, Latvia, lv, LVA.")
]
Library = Annotated[
    str | None, typer.Option("--cases", metavar="DIR", help="The cases folder beside which `treaties/` is your own.")
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="What had happened by that day.")]
Format = Annotated[str, typer.Option("--format", metavar="table|json", help="A table, or data for scripts.")]
Cases = Annotated[
    str | None, typer.Option("--cases", metavar="DIR", help="The cases folder; otherwise TRACKER_CASES, or upward.")
]
Today = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="As if that day were today.")]
