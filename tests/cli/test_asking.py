"""On a terminal a recording command asks for what it lacks; nothing is written before a yes."""

from __future__ import annotations

from typing import Any

import pytest
import tomli

from tests.cli.conftest import Conversation, Ran, Run, Write
from tests.cli.paths import event, reached, top
from tests.conftest import Golden
from tests.hostile import live
from tracker.core.event import Action
from tracker.views.paper import cells

TEXT = reached(3)
BEFORE = {"cases/antarctica.toml": TEXT}


@pytest.fixture(autouse=True)
def _antarctica(write: Write) -> None:
    write("antarctica", TEXT)


def _recorded(ran: Ran, case: str = "antarctica") -> dict[str, Any]:
    """Return the event that was added last."""
    written: dict[str, Any] = tomli.loads(ran.files[f"cases/{case}.toml"])["event"][-1]
    return written


VOTE = [
    "2025-04-20",
    "Parliament",
    "It agreed to leave.",
    "66:14:2",
    "passed",
    "https://example.org/vote",
    "Minutes",
    "",
]


@pytest.mark.parametrize("plain", ["", "1"])
def test_a_conversation(plain: str, conversation: Conversation, golden: Golden) -> None:
    """From a bare command to a whole event; no line of ours is wider than the terminal."""
    ran = conversation("advance", "antarctica", answers=[*VOTE, "", "y"], NO_COLOR=plain)
    golden(f"asking{'-plain' if plain else ''}.txt", ran.transcript)
    assert (ran.code, "\x1b[" in ran.out) == (0, not plain)
    assert _recorded(ran) == {
        "date": _recorded(ran)["date"],
        "stage": "parliament-vote",
        "body": "Parliament",
        "summary": "It agreed to leave.",
        "vote": {"yes": 66, "no": 14, "abstain": 2, "result": "passed"},
        "source": [
            {"url": "https://example.org/vote", "title": "Minutes", "accessed": _recorded(ran)["source"][0]["accessed"]}
        ],
    }
    assert str(_recorded(ran)["date"]) == "2025-04-20"
    assert ran.files["cases/antarctica.toml"].startswith(f"{TEXT}\n[[event]]\n")
    if plain:
        assert max(map(cells, ran.out.splitlines())) <= 80


def test_bad_answers_are_told_and_asked_for_again(conversation: Conversation, golden: Golden) -> None:
    answers = [
        *("", "antartica", "antarctica", "", "First reading"),
        *("", "1.5.2025", "2027-05-01", "2025-05-01"),
        *("", "It was read."),
        *("66-14", "66:14", "won", "passed"),
        *("example.org", "https://example.org/", "", "Example News"),
        *("ftp://example.org/", "https://example.org/2", "Second", "", ""),
        "y",
    ]
    ran = conversation("milestone", answers=answers)
    golden("asking-again.txt", ran.transcript)
    assert ran.code == 0
    assert [source["url"][-4:] for source in _recorded(ran)["source"]] == ["org/", "rg/2"]


def test_an_answer_is_mended_with_the_arrow_keys(conversation: Conversation) -> None:
    """To the left, backspace, and to the end of the line again; a tab is told."""
    answers = ["2025-04-20", "Suprene Court" + "\x1b[D" * 7 + "\x7fm\x05 of Antarctica", "a\tb", "", "", "y"]
    ran = conversation("suspend", "antarctica", answers=answers)
    assert (ran.code, _recorded(ran)["body"]) == (0, "Supreme Court of Antarctica")
    assert "error: the answer holds a key that is no letter" in ran.out


def test_a_terminal_on_which_nothing_moves(conversation: Conversation) -> None:
    """There an arrow key is a sign like others, which is told."""
    answers = ["2025-04-20", "Court\x1b[D", "Court", "", "", "y"]
    ran = conversation("suspend", "antarctica", answers=answers, TERM="dumb")
    assert (ran.code, _recorded(ran)["body"]) == (0, "Court")
    assert ran.out.count("error: the answer holds a key that is no letter, such as an arrow") == 1


@pytest.mark.parametrize("place", range(len(VOTE) + 2))
@pytest.mark.parametrize("key", ["^C", "^D"])
def test_stopping_at_any_question(key: str, place: int, conversation: Conversation) -> None:
    """Nothing is recorded, and it is not taken for a success."""
    ran = conversation("advance", "antarctica", answers=[*[*VOTE, ""][:place], key])
    assert (ran.code, ran.files) == (130, BEFORE)
    assert "Traceback" not in ran.out


