"""The commands that read: `status`, `show`, `diff`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer

from tracker.cli import arguments, terminal
from tracker.cli.loading import Loaded, answer, load
from tracker.cli.options import AllSources, AsOf, Bom, ByTreaty, Cases, Forms, Known, Words
from tracker.core.comparison import Comparison, compare
from tracker.core.errors import WrongUsage
from tracker.core.history import history
from tracker.core.rows import Json, comparison_row, show_row, status_row
from tracker.core.selection import SORTS, Wanted, in_order
from tracker.core.sheets import diff_sheet, show_sheet, status_sheet
from tracker.core.standing import Standing
from tracker.core.state import Condition

_ByStage = Annotated[str | None, typer.Option("--stage", metavar="STAGE", help="Only cases at this stage.")]
_ByCondition = Annotated[str | None, typer.Option("--condition", metavar="CONDITION", help="Only in this condition.")]
_Reached = Annotated[str | None, typer.Option("--reached", metavar="STAGE", help="Only cases that reached it.")]
_NotReached = Annotated[str | None, typer.Option("--not-reached", metavar="STAGE", help="Only cases that did not.")]
_Sort = Annotated[
    str | None, typer.Option("--sort", metavar="KEY", help="case, stage, since, effective or days; -days turns it.")
]


def status(
    cases: Words = None,
    as_of: AsOf = None,
    treaty: ByTreaty = None,
    stage: _ByStage = None,
    condition: _ByCondition = None,
    reached: _Reached = None,
    not_reached: _NotReached = None,
    sort: _Sort = None,
    form: Forms = "table",
    bom: Bom = False,
    folder: Cases = None,
    known: Known = None,
) -> None:
    """Where every case stands: stage, since when, what comes next, when it takes or took effect.

    Example: tracker status --as-of 2025-05-01 --reached parliament-vote
    """
    look = arguments.look(as_of, known)
    wanted = _wanted(treaty, condition, stage=stage, reached=reached, not_reached=not_reached)
    key = arguments.one_of(sort.removeprefix("-"), SORTS, "--sort") if sort else None
    loaded = load(folder, cases, look)
    ordered = in_order(loaded.chosen(look, wanted), key, turned=bool(sort and sort.startswith("-")))
    answer(
        form,
        loaded,
        look,
        partial(_status, ordered, loaded),
        lambda: [status_row(one) for one in ordered],
        sheet=partial(status_sheet, ordered),
        markdown=partial(_status_page, ordered),
        bom=bom,
    )
    _hint_at_the_past(ordered, as_of or known, form)


def show(
    case: Annotated[str, typer.Argument(metavar="CASE", help="A case or country: latvia, Latvia, lv, LVA.")],
    as_of: AsOf = None,
    sources: AllSources = False,
    form: Forms = "table",
    bom: Bom = False,
    folder: Cases = None,
    known: Known = None,
) -> None:
    """One case in full: a sentence to quote, the history with votes and sources, what may follow.

    Example: tracker show latvia --as-of 2025-05-01
    """
    look = arguments.look(as_of, known)
    loaded = load(folder, [case], look)
    one = next(iter(loaded.standings(look)), None)
    answer(
        form,
        loaded,
        look,
        partial(_show, one, all_sources=sources),
        partial(_show_row, one),
        sheet=lambda: show_sheet(one, history(one) if one else None),
        markdown=partial(_show_page, one),
        bom=bom,
        footed=False,
    )


def diff(
    cases: Words = None,
    as_of: AsOf = None,
    form: Forms = "table",
    bom: Bom = False,
    folder: Cases = None,
    known: Known = None,
) -> None:
    """Two or more countries side by side: who leads, and how long each stage took.

    Example: tracker diff latvia estonia poland
    """
    look = arguments.look(as_of, known)
    loaded = load(folder, cases, look)
    if not cases or len(loaded.files) < _PAIR:
        raise WrongUsage("a comparison needs two cases", "such as `tracker diff latvia estonia`")
    compared = compare(loaded.standings(look))
    answer(
        form,
        loaded,
        look,
        partial(_diff, compared),
        partial(comparison_row, compared),
        sheet=partial(diff_sheet, compared),
        markdown=partial(_diff_page, compared),
        bom=bom,
        footed=False,
    )


_PAIR = 2


def _wanted(treaty: str | None, condition: str | None, **stages: str | None) -> Wanted:
    return Wanted(
        treaty=treaty,
        condition=arguments.choice(condition, Condition, "condition"),
        **{key: arguments.stage(stage) for key, stage in stages.items()},
    )


def _status(standings: Sequence[Standing], loaded: Loaded) -> str:
    from tracker.views.status import status as view

    return view(standings, terminal.paper(), footer=loaded.read_from)


def _status_page(standings: Sequence[Standing]) -> str:
    from tracker.views.status_page import status_page

    return status_page(standings)


def _show(one: Standing | None, *, all_sources: bool) -> str:
    from tracker.views.show import show as view

    return view(one, history(one), terminal.paper(), all_sources=all_sources) if one else ""


def _show_page(one: Standing | None) -> str:
    from tracker.views.show_page import show_page

    return show_page(one, history(one)) if one else ""


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


def _diff_page(compared: Comparison) -> str:
    from tracker.views.diff_page import diff_page

    return diff_page(compared) if compared.standings else ""


def _hint_at_the_past(standings: Sequence[Standing], asked: str | None, form: str) -> None:
    """Say how to see the path where no case is on its way."""
    asked_for_today = form == "table" and asked is None
    conditions = {one.condition for one in standings}
    if asked_for_today and Condition.IN_EFFECT in conditions <= {Condition.IN_EFFECT, Condition.NOT_STARTED}:
        terminal.tell("none of them is on its way; to see a day in the past: tracker status --as-of 2025-05-01\n")
