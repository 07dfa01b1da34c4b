"""An exit clause that contradicts itself, or lacks what it needs, is told with its line and the cure."""

from __future__ import annotations

from datetime import date

import pytest

from tests.storage.reading import told
from tracker.storage.treaty_reader import read_treaty

HEAD = 'title = "A Treaty"\nshort = "Treaty"\n\n[exit]\n'
WHOLE = f'{HEAD}article = "art. 1"\nperiod = {{ amount = 6, unit = "months" }}\n'
TERM = '\n[exit.term]\nfirst = 10\nthen = 5\nfrom = "treaty"\nstart = 1951-01-12\n'


def problems(text: str) -> list[str]:
    return told(read_treaty("mine", "treaties/mine.toml", text.encode()).problems)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            f'{HEAD}period = {{ amount = 6, unit = "months" }}\n',
            "4 missing-key: the exit clause lacks `article` -> add a line `article = …` below `[exit]`",
        ),
        (
            f'{HEAD}article = "art. 1"\n',
            ("4 missing-key: the clause does not say when a withdrawal takes effect -> "
            'add `period = { amount = …, unit = "…" }`; an amount of 0 takes effect at once'),
        ),
        (
            f'{WHOLE}calendar = {{ effect = "06-30", years = 1 }}\n',
            ("7 contradiction: the clause has two periods, `period` and `calendar` -> "
            "keep the one that the treaty's text gives"),
        ),
        (
            f'{HEAD}article = "art. 1"\nright = "windows"\ncalendar = {{ effect = "06-30", years = 1 }}\n{TERM}',
            ("7 contradiction: the clause has two ways to its day, `calendar` and `[exit.term]` -> "
            "keep the one that the treaty's text gives"),
        ),
        (
            f'{HEAD}article = "art. 1"\n\n[exit.calendar]\nnotice_by = "07-01"\neffect = "06-30"\nyears = 0\n',
            ("9 contradiction: a notice by 1 July would take effect before it was given, on 30 June -> "
            "write `years = 1`, or the last day of the year for a notice in `notice_by`"),
        ),
        (
            f'{WHOLE}right = "none"\n',
            ("6 contradiction: a treaty that gives no right to leave has no `period` -> "
            'take it out; or take `right = "none"` out, if the treaty does give a right'),
        ),
        (
            f'{HEAD}article = "art. 1"\nrounding = "month-start"\ncalendar = {{ effect = "06-30", years = 1 }}\n',
            ("6 contradiction: `rounding` is about a period, and the clause has none -> "
            'add `period = { amount = …, unit = "…" }`, or take `rounding` out'),
        ),
        (
            f'{HEAD}article = "art. 1"\ncounting = "same-day"\ncalendar = {{ effect = "06-30", years = 1 }}\n',
            ("6 contradiction: `counting` is about a period, and the clause has none -> "
            'add `period = { amount = …, unit = "…" }`, or take `counting` out'),
        ),
        (
            f'{HEAD}article = "art. 1"\nminimum = true\ncalendar = {{ effect = "06-30", years = 1 }}\n',
            ("6 contradiction: `minimum` is about a period, and the clause has none -> "
            'add `period = { amount = …, unit = "…" }`, or take `minimum` out'),
        ),
        (
            f'{WHOLE}right = "windows"\nrounding = "month-end"\n{TERM}',
            ("8 contradiction: `rounding` moves the end of a period, and here a term's end decides -> "
            "take `rounding` out"),
        ),
        (
            f'{WHOLE}runs_from = "year"\n',
            ("7 contradiction: only the year of the notice counts, and no fixed day follows it -> "
            "give `calendar = { effect = …, years = … }`, or the day from which the period runs"),
        ),
        (
            f'{WHOLE}right = "windows"\n',
            "7 contradiction: a right limited to windows needs the terms between them -> add `[exit.term]`",
        ),
        (
            f"{WHOLE}{TERM}",
            ("8 contradiction: terms limit the right to leave to their ends -> "
            'write `right = "windows"` in `[exit]`'),
        ),
        (
            f'{WHOLE}right = "emergency"\n',
            ('7 contradiction: `right = "emergency"` does not say what must be so -> '
            "add `ground = …`, a text that completes “if”"),
        ),
        (
            f'{WHOLE}ground = "it rains"\n',
            ("7 contradiction: `ground` limits a right that is not said to be limited -> "
            'write `right = "ground"`, or `"emergency"`'),
        ),
        (
            f'{WHOLE}\n[exit.lock_in]\namount = 3\nunit = "years"\nfrom = "treaty"\n',
            '11 contradiction: `from = "treaty"` needs `start` -> add a line `start = …` below `[exit.lock_in]`',
        ),
        (
            f'{WHOLE}\n[exit.lock_in]\namount = 3\nunit = "years"\nfrom = "other"\n',
            '11 contradiction: `from = "other"` needs `since` -> add a line `since = …` below `[exit.lock_in]`',
        ),
        (
            f'{WHOLE}\n[exit.lock_in]\namount = 3\nunit = "years"\nstart = 2020-01-01\n',
            '11 contradiction: `start` does not go with `from = "party"` -> take `start` out, or change `from`',
        ),
        (
            f'{WHOLE}right = "windows"\n{TERM}'.replace("start = 1951-01-12\n", ""),
            '12 contradiction: `from = "treaty"` needs `start` -> add a line `start = …` below `[exit.term]`',
        ),
        (
            f'{WHOLE}right = "windows"\n{TERM}'.replace("then = 5", "then = 0"),
            "11 contradiction: a term of 0 years never ends -> write its number of years",
        ),
        (
            f'{HEAD}article = "art. 1"\nright = "windows"\n{TERM}window = {{ amount = 1, unit = "years" }}\n',
            ("4 missing-key: the clause does not say when a withdrawal takes effect -> "
            'add `period = { amount = …, unit = "…" }`; an amount of 0 takes effect at once'),
        ),
        *(
            (
                f'{HEAD}article = "art. 1"\nright = "none"\n{lines}\n',
                (f"{line} contradiction: a treaty that gives no right to leave has no `{name}` -> "
                'take it out; or take `right = "none"` out, if the treaty does give a right'),
            )
            for name, line, lines in (
                ("named", 7, 'named = "date"'),
                ("reasons", 7, "reasons = true"),
                ("conflict", 7, '[exit.conflict]\ntested = "expiry"\nuntil = "release"'),
                ("event", 7, '[exit.event]\nwhat = "it rains"\nbound = "latest"'),
                ("intention", 7, '[exit.intention]\namount = 1\nunit = "years"'),
            )
        ),
        *(
            (
                f'{HEAD}article = "art. 1"\nperiod = {{ amount = 0, unit = "days" }}\n{name} = {value}\n',
                (f"7 contradiction: `{name}` is about a period, and that of the clause is 0 -> "
                f"give its `amount`, or take `{name}` out"),
            )
            for name, value in (("counting", '"next-day"'), ("minimum", "true"))
        ),
        *(
            (
                f'{WHOLE}right = "windows"\n{TERM}window = {{ amount = {amount}, unit = "{unit}" }}\n',
                (f"14 contradiction: a window of {words} is longer than the term of five years after it -> "
                "look the two up again"),
            )
            for amount, unit, words in (
                (6, "years", "six years"),
                (61, "months", "61 months"),
                (262, "weeks", "262 weeks"),
                (1831, "days", "1831 days"),
            )
        ),
        (
            (f'{WHOLE}\n[[exit.reserved]]\ncountry = "US"\narticle = "a"\nperiod = {{ amount = 1, unit = "days" }}\n'
            '\n[[exit.reserved]]\ncountry = "US"\narticle = "b"\nperiod = { amount = 2, unit = "days" }\n'),
            "14 contradiction: `US` has two ways out of its own -> keep the one that it reserved",
        ),
        (
            (f'{WHOLE}\n[[exit.reserved]]\ncountry = "US"\narticle = "a"\nperiod = {{ amount = 1, unit = "days" }}\n'
            '\n[[exit.reserved]]\ncountry = "USA"\narticle = "a"\nperiod = { amount = 1, unit = "days" }\n'),
            "14 unknown-country: `USA` is no country code -> write `US`",
        ),
        (
            (f'{WHOLE}\n[[exit.follows]]\ntext = "a"\nlasts = {{ amount = 1, unit = "days" }}\n'
            '\n[[exit.follows]]\ntext = "b"\n\n[exit.follows.lasts]\namount = 1\nunit = "day"\n'),
            "17 unknown-unit: `day` is no unit -> did you mean `days`?",
        ),
    ],
)  # fmt: skip
def test_a_contradiction_is_told_with_its_line_and_its_cure(text: str, found: str) -> None:
    assert problems(text) == [found]
    assert read_treaty("mine", "treaties/mine.toml", text.encode()).treaty is None


