"""The promised rows: every key, in its order, with what is not known as None."""

from dataclasses import replace

from tests.core.tell import LAW_PASSED, NOTICE_GIVEN, TODAY, at, case
from tracker.core.day import parse_when
from tracker.core.event import Aspect, Finding, Source, Vote
from tracker.core.history import history
from tracker.core.rows import entry_row, show_row, status_row

STATUS = [
    "case",
    "country",
    "name",
    "treaty",
    "condition",
    "condition_since",
    "stage",
    "stage_since",
    "days",
    "next",
    "next_planned",
    "effective",
    "effective_basis",
    "not_before",
    "days_left",
    "last_event",
    "about",
    "event_count",
    "source_count",
]
SHOW = [
    "sentence",
    "sentence_sources",
    "received",
    "computed",
    "earliest",
    "revocable_until",
    "doubts",
    "sources",
    "history",
    "allowed",
]


ANALYSIS = {
    "number": 1,
    "date": "2025-01-10/2025-01-20",
    "action": "advance",
    "stage": "ministry-analysis",
    "step": None,
    "topic": None,
    "planned": False,
    "derived": False,
    "settled_by": None,
    "skip": "no",
    "given": None,
    "named": None,
    "announced": None,
    "body": "Ministry",
    "summary": "Said.",
    "document": "Paper",
    "reference": "1/25",
    "doubt": "Sure?",
    "vote": {
        "yes": 66,
        "no": 14,
        "abstain": 2,
        "absent": None,
        "not_voting": None,
        "members": None,
        "on": None,
        "required": "half",
        "result": None,
    },
    "findings": [
        {"aspect": "allies", "text": "Allies agree.", "body": "Ministry", "sources": [1, 2]},
        {"aspect": "industry", "text": "Industry could.", "body": "Army", "sources": [2]},
    ],
    "sources": [1, 2],
    "days": None,
}


def test_status_row_of_a_case_without_events() -> None:
    """Keys never go missing."""
    row = status_row(at(case(), "2025-05-01"))
    assert list(row) == STATUS
    assert row == {
        **dict.fromkeys(STATUS),
        "case": "latvia",
        "country": "LV",
        "name": "Latvia",
        "treaty": "ottawa",
        "condition": "not-started",
        "next": "ministry-analysis",
        "event_count": 0,
        "source_count": 0,
    }


def test_status_row_of_a_running_notice() -> None:
    """Days as they are written in the file."""
    told = f"{NOTICE_GIVEN}\n2025-07-01 milestone Statement planned".replace("2025-04-10", "2025-04")
    one = replace(case(told), about="A note on Latvia.")
    assert status_row(at(one, "2025-06-30", today=TODAY.replace(year=2025, month=6, day=30))) == {
        "case": "latvia",
        "country": "LV",
        "name": "Latvia",
        "treaty": "ottawa",
        "condition": "notice-running",
        "condition_since": "2025-06-27",
        "stage": "un-notification",
        "stage_since": "2025-06-27",
        "days": 3,
        "next": "effect",
        "next_planned": "2025-07-01",
        "effective": "2025-12-27",
        "effective_basis": "computed",
        "not_before": None,
        "days_left": 180,
        "last_event": "2025-06-27",
        "about": "A note on Latvia.",
        "event_count": 5,
        "source_count": 0,
    }


def test_show_row_is_the_status_row_with_the_whole_history() -> None:
    """The sentence is the view's; the rest is derived here."""
    one = case(f"{LAW_PASSED}\n2025-06-27 un-notification announced=2025-12-28 source=https://a.example")
    seen = at(one, "2025-07-01")
    row = show_row(seen, history(seen), "Latvia is leaving.", one.events[-1].sources)
    assert list(row) == [*STATUS, *SHOW]
    assert {key: row[key] for key in SHOW if key != "history"} == {
        "sentence": "Latvia is leaving.",
        "sentence_sources": [1],
        "received": "2025-06-27",
        "computed": "2025-12-27",
        "earliest": None,
        "revocable_until": "2025-12-27",
        "doubts": [
            "the depositary announced 2025-12-28 as the effective date; by the exit clause it would be 2025-12-27"
        ],
        "sources": [
            {
                "number": 1,
                "url": "https://a.example",
                "title": None,
                "publisher": None,
                "accessed": None,
                "archive": None,
                "lang": None,
            }
        ],
        "allowed": [
            {"action": "milestone", "stages": []},
            {"action": "note", "stages": []},
            {"action": "revoke", "stages": []},
            {"action": "defer", "stages": []},
        ],
    }
    assert row["history"] == [entry_row(entry, history(seen)) for entry in history(seen).entries]


def test_show_row_before_a_notice() -> None:
    """Nothing is received, and the earliest effective date is told."""
    seen = at(case(LAW_PASSED), "2025-05-01")
    row = show_row(seen, history(seen), "Latvia has not left.", ())
    assert [row[key] for key in ("received", "computed", "earliest", "sentence_sources")] == [
        None,
        None,
        "2025-11-01",
        [],
    ]
    assert row["allowed"] == [
        {"action": "advance", "stages": ["un-notification"]},
        {"action": "milestone", "stages": []},
        {"action": "note", "stages": []},
        {"action": "return", "stages": ["ministry-analysis", "cabinet-directive", "draft-law"]},
        {"action": "reject", "stages": []},
        {"action": "suspend", "stages": []},
        {"action": "abandon", "stages": []},
    ]


def test_entry_row_gives_everything_that_an_event_can_say() -> None:
    """Findings with the body that made them; sources by their numbers."""
    first, second = Source(url="https://a.example", accessed=parse_when("2026-11")), Source(url="https://b.example")
    findings = (
        Finding(Aspect.ALLIES, "Allies agree."),
        Finding(Aspect.INDUSTRY, "Industry could.", body="Army", url=second.url),
    )
    texts = "skip=no body=Ministry summary=Said. document=Paper reference=1/25 doubt=Sure?"
    one = case(f"2025-01-10/2025-01-20 ministry-analysis {texts}")
    vote = Vote(66, 14, 2, required="half")
    event = replace(one.events[0], findings=findings, sources=(first, second), vote=vote)
    whole = history(at(replace(one, events=(event,)), "2025-02-01"))
    row = entry_row(whole.entries[0], whole)
    assert (list(row), row) == (list(ANALYSIS), ANALYSIS)


def test_entry_rows_of_a_notice_a_plan_and_a_derived_effect() -> None:
    """The keys are the same in each."""
    told = f"""{LAW_PASSED}
        2025-06-27 un-notification given=2025-06-20 named=2025-12-27 announced=2025-12-27
        2025-12-01 milestone Statement planned
        2025-12-05 milestone Statement vote=passed
        2025-12-06 note law
    """
    whole = history(at(case(told), "2025-12-27"))
    rows = [entry_row(entry, whole) for entry in whole.entries]
    assert len({tuple(row) for row in rows}) == 1
    assert [(row["given"], row["named"], row["announced"]) for row in rows[4:6]] == [
        ("2025-06-20", "2025-12-27", "2025-12-27"),
        (None, None, None),
    ]
    short = [[row[key] for key in ("date", "planned", "derived", "settled_by", "topic", "days")] for row in rows[5:]]
    assert short == [
        ["2025-12-05", False, False, None, None, [161, 161]],
        ["2025-12-06", False, False, None, "law", None],
        ["2025-12-27", False, True, None, None, [22, 22]],
        ["2025-12-01", True, False, 6, None, None],
    ]
    vote = rows[5]["vote"]
    assert isinstance(vote, dict)
    assert vote["result"] == "passed"
