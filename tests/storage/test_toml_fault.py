"""A file that is no TOML is told what to do, line by line, in our words."""

from __future__ import annotations

import pytest

from tests.storage.reading import TOP, read, told

ADVICE = "a line is `key = value`, a header such as `[[event]]`, or a comment that begins with `#`"
INNER = r"put a backslash before each quotation mark inside: `\"`, or write “ and ” there"
BACKSLASH = r"write `\\`, or take single quotes round the whole text"
FORM = "write the day as YYYY-MM-DD, such as 2025-04-16"
NEW_BLOCK = "keep one, or begin a new `[[event]]` above it"


def _line(text: str) -> list[str]:
    """Return what is told of a line that stands in an event, without its number, which is looked at here."""
    content = f'{TOP}\n[[event]]\ndate = 2025-03-18\n{text}\nbody = "Saeima"\n'
    problems = read(content).problems
    assert {problem.line for problem in problems} <= {6}
    assert {problem.problem.rule for problem in problems} <= {"not-toml"}
    return [f"{problem.problem.message} -> {problem.problem.hint}" for problem in problems]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("step = “Saeima”", 'curly quotes cannot stand round a value -> write straight ones: `step = "…"`'),
        ("step = „Saeima“ # who", 'curly quotes cannot stand round a value -> write straight ones: `step = "…"`'),
        ('step = "Saeima”', 'curly quotes cannot stand round a value -> write straight ones: `step = "…"`'),
        (
            "given = 1.5.2025",
            f"`1.5.2025` is not a date: it could mean 2025-05-01 or 2025-01-05 -> {FORM}",
        ),
        ("given = 04/05/2025", f"`04/05/2025` is not a date: it could mean 2025-05-04 or 2025-04-05 -> {FORM}"),
        (
            "zzz = 16.04.2025  # no key of ours",
            f"`16.04.2025` is not a date: it could mean 2025-04-16 -> {FORM}",
        ),
        (
            "given = 16 April 2025",
            f"`16 April 2025` is not a date: it is not a day in the form YYYY-MM-DD -> {FORM}",
        ),
        (
            "given = 2025-02-30",
            "`2025-02-30` is not a date: there is no such day in the calendar -> write a day that exists",
        ),
        (
            "given = 2025-13-01",
            "`2025-13-01` is not a date: there is no such day in the calendar -> write a day that exists",
        ),
        (
            "given = 2025-4-5",
            "`2025-4-5` is not a date: it is not a day in the form YYYY-MM-DD -> write `given = 2025-04-05`",
        ),
        (
            "given = 2025/04/05",
            "`2025/04/05` is not a date: it is not a day in the form YYYY-MM-DD -> write `given = 2025-04-05`",
        ),
        ("given = 2025-05", 'a month is written in quotes -> write `given = "2025-05"`'),
        (
            "given = 2025-04-24 / 2025-05-12",
            'a span of days is written in quotes -> write `given = "2025-04-24/2025-05-12"`',
        ),
        (
            "given = 2025-04-16T25:00:00",
            "a day has no clock time: write 2025-04-16 -> write `given = 2025-04-16`",
        ),
        ('step = "he said "no" twice"', f"a quotation mark inside the text ends it -> {INNER}"),
        (
            "step = 'it's'",
            "an apostrophe inside the text ends it -> take double quotes round the whole text",
        ),
        ("stage = parliament-vote", 'a text is written in quotes -> write `stage = "parliament-vote"`'),
        ("reference = 844/2025", 'a text is written in quotes -> write `reference = "844/2025"`'),
        ('step = Saeima "15th"', "a text is written in quotes -> write `step = \"Saeima '15th'\"`"),
        ("yes = 66.", "`66.` is not a whole number -> write digits alone, such as `yes = 66`"),
        ("members = 1,200", "a number has no commas, points or spaces in it -> write `members = 1200`"),
        ("yes = 066", "a number does not begin with 0 -> write `yes = 66`"),
        ("yes = 00", "a number does not begin with 0 -> write `yes = 0`"),
        ("planned = True", "`planned` takes `true`, not `True` -> write `planned = true`"),
        ("planned = yes", "`planned` takes `true`, not `yes` -> write `planned = true`"),
        ("the = FALSE", "`the` takes `false`, not `FALSE` -> write `the = false`"),
        ("date = 2025-03-19", "`date` stands twice in one block -> keep one of the two lines"),
        ("given =", "`given` has no value -> write the value, or take the line out"),
        ("given = # later", "`given` has no value -> write the value, or take the line out"),
        (r'step = "C:\dir"', f"a backslash in a text is written twice -> {BACKSLASH}"),
        (r'step = "C:\users"', f"a backslash in a text is written twice -> {BACKSLASH}"),
        ('step = "abc', 'the text has no closing quotation mark -> close it with `"` on the same line'),
        ("step = 'abc", "the text has no closing quotation mark -> close it with `'` on the same line"),
        ("yes = 66\u00a0", "the line holds an invisible character, U+00A0 -> type the line anew"),
        ('step = "a\x01b"', "the line holds an invisible character, U+0001 -> type the line anew"),
        ("\u200byes = 66", "the line holds an invisible character, U+200B -> type the line anew"),
        ("step: Saeima", "a colon stands after `step` -> write `step = …`"),
        ("step Saeima", "`=` is missing after `step` -> write `step = …`"),
        ("and then it happened", f"the line cannot be understood -> {ADVICE}"),
        ("v = {a = 1, a = 2}", f"the line cannot be understood -> {ADVICE}"),
        (r'step = "\ud800"', f"the line cannot be understood -> {ADVICE}"),
        (f"step = {'?' * 20_001}", f"the line cannot be understood -> {ADVICE}"),
        ("[[event]", "the brackets do not match -> write `[[event]]`"),
        ("[event.vote", "the brackets do not match -> write `[event.vote]`"),
        ("[mine]]", "the brackets do not match -> write `[mine]`"),
        ("[event]", "`[event]` has one pair of brackets -> write `[[event]]`"),
        ("[[event]] later", f"the line cannot be understood -> {ADVICE}"),
    ],
)
def test_a_slip_of_the_hand_is_told_with_its_cure(line: str, message: str) -> None:
    assert _line(line) == [message]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            "[event]\nyes = 1\n\n[[event]]\nyes = 2\n",
            ["1 not-toml: `[event]` has one pair of brackets -> write `[[event]]`"],
        ),
        (
            "[[event]]\na = 1\n[[event.vote]]\nyes = 1\n[event.vote]\nyes = 1\n",
            ["3 not-toml: `[[event.vote]]` has two pairs of brackets -> write `[event.vote]`"],
        ),
        (
            "[event.vote]\nyes = 1\n[[event]]\na = 1\n",
            ["1 not-toml: `[event.vote]` stands above the first `[[event]]` -> write `[[event]]` above it"],
        ),
        (
            "[mine]\na = 1\n[event.vote]\nyes = 1\n[[event]]\na = 1\n",
            ["3 not-toml: `[event.vote]` stands above the first `[[event]]` -> write `[[event]]` above it"],
        ),
        (
            "event = []\n[[event]]\na = 1\n",
            ["1 not-toml: events are written in two ways -> write each as an `[[event]]` block"],
        ),
        (
            "event.a = 1\n[[event]]\na = 1\n",
            [f"2 not-toml: `[[event]]` stands twice in one block -> {NEW_BLOCK}"],
        ),
        (
            "[[event]]\na = 1\n[event.vote]\nyes = 1\n[event.vote]\nyes = 2\n",
            [f"5 not-toml: `[event.vote]` stands twice in one block -> {NEW_BLOCK}"],
        ),
        ('a = """\nabc\n\n[[event]]\n', ['1 not-toml: what begins here is never closed -> close it with `"""`']),
        ("a = '''abc\n", ["1 not-toml: what begins here is never closed -> close it with `'''`"]),
        ("a = [1\n", ["1 not-toml: what begins here is never closed -> close it with `]`"]),
        ("a = {b = 1\n", ["1 not-toml: what begins here is never closed -> close it with `}`"]),
        (
            "a = 1\nevent = [\n  {date = 2025-02-30},\n]\n",
            ["3 not-toml: the value that begins in line 2 goes wrong here -> look at its quotes and commas"],
        ),
        (
            f"a = 1\nb = {'9' * 5000}\n",
            ["2 not-toml: a number has too many digits -> write the number that is meant"],
        ),
        (
            f"a = 1\n\nb = {'[' * 5000}\n",
            ["3 not-toml: values are nested too deeply -> write plain values: a case needs no list within a list"],
        ),
        ("“a” = 1\n", [f"1 not-toml: the line cannot be understood -> {ADVICE}"]),
        ('s = """ab"""c"""\nx = y\n', [f"1 not-toml: the line cannot be understood -> {ADVICE}"]),
    ],
)
def test_what_spans_lines_is_told_where_it_begins(text: str, problems: list[str]) -> None:
    assert told(read(text).problems) == problems


