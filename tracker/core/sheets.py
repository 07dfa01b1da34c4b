"""The sheets of `status`, `show`, `diff`: their JSON made flat (docs/formats.md says what stands in each column)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tracker.core.bibliography import Bibliography
from tracker.core.comparison import Ballot, Cell, Comparison, Row
from tracker.core.event import Event, Source
from tracker.core.history import Entry, History
from tracker.core.rows import Json, ballot_row, entry_row, status_row
from tracker.core.sheet import Sheet, pair_of, sheet
from tracker.core.standing import Standing

STATUS_KEYS = (
    "case", "country", "name", "treaty", "condition", "condition_since", "stage", "stage_since", "days", "next",
    "next_planned", "effective", "effective_basis", "not_before", "days_left", "last_event", "about", "event_count",
    "source_count",
)  # fmt: skip
_VOTE_KEYS = tuple(
    f"vote_{key}" for key in ("yes", "no", "abstain", "absent", "not_voting", "members", "on", "required", "result")
)
ENTRY_KEYS = (
    "case", "number", "date", "action", "stage", "step", "topic", "planned", "derived", "settled_by", "skip", "given",
    "named", "announced", "body", "summary", "document", "reference", "doubt", *_VOTE_KEYS, "findings", "source_url",
    "source_title", "source_publisher", "source_accessed", "more_sources", *pair_of("days"),
)  # fmt: skip
DIFF_KEYS = (
    "stage", "case", "treaty", "condition", "present_stage", "leads", "date", *pair_of("behind"), *pair_of("took"),
    *pair_of("elapsed"), "vote_body", "vote_step", "vote_date", *_VOTE_KEYS, "more_votes",
)  # fmt: skip


def status_sheet(standings: Iterable[Standing]) -> Sheet:
    """Return one row a case."""
    return sheet(STATUS_KEYS, map(status_row, standings))


def show_sheet(one: Standing | None, history: History | None) -> Sheet:
    """Return one row an entry of the history; none for a case that cannot be used."""
    if one is None or history is None:
        return sheet(ENTRY_KEYS, [])
    return sheet(ENTRY_KEYS, (entry_cells(one.case.id, entry, history) for entry in history.entries))


def diff_sheet(comparison: Comparison) -> Sheet:
    """Return one row a stage of each case, in the order of the path."""
    return sheet(DIFF_KEYS, _diff_rows(comparison))


def entry_cells(case_id: str, entry: Entry, cited: Bibliography) -> Json:
    """Return a row of a history with texts for its lists, to stand under ENTRY_KEYS."""
    row = {key: value for key, value in entry_row(entry, cited).items() if key not in ("findings", "sources")}
    sources = source_cells(cited.cited_by(entry.event.sources))
    return {"case": case_id, **row, "findings": _findings(entry.event), **sources}


def source_cells(sources: Sequence[Source]) -> Json:
    """Return the first source in columns of its own, the addresses of the others in one, each on a line."""
    first = sources[0] if sources else Source()
    return {
        "source_url": first.url,
        "source_title": first.title,
        "source_publisher": first.publisher,
        "source_accessed": first.accessed.text if first.accessed else None,
        "more_sources": _lines(source.url or source.title for source in sources[1:]),
    }


def _findings(event: Event) -> str | None:
    """Return a line for each finding, with its own body or address where it has them."""
    return _lines(
        f"{finding.aspect.value}: {finding.text}"
        + (f" ({finding.body})" if finding.body else "")
        + (f" {finding.url}" if finding.url else "")
        for finding in event.findings
    )


def _diff_rows(comparison: Comparison) -> Iterator[Json]:
    for row in comparison.rows:
        for one in comparison.standings:
            yield {
                "stage": row.stage.value,
                "case": one.case.id,
                "treaty": one.case.treaty.id,
                "condition": one.condition.value,
                "present_stage": one.stage.value if one.stage else None,
                "leads": one.case.id in comparison.leaders,
                **_cell(row, one.case.id),
            }


def _cell(row: Row, case_id: str) -> Json:
    cell = row.cells[case_id]
    if cell is None:
        return {}
    return {
        "date": cell.date.text,
        "behind": cell.behind.pair if cell.behind else None,
        "took": cell.took.pair if cell.took else None,
        "elapsed": cell.elapsed.pair,
        **_ballots(cell),
    }


def _ballots(cell: Cell) -> Json:
    """Return the vote that reached the stage, or else the last one, in columns; the others in one, each on a line."""
    if not cell.votes:
        return {}
    own = next((ballot for ballot in cell.votes if ballot.date == cell.date and ballot.step is None), cell.votes[-1])
    told = ballot_row(own)
    return {
        **{f"vote_{key}": told[key] for key in ("body", "step", "date")},
        "vote": told["vote"],
        "more_votes": _lines(_in_words(ballot) for ballot in cell.votes if ballot is not own),
    }


def _in_words(ballot: Ballot) -> str:
    """Return a vote as text: `2025-04-03, Saeima, First reading: yes=62, no=16, abstain=0`."""
    vote = ballot_row(ballot)["vote"]
    counts = vote.items() if isinstance(vote, Mapping) else ()
    what = ", ".join(text for text in (ballot.date.text, ballot.body, ballot.step) if text)
    return f"{what}: {', '.join(f'{key}={value}' for key, value in counts if value is not None)}"


def _lines(texts: Iterable[str | None]) -> str | None:
    return "\n".join(text for text in texts if text) or None