def test_several_are_told_at_once() -> None:
    text = f'{WHOLE}right = "none"\nground = "x"\n\n[exit.lock_in]\namount = 3\nunit = "years"\nsince = "x"\n'
    assert [line.partition(" -> ")[0] for line in problems(text)] == [
        "6 contradiction: a treaty that gives no right to leave has no `period`",
        "8 contradiction: `ground` limits a right that is not said to be limited",
        "10 contradiction: a treaty that gives no right to leave has no `lock_in`",
        '13 contradiction: `since` does not go with `from = "party"`',
    ]


def test_an_example_that_does_not_come_out_leaves_the_treaty_in_use() -> None:
    """Each is computed again; who is right nobody knows."""
    text = (
        f'{WHOLE}counting = "same-day"\n'
        "\n[[exit.example]]\nreceived = 2025-06-27\neffective = 2025-12-27\n"
        "\n[[exit.example]]\nreceived = 2025-06-27\neffective = 2025-12-28\n"
        "\n[[exit.example]]\nreceived = 9999-06-27\neffective = 9999-12-27\n"
        "\n[[exit.example]]\nreceived = 9999-12-27\neffective = 9999-12-28\n"
    )
    cure = "look the clause up again: the example or a key is wrong"
    assert problems(text) == [
        f"15 wrong-example: by the clause a notice of 2025-06-27 takes effect on 2025-12-27, not 2025-12-28 -> {cure}",
        f"23 wrong-example: by the clause a notice of 9999-12-27 has no effective date that can be told -> {cure}",
    ]
    file = read_treaty("mine", "treaties/mine.toml", text.encode())
    assert file.treaty
    assert file.treaty.exit.examples[0].effective == date(2025, 12, 27)


def test_a_silent_treaty_needs_neither_article_nor_period() -> None:
    file = read_treaty("mine", "treaties/mine.toml", f'{HEAD}right = "none"\n'.encode())
    assert file.problems == ()
    assert file.treaty
    assert file.treaty.exit.article == "Vienna Convention on the Law of Treaties, art. 56"
