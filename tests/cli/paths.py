"""Case files for the tests of the command line, about a country that leaves no treaty."""

from __future__ import annotations

from pathlib import Path

DAYS = {
    "ministry-analysis": "2025-01-10",
    "cabinet-directive": "2025-02-03",
    "draft-law": "2025-03-01",
    "parliament-vote": "2025-04-20",
    "un-notification": "2025-05-20",
    "effect": "2025-11-20",
}

CLUB = """\
title = "Statutes of the Polar Club"
short = "Polar Club"
the = true
adopted = 1999
depositary = "Secretary of the Club"

[exit]
article = "art. 6"
end_of_day = true

[exit.period]
amount = 1
unit = "years"
"""


def top(country: str = "AQ", treaty: str = "ottawa") -> str:
    """Return what a case file begins with."""
    return f'country = "{country}"\ntreaty = "{treaty}"\n'


def event(date: str, stage: str | None = None, *, plan: bool = False, **texts: str) -> str:
    """Return an event's block; texts are quoted here, the day is written as it is."""
    named = {"stage": stage, **texts} if stage else texts
    keys = [f'{key} = "{value}"' for key, value in named.items()]
    return "\n".join(["", "[[event]]", f"date = {date}", *keys, *(["planned = true"] if plan else []), ""])


def reached(stages: int, country: str = "AQ", treaty: str = "ottawa") -> str:
    """Return a case that has reached so many stages."""
    events = (event(day, stage) for stage, day in list(DAYS.items())[:stages])
    return top(country, treaty) + "".join(events)


def write_club(case: Path) -> None:
    """Write a treaty of the user's own beside the cases: its clause runs to the end of a day and knows no conflict."""
    treaties = case.parents[1] / "treaties"
    treaties.mkdir()
    (treaties / "club.toml").write_text(CLUB)
