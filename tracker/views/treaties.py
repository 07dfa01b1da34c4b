"""The treaties that are known, by subject; one of them with its exit clause in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.core import phrases
from tracker.core.clause import ExitClause
from tracker.core.treaty import Treaty
from tracker.core.vocabulary import Bound, Counting, Right
from tracker.views.clause import read_how, sentences
from tracker.views.flow import flow
from tracker.views.grid import Column, grid
from tracker.views.paper import Ink, Paper, Piece
from tracker.views.sources import source_list
from tracker.views.words import capital

_COLUMNS = (
    Column("Id"),
    Column("Treaty", wraps=True, least=16),
    Column("Year", right=True),
    Column("Takes effect", wraps=True, least=18),
    Column("Read", wraps=True),
)
_OTHER = "other"
_READ = "read: text, the clause itself; secondary, a source that describes it"


def treaties(every: Sequence[Treaty], paper: Paper) -> str:
    """Return a row for each treaty below its subject, subjects and treaties in the order of the alphabet."""
    by_subject: dict[str, list[Treaty]] = {}
    for treaty in sorted(every, key=lambda one: (one.subject or _OTHER, one.id)):
        by_subject.setdefault(treaty.subject or _OTHER, []).append(treaty)
    ordered = [treaty for group in by_subject.values() for treaty in group]
    table = grid(_COLUMNS, [_row(treaty) for treaty in ordered]).narrowed(paper)
    rows = dict(zip((treaty.id for treaty in ordered), table.lines(paper), strict=True))
    lines = [table.head(paper)]
    for subject, group in by_subject.items():
        lines += ["", *flow([(capital(subject), Ink.HEAD)], paper)]
        lines += [line for treaty in group for line in rows[treaty.id]]
    own = [treaty for treaty in every if treaty.file]
    number = f"{len(every)} treaties" if len(every) != 1 else "1 treaty"
    lines += ["", *flow([(f"{number}{_owned(own)}", Ink.PLAIN)], paper)]
    lines += flow([(_READ, Ink.FAINT)], paper)
    lines += flow([("one in full: tracker treaties ID; a date: tracker effect ID --received DAY", Ink.FAINT)], paper)
    return paper.pages(lines)


def treaty(one: Treaty, paper: Paper) -> str:
    """Return one treaty: its title, its exit clause in sentences, how far that was read, the sources."""
    year = f" ({one.adopted})" if one.adopted and str(one.adopted) not in one.title else ""
    lines = flow([(f"{one.title}{year}", Ink.HEAD)], paper)
    if one.about:
        lines += ["", *flow([(one.about, Ink.PLAIN)], paper)]
    lines += ["", *(line for text in sentences(one) for line in flow([(text, Ink.PLAIN)], paper))]
    lines += ["", *(line for text in read_how(one) for line in flow([(f"{capital(text)}.", Ink.FAINT)], paper))]
    if one.url:
        lines += flow([("Its text: ", Ink.FAINT), (one.url, Ink.ADDRESS)], paper)
    if one.exit.sources:
        lines += ["", paper.paint([("Sources", Ink.HEAD)]), *source_list(one.exit.sources, paper, addresses=True)]
    return paper.pages(lines)


def _owned(own: Sequence[Treaty]) -> str:
    if not own:
        return ""
    return f", of which your own: {', '.join(f'{one.id} ({one.file})' for one in own)}"


def _row(one: Treaty) -> list[Piece]:
    name = f"{one.short} *" if one.file else one.short
    year = str(one.adopted) if one.adopted else ""
    return [
        (one.id, Ink.COMMAND),
        (name, Ink.PLAIN),
        (year, Ink.PLAIN),
        (_when(one.exit), Ink.PLAIN),
        (one.exit.verified or "", Ink.FAINT),
    ]


def _when(clause: ExitClause) -> str:
    """Return in a few words when a withdrawal takes effect."""
    if clause.right is Right.NONE:
        return "no exit clause"
    if clause.calendar:
        return phrases.fixed(clause.calendar)
    if clause.term and not clause.term.window:
        return "at the end of a term"
    length = phrases.lasted(clause, clause.period) if clause.period else ""
    next_day = ", and the day after" if clause.counting is Counting.NEXT_DAY else ""
    rounded = f", {phrases.ROUNDED[clause.rounding]}" if clause.rounding else ""
    bound = f", {_BOUND[clause.happening.bound]}, by an event" if clause.happening else ""
    return f"{length}{next_day}{rounded}{bound}{_LIMITED.get(clause.right, '')}"


_BOUND: Mapping[Bound, str] = {Bound.EARLIEST: "at the earliest", Bound.LATEST: "at the latest"}
_LIMITED: Mapping[Right, str] = {
    Right.EMERGENCY: "; in an emergency",
    Right.GROUND: "; on a given ground",
    Right.WINDOWS: "; in a window",
}
