"""`tracker effect`: when a notice takes effect, step by step, forwards and backwards."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Story

TERMS = """\
title = "Convention on the Poles"
short = "Poles Convention"
the = true
depositary = "Norway"
about = "It is not in force."

[exit]
article = "art. 14"
notice_article = "art. 13"
right = "windows"
period = { amount = 6, unit = "months" }
minimum = true
notify = ["Norway", "all other parties"]
reasons = true

[exit.term]
first = 10
then = 5
from = "party"

[[exit.follows]]
text = "Its protocol ends with it."
article = "art. 15"

[[exit.follows]]
text = "Debts go on for two years."
lasts = { amount = 2, unit = "years" }

[[exit.source]]
url = "https://poles.example/14"
title = "Poles Convention, article 14"
publisher = "Norway"
accessed = "2026-11"
"""
SILENT = """\
title = "Charter of the Aurora"
short = "Aurora Charter"
the = true

[exit]
right = "none"
receiver = "the other parties"
runs_from = "notice"

[[exit.reserved]]
country = "US"
article = "its declaration of 1948"
period = { amount = 1, unit = "years" }
text = "Its dues must be paid."
"""


@pytest.fixture
def own(here: Path) -> Path:
    """Treaties of the user's own."""
    (here / "cases").mkdir()
    (here / "treaties").mkdir()
    (here / "treaties" / "poles.toml").write_text(TERMS, encoding="utf-8")
    (here / "treaties" / "aurora.toml").write_text(SILENT, encoding="utf-8")
    return here


@pytest.mark.usefixtures("here")
def test_of_a_shipped_treaty(story: Story) -> None:
    story(
        "effect-date",
        (0, "effect ottawa --received 2025-06-27"),
        (0, "effect ottawa --received 2025-08-31"),
        (0, "effect ottawa --effective-by 2026-01-01"),
        (0, "effect ottawa --received 2025-06-27 --conflict-from 2025-08-01"),
        (0, "effect ottawa --received 2025-06-27 --conflict-from 2025-08-01 --conflict-ended 2026-03-01"),
        (0, "effect ottawa --received 2025-06-27 --format json"),
    )


@pytest.mark.usefixtures("own")
def test_of_ones_own(story: Story) -> None:
    story(
        "effect-own",
        (0, "effect poles --received 2025-01-15 --in-force 2000-03-01"),
        (0, "effect poles --received 2025-01-15"),
        (0, "effect poles --effective-by 2031-01-01 --in-force 2000-03-01"),
        (0, "effect poles --effective-by 2005-01-01 --in-force 2000-03-01"),
        (0, "effect aurora --received 2025-01-22"),
        (0, "effect aurora --received 2025-01-22 --country us"),
        (0, "effect aurora --effective-by 2025-01-22"),
        (0, "effect aurora --effective-by 2025-01-22 --format json"),
    )


@pytest.mark.usefixtures("own")
def test_what_is_wrong(story: Story) -> None:
    """What is wrong comes first, what is missing last."""
    story(
        "effect-wrong",
        (2, "effect"),
        (2, "effect ottawa"),
        (2, "effect ottawa --received 27.6.2025"),
        (2, "effect ottawa --received 2025-02-30"),
        (3, "effect otawa"),
        (3, "effect otawa --received 2025-06-27"),
        (2, "effect ottawa --received 2025-06-27 --effective-by 2026-01-01"),
        (2, "effect ottawa --effective-by 2026-01-01 --named 2026-01-01"),
        (2, "effect ottawa --received 2025-06-27 --conflict-ended 2026-01-01"),
        (2, "effect ottawa --received 2025-06-27 --conflict-from 2026-01-01 --conflict-ended 2025-01-01"),
        (2, "effect ottawa --received 2025-06-27 --country Atlantis"),
        (2, "effect ottawa --received 2025-06-27 --format csv"),
        (4, "effect ottawa --received 2025-06-27 --named 2025-07-01"),
        (4, "effect ottawa --received 2025-06-27 --named 2026-07-01"),
        (2, "effect poles --received 2025-06-27 --in-force 2000-03-01 --conflict-from 2025-07-01"),
        (3, "effect ottawa --received 2025-06-27 --cases nowhere"),
    )


def test_a_notice_that_is_too_early_is_refused_with_the_first_day(own: Path, story: Story) -> None:
    text = TERMS.replace('from = "party"', 'from = "party"\nwindow = { amount = 1, unit = "years" }')
    locked = '\n[exit.lock_in]\namount = 3\nunit = "years"\n'
    plain = TERMS.replace('right = "windows"\n', "").replace(
        '\n[exit.term]\nfirst = 10\nthen = 5\nfrom = "party"\n', locked
    )
    (own / "treaties" / "windows.toml").write_text(text, encoding="utf-8")
    (own / "treaties" / "locked.toml").write_text(plain, encoding="utf-8")
    story(
        "effect-early",
        (4, "effect windows --received 2025-01-15 --in-force 2020-03-01"),
        (0, "effect windows --received 2030-03-02 --in-force 2020-03-01"),
        (4, "effect locked --received 2022-02-28 --in-force 2019-03-01"),
        (0, "effect locked --received 2022-03-01 --in-force 2019-03-01"),
        (0, "effect locked --received 2022-03-01"),
    )


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("width", [60, 80, 120])
def test_at_each_width(width: int, tracker: Run, golden: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    ran = tracker("effect", "poles", "--received", "2025-01-15", "--in-force", "2000-03-01")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= width
    golden(f"effect-{width}.txt", ran.out)  # type: ignore[operator] # as the fixture's own type says


@pytest.mark.usefixtures("own")
def test_the_promised_keys(tracker: Run) -> None:
    """`received` is the day that was looked for, where it was asked backwards."""
    ran = tracker("effect", "poles", "--effective-by", "2031-01-01", "--in-force", "2000-03-01", "--format", "json")
    told = json.loads(ran.out)
    assert list(told) == ["version", "as_of", "data", "problems"]
    assert list(told["data"]) == ["treaty", "received", "effective", "also", "doubts", "steps"]
    assert (told["data"]["received"], told["data"]["effective"]) == ("2029-09-01", "2030-03-01")
    assert [list(step) for step in told["data"]["steps"]] == [["date", "rule", "article", "text"]] * 4
    assert told["data"]["also"] == [
        {"date": "2035-03-01", "why": "if it is counted to the day after the corresponding one"}
    ]
