"""The command lines from which the fuzz begins."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from functools import cache

import typer

from tracker.cli.app import ENTRIES, app_group

_DAY = "--on 2026-11-01"
_SOURCE = "--source https://example.org/ --title Page --publisher Paper"

READING = tuple(
    shlex.split(line)
    for line in (
        "status",
        "status --as-of 2025-05-01 --sort -days",
        "status --format json",
        "status --format csv --bom",
        "status --format markdown",
        "status {case} --treaty ottawa",
        "status --stage draft-law --reached ministry-analysis",
        "status --condition in-progress --not-reached effect",
        "show {case}",
        "show {case} --as-of 2025-12-01 --sources",
        "show {case} --format json",
        "show {case} --format csv",
        "show {case} --format markdown",
        "diff {case} latvia",
        "diff {case} latvia estonia --format json",
        "diff {case} latvia --format csv",
        "diff {case} latvia --format markdown",
        "changes --since 2025-01-01",
        "changes --since 6m --until 2025-12-01 --notes --sources",
        "changes --since 2024-01-01 --notes --format json",
        "changes --since 2024-01-01 --format csv",
        "changes --since 2024-01-01 --format markdown",
        "timeline",
        "timeline --align",
        "timeline --format json",
        "timeline --since 2025-01-01 --until 2027-01-01 --format csv",
        "timeline --format markdown",
        "analysis --sources",
        "analysis {case} --format json",
        "stats",
        "stats --format json",
        "stats --format csv",
        "stats --format markdown",
        "check --doubts",
        "check --format json --doubts",
        "check cases/{case}.toml",
        "check treaties",
    )
)

RECORDING = tuple(
    shlex.split(line)
    for line in (
        f"advance {{case}} {_DAY} {_SOURCE}",
        f"advance {{case}} {_DAY} --to parliament-vote --skip why --vote 66:14:2 --result passed --dry-run",
        f"advance {{case}} {_DAY} --to un-notification --given 2026-10-30 --named 2027-12-31 --announced 2027-12-31",
        "advance {case} --on 2027-03 --to effect",
        "advance {case} --on 2027-03-01/2027-03-09 --to parliament-vote --planned",
        f"milestone {{case}} {_DAY} --step Reading --vote yes=3,no=2,members=9 --vote-on Text --required 5",
        f"note {{case}} {_DAY} --topic law --body Court --summary Words --document Paper --reference 1/2 --doubt What",
        f"return {{case}} {_DAY} --to draft-law",
        f"reject {{case}} {_DAY} --vote 1:2",
        f"suspend {{case}} {_DAY}",
        f"resume {{case}} {_DAY}",
        f"abandon {{case}} {_DAY} --body Government",
        f"reopen {{case}} {_DAY} --to draft-law",
        f"revoke {{case}} {_DAY}",
        f"defer {{case}} {_DAY}",
        f"conflict-ended {{case}} {_DAY}",
        f"rejoin {{case}} {_DAY}",
        "undo {case} --yes",
    )
)

CLAUSES = tuple(
    shlex.split(line)
    for line in (
        "treaties",
        "treaties --format json",
        "treaties {treaty}",
        "treaties {treaty} --format json",
        "treaties --subject disarmament",
        "effect {treaty} --received 2025-06-27",
        "effect {treaty} --received 2024-08-31",
        "effect {treaty} --received 2025-06-27 --format json",
        "effect {treaty} --effective-by 2027-12-31",
        "effect {treaty} --received 9999-12-31",
        "effect {treaty} --effective-by 0001-01-01",
        "effect {treaty} --received 2025-06-27 --in-force 2025-01-01 --named 2030-01-01 --country LV",
        "effect {treaty} --received 2025-06-27 --conflict-from 2025-07-01 --conflict-ended 2029-01-01",
        "effect {treaty} --received 2025-06-27 --locked-from 2024-02-29",
    )
)

OTHERS = tuple(
    shlex.split(line)
    for line in (
        "",
        "--help",
        "--version",
        "show --help",
        "new LV --treaty ottawa",
        "new AQ --treaty {treaty} --about Words",
        "new AQ --treaty ottawa --in-force 1999-03-01",
        "init there",
        "init there --empty",
        "schema case",
        "schema treaty",
        "completion bash",
        "completion zsh",
        "completion fish",
        "edit {case}",
        "edit {case} 3",
        "undo {case}",
    )
)


def filled(line: Sequence[str], case: str, treaty: str) -> list[str]:
    """Return the line with a case and a treaty in it."""
    return [word.replace("{case}", case).replace("{treaty}", treaty) for word in line]


@cache
def options() -> tuple[str, ...]:
    """Return every option that a command has."""
    group = app_group()
    context = typer.Context(group)
    commands = (group.get_command(context, name) for name in ENTRIES)  # type: ignore[attr-defined] # it is a group
    return tuple(
        sorted({name for command in commands for param in command.params for name in param.opts if "-" in name})
    )
