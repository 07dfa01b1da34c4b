"""What holds of every shipped treaty: it is sound, its examples come out, what it claims has a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest

from tracker.core.clause import Example, ExitClause
from tracker.core.deadline import last_day
from tracker.core.month_day import NEW_YEARS_EVE
from tracker.core.reckon import reckon
from tracker.core.reckoning import Asked
from tracker.core.treaty import Treaty
from tracker.storage import package
from tracker.storage.treaty_reader import read_treaty

PATHS = sorted(package.treaties().glob("*.toml"))
READ = {path.stem: read_treaty(path.stem, path.name, path.read_bytes()) for path in PATHS}
TREATIES = [file.treaty for file in READ.values() if file.treaty]
EXAMPLES = [
    (treaty, example)
    for treaty in TREATIES
    for example in treaty.exit.examples
    if example.effective and not example.named
]
PROMISED = [
    "ottawa",
    "ccm",
    "ccw",
    "crc-opac",
    "tpnw",
    "npt",
    "cwc",
    "att",
    "cfe",
    "inf",
    "open-skies",
    "geneva-1949",
    "additional-protocol-i",
    "rome-statute",
    "genocide",
    "refugee-1951",
    "iccpr-op1",
    "cat",
    "crc",
    "crpd",
    "echr",
    "esc-revised",
    "istanbul",
    "american-convention-human-rights",
    "african-court-34-6",
    "unfccc",
    "paris-agreement",
    "kyoto-protocol",
    "montreal-protocol",
    "cites",
    "icrw",
    "nasco",
    "helsinki-baltic",
    "black-sea",
    "aarhus",
    "marpol",
    "antarctic",
    "unclos",
    "ect",
    "wto",
    "icsid",
    "cisg",
    "hague-abduction",
    "ilo-c187",
    "single-convention-1961",
    "who",
    "who-fctc",
    "unesco",
    "irena",
    "imo",
    "nato",
    "teu-50",
    "ecowas",
    "vccr-op",
]
SUBJECTS = """
    disarmament, humanitarian law, defence, human rights, refugees, labour, criminal law, drugs, health, climate,
    environment, wildlife, fisheries, sea, polar regions, space, trade, energy, investment, integration, organisations,
    private law, culture, intellectual property, science