@pytest.mark.parametrize("answer", ["n", "", "yep"])
def test_anything_but_yes_is_no(answer: str, answered: Run) -> None:
    ran = answered("rejoin", "antarctica", "--on", "2025-04-20", typed="")
    assert ran.code == 4, "nothing was lacking, so it was tried and refused"
    ran = answered("suspend", "antarctica", typed=f"2025-04-20\n\n\n\n{answer}\n")
    assert (ran.code, ran.out, ran.files) == (0, "", BEFORE)
    assert ran.err.endswith("Write it? [y/N] nothing was recorded\n")


# For each action the file to begin with, and what is typed.
ACTIONS: dict[Action, tuple[str, str]] = {
    Action.ADVANCE: (TEXT, "2025-05-01\n" + "\n" * 5),
    Action.MILESTONE: (TEXT, "Reading\n2025-05-01\n" + "\n" * 5),
    Action.NOTE: (TEXT, "law\n2025-05-01\n" + "\n" * 3),
    Action.RETURN: (TEXT, "cabinet-directive\n2025-05-01\n" + "\n" * 3),
    Action.REJECT: (TEXT, "2025-05-01\n" + "\n" * 5),
    Action.SUSPEND: (TEXT, "2025-05-01\n" + "\n" * 3),
    Action.RESUME: (TEXT + event("2025-04-01", action="suspend"), "2025-05-01\n" + "\n" * 3),
    Action.ABANDON: (TEXT, "2025-05-01\n" + "\n" * 3),
    Action.REOPEN: (TEXT + event("2025-04-01", action="reject"), "Draft law\n2025-05-01\n" + "\n" * 3),
    Action.REVOKE: (reached(5), "2025-06-01\n" + "\n" * 3),
    Action.DEFER: (reached(5), "2025-06-01\n" + "\n" * 3),
    Action.CONFLICT_ENDED: (reached(5) + event("2025-06-01", action="defer"), "2025-07-01\n" + "\n" * 3),
    Action.REJOIN: (reached(5), "2026-01-01\n" + "\n" * 3),
}


@pytest.mark.parametrize("action", Action)
def test_every_recording_command_asks(action: Action, answered: Run, write: Write) -> None:
    text, typed = ACTIONS[action]
    write("antarctica", text)
    ran = answered(action.value, "antarctica", typed=f"{typed}y\n")
    assert ran.code == 0, ran.err
    assert _recorded(ran).get("action", "advance") == action
    assert "\nWrite it? [y/N] " in ran.err
    refused = answered(action.value, "antarctica", "--no-input", typed=typed)
    assert refused.code in (2, 4)
    assert "Write it?" not in refused.err


def test_what_is_given_is_not_asked_for(answered: Run) -> None:
    words = ("--to", "parliament-vote", "--body", "Parliament", "--vote", "66:14", "--source", "https://example.org/")
    ran = answered("advance", "antarctica", *words, typed="2025-04-20\nIt agreed.\ny\n")
    assert ran.code == 0
    assert "yes.\nDay, such as 2025-04-16, 2025-05 or today: What happened, in one sentence: \n# cases/" in ran.err
    assert (_recorded(ran)["body"], _recorded(ran)["summary"]) == ("Parliament", "It agreed.")


def test_what_lacks_nothing_needed_is_recorded_without_a_question(answered: Run) -> None:
    ran = answered("advance", "antarctica", "--on", "2025-04-20", typed="")
    assert (ran.code, _recorded(ran)["stage"]) == (0, "parliament-vote")
    assert ran.err.startswith("warning: the event at cases/antarctica.toml:16 has no source\n")


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (("rejoin", "antarctica"), 4, "error: antarctica: `rejoin` is not possible, because no `rejoin` follows"),
        (("advance", "antarctica", "--to", "effect"), 4, "error: antarctica: `effect` is not possible, because"),
        (
            ("advance", "antarctica", "--to", "draft-law", "--planned"),
            4,
            "error: antarctica: planned `draft-law` is not",
        ),
        (("advance", "antarctica", "--given", "2025-01-01"), 2, "error: `given` belongs on an `advance` to `un-notif"),
        (("advance", "antarctica", "--to", "effect", "--planned"), 2, "error: `planned`: an effect cannot be planned"),
        (("advance", "antarctica", "--vote", "66-14"), 2, "error: `66-14` is not a tally"),
        (("advance", "atlantis"), 3, "error: there is no case `atlantis`"),
        (("advance", "antarctica", "bouvet", "--vote", "3:2"), 2, "error: a vote belongs to one case"),
    ],
)
def test_what_cannot_succeed_is_told_before_the_first_question(
    words: tuple[str, ...], code: int, error: str, answered: Run, write: Write
) -> None:
    write("bouvet", reached(3, "BV"))
    ran = answered(*words, typed="2025-04-20\n\n\n\n\n\ny\n")
    assert ran.code == code
    assert ran.err.startswith(error)
    assert "Recording" not in ran.err


