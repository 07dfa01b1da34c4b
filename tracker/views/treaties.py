"""The treaties that are known, by subject; one of them with its exit clause in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.core import phrases
from tracker.core.clause import ExitClause
from tracker.core.subjects import subject
from tracker.core.treaty import Treaty
from tracker.core.vocabulary import Bound, Counting, Right
from tracker.views.clause import read_how, sentences
from tracker.views.flow import UNBROKEN, flow
from tracker.views.grid import Column, grid
from tracker.views.paper import Ink, Paper, Piece
from tracker.views.sources import source_list
from tracker.views.words import capital

_COLUMNS = (
    Column("Id"),
    Column("Treaty", wraps=True, least=16),
    Column("Year", right=True),
    Column("Takes effect", wraps=True, least=18),
    Column("Clause read in", wraps=True),
)
_TABLE = 90  # cells that a row of the table needs; on less each treaty has a paragraph
_READ = "clause read in: text, the treaty itself; secondary, a source that describes it"
_UNLESS_SAID = "where nothing else is said, the clause was read in the treaty itself"


def treaties(every: Sequence[Treaty], paper: Paper) -> str:
    """Return a row for each treaty below its subject, subjects and treaties in the order of the alphabet."""
    by_subject: dict[str, list[Treaty]] = {}
    for treaty in sorted(every, key=lambda one: (subject(one), one.id)):
        by_subject.setdefault(subject(treaty), []).append(treaty)
    wide = paper.width is None or paper.width >= _TABLE
    ordered = [treaty for group in by_subject.values() for treaty in group]
    lines, rows = _table(ordered, paper) if wide else ([], [_paragraph(treaty, paper) for treaty in ordered])
    by_id = dict(zip((treaty.id for treaty in ordered), rows, strict=True))
    for word, group in by_subject.items():
        lines += [*([""] if lines else []), *flow([(capital(word), Ink.HEAD)], paper)]
        lines += [line for treaty in group for line in by_id[treaty.id]]
    own = [treaty for treaty in every if treaty.file]
    number = f"{len(every)} treaties" if len(every) != 1 else "1 treaty"
    lines += ["", *flow([(f"{number}{_owned(own)}", Ink.PLAIN)], paper)]
    lines += flow([(_READ if wide else _UNLESS_SAID, Ink.FAINT)], paper)
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


def _table(every: Sequence[Treaty], paper: Paper) -> tuple[list[str], list[list[str]]]:
    """Return the line of titles, then the lines of each treaty's row."""
    table = grid(_COLUMNS, [_row(treaty) for treaty in every]).narrowed(paper)
    return [table.head(paper)], table.lines(paper)


def _paragraph(one: Treaty, paper: Paper) -> list[str]:
    (id_, ink), (name, _), (year, _), (when, _), (read, faint) = _row(one)
    head = [(id_, ink), (f"{UNBROKEN} {name}{f', {year}' if year else ''}", Ink.PLAIN)]
    told = [(when, Ink.PLAIN), (_READ_IN.get(read, ""), faint)]
    inner = paper.narrowed(len(_INDENT))
    first, *rest = flow(head, inner)
    return [first, *(f"{_INDENT}{line}" for line in (*rest, *flow(told, inner)))]


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
        notice = clause.wait.words if clause.wait else ""
        return f"at the end of a term{f', with notice {notice} before' if notice else ''}"
    length = phrases.lasted(clause, clause.period) if clause.period else ""
    if clause.rounding and clause.at_once:
        length = f"after {phrases.AFTER[clause.runs_from]}"
    next_day = ", and the day after" if clause.counting is Counting.NEXT_DAY else ""
    rounded = f", {phrases.rounded(clause, clause.rounding)}" if clause.rounding else ""
    bound = f", {_BOUND[clause.happening.bound]}, by an event" if clause.happening else ""
    return f"{length}{next_day}{rounded}{bound}{_LIMITED.get(clause.right, '')}"


_INDENT = "    "
_READ_IN: Mapping[str, str] = {"secondary": " (read in a secondary source)", "": " (how far it was read is not said)"}
_BOUND: Mapping[Bound, str] = {Bound.EARLIEST: "at the earliest", Bound.LATEST: "at the latest"}
_LIMITED: Mapping[Right, str] = {
    Right.EMERGENCY: "; in an emergency",
    Right.GROUND: "; on a given ground",
    Right.WINDOWS: "; in a window",
}
