"""`tracker status` in a pipe: every output, whole."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run, Story, Write
from tests.cli.paths import event, reached, top


@pytest.mark.usefixtures("shipped")
def test_a_day_in_the_past(story: Story) -> None:
    story("status", (0, "status --as-of 2025-05-01"))


@pytest.mark.usefixtures("shipped")
def test_where_all_are_in_effect_the_past_is_pointed_at(story: Story) -> None:
    story("status-today", (0, "status"), (0, "status latvia --as-of yesterday"), (0, "status latvia --format json"))


@pytest.mark.usefixtures("shipped")
def test_cases_by_name(story: Story) -> None:
    story("status-named", (0, "status lv Estonia poland PL --as-of 2025-06-01"))


@pytest.mark.usefixtures("shipped")
def test_filters(story: Story) -> None:
    story(
        "status-filters",
        (0, "status --as-of 2025-05-01 --treaty ccm"),
        (0, "status --as-of 2025-05-01 --stage cabinet-directive"),
        (0, "status --as-of 2025-05-01 --stage 'Draft law'"),
        (0, "status --as-of 2025-05-01 --condition in-effect"),
        (0, "status --as-of 2025-07-01 --condition 'notice running'"),
        (0, "status --as-of 2025-05-01 --reached draft-law"),
        (0, "status --as-of 2025-05-01 --not-reached draft-law"),
        (0, "status --as-of 2025-05-01 --treaty ottawa --reached cabinet-directive --not-reached parliament-vote"),
        (0, "status --as-of 2025-05-01 --stage un-notification"),
    )


@pytest.mark.usefixtures("shipped")
def test_sorting(story: Story) -> None:
    """What is not known comes last, also when turned round."""
    keys = ("case", "stage", "since", "effective", "days")
    story(
        "status-sorted",
        *((0, f"status --as-of 2025-07-01 --sort {sign}{key}") for key in keys for sign in ("", "-")),
    )


@pytest.mark.usefixtures("shipped")
def test_json(story: Story) -> None:
    story("status-json", (0, "status latvia lithuania-ccm --as-of 2025-05-01 --format json"))


def test_each_condition(write: Write, story: Story) -> None:
    """Ten cases, one in each condition, with a remark, a plan, days that are not fully known."""
    write("antarctica", top())
    write("bouvet", reached(2, "BV") + event('"2026-12"', "draft-law", plan=True))
    write("heard", reached(3, "HM") + event("2025-04-01", action="suspend"))
    write("pitcairn", reached(3, "PN") + event("2025-04-01", action="reject"))
    write("jan-mayen", reached(3, "SJ") + event("2025-04-01", action="abandon"))
    write("wake", reached(4, "UM") + event('"2026-10"', "un-notification"))
    write("chagos", reached(5, "IO") + event("2025-06-01", action="defer", body="Depositary"))
    write("kerguelen", reached(5, "TF") + event("2025-06-01", action="revoke"))
    write("grytviken", reached(5, "GS").replace("\n\n", '\nabout = "Two bills were before parliament."\n\n', 1))
    write("aland", reached(5, "AX") + event("2026-06-01", action="rejoin"))
    story(
        "status-conditions",
        (0, "status"),
        (0, "status --sort -days --reached un-notification"),
        (0, "status --format json"),
    )


def test_no_cases(story: Story) -> None:
    story("status-empty", (0, "init --empty"), (0, "status"), (0, "status --format json"), (3, "status latvia"))


@pytest.mark.usefixtures("shipped")
def test_wrong_usage(story: Story) -> None:
    story(
        "status-wrong",
        (2, "status --stage parlament-vote"),
        (2, "status --reached ''"),
        (2, "status --condition running"),
        (3, "status --treaty otawa"),
        (2, "status --sort size"),
        (2, "status --format yaml"),
        (2, "status --as-of 1.5.2025"),
        (2, "status --as-of ''"),
        (3, "status latvia nowhere Atlantis"),
        (3, "status lt"),
        (2, "status --stages draft-law"),
        (2, "status --sort"),
    )


@pytest.mark.usefixtures("shipped")
def test_alone_it_is_status(tracker: Run) -> None:
    assert tracker() == tracker("status")
    assert tracker("--as-of", "2025-05-01", "--sort", "case") == tracker(
        "status", "--as-of", "2025-05-01", "--sort", "case"
    )


@pytest.mark.usefixtures("shipped")
def test_a_broken_file_leaves_the_others_in_view(write: Write, story: Story) -> None:
    """Two cases of one country and treaty that are both unfinished stay in view, with a warning."""
    write("estonia", 'country = "EE"\ntreaty = "ottawa"\n\n[[event]]\ndate = 1.5.2025\nstage = draft-law\n')
    write("aq", reached(2))
    write("aq-2", reached(3))
    story(
        "status-broken",
        (5, "status --as-of 2025-05-01"),
        (0, "status latvia poland --as-of 2025-05-01"),
        (5, "status estonia"),
        (5, "status estonia latvia --format json --as-of 2025-05-01"),
        (5, "status ee"),
    )