def test_several_cases_at_once(conversation: Conversation, write: Write, golden: Golden) -> None:
    """No vote is asked for: a vote belongs to one case. A day must suit them all."""
    write("bouvet", reached(2, "BV") + event("2025-03-20", "draft-law"))
    answers = [
        "antarctica bouvet",
        "2025-03-10",
        "2025-04-20",
        "Parliaments",
        "",
        "https://example.org/",
        "",
        "",
        "",
        "y",
    ]
    ran = conversation("advance", answers=answers)
    golden("asking-several.txt", ran.transcript)
    assert ran.code == 0
    assert _recorded(ran) == _recorded(ran, "bouvet")
    assert "vote" not in _recorded(ran)


def test_stages_passed_over_need_a_reason(answered: Run) -> None:
    """It is asked for only where the cases take the event on that day with one."""
    typed = "2025-02-20\n2025-04-20\n\nParliament has no say.\n\n\n\ny\n"
    ran = answered("advance", "antarctica", "--to", "un-notification", typed=typed)
    assert ran.code == 0, ran.err
    assert _recorded(ran)["skip"] == "Parliament has no say."
    first = "error: antarctica: `un-notification` on 2025-02-20 is not possible, because"
    assert ran.err.count("Why the stages between have no counterpart: ") == 2
    assert first in ran.err
    assert "error: a reason is needed" in ran.err


def test_only_stages_that_are_possible_are_listed(answered: Run) -> None:
    ran = answered("return", "antarctica", typed="parliament-vote\nMinistry analysis\n")
    assert (ran.code, ran.files) == (130, BEFORE)
    assert "\n  ministry-analysis, cabinet-directive\nStage: " in ran.err
    assert "error: antarctica: `return` to `parliament-vote` is not possible, because" in ran.err


def test_a_dry_run_asks_and_prints_the_block(answered: Run) -> None:
    ran = answered("reject", "antarctica", "--dry-run", typed="2025-04-20\nParliament\n\n14:66\n\n\n")
    assert (ran.code, ran.files) == (0, BEFORE)
    assert ran.out == (
        '# cases/antarctica.toml\n[[event]]\ndate = 2025-04-20\naction = "reject"\nbody = "Parliament"\n'
        "\n[event.vote]\nyes = 14\nno = 66\n"
    )
    assert "Write it?" not in ran.err


@pytest.mark.parametrize(
    "words", [("advance",), ("note", "antarctica"), ("return", "antarctica", "--on", "2025-05-01")]
)
def test_without_a_terminal_nothing_is_asked(words: tuple[str, ...], tracker: Run, process: Run) -> None:
    ran = tracker(*words)
    assert (ran.code, ran.out, ran.files) == (2, "", BEFORE)
    assert ran == process(*words)


def test_a_plan_is_asked_for_a_day_to_come(answered: Run) -> None:
    ran = answered("advance", "antarctica", "--planned", typed="2025-04-20\n2027-01-20\n" + "\n" * 5 + "y\n")
    assert (ran.code, _recorded(ran)["planned"]) == (0, True)
    assert "error: antarctica: planned `parliament-vote` on 2025-04-20 is not possible, because" in ran.err


