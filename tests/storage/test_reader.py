"""Every problem of a case file is told with its line, all at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.storage.reading import EVENT, TOP, events, read, told
from tracker.core.day import between, on, parse_span
from tracker.core.event import Action, Aspect, Event, Finding, Result, Source, Topic, Vote
from tracker.core.period import Period, Unit
from tracker.core.problem import Place
from tracker.core.stage import Stage
from tracker.storage import package
from tracker.storage.files import OnDisk
from tracker.storage.library import Library

ANALYSIS = '\n[[event]]\ndate = 2025-03-18\nstage = "ministry-analysis"\n'


def test_a_case_is_read_as_it_is_written() -> None:
    file = read(
        """\
        # Latvia
        country = "LV"
        treaty = "ottawa"
        in_force = 2006-01-01
        about = "Read this first."

        [[event]]
        date = 2025-03-18
        stage = "ministry-analysis"
        body = "Ministry"
        summary = '''Said "yes".'''
        document = "Paper"
        reference = "No 1"
        doubt = "Which day?"

        [[event.finding]]
        aspect = "military"
        text = "It helps."
        body = "Army"
        url = "https://a.example/b"

        [[event.source]]
        url = "https://a.example/b"
        title = "A"
        publisher = "B"
        accessed = "2026-11"
        archive = "http://c.example/d"
        lang = "lv"

        [[event.source]]
        title = "On paper"
        accessed = 2026-11-23

        [[event]]
        date = "2025-04-24/2025-05-12"
        stage = "draft-law"
        skip = "none"
        planned = false

        [[event]]
        date = "2025-06"
        action = "note"
        topic = "law"
        vote = {yes = 66, no = 0, required = "two thirds", result = "passed", on = "the agenda"}

        [[event]]
        date = 2025-06-10
        action = "milestone"
        step = "First reading"
        planned = true
        vote.required = 51
        """.replace("        ", "")
    )
    assert file.problems == ()
    assert file.case
    assert (file.case.id, file.case.country.name, file.case.treaty.id) == ("latvia", "Latvia", "ottawa")
    assert (file.case.in_force, file.case.about) == (date(2006, 1, 1), "Read this first.")
    assert file.case.events == (
        Event(
            on(date(2025, 3, 18)),
            stage=Stage.MINISTRY_ANALYSIS,
            body="Ministry",
            summary='Said "yes".',
            document="Paper",
            reference="No 1",
            doubt="Which day?",
            findings=(Finding(Aspect.MILITARY, "It helps.", "Army", "https://a.example/b"),),
            sources=(
                Source("https://a.example/b", "A", "B", parse_span("2026-11"), "http://c.example/d", "lv"),
                Source(title="On paper", accessed=on(date(2026, 11, 23))),
            ),
        ),
        Event(between(date(2025, 4, 24), date(2025, 5, 12)), stage=Stage.DRAFT_LAW, skip="none"),
        Event(
            parse_span("2025-06"),
            Action.NOTE,
            topic=Topic.LAW,
            vote=Vote(66, 0, on="the agenda", required="two thirds", result=Result.PASSED),
        ),
        Event(on(date(2025, 6, 10)), Action.MILESTONE, step="First reading", planned=True, vote=Vote(required=51)),
    )


def test_a_notice_keeps_its_days() -> None:
    text = "given = 2025-06-26\nnamed = 2026-01-01\nannounced = 2026-01-02\n"
    (event,) = events(f'{TOP}[[event]]\ndate = 2025-06-27\nstage = "un-notification"\nskip = "x"\n{text}')
    assert (event.given, event.named, event.announced) == (date(2025, 6, 26), date(2026, 1, 1), date(2026, 1, 2))


def test_events_as_a_list_in_brackets_are_read() -> None:
    (event,) = events(TOP + 'event = [{date = 2025-03-18, action = "note", topic = "law"}]\n')
    assert event.topic is Topic.LAW
    assert events(f"{TOP}event = []\n") == ()


WRONG = {
    "the top of the file": [
        "",
        'country = "lv"\ntreaty = "otawa"\n',
        'country = "Latvia"\ntreaty = "../ottawa"\n',
        'country = "Lettland"\ntreaty = "zzz"\n',
        'country = 5\ntreaty = ""\n',
        'country = " "\ntreaty = ["ottawa"]\n',
        f'{TOP}in_force = "2006-01-01"\nabout = 3\n',
        f'{TOP}in_force = "2006"\n',
        f"{TOP}in_force = 2006\n",
        f"{TOP}in_force = 20060101\n",
        f"{TOP}in_force = 2006-01-01T00:00:00Z\n",
    ],
    "keys": [
        f"{TOP}foo = 1\ninforce = 1\n",
        f'{TOP}{ANALYSIS}sumary = 1\nzzz = 1\n"a\\nb" = 1\n',
        f'{TOP}{ANALYSIS}country = "LV"\nabout = "x"\nin_force = 2025-01-01\n',
        f'{TOP}{ANALYSIS}\n[[event.source]]\ntitle = "x"\nsummary = "x"\ndoubt = "y"\nabout = "z"\n',
        f'{TOP}{ANALYSIS}\n[event.vote]\nyes = 1\nbody = "x"\n',
        f'{TOP}\n[[source]]\nurl = "x"\n[vote]\nyes = 1\n',
        f'{TOP}date = 2025-01-01\nyes = 3\nurl = "x"\n',
        f'{TOP}{ANALYSIS}yes = 3\nurl = "https://a.example"\naspect = "legal"\n',
    ],
    "blocks": [
        f"{TOP}[event]\ndate = 2025-03-18\n",
        f"{TOP}{ANALYSIS}\n[[event.vote]]\nyes = 1\n",
        f'{TOP}{ANALYSIS}\n[event.source]\ntitle = "x"\n',
        f'{TOP}{ANALYSIS}vote = "66:14"\nsource = "http://x.y"\nfinding = 3\n',
        f"{TOP}{ANALYSIS}vote = []\n",
        f"{TOP}event = 5\n",
        f"{TOP}event = [1]\n",
        f"{TOP}{ANALYSIS}\n[event.vote]\n",
        f'{TOP}{ANALYSIS}\n[[event.source]]\npublisher = "x"\n\n[[event.finding]]\n',
        f"{TOP}\n[[event]]\n",
        f'{TOP}event = [{{date = 2025-03-18, source = [{{url = "x"}}]}},\n  {{stage = "y"}}]\n',
    ],
    "days": [
        TOP
        + "".join(
            f'\n[[event]]\ndate = {date}\nstage = "ministry-analysis"\n'
            for date in (
                '"2025-04-16"',
                "2025",
                "10:00:00",
                "2025-04-16T10:00:00",
                "2025-04-16 23:30:00+02:00",
                '"2025-05-16/2025-05-12"',
                '"2025-05-12/2025-05-12"',
                '"16.4.2025"',
                '"2025-02-30"',
                '"2025-13"',
                '"2025-W16-3"',
                r'"the\nday"',
                "20250416",
                "20251332",
                "123456",
                "true",
                "1.5",
                "{}",
            )
        )
    ],
    "values": [
        f'{TOP}[[event]]\ndate = 2025-03-18\nstage = "draftlaw"\naction = "advanced"\ntopic = "boarder"\n',
        f'{TOP}[[event]]\ndate = 2025-03-18\nstage = "Parliament vote"\ntopic = 3\n',
        f'{TOP}[[event]]\ndate = 2025-03-18\nstage = "zzz"\nplanned = 1\n',
        (
            f'{TOP}{ANALYSIS}planned = "true"\nskip = true\nbody = ""\nsummary = " \\t"\ndocument = 12\n'
            'reference = 2025-01-01\ndoubt = {a = 1}\nstep = "a\\u0000b"\n'
        ),
        (
            f'{TOP}{ANALYSIS}\n[event.vote]\nyes = "66"\nno = -1\nabstain = 1.5\nabsent = true\nnot_voting = "many"\n'
            'members = 12:00:00\non = 3\nrequired = -3\nresult = "pass"\n'
        ),
        f'{TOP}{ANALYSIS}\n[event.vote]\nrequired = ""\n',
        f"{TOP}{ANALYSIS}\n[event.vote]\nrequired = 1.5\n",
        TOP
        + ANALYSIS
        + "".join(
            f"\n[[event.source]]\nurl = {url}\n"
            for url in (
                '"ftp://x.y"',
                '"javascript:alert(1)"',
                '"https://"',
                '"https://a b"',
                r'"https://a.example/\u0007"',
                '""',
                "5",
            )
        ),
        f'{TOP}{ANALYSIS}\n[[event.source]]\ntitle = "x"\narchive = "x"\naccessed = "2026-11-23"\n',
    ],
}


def _annotated(text: str) -> str:
    """Return the text with each problem below its line."""
    notes: dict[int, list[str]] = {}
    for problem in told(read(text).problems):
        line, _, rest = problem.partition(" ")
        notes.setdefault(int(line), []).extend(f"    ^ {part}" for part in rest.split(" -> "))
    lines = [[line, *notes.get(number, [])] for number, line in enumerate(text.split("\n"), start=1)]
    return "\n".join(line for group in lines for line in group)


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_told_below_its_line(what: str, golden: Callable[[str, str], None]) -> None:
    golden(f"wrong {what}.txt".replace(" ", "-"), f"\n{'-' * 80}\n\n".join(map(_annotated, WRONG[what])))


@pytest.mark.parametrize("text", [text for texts in WRONG.values() for text in texts])
def test_a_file_with_a_wrong_shape_gives_no_case(text: str) -> None:
    file = read(text)
    assert file.case is None
    lines = [problem.line for problem in file.problems]
    assert lines == sorted(lines)
    for problem in (each.problem for each in file.problems):
        assert not problem.sound
        assert not problem.message.endswith(".")
        assert problem.message[0].islower() or problem.message[0] == "`"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            f'{TOP}{ANALYSIS}\n[[event.source]]\ntitle = "x"\nsummary = "x"\n',
            "10: `summary` stands below `[[event.source]]`, so it belongs to the source: move it above",
        ),
        (
            f"{TOP}{ANALYSIS}in_force = 2025-01-01\n",
            "7: `in_force` stands after the events: move it to the top of the file",
        ),
        (f'{TOP}[[event]]\ndate = "2025-04-16"\n', "4: a full day is written without quotes"),
        (f"{TOP}[[event]]\ndate = 2025-04-16T10:00:00\n", "4: a day has no clock time: write 2025-04-16"),
        (f"{TOP}[[event]]\ndate = 2025\n", "4: a year is written in quotes"),
        (f"{TOP}{ANALYSIS}planned = 1\n", "7: `planned` takes `true`, not a number"),
    ],
)
def test_slips_that_everybody_makes_once(text: str, problem: str) -> None:
    (found,) = read(text).problems
    assert str(found) == f"cases/latvia.toml:{problem}"


@pytest.mark.parametrize("url", ["https://a.example", "HTTP://a.example/š?q=1#x", "http://[::1]:80/"])
def test_addresses_of_the_web_are_taken(url: str) -> None:
    assert read(f'{TOP}{ANALYSIS}[[event.source]]\nurl = "{url}"\n').case


def test_what_the_core_finds_is_told_with_its_line() -> None:
    text = TOP + '[[event]]\ndate = 2025-03-18\nstage = "cabinet-directive"\n'
    assert [(each.line, each.problem.rule) for each in read(text).problems] == [(4, "impossible-history")]
    assert read(text).case is None
    assert str(read(text).problems[0]).startswith("cases/latvia.toml:4: `cabinet-directive` on 2025-03-18 cannot have")


def test_problems_that_leave_a_case_sound_are_told_beside_it() -> None:
    file = read(TOP + EVENT + EVENT)
    assert [(each.line, each.problem.rule) for each in file.problems] == [(9, "repeated-event")]
    assert file.case


def test_keys_of_sound_events_are_looked_at_in_a_file_that_is_wrong() -> None:
    text = f'country = "ZZ"\ntreaty = "ottawa"\n{ANALYSIS}zzz = 1\n[[event]]\ndate = 2025-04-01\naction = "note"\n'
    assert [(each.line, each.problem.rule) for each in read(text).problems] == [
        (1, "unknown-country"),
        (7, "unknown-key"),
        (8, "missing-key"),
    ]


def test_a_place_is_told_by_its_line() -> None:
    file = read(TOP + EVENT)
    assert [file.line_of(Place(0)), file.line_of(Place(0, "topic")), file.line_of(Place())] == [4, 7, 1]


def test_shipped_cases_are_read_without_a_problem() -> None:
    library = Library(OnDisk(Path("/nowhere")), "/nowhere")
    paths = sorted(package.cases().glob("*.toml"))
    assert len(paths) >= 6
    for path in paths:
        file = read(path.read_bytes(), library)
        assert file.problems == ()
        assert file.case
        assert file.case.events
        assert file.case.treaty.exit.period == Period(6, Unit.MONTHS)


ODD = st.one_of(
    st.sampled_from("\"'[]{}=#\n\r,.\\\0“1𝄞\ufeff-"),
    st.sampled_from(['"""', "[[event]]", "[event]", "]]", "# ", "\r\n", "2025-05", "true", "planned = true"]),
    st.sampled_from(["date = 0001-01-01", "date = 9999-12-31", "announced = 0001-01-01", 'skip = "x"']),
    st.sampled_from(['stage = "effect"', 'stage = "un-notification"', 'action = "reject"']),
)
SHIPPED = package.cases() / "latvia.toml"


@given(st.lists(ODD | st.text(max_size=5), max_size=30).map("".join))
@settings(max_examples=150, deadline=None)
@example("a=[}]")
@example("[[[[")
def test_no_text_is_too_odd_to_be_answered(text: str) -> None:
    """Whatever the bytes are, there is a case or a problem, and every line is one of the file's."""
    file = read(text.encode(errors="surrogatepass"))
    assert file.case or file.problems
    assert all(1 <= each.line <= text.count("\n") + 1 for each in file.problems)
    assert all("\n" not in each.problem.message for each in file.problems)


@given(st.integers(0, 400), st.integers(1, 12), st.lists(ODD, max_size=4).map("".join))
@settings(max_examples=150, deadline=None)
def test_no_slip_in_a_real_file_is_too_odd_to_be_answered(line: int, count: int, instead: str) -> None:
    lines = SHIPPED.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[line : line + count] = [instead]
    file = read("".join(lines))
    assert file.case or file.problems


@given(st.binary(max_size=40))
@settings(max_examples=50, deadline=None)
def test_no_bytes_are_too_odd_to_be_answered(content: bytes) -> None:
    assert read(content).problems
