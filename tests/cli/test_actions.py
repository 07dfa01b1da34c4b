"""Every other action, each on a path that takes it, each refused on one that does not."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Story, Write
from tests.cli.paths import event, reached, write_club


@pytest.fixture(autouse=True)
def _antarctica(write: Write) -> None:
    write("antarctica", reached(4))


def test_milestone(story: Story) -> None:
    story(
        "milestone",
        (
            0,
            (
                "milestone antarctica --step 'First reading' --on 2025-03-15 --body Parliament --vote 62:16:0"
                " --vote-on 'the agenda' --source https://example.org/reading"
            ),
        ),
        (0, "milestone antarctica --step Promulgation --on 2025-04-24 --doubt 'The journal gives another day.'"),
        (2, "milestone antarctica --on 2025-04-24"),
        (2, "milestone antarctica --step ''"),
        (2, "milestone antarctica --step Signature"),
        (2, "milestone antarctica --step Signature --on 2025-04-24 --skip why"),
    )


def test_note(story: Story) -> None:
    story(
        "note",
        (0, "note antarctica --topic law --on 2025-06 --body 'Supreme Court' --summary 'A suit was brought.'"),
        (0, "note antarctica --topic Attempt --on 2024-06-01 --vote 21:15:47 --result failed --vote-on 'a rival bill'"),
        (0, "note antarctica --topic checked --on today --source https://example.org/ --summary 'Nothing moved.'"),
        (2, "note antarctica --topic chekced --on today"),
        (2, "note antarctica --topic weather --on today"),
        (2, "note antarctica --on today"),
        (2, "note antarctica --topic other --on today --planned"),
    )


def test_return(story: Story) -> None:
    """A veto, then the override."""
    story(
        "return",
        (2, "return antarctica --on 2025-05-02"),
        (4, "return antarctica --to un-notification --on 2025-05-02"),
        (4, "return antarctica --to parliament-vote --on 2025-05-02"),
        (0, "return antarctica --to 'Draft law' --on 2025-05-02 --body President --source https://example.org/veto"),
        (0, "advance antarctica --on 2025-05-20 --body Parliament --vote 70:10 --source https://example.org/override"),
    )


def test_reject_then_reopen_then_abandon(story: Story) -> None:
    story(
        "reject",
        (0, "reject antarctica --on 2025-05-02 --body Voters --vote 40:60 --source https://example.org/referendum"),
        (4, "advance antarctica --on 2025-06-01"),
        (4, "reject antarctica --on 2025-06-01"),
        (4, "reopen antarctica --to un-notification --on 2025-06-01"),
        (0, "reopen antarctica --to draft-law --on 2025-06-01 --source https://example.org/again"),
        (0, "abandon antarctica --on 2025-07-01 --body Government --source https://example.org/enough"),
        (4, "abandon antarctica --on 2025-07-02"),
        (0, "reopen antarctica --to ministry-analysis --on 2025-08 --source https://example.org/again"),
    )


def test_suspend_then_resume(story: Story) -> None:
    story(
        "suspend",
        (4, "resume antarctica --on 2025-05-02"),
        (0, "suspend antarctica --on 2025-05-02 --body 'Constitutional Court' --source https://example.org/review"),
        (4, "advance antarctica --on 2025-05-20"),
        (4, "suspend antarctica --on 2025-05-20"),
        (2, "suspend antarctica --on 2025-05-20 --vote 5:4"),
        (0, "resume antarctica --on 2025-05-20 --body 'Constitutional Court' --source https://example.org/ruling"),
        (0, "advance antarctica --on 2025-05-20 --source https://example.org/notice"),
    )


def test_revoke(write: Write, story: Story) -> None:
    """Until the day before the effect, 20 November 2025: a span may end no later."""
    write("antarctica", reached(5))
    story(
        "revoke",
        (4, "revoke antarctica --on 2025-11-20"),
        (4, "revoke antarctica --on 2025-11"),
        (4, "revoke antarctica --on 2025-05-19"),
        (0, "revoke antarctica --on 2025-11-19 --body Government --source https://example.org/back"),
        (4, "revoke antarctica --on 2025-11-19"),
        (0, "reopen antarctica --to parliament-vote --on 2026-01-10 --source https://example.org/again"),
    )


def test_defer_until_the_conflict_has_ended(write: Write, story: Story) -> None:
    write("antarctica", reached(5))
    story(
        "defer",
        (4, "conflict-ended antarctica --on 2025-10-01"),
        (4, "defer antarctica --on 2025-11-20"),
        (0, "defer antarctica --on 2025-10-01 --summary 'The depositary holds so.' --source https://example.org/war"),
        (4, "advance antarctica --on 2025-11-20"),
        (0, "conflict-ended antarctica --on 2026-02-01 --source https://example.org/peace"),
        (0, "status"),
    )


def test_defer_where_the_clause_has_no_such_rule(write: Write, story: Story) -> None:
    write_club(write("antarctica", reached(5, treaty="club")))
    story("defer-no-rule", (4, "defer antarctica --on 2025-10-01"), (4, "defer antarctica"))


def test_rejoin(write: Write, story: Story) -> None:
    write("antarctica", reached(5))
    story(
        "rejoin",
        (4, "rejoin antarctica --on 2025-11-19"),
        (0, "rejoin antarctica --on 2026-06-01 --source https://example.org/back"),
        (4, "advance antarctica --on 2026-07-01"),
        (0, "note antarctica --topic other --on 2026-07-01 --source https://example.org/after"),
    )


def test_an_effect_is_confirmed_once(write: Write, story: Story) -> None:
    write("antarctica", reached(5))
    story(
        "effect",
        (4, "advance antarctica --to effect --on 2025-11-19"),
        (0, "advance antarctica --on 2026-01-10 --source https://example.org/out"),
        (4, "advance antarctica --to effect --on 2026-01-11"),
        (4, "return antarctica --to draft-law --on 2026-01-11"),
    )


def test_an_effect_whose_date_cannot_be_computed(write: Write, story: Story) -> None:
    write("antarctica", reached(4) + event('"2025-05"', "un-notification"))
    story(
        "effect-unknown",
        (4, "advance antarctica --on 2025-10-31"),
        (0, "advance antarctica --on 2025-11-20 --source https://example.org/out"),
        (0, "status"),
    )
