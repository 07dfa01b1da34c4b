from __future__ import annotations

from tracker.core.problem import Located, Problem, Severity
from tracker.views.paper import Paper
from tracker.views.problems import problem_line, report

PAPER = Paper(40, colour=False)
WRONG = Located("cases/latvia.toml", 12, Problem("unknown-key", "there is no key `boddy`", hint="did you mean `body`?"))
DOUBT = Located("cases/latvia.toml", 30, Problem("no-source", "the event has no source", severity=Severity.DOUBT))


def test_a_line_that_editors_jump_to() -> None:
    assert problem_line(WRONG) == "cases/latvia.toml:12: there is no key `boddy`"


def test_every_problem_has_its_rule_and_its_hint() -> None:
    assert report([WRONG, DOUBT], 6, PAPER) == (
        "cases/latvia.toml:12: there is no key `boddy` [unknown-key]\n"
        "  hint: did you mean `body`?\n"
        "cases/latvia.toml:30: the event has no source [no-source]\n"
        "\n"
        "1 problem in 1 file of 6, 1 doubt\n"
    )


def test_the_last_line_counts() -> None:
    other = Located("cases/estonia.toml", 1, WRONG.problem)
    assert report([], 6, PAPER) == "no problems in 6 files\n"
    assert report([], 1, PAPER) == "no problems in 1 file\n"
    assert report([DOUBT, DOUBT], 6, PAPER).endswith("\n\nno problems in 6 files, 2 doubts\n")
    assert report([WRONG, WRONG, other], 6, PAPER).endswith("\n\n3 problems in 2 files of 6\n")
    assert report([WRONG], 1, PAPER).endswith("\n\n1 problem in 1 file\n")


def test_colour_tells_problems_from_doubts() -> None:
    text = report([WRONG, DOUBT], 6, Paper(None, colour=True))
    assert "`boddy`\x1b[31m [unknown-key]\x1b[0m\n" in text
    assert "source\x1b[33m [no-source]\x1b[0m\n" in text


def test_a_file_name_cannot_steer_the_terminal() -> None:
    live = Located("ca\x1b[2Jses/\u202e\udcff.toml", 1, Problem("x\x07", "m\x9b", hint="h\x1b"))
    assert problem_line(live) == "ca\\u001b[2Jses/\\u202e\\udcff.toml:1: m\\u009b"
    assert report([live], 1, PAPER).isprintable() is False  # its line ends
    assert all(line.isprintable() for line in report([live], 1, PAPER).splitlines())
