"""What makes a file wrong."""

from dataclasses import replace

import pytest

from tests.core.tell import BILL, LAW_PASSED, LITHUANIA, NOTICE_GIVEN, TODAY, case, event
from tracker.core.case import Case
from tracker.core.checks import problems, twins
from tracker.core.day import parse_when
from tracker.core.event import Action, Aspect, Event, Finding, Source, Vote
from tracker.core.keys import KEYS, key_problems
from tracker.core.problem import Place, Problem, Severity
from tracker.core.stage import PATH, Stage
from tracker.core.state import Condition

NOTICE_ONLY = {"given", "named", "announced"}
VOTED_ON = {Action.ADVANCE, Action.MILESTONE, Action.NOTE, Action.RETURN, Action.REJECT}


def messages(told: str | Case) -> list[str]:
    return [problem.message for problem in problems(case(told) if isinstance(told, str) else told)]


def only(told: str | Case) -> Problem:
    """Return the one problem that the case has."""
    (found,) = problems(case(told) if isinstance(told, str) else told)
    return found


@pytest.mark.rule(50)
def test_a_sound_case_has_no_problem() -> None:
    assert messages(f"{NOTICE_GIVEN}\n2025-12-27 effect") == []
    assert messages("") == []


@pytest.mark.rule(50)
@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("key", KEYS)
def test_each_key_belongs_where_the_table_says(key: str, action: Action) -> None:
    """The table of keys in cases/README.md, key by key and action by action."""
    stage = Stage.UN_NOTIFICATION if key in NOTICE_ONLY else Stage.MINISTRY_ANALYSIS
    expected = {
        "stage": {Action.ADVANCE, Action.RETURN, Action.REOPEN},
        "step": {Action.MILESTONE},
        "topic": {Action.NOTE},
        "planned": {Action.ADVANCE, Action.MILESTONE},
        "vote": VOTED_ON,
        **{key_0: {Action.ADVANCE} for key_0 in ("skip", "given", "named", "announced", "findings")},
    }
    assert KEYS[key].allowed(action, stage) is (action in expected.get(key, set(Action)))


@pytest.mark.rule(50)
@pytest.mark.parametrize("stage", PATH)
def test_a_notices_days_and_an_analysiss_findings_belong_to_their_stage_alone(stage: Stage) -> None:
    """To an `advance` to it."""
    assert all(KEYS[key].allowed(Action.ADVANCE, stage) is (stage == "un-notification") for key in NOTICE_ONLY)
    assert KEYS["findings"].allowed(Action.ADVANCE, stage) is (stage == "ministry-analysis")


@pytest.mark.rule(50)
@pytest.mark.parametrize(
    ("line", "message", "key"),
    [
        ("2025-05-01 revoke skip=no", "`skip` belongs on `advance`, not on a `revoke`", "skip"),
        ("2025-05-01 abandon vote=1:2", "`vote` belongs on {votes}, not on an `abandon`", "vote"),
        ("2025-05-01 reject planned", "`planned` belongs on `advance` and `milestone`, not on a `reject`", "planned"),
        (
            "2025-05-01 parliament-vote given=2025-04-01",
            "`given` belongs on an `advance` to `un-notification`, not on an `advance` to `parliament-vote`",
            "given",
        ),
    ],
)
def test_a_key_on_the_wrong_action_is_a_problem(line: str, message: str, key: str) -> None:
    """It says where the key belongs."""
    votes = "`advance`, `milestone`, `note`, `return` and `reject`"
    found = key_problems(event(line), 3)
    hint = "take the key out, or give the event the action that it belongs to"
    assert found == (Problem("key-on-wrong-action", message.format(votes=votes), Place(3, key), hint, sound=False),)


@pytest.mark.rule(50)
def test_findings_belong_to_an_analysis() -> None:
    """The file calls the table `finding`."""
    finding = Finding(Aspect.MILITARY, "Mines are of use.")
    found = key_problems(replace(event("2025-05-01 draft-law"), findings=(finding,)), 0)
    assert [(problem.message, problem.place.key) for problem in found] == [
        ("`finding` belongs on an `advance` to `ministry-analysis`, not on an `advance` to `draft-law`", "finding")
    ]


@pytest.mark.rule(50)
def test_a_findings_address_is_one_of_its_events_sources() -> None:
    """The place is the finding's own."""
    one, other = Source(url="https://a.example"), Source(url="https://b.example")
    findings = tuple(Finding(Aspect.ALLIES, "They agree.", url=url) for url in (one.url, other.url, None))
    found = key_problems(replace(event("2025-05-01 ministry-analysis"), findings=findings, sources=(one,)), 4)
    assert [(problem.rule, problem.place, problem.sound) for problem in found] == [
        ("unknown-source", Place(4, "url", "finding", 1), False)
    ]


