"""Files as hands leave them: each fault with its line, with what to write instead; the file stays as it was."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run, Write
from tests.cli.paths import event, reached, top

FIRST = top() + event("2025-01-10", "ministry-analysis")
SOURCE = '\n[[event.source]]\nurl = "https://example.org/"\n'
NOTICE = reached(5)
ORDER = "events are told in the order of their days, those of one day in the order of the file"
WHOLE = "a line is `key = value`, a header such as `[[event]]`, or a comment that begins with `#`"
ABOVE = "a line belongs to the last bracket above it"


def _dated(day: str) -> str:
    return top() + event(day, "ministry-analysis")


FAULTS: dict[str, tuple[str | bytes, int, str, str]] = {
    "not UTF-8": (
        b'country = "AQ"\ntreaty = "\xff"\n',
        2,
        "the line is not UTF-8 [not-utf8]",
        "save the file as UTF-8",
    ),
    "not TOML": (top() + "hello world\n", 3, "the line cannot be understood [not-toml]", WHOLE),
    "an unknown key": (
        FIRST + 'boddy = "Ministry"\n',
        7,
        "`boddy` is not a key of the event [unknown-key]",
        "did you mean `body`?",
    ),
    "a wrong type": (FIRST + "body = 5\n", 7, "`body` takes text, not a number [wrong-type]", 'write `body = "5"`'),
    "a key on the wrong action": (
        FIRST + 'step = "First reading"\n',
        7,
        "`step` belongs on `milestone`, not on an `advance` to `ministry-analysis` [key-on-wrong-action]",
        "take the key out, or give the event the action that it belongs to",
    ),
    "an unknown country": (
        top("XX"),
        1,
        "`XX` is no country code [unknown-country]",
        "write the two capital letters of ISO 3166-1, or EU, or XK",
    ),
    "a country by its name": (top("Antarctica"), 1, "`Antarctica` is no country code [unknown-country]", "write `AQ`"),
    "an unknown treaty": (
        top(treaty="otawa"),
        2,
        "there is no treaty `otawa` [unknown-treaty]",
        "did you mean `ottawa` (Ottawa Convention)?",
    ),
    "an unknown stage": (
        top() + event("2025-01-10", "ministry analysys"),
        6,
        "`ministry analysys` is no stage [unknown-stage]",
        "did you mean `ministry-analysis`?",
    ),
    "a date that does not exist": (
        _dated("2025-02-30"),
        5,
        "`2025-02-30` is not a date: there is no such day in the calendar [not-toml]",
        "write a day that exists",
    ),
    "a quoted full day": (
        _dated('"2025-01-10"'),
        5,
        "a full day is written without quotes [quoted-day]",
        "write `date = 2025-01-10`",
    ),
    "date = 2025": (_dated("2025"), 5, "a year is written in quotes [unquoted-year]", 'write `date = "2025"`'),
    "date = 2025-05": (_dated("2025-05"), 5, "a month is written in quotes [not-toml]", 'write `date = "2025-05"`'),
    "a time": (
        _dated("2025-01-10T09:30:00"),
        5,
        "a day has no clock time: write 2025-01-10 [day-with-time]",
        "write `date = 2025-01-10`",
    ),
    "a time with a zone": (
        _dated("2025-01-10 09:30:00+02:00"),
        5,
        "a day has no clock time: write 2025-01-10 [day-with-time]",
        "write `date = 2025-01-10`",
    ),
    "a span turned round": (
        _dated('"2025-05-12/2025-04-24"'),
        5,
        "`2025-05-12/2025-04-24` is not a date: the span is turned round [not-a-date]",
        "write the earlier day first: 2025-04-24/2025-05-12",
    ),
    "a revocation whose span crosses the effective date": (
        NOTICE + event('"2025-11"', action="revoke"),
        25,
        (
            "`revoke` on 2025-11 cannot have happened: it must be possible on each day of the span, and by 2025-11-30 "
            "it is not: no `revoke` follows while the case is in effect (since 2025-11-20) [impossible-history]"
        ),
        ORDER,
    ),
    "a stage twice": (
        FIRST + event("2025-01-20", "ministry-analysis"),
        9,
        (
            "`ministry-analysis` on 2025-01-20 cannot have happened: `ministry-analysis` was reached already, on "
            "2025-01-10, and no `return` or `reopen` lies between [impossible-history]"
        ),
        ORDER,
    ),
    "a revocation on the effective date": (
        NOTICE + event("2025-11-20", action="revoke"),
        25,
        (
            "`revoke` on 2025-11-20 cannot have happened: no `revoke` follows while the case is in effect "
            "(since 2025-11-20) [impossible-history]"
        ),
        ORDER,
    ),
    "a conflict on the effective date": (
        NOTICE + event("2025-11-20", action="defer"),
        25,
        (
            "`defer` on 2025-11-20 cannot have happened: no `defer` follows while the case is in effect "
            "(since 2025-11-20) [impossible-history]"
        ),
        ORDER,
    ),
    "a late fact that collides": (
        reached(4) + event("2025-03-15", action="reject"),
        17,
        (
            "`parliament-vote` on 2025-04-20 cannot have happened: no `advance` follows while the case is rejected "
            "(since 2025-03-15) [impossible-history]"
        ),
        ORDER,
    ),
    "above 4 MB": (b"#" * (4 * 1024 * 1024 + 1), 1, "the file is larger than 4 MB and is not read [unreadable]", ""),
    "a key below [[event.source]] that belongs above it": (
        FIRST + SOURCE + 'body = "Ministry"\n',
        10,
        "`body` stands below `[[event.source]]`, so it belongs to the source: move it above [misplaced-key]",
        ABOVE,
    ),
    "in_force after the events": (
        FIRST + "in_force = 1999-03-01\n",
        7,
        "`in_force` stands after the events: move it to the top of the file [misplaced-key]",
        f"{ABOVE}, and it is about the whole case",
    ),
    "[[source]]": (
        FIRST + SOURCE.replace("event.", ""),
        8,
        "`[[source]]` belongs to an event [misplaced-key]",
        "write `[[event.source]]` below its `[[event]]`",
    ),
    "curly quotes": (
        FIRST + "body = “Ministry”\n",
        7,
        "curly quotes cannot stand round a value [not-toml]",
        'write straight ones: `body = "…"`',
    ),
    "1.5.2025": (
        _dated("1.5.2025"),
        5,
        "`1.5.2025` is not a date: it could mean 2025-05-01 or 2025-01-05 [not-toml]",
        "write the day as YYYY-MM-DD, such as 2025-04-16",
    ),
    "a quotation mark inside a text": (
        FIRST + 'summary = "The ministry said "yes"."\n',
        7,
        "a quotation mark inside the text ends it [not-toml]",
        'put a backslash before each quotation mark inside: `\\"`, or write “ and ” there',
    ),
    "a conflict marker": (
        FIRST + "=======\n",
        7,
        "git left a conflict marker here [conflict-marker]",
        "keep what is right of both sides, and take the marker lines out",
    ),
    "an address with no scheme": (
        FIRST + SOURCE.replace("https://", "www."),
        9,
        "`www.example.org/` is not a web address: it does not begin with http:// or https:// [bad-url]",
        "write it whole, such as https://example.org/page",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_with_its_cure(name: str, write: Write, tracker: Run) -> None:
    """`check` ends 1 with the hint, every reading or recording command 5 without a word on standard output."""
    content, line, message, hint = FAULTS[name]
    path = write("antarctica", content)
    where = f"cases/antarctica.toml:{line}: "
    cure = f"  hint: {hint}\n" if hint else ""
    ran = tracker("check")
    assert (ran.code, ran.out, ran.err) == (1, f"{where}{message}\n{cure}\n1 problem in 1 file\n", "")
    told = f"{where}{message.rpartition(' [')[0]}\n\nhint: `tracker check` tells what to write instead\n"
    for words in (["show", "antarctica"], ["advance", "antarctica", "--on", "2025-02-03"]):
        ran = tracker(*words)
        assert (ran.code, ran.out, ran.err) == (5, "", told)
    assert path.read_bytes() == (content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize(
    "day",
    ["2027-01-10", '"2026-11-20/2026-12-01"'],
    ids=["a future day that is not planned", "a span that ends after today"],
)
def test_the_clock_makes_no_file_unsound(day: str, write: Write, tracker: Run) -> None:
    """What cannot be recorded so is only doubtful in a file."""
    write("antarctica", FIRST + event(day, "cabinet-directive"))
    assert tracker("check").code == 0
    doubt = f"{day.strip(chr(34))} is later than today, and the event is not planned [later-than-today]"
    told = f"cases/antarctica.toml:9: {doubt}\n  hint: correct the day, or add `planned = true`\n"
    assert told in tracker("check", "--doubts").out
    assert '"stage": "ministry-analysis"' in tracker("status", "--format", "json").out


def test_a_planned_day_that_is_past(write: Write, tracker: Run) -> None:
    write("antarctica", FIRST + event("2026-11-22", "cabinet-directive", plan=True))
    ran = tracker("check", "--doubts")
    assert ran.code == 0
    assert (
        "cases/antarctica.toml:9: `cabinet-directive` was planned for 2026-11-22, which has passed, and nothing "
        "settles it [overdue]\n" in ran.out
    )
