"""The list of treaties: a table where it fits, else a paragraph each; no word is cut."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tracker.core.clause import ExitClause
from tracker.core.period import Period, Unit
from tracker.core.term import Term
from tracker.core.treaty import Treaty
from tracker.core.vocabulary import Right, Rounding
from tracker.views.paper import Paper
from tracker.views.treaties import treaties, treaty

CLAUSE = ExitClause("art. 1", Period(6, Unit.MONTHS), verified="text")
TERMS = replace(CLAUSE, right=Right.WINDOWS, term=Term(10, 5), verified="secondary")
LAW = Treaty(
    "american-convention-human-rights", "A", "American Convention on Human Rights and Some More", CLAUSE, adopted=1969
)
GENOCIDE = Treaty("genocide", "B", "Genocide Convention", TERMS, subject="criminal law", adopted=1948)
OWN = Treaty("own", "C", "Own Treaty", replace(TERMS, period=None, verified=None), file="treaties/own.toml")
EVERY = (LAW, GENOCIDE, OWN)

NARROW = """\
Criminal law
genocide  Genocide Convention, 1948
    at the end of a term, with notice six months before
    (read in a secondary source)

Other
american-convention-human-rights  American Convention on
    Human Rights and Some More, 1969
    six months after receipt
own  Own Treaty *
    at the end of a term (how far it was read is not said)

3 treaties, of which your own: own (treaties/own.toml)
where nothing else is said, the clause was read in the
treaty itself
one in full: tracker treaties ID; a date: tracker effect ID
--received DAY
"""
WIDE = """\
Id                                Treaty                 Year  Takes effect           Clause read in

Criminal law
genocide                          Genocide Convention    1948  at the end of a term,  secondary
                                                               with notice six
                                                               months before

Other
american-convention-human-rights  American Convention    1969  six months after       text
                                  on Human Rights and          receipt
                                  Some More
own                               Own Treaty *                 at the end of a term

3 treaties, of which your own: own (treaties/own.toml)
clause read in: text, the treaty itself; secondary, a source that describes it
one in full: tracker treaties ID; a date: tracker effect ID --received DAY
"""


@pytest.mark.parametrize(("width", "text"), [(60, NARROW), (100, WIDE)])
def test_the_list(width: int, text: str) -> None:
    assert treaties(EVERY, Paper(width, colour=False)) == text


@pytest.mark.parametrize(
    ("rounding", "listed", "told"),
    [
        (
            Rounding.MONTH_START,
            "the first day of the month that follows",
            "on the first day of the month that follows the one",
        ),
        (Rounding.MONTH_END, "the last day of that month", "on the last day of the month"),
        (Rounding.YEAR_END, "31 December of that year", "on 31 December of the year"),
    ],
)
def test_a_notice_that_is_rounded_without_a_period(rounding: Rounding, listed: str, told: str) -> None:
    one = replace(OWN, exit=ExitClause("art. 1", Period(0, Unit.DAYS), rounding=rounding))
    assert f"after receipt, {listed}" in treaties([one], Paper(200, colour=False))
    sentence = f"The withdrawal takes effect {told} in which the depositary receives the notice (art. 1).\n"
    page = treaty(one, Paper(200, colour=False))
    assert sentence in page
    assert "Until it takes effect, the notice can be taken back" in page


@pytest.mark.parametrize(("rounding", "told"), [(None, True), (Rounding.MONTH_END, False), (Rounding.YEAR_END, True)])
def test_both_ways_of_counting_are_told_where_they_can_matter(rounding: Rounding | None, *, told: bool) -> None:
    """The month in which a period ends is the same, however it is counted."""
    text = treaty(replace(LAW, exit=replace(CLAUSE, rounding=rounding)), Paper(None, colour=False))
    assert ("both days are told" in text) is told


@pytest.mark.parametrize("width", [50, 60, 80, 89, 90, 100, 120])
def test_no_word_is_cut(width: int) -> None:
    """Nor does a line stick out."""
    told = treaties(EVERY, Paper(width, colour=False))
    assert {one.id for one in EVERY} <= set(told.split())
    assert {"Convention", "American"} <= set(told.replace(",", "").split())
    assert max(map(len, told.splitlines())) <= width
