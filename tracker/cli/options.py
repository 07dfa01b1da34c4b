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
ByTreaty = Annotated[str | None, typer.Option("--treaty", metavar="ID", help="Only cases of this treaty.")]
AllSources = Annotated[bool, typer.Option("--sources", help="Print the addresses of the sources, too.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="What had happened by that day.")]
Known = Annotated[
    str | None, typer.Option("--known", metavar="REV-OR-DAY", help="What was known: the folder as git had it.")
]
Format = Annotated[str, typer.Option("--format", metavar="table|json", help="A table, or data for scripts.")]
Forms = Annotated[
    str,
    typer.Option("--format", metavar="table|json|csv|markdown", help="For reading, scripts, spreadsheets, print."),
]
Bom = Annotated[bool, typer.Option("--bom", help="Begin the CSV with a byte order mark, for Excel.")]
Cases = Annotated[
    str | None, typer.Option("--cases", metavar="DIR", help="The cases folder; otherwise TRACKER_CASES, or upward.")
]
Today = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="As if that day were today.")]
