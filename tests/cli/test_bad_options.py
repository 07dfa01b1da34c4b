"""What is typed wrong: one sentence, one hint, exit code 2 or as told, nothing written."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run, Write
from tests.cli.paths import event, reached

LISTS = "`tracker advance --help` lists what there is"
TALLY = "write `--vote 66:14:2` (yes:no:abstain) or `--vote yes=66,no=14,abstain=2,not_voting=3,members=100`"
DAY = "write the day as YYYY-MM-DD, such as 2025-04-16"
NO_DAY = "`{0}` is not a date: it is not a day in the form YYYY-MM-DD"
FOLLOW = (
    "possible instead: `tracker advance antarctica --to parliament-vote --on {0}`, "
    "`tracker return antarctica --to cabinet-directive --on {0}`, `tracker reject antarctica --on {0}`, "
    "`tracker suspend antarctica --on {0}`, `tracker abandon antarctica --on {0}`"
)
VOTE = "antarctica: `parliament-vote` on {0} is not possible, because "
PLAN = "antarctica: planned `parliament-vote` on {0} is not possible, because a plan is for a day to come, and {0} is "
TYPED = "`tracker advance antarctica --to parliament-vote --on {0}{1}`"

# What is added to `tracker advance antarctica`, then exit code, message, hint.
WRONG: dict[str, tuple[list[str], int, str, str]] = {
    "--vote misspelt": (["--vote", "66-14"], 2, "`66-14` is not a tally: `66-14` is not understood", TALLY),
    "--vote with a key that is none": (
        ["--vote", "yes=66,against=14"],
        2,
        "`yes=66,against=14` is not a tally: `against=14` is not understood",
        TALLY,
    ),
    "--vote that is empty": (["--vote", ""], 2, "`` is not a tally: `` is not understood", TALLY),
    "--result misspelt": (["--result", "past"], 2, "there is no result `past`", "did you mean `passed`?"),
    "04/05/2025": (
        ["--on", "04/05/2025"],
        2,
        "`04/05/2025` is not a date: it could mean 2025-05-04 or 2025-04-05",
        DAY,
    ),
    "1.5.2025": (["--on", "1.5.2025"], 2, "`1.5.2025` is not a date: it could mean 2025-05-01 or 2025-01-05", DAY),
    "a date that does not exist": (
        ["--on", "2025-02-30"],
        2,
        "`2025-02-30` is not a date: there is no such day in the calendar",
        "write a day that exists",
    ),
    "a month that does not exist": (
        ["--on", "2025-13"],
        2,
        "`2025-13` is not a date: there is no such month in the calendar",
        "write one that exists, such as 2025-05 or 2025",
    ),
    "a time": (["--on", "2025-04-20T10:00"], 2, NO_DAY.format("2025-04-20T10:00"), DAY),
    "20250416": (["--on", "20250416"], 2, NO_DAY.format("20250416"), DAY),
    "a week date": (["--on", "2025-W16-3"], 2, NO_DAY.format("2025-W16-3"), DAY),
    "a day that is empty": (["--on", ""], 2, NO_DAY.format(""), DAY),
    "a span turned round": (
        ["--on", "2025-05-12/2025-04-24"],
        2,
        "`2025-05-12/2025-04-24` is not a date: the span is turned round",
        "write the earlier day first: 2025-04-24/2025-05-12",
    ),
    "a span of one day": (
        ["--on", "2025-04-24/2025-04-24"],
        2,
        "`2025-04-24/2025-04-24` is not a date: the span begins and ends on one day",
        "write that day alone: 2025-04-24",
    ),
    "a span for an option that takes a day": (["--given", "2025-05"], 2, NO_DAY.format("2025-05"), DAY),
    "a span that ends after today": (
        ["--on", "2026-11-20/2026-12-01"],
        2,
        VOTE.format("2026-11-20/2026-12-01") + "2026-11-20/2026-12-01 ends later than today, 2026-11-23",
        "what is announced is a plan: " + TYPED.format("2026-11-20/2026-12-01", " --planned"),
    ),
    "a future day that is not planned": (
        ["--on", "2026-11-24"],
        2,
        VOTE.format("2026-11-24") + "2026-11-24 is later than today, 2026-11-23",
        "what is announced is a plan: " + TYPED.format("2026-11-24", " --planned"),
    ),
    "a planned day that is past": (
        ["--on", "2026-11-22", "--planned"],
        2,
        PLAN.format("2026-11-22") + "no later than today, 2026-11-23",
        "what has happened is recorded without `--planned`: " + TYPED.format("2026-11-22", ""),
    ),
    "a planned day that is today": (
        ["--on", "today", "--planned"],
        2,
        PLAN.format("2026-11-23") + "no later than today, 2026-11-23",
        "what has happened is recorded without `--planned`: " + TYPED.format("2026-11-23", ""),
    ),
    "a late fact that collides": (
        ["--to", "parliament-vote", "--on", "2025-02-20"],
        4,
        VOTE.format("2025-02-20") + "`draft-law` comes before `parliament-vote` and was neither reached nor skipped, "
        "with `draft-law` of 2025-03-01 to come after it",
        (
            "no other action fits there; a step that is none of the six stages is recorded with "
            "`tracker milestone antarctica --step NAME --on 2025-02-20`"
        ),
    ),
    "a stage twice": (
        ["--to", "draft-law", "--on", "2025-04-20"],
        4,
        (
            "antarctica: `draft-law` on 2025-04-20 is not possible, because `draft-law` was reached already, on "
            "2025-03-01, and no `return` or `reopen` lies between"
        ),
        FOLLOW.format("2025-04-20"),
    ),
    "a stage that is left out": (
        ["--to", "un-notification", "--on", "2025-04-20"],
        4,
        (
            "antarctica: `un-notification` on 2025-04-20 is not possible, because `parliament-vote` comes before "
            "`un-notification` and was neither reached nor skipped"
        ),
        FOLLOW.format("2025-04-20") + '; or `--skip "WHY"`, where the stages between have no counterpart',
    ),
    "an unknown stage": (["--to", "parlament"], 2, "there is no stage `parlament`", "did you mean `parliament-vote`?"),
    "a key on the wrong stage": (
        ["--on", "2025-04-20", "--announced", "2026-01-01"],
        2,
        "`announced` belongs on an `advance` to `un-notification`, not on an `advance` to `parliament-vote`",
        "leave out `--announced`",
    ),
    "a URL with no scheme": (
        ["--source", "www.example.org/vote"],
        2,
        "`www.example.org/vote` is not a web address that begins with http:// or https://",
        "write it in full, such as `https://www.example.org/vote`",
    ),
    "a URL with a space": (
        ["--source", "https://example.org/a b"],
        2,
        "`https://example.org/a b` is not a web address: it holds a space or something invisible",
        "copy it anew; a space is written `%20`",
    ),
    "a publisher without a source": (
        ["--publisher", "Example News"],
        2,
        "there are more `--publisher` than sources",
        "give each its `--source URL` or `--title`",
    ),
    "a text that is empty": (["--body", ""], 2, "`--body` is empty", "write the text, or leave the option out"),
    "a text that is not UTF-8": (
        ["--summary", "Riig\udcffkogu"],
        2,
        "`--summary` holds bytes that are not UTF-8",
        "type the text anew",
    ),
    "an option without its value": (["--on"], 2, "the option `--on` needs a value", LISTS),
    "a flag with a value": (["--planned=yes"], 2, "the option `--planned` takes no value", LISTS),
    "an option that does not exist": (["--sorce", "x"], 2, "there is no option `--sorce`", "did you mean `--source`?"),
    "an option of another command": (["--step", "x"], 2, "`--step` belongs on `milestone`, not on `advance`", LISTS),
    "an unknown case": (["antartica"], 3, "there is no case `antartica`", "did you mean `antarctica`?"),
    "an ambiguous case": (["BV"], 3, "`BV` means several cases: `bouvet`, `isle`", "name one of them"),
}


@pytest.fixture(autouse=True)
def _folder(write: Write) -> None:
    write("antarctica", reached(3))
    write("bouvet", reached(3, "BV"))
    write("isle", reached(3, "BV", "ccm"))


@pytest.mark.parametrize("name", WRONG)
def test_one_sentence_with_a_hint(name: str, tracker: Run) -> None:
    added, code, message, hint = WRONG[name]
    before = tracker("--version").files
    ran = tracker("advance", "antarctica", *added)
    assert (ran.code, ran.out, ran.err) == (code, "", f"error: {message}\n\nhint: {hint}\n")
    assert ran.files == before


EFFECTIVE = "2025-11-20"
CROSSES = "2025-11-10/2025-12-01"
TOO_LATE = {
    f"revoke on {EFFECTIVE}": "no `revoke` follows while the case is in effect (since 2025-11-20)",
    f"defer on {EFFECTIVE}": "no `defer` follows while the case is in effect (since 2025-11-20)",
    f"revoke on {CROSSES}": "it must be possible on each day of the span, and by 2025-12-01 it is not: "
    "no `revoke` follows while the case is in effect (since 2025-11-20)",
    f"defer on {CROSSES}": "a conflict defers a withdrawal only before its effective date, 2025-11-20",
}


@pytest.mark.parametrize("wish", TOO_LATE)
def test_what_comes_too_late(wish: str, write: Write, tracker: Run) -> None:
    """A revocation or a conflict is dated while the notice runs, up to the day before the effect."""
    write("heard", reached(5, "HM"))
    action, _, day = wish.split()
    before = tracker("--version").files
    ran = tracker(action, "heard", "--on", day)
    hints = {
        EFFECTIVE: "possible instead: `tracker advance heard --to effect --on 2025-11-20`, "
        "`tracker rejoin heard --on 2025-11-20`",
        CROSSES: "`--on 2025-11-10/2025-11-19` would be possible",
    }
    asked = f"heard: `{action}` on {day} is not possible, because {TOO_LATE[wish]}"
    assert (ran.code, ran.out, ran.err) == (4, "", f"error: {asked}\n\nhint: {hints[day]}\n")
    assert ran.files == before


def test_events_of_one_day_are_put_in_order_by_hand(write: Write, tracker: Run) -> None:
    write("heard", reached(1, "HM") + event("2025-02-03", action="suspend"))
    ran = tracker("advance", "heard", "--on", "2025-02-03")
    assert ran.code == 4
    assert ran.err.endswith(
        "hint: events of one day count in the order of the file: write it above `suspend` by hand, at "
        "cases/heard.toml:8\n"
    )


def test_a_text_without_its_quotes(tracker: Run) -> None:
    ran = tracker("advance", "antarctica", "--on", "2025-04-20", "--body", "Joint", "Chambers")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        "error: there is no case `Chambers`\n"
        "\nhint: the cases there are: antarctica, bouvet, isle; a text of several words stands in quotes\n"
    )


def test_of_the_cases_all_that_is_wrong_is_told(tracker: Run) -> None:
    ran = tracker("advance", "atlantis", "BV", "antarctica", "--on", "2025-04-20")
    assert ran.code == 3
    assert ran.err == (
        "error: there is no case `atlantis`\n"
        "\nhint: the cases there are: antarctica, bouvet, isle\n"
        "\nerror: `BV` means several cases: `bouvet`, `isle`\n"
        "\nhint: name one of them\n"
    )
