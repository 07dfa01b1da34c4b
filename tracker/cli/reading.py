"""The commands that read: `status`, `show`, `diff`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer

from tracker.cli import arguments, terminal
from tracker.cli.loading import Loaded, answer, load
from tracker.cli.options import AsOf, Cases, Format, Words
from tracker.core.comparison import Comparison, compare
from tracker.core.errors import WrongUsage
from tracker.core.history import history
from tracker.core.rows import Json, comparison_row, show_row, status_row
from tracker.core.selection import SORTS, Wanted, in_order
from tracker.core.standing import Standing
from tracker.core.state import Condition

_ByTreaty = Annotated[str | None, typer.Option("--treaty", metavar="ID", help="Only cases of this treaty.")]
_ByStage = Annotated[str | None, typer.Option("--stage", metavar="STAGE", help="Only cases at this stage.")]
_ByCondition = Annotated[str | None, typer.Option("--condition", metavar="CONDITION", help="Only in this condition.")]
_Reached = Annotated[str | None, typer.Option("--reached", metavar="STAGE", help="Only cases that reached it.")]
_NotReached = Annotated[str | None, typer.Option("--not-reached", metavar="STAGE", help="Only cases that did not.")]
_Sort = Annotated[
    str | None, typer.Option("--sort", metavar="KEY", help="case, stage, since, effective or days; -days turns it.")
]
_Sources = Annotated[bool, typer.Option("--sources", help="Print the addresses of the sources, too.")]


def status(
    cases: Words = None,
    as_of: AsOf = None,
    treaty: _ByTreaty = None,
    stage: _ByStage = None,
    condition: _ByCondition = None,
    reached: _Reached = None,
    not_reached: _NotReached = None,
    sort: _Sort = None,
    form: Format = "table",
    folder: Cases = None,
) -> None:
    """Where every case stands: stage, since when, what comes next, when it takes or took effect.

    Example: tracker status --as-of 2025-05-01 --reached parliament-vote
    """
    look = arguments.look(as_of)
    wanted = Wanted(
        treaty=treaty,
        stage=arguments.stage(stage),
        condition=arguments.choice(condition, Condition, "condition"),
        reached=arguments.stage(reached),
        not_reached=arguments.stage(not_reached),
    )
    key = arguments.one_of(sort.removeprefix("-"), SORTS, "--sort") if sort else None
    loaded = load(folder, cases, look.today)
    _check_treaty(treaty, loaded)
    found = (one for one in loaded.standings(look) if wanted.takes(one))
    ordered = in_order(found, key, turned=bool(sort and sort.startswith("-")))
    answer(form, loaded, look, lambda: _status(ordered, loaded), lambda: [status_row(one) for one in ordered])
    _hint_at_the_past(ordered, as_of, form)


def show(
    case: Annotated[str, typer.Argument(metavar="CASE", help="A case or country: latvia, Latvia, lv, LVA.")],
    as_of: AsOf = None,
    sources: _Sources = False,
    form: Format = "table",
    folder: Cases = None,
) -> None:
    """One case in full: a sentence to quote, the history with votes and sources, what may follow.

    Example: tracker show latvia --as-of 2025-05-01
    """
    look = arguments.look(as_of)
    loaded = load(folder, [case], look.today)
    one = next(iter(loaded.standings(look)), None)
    answer(form, loaded, look, partial(_show, one, all_sources=sources), partial(_show_row, one))


def diff(
    cases: Words = None,
    as_of: AsOf = None,
    form: Format = "table",
    folder: Cases = None,
) -> None:
    """Two or more countries side by side: who leads, and how long each stage took.

    Example: tracker diff latvia estonia poland
    """
    look = arguments.look(as_of)
    loaded = load(folder, cases, look.today)
    if not cases or len(loaded.files) < _PAIR:
        raise WrongUsage("a comparison needs two cases", "such as `tracker diff latvia estonia`")
    compared = compare(loaded.standings(look))
    answer(form, loaded, look, partial(_diff, compared), partial(comparison_row, compared))


_PAIR = 2


def _status(standings: Sequence[Standing], loaded: Loaded) -> str:
    from tracker.views.status import status as view

    return view(standings, terminal.paper(), footer=loaded.folder.shown)


def _show(one: Standing | None, *, all_sources: bool) -> str:
    from tracker.views.show import show as view

    return view(one, history(one), terminal.paper(), all_sources=all_sources) if one else ""


def _show_row(one: Standing | None) -> Json | None:
    from tracker.views.sentence import sentence

    if one is None:  # its file is not sound
        return None
    quote = sentence(one)
    rests_on = [source for place in quote.places for source in one.case.events[place].sources]
    return show_row(one, history(one), quote.text, rests_on)


def _diff(compared: Comparison) -> str:
    from tracker.views.comparison import diff as view

    return view(compared, terminal.paper()) if compared.standings else ""


def _check_treaty(treaty: str | None, loaded: Loaded) -> None:
    if treaty is not None:
        loaded.folder.library.treaty(treaty)


def _hint_at_the_past(standings: Sequence[Standing], as_of: str | None, form: str) -> None:
    """Say how to see the path where no case is on its way."""
    asked_for_today = form == "table" and as_of is None
    conditions = {one.condition for one in standings}
    if asked_for_today and Condition.IN_EFFECT in conditions <= {Condition.IN_EFFECT, Condition.NOT_STARTED}:
        terminal.tell("none of them is on its way; to see a day in the past: tracker status --as-of 2025-05-01\n")