def test_a_file_that_changes_meanwhile_is_asked_anew(
    write: Write, answered: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written on a yes is decided on what the file says then."""
    from tracker.cli import terminal

    def yes(_question: str) -> bool:
        write("antarctica", TEXT + event("2025-04-01", action="abandon"))
        return True

    monkeypatch.setattr(terminal, "ask", yes)
    ran = answered("suspend", "antarctica", typed="2025-04-20\n\n\n\n")
    assert (ran.code, ran.out) == (4, "")
    assert ran.files["cases/antarctica.toml"].endswith('action = "abandon"\n')


def test_sources_are_asked_for_until_one_is_left_out(answered: Run) -> None:
    first, second = "https://example.org/1\nMinutes\nParliament\n", "https://example.org/2\n\n\n"
    ran = answered("suspend", "antarctica", typed=f"2025-04-20\n\n\n{first}{second}\ny\n")
    assert ran.code == 0
    told = [(source["url"], source.get("title"), source.get("publisher")) for source in _recorded(ran)["source"]]
    assert told == [("https://example.org/1", "Minutes", "Parliament"), ("https://example.org/2", None, None)]


@pytest.mark.parametrize("answer", ["\x1b[31mred", "a\tb", "\x7f"])
def test_keys_that_are_no_letters_are_refused(answer: str, answered: Run) -> None:
    ran = answered("suspend", "antarctica", typed=f"2025-04-20\n{answer}\nCourt\n\n\ny\n")
    assert (ran.code, _recorded(ran)["body"]) == (0, "Court")
    assert ran.err.count("error: the answer holds a key that is no letter") == 1
    assert live(ran.err) == set()


def test_a_lone_quote_in_the_name_of_a_case(answered: Run) -> None:
    ran = answered("suspend", typed="'antarctica\nantarctica bouvet's\nAntarctica\n2025-04-20\n\n\n\nn\n")
    assert ran.err.count("error: there is no case") == 2
    assert ran.err.endswith("nothing was recorded\n")


EARLIER = top("AQ") + event("2025-01-10", "ministry-analysis") + event("2025-03-01", "draft-law", skip="no decision")


def test_the_stage_of_an_earlier_day_is_asked_for(answered: Run, write: Write) -> None:
    """What was reached before the stage last changed is not the next one; those that fit are listed."""
    write("antarctica", EARLIER)
    typed = "2025-02-20\n\n2025-02-21\nnonsense\nparliament-vote\ncabinet-directive\n\n\n\ny\n"
    ran = answered("advance", "antarctica", typed=typed)
    assert (ran.code, _recorded(ran)["stage"], str(_recorded(ran)["date"])) == (0, "cabinet-directive", "2025-02-21")
    late = "antarctica: {} lies before 2025-03-01, when the stage last changed, so the stage must be named"
    first, second = late.format("2025-02-20"), late.format("2025-02-21")
    asked = "  cabinet-directive\nStage, or Enter for another day: "
    assert f"today: {first}:\n{asked}error: {first}\n\nhint: write another day\nDay, such as" in ran.err
    assert f"today: {second}:\n{asked}error: there is no stage `nonsense`\n" in ran.err
    assert "error: antarctica: `parliament-vote` on 2025-02-21 is not possible, because" in ran.err


def test_an_earlier_day_on_which_no_stage_fits(answered: Run) -> None:
    ran = answered("advance", "antarctica", typed="2025-02-20\n2025-04-20\n\n\n\n\n\ny\n")
    assert ran.code == 0, ran.err
    assert "so the stage must be named, and no stage fits there\n\nhint: write another day\nDay, such as" in ran.err
    assert _recorded(ran)["stage"] == "parliament-vote"


def test_hints_are_for_answers(answered: Run) -> None:
    """Each can be typed as it is told: no option, nothing left to fill in that was answered before."""
    ran = answered("advance", "antarctica", typed="2025-04-20\n\n\n66-14\n66:14:2\n\n\ny\n")
    assert "hint: write `66:14:2` (yes:no:abstain) or `yes=66,no=14,abstain=2,not_voting=3,members=100`\n" in ran.err
    assert _recorded(ran)["vote"] == {"yes": 66, "no": 14, "abstain": 2}
    ran = answered("note", "antarctica", typed="law\n2027-01-01\n")
    assert "hint: what has happened by today: `tracker note antarctica --topic law --on 2026-11-23`\n" in ran.err
    ran = answered("milestone", "antarctica", typed="First reading\n2027-01-01\n")
    assert "`tracker milestone antarctica --step 'First reading' --on 2027-01-01 --planned`\n" in ran.err