@pytest.mark.rule(50)
@pytest.mark.parametrize(
    ("action", "message"),
    [
        ("advance", "an `advance` needs `stage`"),
        ("return", "a `return` needs `stage`"),
        ("milestone", "a `milestone` needs `step`"),
        ("note", "a `note` needs `topic`"),
    ],
)
def test_a_missing_key_is_a_problem(action: str, message: str) -> None:
    """The history is not looked at then: nobody knows what it would be."""
    told = Event(parse_when("2025-05-01"), Action(action))
    found = only(case("2025-01-10 draft-law").with_event(told)) if action == "advance" else key_problems(told, 1)[0]
    assert (found.rule, found.message, found.place, found.sound) == ("missing-key", message, Place(1), False) or (
        action == "advance"
    )


@pytest.mark.rule(35, 50)
def test_a_planned_effect_is_a_problem() -> None:
    """It follows from the notice."""
    found = only(f"{BILL}\n2027-01-01 effect planned")
    assert (found.message, found.place, found.sound) == (
        "`planned`: an effect cannot be planned: it follows from the notice",
        Place(3, "planned"),
        False,
    )


@pytest.mark.rule(50)
def test_an_impossible_history_is_a_problem_at_the_event_that_cannot_stand() -> None:
    """With the reason, at its day."""
    found = only(f"2025-03-01 abandon\n{LAW_PASSED}")
    assert found == Problem(
        "impossible-history",
        "`draft-law` on 2025-03-10 cannot have happened: no `advance` follows while the case is abandoned "
        "(since 2025-03-01)",
        Place(3, "date"),
        "events are told in the order of their days, those of one day in the order of the file",
        sound=False,
    )


@pytest.mark.rule(50)
def test_all_problems_of_a_file_are_found_at_once() -> None:
    """In the order of its events; the history among them, unless a key that it needs is missing."""
    told = """
        2025-01-10 draft-law given=2025-01-01
        2025-01-11 milestone Hearing vote=5:1
        2025-01-11 milestone Hearing vote=5:1
    """
    assert [(problem.rule, problem.place.event) for problem in problems(case(told))] == [
        ("key-on-wrong-action", 0),
        ("impossible-history", 0),
        ("repeated-event", 2),
    ]
    assert [problem.rule for problem in problems(case("2025-01-10 draft-law\n2025-01-11 milestone"))] == ["missing-key"]


@pytest.mark.rule(50)
def test_an_event_told_twice_is_a_problem_that_leaves_the_case_in_view() -> None:
    """Equal in all but source and doubt."""
    told = (
        f"{BILL}\n2025-03-20 note law body=Court\n2025-03-20 note law body=Court doubt=Which? source=https://a.example"
    )
    assert only(told) == Problem(
        "repeated-event",
        "the event is the same as event 4 of the file in all but source and doubt",
        Place(4),
        "keep one, with the sources of both",
    )
    assert messages(f"{BILL}\n2025-03-20 note law body=Court\n2025-03-20 note law body=Saeima") == []


@pytest.mark.rule(50)
def test_a_tally_larger_than_the_members_leaves_the_case_in_view() -> None:
    """All that was counted together; a tally without `members` is not larger than anything."""
    one = case(BILL)
    vote = Vote(60, 30, 5, 3, 3, 100)
    found = only(replace(one, events=(*one.events[:2], replace(one.events[2], vote=vote))))
    assert (found.rule, found.message, found.place, found.sound) == (
        "large-tally",
        "the tally counts 101, more than the 100 members",
        Place(2, "members", "vote"),
        True,
    )
    assert problems(replace(one, events=(*one.events[:2], replace(one.events[2], vote=replace(vote, yes=59))))) == ()
    assert messages(f"{BILL}\n2025-04-10 parliament-vote vote=660:140") == []


@pytest.mark.rule(50)
def test_two_unfinished_cases_of_one_country_and_treaty_are_a_problem() -> None:
    """Each is told of the others; a second country, a second treaty, a finished case is none."""
    b, a, c = (replace(case(BILL), id=id_) for id_ in "bac")
    ended = replace(case(f"{BILL}\n2025-05-01 reject"), id="d")
    lithuanian = replace(case(BILL), id="e", country=LITHUANIA)
    found = twins((b, a, ended, lithuanian), TODAY)
    assert [(one.id, problem.message, problem.sound) for one, problem in found] == [
        ("a", "`b` is another unfinished case of Latvia and the Convention", True),
        ("b", "`a` is another unfinished case of Latvia and the Convention", True),
    ]
    assert twins((a, b, c), TODAY)[0][1].message == (
        "`b` and `c` are unfinished cases, too, of Latvia and the Convention"
    )
    assert twins((a, ended), TODAY) == ()


@pytest.mark.rule(50)
@pytest.mark.parametrize("condition", Condition)
def test_unfinished_is_what_can_still_go_on(condition: Condition) -> None:
    """Not started, in progress, suspended, running, deferred."""
    stopped = {"rejected", "abandoned", "revoked", "in-effect", "rejoined"}
    assert condition.unfinished is (condition not in stopped)


def test_a_problem_is_a_problem_unless_it_is_called_a_doubt() -> None:
    assert Problem("rule", "message").severity is Severity.PROBLEM