"""
ONE_DAY = timedelta(days=1)

every_treaty = pytest.mark.parametrize("treaty", TREATIES, ids=[treaty.id for treaty in TREATIES])


def test_at_least_sixty_are_shipped_and_those_that_were_promised() -> None:
    assert len(READ) >= 60
    assert set(PROMISED) <= set(READ)


@pytest.mark.parametrize("name", READ)
def test_each_is_sound_and_every_example_comes_out(name: str) -> None:
    """The examples of each file are computed again when it is read."""
    assert [str(problem) for problem in READ[name].problems] == []


@every_treaty
def test_what_it_claims_has_a_source(treaty: Treaty) -> None:
    """How far it was read is told; how the depositary counts, where a source shows it; real notices have their own."""
    clause = treaty.exit
    assert treaty.subject in named(SUBJECTS)
    assert clause.verified in {"text", "secondary"}
    assert clause.sources
    assert (clause.counting is None) is (clause.counted_by is None)
    assert all(source.accessed for source in clause.sources if source.url)
    known = {source.url for source in clause.sources}
    for example in clause.examples:
        assert (example.country is None) is (example.source is None)
        assert example.source is None or example.source in known
    assert clause.examples


@every_treaty
def test_its_words_are_such_as_can_be_quoted(treaty: Treaty) -> None:
    """Sentences end as sentences; names stand as within a sentence; no doubled blank, no address in a text."""
    clause = treaty.exit
    texts = [
        *(one.text for one in clause.follows),
        *(one.text for one in clause.automatic),
        *(one.text for one in clause.reserved if one.text),
        *([clause.conflict.text] if clause.conflict and clause.conflict.text else []),
    ]
    assert all(re.fullmatch(r"[A-Z].*[.]", text) for text in texts)
    completed = [clause.ground, clause.happening.what if clause.happening else None]
    completed += [clause.lock_in.since if clause.lock_in else None, *clause.notify, clause.receiver]
    assert all(re.fullmatch(r"[a-z].*[^.]|[A-Z].*[^.]", text) for text in completed if text)
    for text in (treaty.title, treaty.short, treaty.about, *texts, *filter(None, completed)):
        assert text is None or not re.search(r"  |://|\n", text)


@every_treaty
def test_treaties_that_end_with_it_are_known(treaty: Treaty) -> None:
    assert {word for one in treaty.exit.follows for word in one.treaties} <= set(READ)


@pytest.mark.parametrize(
    ("treaty", "example"), EXAMPLES, ids=[f"{treaty.id}-{example.received}" for treaty, example in EXAMPLES]
)
def test_backwards_it_answers_with_the_example_or_later(treaty: Treaty, example: Example) -> None:
    """Asked for the last day in time for an example's effect, it answers with no day before the example's."""
    clause = treaty.exit.of(example.country.code if example.country else None)
    assert example.effective is not None
    asked = Asked(example.received, in_force=example.in_force)
    last = last_day(clause, asked, example.effective)
    assert last is not None
    assert last >= example.received
    after = reckon(clause, Asked(last + ONE_DAY, in_force=example.in_force)).effective
    assert after is None or after > example.effective


def forms_of(clause: ExitClause) -> Iterator[str]:
    """Yield the name of every form of rule that the clause has."""
    yield f"right {clause.right}"
    yield f"runs from {clause.runs_from}"
    if clause.period:
        yield clause.period.unit if clause.period.amount else "at once"
        yield f"counting {clause.counting}"
    if clause.calendar:
        cut_off = clause.calendar.notice_by != NEW_YEARS_EVE and not clause.calendar.financial
        yield "cut-off" if cut_off else f"years {clause.calendar.years}"
        yield "financial" if clause.calendar.financial else "calendar"
    if clause.term:
        yield "window" if clause.term.window else f"terms of the {clause.term.origin}"
    if clause.lock_in:
        yield f"lock-in {clause.lock_in.origin}"
    if clause.conflict:
        yield f"conflict tested {clause.conflict.tested}"
        yield f"conflict until {clause.conflict.until}"
    if clause.happening:
        yield f"event {clause.happening.bound}"
    yield from (f"named {name}" for name in [clause.named] if name)
    yield from (f"rounding {name}" for name in [clause.rounding] if name)
    beside = {
        "minimum": clause.minimum,
        "reasons": clause.reasons,
        "end of day": clause.end_of_day,
        "revocable": clause.revocable,
        "intention": clause.intention,
        "reserved": clause.reserved,
        "automatic": clause.automatic,
        "follows": clause.follows,
        "ends other treaties": any(one.treaties for one in clause.follows),
        "lasts": any(one.lasts for one in clause.follows),
    }
    yield from (name for name, value in beside.items() if value)


TWICE = """
    right free, right emergency, right ground, right windows, right none, runs from receipt, runs from notice,
    runs from deposit, runs from year, days, months, years, at once, counting same-day, counting next-day,
    counting None, cut-off, years 1, calendar, terms of the treaty, lock-in party, lock-in treaty, lock-in other,
    conflict tested expiry, conflict until conflict-ended, conflict until release, event earliest, named date,
    named period, rounding month-start, minimum, reasons, end of day, revocable, automatic, follows,
    ends other treaties, lasts
"""
# What the world has once, as far as is known.
ONCE = """
    runs from registration, years 0, financial, window, terms of the party, conflict tested notice,
    conflict until no-conflict, event latest, rounding month-end, rounding year-end, intention,
    reserved
"""


def named(names: str) -> list[str]:
    return [" ".join(name.split()) for name in names.split(",")]


@pytest.mark.parametrize(("form", "least"), [*((n, 2) for n in named(TWICE)), *((n, 1) for n in named(ONCE))])
def test_every_form_occurs(form: str, least: int) -> None:
    """Twice where the world has two."""
    found = [treaty.id for treaty in TREATIES if form in forms_of(treaty.exit)]
    assert len(found) >= least, f"{form}: {found}"
