"""Every form of exit clause through `status` and `show`; cases that are not so simple."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Story, Write
from tests.cli.paths import event, reached

FORMS = {
    "plain": 'period = { amount = 6, unit = "months" }\ncounting = "same-day"',
    "uncounted": 'period = { amount = 90, unit = "days" }',
    "day-after": 'period = { amount = 6, unit = "months" }\ncounting = "next-day"',
    "at-once": 'period = { amount = 0, unit = "days" }',
    "minimum": 'period = { amount = 3, unit = "months" }\nminimum = true\ncounting = "same-day"\nruns_from = "notice"\n'
    'right = "emergency"\nground = "extraordinary events have put its supreme interests in danger"\n'
    'receiver = "all other parties and the UN Security Council"\n'
    'notify = ["all other parties", "the UN Security Council"]',
    "deposit": 'period = { amount = 1, unit = "years" }\nruns_from = "deposit"\ncounting = "same-day"\n'
    'rounding = "month-start"\nnamed = "period"',
    "month-end": 'period = { amount = 6, unit = "months" }\ncounting = "same-day"\nrounding = "month-end"',
    "year-end": 'period = { amount = 6, unit = "months" }\ncounting = "same-day"\nrounding = "year-end"',
    "calendar": 'calendar = { notice_by = "01-01", effect = "06-30", years = 0 }',
    "year": 'runs_from = "year"\nleaver = "member"\nend_of_day = true\nreceiver = "the Director-General"\n'
    'calendar = { effect = "12-31", years = 1 }',
    "terms": 'right = "windows"\nperiod = { amount = 6, unit = "months" }\n\n[exit.term]\nfirst = 10\nthen = 5\n'
    'from = "treaty"\nstart = 1951-01-12',
    "windows": 'right = "windows"\nrevocable = "art. 10"\nruns_from = "registration"\n'
    'period = { amount = 1, unit = "years" }\n\n'
    '[exit.term]\nfirst = 10\nthen = 10\nfrom = "treaty"\nstart = 2005-02-20\n'
    'window = { amount = 1, unit = "years" }',
    "lock-in": 'period = { amount = 1, unit = "years" }\ncounting = "same-day"\n\n'
    '[exit.lock_in]\namount = 3\nunit = "years"',
    "held": 'period = { amount = 1, unit = "years" }\ncounting = "same-day"\n\n[exit.lock_in]\namount = 9\n'
    'unit = "years"\nfrom = "treaty"\nstart = 2020-01-01\nlocks = "effect"',
    "event": 'period = { amount = 1, unit = "years" }\ncounting = "same-day"\n\n[exit.event]\n'
    'what = "the budget year ends"\nbound = "earliest"',
    "agreement": 'period = { amount = 2, unit = "years" }\ncounting = "same-day"\n\n[exit.event]\n'
    'what = "the withdrawal agreement enters into force"\nbound = "latest"',
    "ground": 'right = "ground"\nground = "another party has broken it"\nperiod = { amount = 1, unit = "years" }\n'
    'counting = "same-day"',
    "silent": 'right = "none"',
    "release": 'period = { amount = 1, unit = "years" }\ncounting = "same-day"\nreasons = true\n'
    'notify = ["the depositary", "all parties"]\n\n'
    '[exit.conflict]\ntested = "expiry"\nuntil = "release"\narticle = "art. 8"\n\n'
    '[[exit.follows]]\ntext = "Investments stay protected."\narticle = "art. 9"\n'
    'lasts = { amount = 20, unit = "years" }',
}
NOTICE = "2025-05-20"


def clause(form: str) -> str:
    article = "" if form == "silent" else 'article = "art. 7"\n'
    name = form.capitalize()
    return (
        f'title = "Convention of the form {name}"\nshort = "{name} Convention"\nthe = true\n'
        f'depositary = "Norway"\n\n[exit]\n{article}{FORMS[form]}\n'
    )


@pytest.fixture
def treaties(here: Path) -> Path:
    folder = here / "treaties"
    folder.mkdir()
    for form in FORMS:
        (folder / f"{form}.toml").write_text(clause(form), encoding="utf-8")
    return folder


@pytest.mark.usefixtures("treaties")
def test_every_form(write: Write, story: Story) -> None:
    """Four days after the notice, and after the effect where there is one by then."""
    for form in FORMS:
        write(form, reached(5, treaty=form))
    story(
        "clauses",
        (0, "check"),
        (0, "status --as-of 2025-05-24"),
        (0, "status"),
        *((0, f"show {form} --as-of 2025-05-24") for form in FORMS),
        *((0, f"show {form}") for form in ("plain", "year-end", "year", "release", "deposit", "minimum")),
    )


@pytest.mark.usefixtures("treaties")
def test_every_form_side_by_side(write: Write, story: Story) -> None:
    """What moved, on one axis, who is ahead, how long it took: to the end of a day, without one, after a conflict."""
    for form in ("minimum", "deposit", "windows", "year", "event", "agreement", "silent"):
        write(form, reached(5, treaty=form))
    write("event-done", reached(5, treaty="event") + event("2026-07-01", "effect"))
    deferred = event("2025-08-01", action="defer", body="The depositary")
    write("release", reached(5, treaty="release") + deferred)
    story(
        "clauses-together",
        (0, "changes --since 2025-05-01 --until 2025-06-01"),
        (0, "changes --since 2025-06-01 --until 2027-01-01"),
        (0, "changes year --since 2026-12-30 --until 2026-12-31"),
        (0, "timeline"),
        (0, "timeline year event-done silent --format csv"),
        (0, "diff year event silent"),
        (0, "diff deposit event agreement windows year release event-done --format markdown"),
        (0, "stats"),
    )


@pytest.mark.usefixtures("treaties")
def test_a_notice_with_a_later_day_in_a_lock_in_taken_back_reopened(write: Write, story: Story) -> None:
    """The notice came too early and named a day; it was taken back, the path begun again, a second notice given."""
    early = reached(5, treaty="lock-in").replace('"lock-in"\n', '"lock-in"\nin_force = 2023-01-01\n')
    write("early", early + "named = 2027-01-01\n")
    again = event("2025-09-01", action="revoke") + event("2025-10-01", "parliament-vote", action="reopen")
    write("again", early + again + event("2026-02-01", "un-notification"))
    story(
        "clauses-early",
        (0, "show early"),
        (0, "show again --as-of 2025-09-15"),
        (0, "show again"),
        (0, "status"),
    )


@pytest.mark.usefixtures("treaties")
def test_an_armed_conflict(treaties: Path, write: Write, story: Story) -> None:
    """It ends before the period and after it; a clause that tests at the notice; one that waits for release."""
    at_notice = clause("release").replace('"expiry"', '"notice"')
    (treaties / "at-notice.toml").write_text(at_notice, encoding="utf-8")
    deferred = event("2025-08-01", action="defer", body="The depositary")
    write("before", reached(5) + deferred + event("2025-10-01", action="conflict-ended"))
    write("after", reached(5) + deferred + event("2026-02-01", action="conflict-ended"))
    write("notice", reached(5, treaty="at-notice") + event(NOTICE, action="defer", body="The depositary"))
    write("waits", reached(5, treaty="release") + deferred)
    story(
        "clauses-conflict",
        (0, "show before --as-of 2025-10-01"),
        (0, "show after --as-of 2026-01-15"),
        (0, "show after"),
        (0, "show notice"),
        (0, "show waits"),
        (0, "status"),
        (4, "defer notice --on 2025-08-01"),
    )


@pytest.mark.usefixtures("treaties")
def test_other_cases_that_are_not_so_simple(write: Write, story: Story) -> None:
    """The end of a day; a court on a notice; another day announced; one treaty left because of another; a span."""
    write("last-day", reached(5, treaty="year"))
    judged = event("2025-06-01", action="note", topic="law", body="High Court", summary="It held the notice void.")
    write("court", reached(5) + judged)
    write("announced", reached(5) + "announced = 2025-11-21\n")
    first = reached(5).replace('"ottawa"\n', '"plain"\nabout = "Leaving the Plain Convention ends the other, too."\n')
    write("because", first)
    write("span", reached(4) + event('"2025-05"', "un-notification"))
    story(
        "clauses-others",
        (0, "show last-day --as-of 2026-12-31"),
        (0, "show last-day --as-of 2027-01-01"),
        (0, "show court --as-of 2025-06-02"),
        (0, "show announced"),
        (0, "show because"),
        (0, "show span --as-of 2025-06-01"),
        (0, "status"),
    )
