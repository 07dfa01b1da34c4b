"""The command `undo`."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli import arguments, terminal
from tracker.cli.loading import ids_of
from tracker.cli.opening import open_own
from tracker.cli.options import Cases, Words
from tracker.core.errors import WrongUsage
from tracker.core.standing import standing


def undo(
    cases: Words = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    folder: Cases = None,
) -> None:
    """Take the last event back out of the file, which is then as it was before.

    Example: tracker undo latvia --yes
    """
    from tracker.views.recorded import recorded

    now = arguments.today()
    if not cases:
        raise WrongUsage("`undo` needs a case", "such as `tracker undo latvia`")
    opened = open_own(folder)
    undoings = opened.undoing(ids_of(opened, cases))
    for one in undoings:
        terminal.tell(terminal.harmless(f"# the last event of {one.before.path}\n{one.block}"))
    if not yes:
        if not terminal.can_ask():
            raise WrongUsage("nobody is there to ask whether to take it out", "add `--yes` to do it without asking")
        if not terminal.ask("Take it out?" if len(undoings) == 1 else "Take them out?"):
            terminal.tell("nothing was taken out\n")
            return
    opened.undo(undoings)
    for one in undoings:
        terminal.say(recorded(standing(one.after, now, now), f"taken out of {one.before.path}", terminal.paper()))
