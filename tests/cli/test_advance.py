"""`tracker advance`: a whole path, each option in the file as a careful person would write it, each refusal."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run, Story, Write
from tests.cli.paths import event, reached, top


@pytest.mark.usefixtures("here")
def test_a_path_from_the_first_stage_to_the_last(write: Write, story: Story) -> None:
    write("antarctica", top())
    story(
        "advance-path",
        (
            0,
            (
                "advance antarctica --on 2025-01-10 --body 'Ministry of Defence'"
                " --summary 'The ministry recommended it.' --source https://example.org/a"
                " --title 'Ministry recommends leaving' --publisher 'Example News'"
            ),
        ),
        (0, "advance aq --on 2025-02-03 --source https://example.org/b --source https://example.org/c --title B"),
        (0, "advance AQ --to draft-law --on 2025-02-24/2025-03-12 --reference 'Bill 12' --document 'A bill'"),
        (0, "advance Antarctica --on 2025-04-20 --vote 66:14:2 --result passed --title Minutes"),
        (
            0,
            "advance antarctica --on 2025-05-20 --given 2025-05-16 --announced 2025-12-01 --source http://example.org/",
        ),
        (0, "advance antarctica --to effect --on 2025-12-03 --source https://example.org/d"),
        (4, "advance antarctica --on 2026-01-01"),
        (0, "check --doubts"),
    )


@pytest.mark.usefixtures("here")
def test_every_text_is_written_where_it_belongs(write: Write, story: Story) -> None:
    """Long texts are broken into lines, quotes and backslashes are escaped, sub-tables stand below the event."""
    write("antarctica", reached(3))
    long = "Parliament passed the law in its last reading, after a debate of nine hours in which the opposition asked."
    story(
        "advance-texts",
        (
            0,
            (
                f"advance antarctica --on 2025-04-20 --body 'Parliament \"Ahti\"' --summary '{long}'"
                " --document 'A\\B' --reference 'Act 7' --doubt 'Two tallies: 66 or 68?'"
                " --vote yes=66,no=14,abstain=2,absent=15,not_voting=3,members=100 --vote-on 'the law as a whole'"
                " --required 'two thirds' --result passed --source https://example.org/x?y=1#z --title 'Ära – «ä»'"
                " --publisher Example --title Minutes"
            ),
        ),
        (0, "show antarctica"),
    )


@pytest.mark.usefixtures("here")
def test_stages_that_have_no_counterpart(write: Write, story: Story) -> None:
    write("antarctica", reached(1))
    story(
        "advance-skip",
        (4, "advance antarctica --to parliament-vote --on 2025-04-20"),
        (0, "advance antarctica --to parliament-vote --on 2025-04-20 --skip 'The government needs no bill.'"),
        (0, "advance antarctica --to cabinet-directive --on 2025-02-03"),
        (0, "check --doubts"),
    )


@pytest.mark.usefixtures("here")
def test_days_as_they_can_be_written(write: Write, tracker: Run) -> None:
    for given, written in (
        ("2025-02-03", "2025-02-03"),
        ("today", "2026-11-23"),
        ("yesterday", "2026-11-22"),
        ("2025-02", '"2025-02"'),
        ("2025", '"2025"'),
        ("2025-02-03/2025-02-09", '"2025-02-03/2025-02-09"'),
    ):
        write("antarctica", top() + event("2024-12-01", "ministry-analysis"))
        ran = tracker("advance", "antarctica", "--on", given)
        assert ran.code == 0
        assert f"recorded `cabinet-directive` of {written.strip(chr(34))} at cases/antarctica.toml:8\n" in ran.out
        assert ran.files["cases/antarctica.toml"].endswith(f'\ndate = {written}\nstage = "cabinet-directive"\n')


@pytest.mark.usefixtures("here")
def test_a_fact_found_late(write: Write, story: Story) -> None:
    """It is recorded like any other where the history stays possible; its stage must be named."""
    write(
        "antarctica", reached(1) + event("2025-03-01", "draft-law", skip="?") + event("2025-04-20", "parliament-vote")
    )
    story(
        "advance-late",
        (2, "advance antarctica --on 2025-02-03"),
        (0, "advance antarctica --to cabinet-directive --on 2025-02-03"),
        (4, "advance antarctica --to un-notification --on 2025-04-01"),
        (4, "reject antarctica --on 2025-04-01"),
    )


@pytest.mark.usefixtures("here")
def test_what_is_announced(write: Write, story: Story) -> None:
    write("antarctica", reached(3))
    story(
        "advance-planned",
        (0, "advance antarctica --on 2026-12-10 --planned --source https://example.org/agenda"),
        (0, "advance antarctica --to un-notification --on 2027 --planned"),
        (0, "milestone antarctica --step 'Second reading' --on 2026-11-30/2026-12-04 --planned"),
        (2, "advance antarctica --on 2026-11-20 --planned"),
        (2, "advance antarctica --on 2026-12-10"),
        (2, "advance antarctica --to effect --on 2027-12-10 --planned"),
        (4, "advance antarctica --to cabinet-directive --on 2026-12-10 --planned"),
        (2, "reject antarctica --on 2026-12-10"),
        (0, "advance antarctica --on 2026-11-23 --source https://example.org/vote"),
        (0, "show antarctica"),
    )


@pytest.mark.usefixtures("here")
def test_a_dry_run_prints_the_block(write: Write, story: Story) -> None:
    write("antarctica", reached(3))
    write("bouvet", reached(3, "BV"))
    story(
        "advance-dry",
        (0, "advance antarctica bouvet --on 2025-04-20 --body Parliament --source https://example.org/ --dry-run"),
        (4, "advance antarctica bouvet --to un-notification --on 2025-04-20 --dry-run"),
        (2, "advance antarctica --on 2027-04-20 --dry-run"),
        (0, "note antarctica --topic checked --on today --dry-run"),
    )


@pytest.mark.usefixtures("here")
def test_whether_it_can_succeed_comes_before_what_is_missing(write: Write, story: Story) -> None:
    write("antarctica", top())
    write("bouvet", reached(5, "BV") + event("2025-06-01", action="revoke"))
    write("heard", reached(3, "HM") + event("2025-06-01", action="suspend"))
    story(
        "advance-missing",
        (2, "advance"),
        (2, "advance antarctica"),
        (4, "advance bouvet"),
        (2, "advance heard"),
        (4, "advance heard --on today"),
        (2, "advance heard --vote 66-14"),
        (3, "advance atlantis"),
        (4, "advance antarctica --to effect"),
        (2, "advance antarctica --body Ministry --source https://example.org/"),
    )


def test_only_the_end_of_a_file_changes(write: Write, tracker: Run) -> None:
    """Comments, line ends, a byte order mark, a missing last line end: all of it stays."""
    for text in (
        "\ufeff# mine\r\n" + reached(1).replace("\n", "\r\n") + "# the end",
        "# mine\n\n" + reached(1) + "\n\n# the end\n\n",
        reached(1).rstrip("\n"),
    ):
        path = write("antarctica", text)
        path.chmod(0o640)
        assert tracker("advance", "antarctica", "--on", "2025-02-03").code == 0
        end = "\r\n" if "\r\n" in text else "\n"
        block = f'{end}[[event]]{end}date = 2025-02-03{end}stage = "cabinet-directive"{end}'
        assert path.read_bytes().decode() == text + block
        assert path.stat().st_mode & 0o777 == 0o640