def test_all_lines_that_are_wrong_by_themselves_are_told_at_once() -> None:
    text = 'country = “LV”\r\ntreaty = ottawa\r\n\r\n[[event]]\r\ndate = 2025-05\r\nbody = "x"\r\n'
    assert told(read(text).problems) == [
        '1 not-toml: curly quotes cannot stand round a value -> write straight ones: `country = "…"`',
        '2 not-toml: a text is written in quotes -> write `treaty = "ottawa"`',
        '5 not-toml: a month is written in quotes -> write `date = "2025-05"`',
    ]


def test_the_search_ends_after_twenty_lines() -> None:
    assert len(read("a = b\n" * 50).problems) == 20


def test_of_a_large_file_one_fault_is_told() -> None:
    assert len(read("a = b\n" * 40_000).problems) == 1


def test_a_line_with_a_long_text_in_it_ends_the_search() -> None:
    """Without that line, the text that it begins would be taken for lines of their own."""
    assert [problem.line for problem in read('a = b """c\nd = e\n"""\n').problems] == [1]


def test_a_line_of_equals_signs_in_a_text_is_no_conflict() -> None:
    file = read(f'{TOP}about = """\nTitle\n=======\n"""\n')
    assert file.case
    assert file.case.about == "Title\n=======\n"


def test_what_is_not_utf8_is_told_by_its_line() -> None:
    file = read(b'country = "LV"\nabout = "Stra\xdfe"\n')
    assert told(file.problems) == ["2 not-utf8: the line is not UTF-8 -> save the file as UTF-8"]
    assert file.text.encode(errors="surrogateescape") == b'country = "LV"\nabout = "Stra\xdfe"\n'


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read(f"\ufeff{TOP}").case
