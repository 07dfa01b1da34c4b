"""Treaties are found by their ids, the user's own before the shipped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.storage.reading import TOP, read, told
from tracker.core.errors import NotFound, Unsound
from tracker.core.event import Source
from tracker.core.period import Period, Unit
from tracker.core.vocabulary import Counting, Naming
from tracker.storage import disk
from tracker.storage.files import OnDisk
from tracker.storage.library import Library
from tracker.storage.treaty_reader import read_treaty

SMALL = 'title = "A Treaty"\nshort = "Treaty"\n\n[exit]\narticle = "art. 1"\nperiod = { amount = 1, unit = "years" }\n'
WHOLE = """\
title = "A Treaty on Things"
short = "Things Treaty"
the = true
adopted = 1999
depositary = "Switzerland"
subject = "things"
url = "https://a.example"

[exit]
article = "art. 1"
right = "free"
runs_from = "receipt"
period = { amount = 5, unit = "days" }
counting = "next-day"
end_of_day = true
named = "date"
notify = ["the depositary", "all parties"]
reasons = true
verified = "secondary"

[exit.lock_in]
amount = 3
unit = "years"
from = "party"

[exit.conflict]
tested = "notice"
until = "release"
article = "art. 2"

[[exit.source]]
url = "https://a.example"
accessed = "2026-11"
"""
WRONG = (
    "",
    """\
title = "A"
short = "A"

[exit]
period = "six months"
calendar = "06-30"

[exit.term]
window = { amount = 1 }

[[exit.follows]]
article = "1"
lasts = 5

[[exit.reserved]]
country = "US"
""",
    """\
title = "A"
short = "A"

[exit]
article = "1"
amount = 6

[exit.calendar]
effect = "30 June"
notice_by = "Summer 30"
years = 0
""",
    """\
title = "A"
short = "A"

[exit]
article = "1"
period = { amount = 1, unit = "days" }

[[exit.reserved]]
country = "Latvia"
article = "1"
period = { amount = 1, unit = "days" }

[[exit.example]]
country = "Atlantis"
received = 2025-01-01
""",
    """\
title = "A"
short = "A"
the = yes

[exit]
article = "1"
period = 6 months
calendar = { effect = 06-30, years = 0 }
minimum = no
period = soon
period = { amount = 6 months }
period = { amount = 6, unit = months }

[exit.calendar]
effect = 06-30
years = some

[exit.term]
first = 10 years
window = one year

[[exit.follows]]
lasts = 2 years
""",
    """\
title = "A"
short = ""
adopted = "1999"
the = 1
subjct = "x"
exit = 5
""",
    """\
title = "A"
short = "A"

[exit]
url = "https://a.example"
amount = 6
rounding = "x"
right = "cause"
calendar = { effect = "02-30", notice_by = 5, years = "0" }
runs_from = "signature"
counting = "same"
named = "true"
notify = "all"
verified = "yes"
reasons = 0
""",
    """\
title = "A"
short = "A"

[exit]
article = "1"
notify = ["a", 5]
period = { amount = -6, unit = "month" }

[exit.lock_in]
from = "state"

[exit.conflict]
tested = "never"
until = "peace"

[exit.source]
url = "x"

[exit.sourc]
url = "x"
""",
    """\
title = "A"
short = "A"

[[exit]]
article = "1"
""",
    """\
title = "A"
short = "A"

[exit]
article = "1"

[[exit.period]]
amount = 1

[[exit.source]]
title = "x"

[[exit.source]]
lang = "lv"
""",
    """\
title = “A”
short = "A"
""",
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    folder = tmp_path / "treaties"
    folder.mkdir()
    return Library(OnDisk(folder), "treaties")


def _own(library: Library) -> Path:
    assert isinstance(library.own, OnDisk)
    return library.own.path


def test_shipped_treaties_are_sound() -> None:
    library = Library(OnDisk(Path("/nowhere")), "/nowhere")
    assert {"ccm", "ottawa"} <= set(library.ids())
    for treaty_id in library.ids():
        treaty = library.treaty(treaty_id)
        assert treaty.id == treaty_id
        assert treaty.exit.sources
    ottawa = library.treaty("ottawa").exit
    assert ottawa.period == Period(6, Unit.MONTHS)
    assert ottawa.conflict
    assert (ottawa.conflict.tested, ottawa.conflict.until) == ("expiry", "conflict-ended")
    assert len(ottawa.notify) == 3


def test_a_treaty_is_read_as_it_is_written(library: Library) -> None:
    (_own(library) / "things.toml").write_text(WHOLE, encoding="utf-8")
    treaty = library.treaty("things")
    assert (treaty.title, treaty.in_sentence, treaty.adopted) == ("A Treaty on Things", "the Things Treaty", 1999)
    assert (treaty.depositary, treaty.subject, treaty.url) == ("Switzerland", "things", "https://a.example")
    clause = treaty.exit
    assert (clause.article, clause.right, clause.runs_from, clause.verified) == (
        "art. 1",
        "free",
        "receipt",
        "secondary",
    )
    assert (clause.period, clause.counting) == (Period(5, Unit.DAYS), Counting.NEXT_DAY)
    assert (clause.end_of_day, clause.named, clause.reasons) == (True, Naming.DATE, True)
    assert clause.notify == ("the depositary", "all parties")
    assert clause.lock_in
    assert (clause.lock_in.period.amount, clause.lock_in.period.unit) == (3, Unit.YEARS)
    assert clause.conflict
    assert (clause.conflict.tested, clause.conflict.article) == ("notice", "art. 2")
    assert isinstance(clause.sources[0], Source)


def test_what_is_left_out_of_a_treaty_has_its_default() -> None:
    treaty = read_treaty("small", "small.toml", SMALL.encode()).treaty
    assert treaty
    assert (treaty.in_sentence, treaty.adopted, treaty.exit.counting) == ("Treaty", None, None)
    assert (treaty.exit.lock_in, treaty.exit.conflict, treaty.exit.sources) == (None, None, ())


def test_a_treaty_of_ones_own_wins(library: Library) -> None:
    (_own(library) / "ottawa.toml").write_text(SMALL, encoding="utf-8")
    (_own(library) / "mine.toml").write_text(SMALL, encoding="utf-8")
    assert library.treaty("ottawa").short == "Treaty"
    assert {"ccm", "mine", "ottawa"} <= set(library.ids())
    assert list(library.ids()) == sorted(set(library.ids()))


def test_a_treaty_is_read_once(library: Library) -> None:
    (_own(library) / "mine.toml").write_text(SMALL, encoding="utf-8")
    first = library.load("mine")
    (_own(library) / "mine.toml").unlink()
    assert library.load("mine") is first


@pytest.mark.parametrize("word", ["zzz", "../treaties/ottawa", "", ".hidden", "a\0b", "a" * 300, "š" * 190])
def test_a_word_that_is_no_treaty_is_refused(word: str, library: Library) -> None:
    (_own(library) / ".hidden.toml").write_text(SMALL, encoding="utf-8")
    assert library.load(word) is None
    with pytest.raises(NotFound) as raised:
        library.treaty(word)
    assert raised.value.exit_code == 3


ALL = "`tracker treaties` lists all"


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("Ottawa Convention", "did you mean `ottawa` (Ottawa Convention)?"),
        ("  ottawa   convention ", "did you mean `ottawa` (Ottawa Convention)?"),
        ("whaling", "did you mean `icrw` (Whaling Convention)?"),
        ("cluster munitions", "did you mean `ccm` (Convention on Cluster Munitions)?"),
        ("otawa", "did you mean `ottawa` (Ottawa Convention)?"),
        ("otawa convention", "did you mean `ottawa` (Ottawa Convention)?"),
        ("things", "did you mean `a` (Things), `b` (Things), `c` (Things) or `d` (Treaty on Things)?"),
        ("haling", ALL),  # within a word
        ("zzz", ALL),
        ("ot", ALL),
        (".*", ALL),
        ("latvia", "`latvia` is a country; a treaty is meant here"),
        ("LVA", "`LVA` is a country; a treaty is meant here"),
        ("United States", "`United States` is a country; a treaty is meant here"),
    ],
)
def test_a_word_that_is_no_treaty_is_told_what_it_may_mean(word: str, hint: str, library: Library) -> None:
    """The treaties with it in their names, those that are called so first; else the nearest; a country is none."""
    shorts = {"a": "Things", "b": "Things", "c": "Things", "d": "Treaty on Things"}
    for id_, short in shorts.items():
        (_own(library) / f"{id_}.toml").write_text(SMALL.replace('"Treaty"', f'"{short}"'), encoding="utf-8")
    with pytest.raises(NotFound) as raised:
        library.treaty(word)
    assert raised.value.hint == hint


def test_of_many_treaties_the_first_are_told(library: Library) -> None:
    """A treaty that has the word in its title alone comes last."""
    for id_ in "abcde":
        (_own(library) / f"{id_}.toml").write_text(SMALL.replace('"Treaty"', '"Gizmo\\nTreaty"'), encoding="utf-8")
    (_own(library) / "a.toml").write_text(SMALL.replace('"A Treaty"', '"A Gizmo Treaty"'), encoding="utf-8")
    with pytest.raises(NotFound) as raised:
        library.treaty("gizmo")
    named = r"`b` (Gizmo\u000aTreaty), `c` (Gizmo\u000aTreaty), `d` (Gizmo\u000aTreaty) or `e` (Gizmo\u000aTreaty)"
    assert raised.value.hint == f"5 treaties are called so, such as {named}; {ALL}"


@pytest.mark.parametrize("word", ["OTTAWA", "Ottawa", "ottawa"])
def test_an_id_is_typed_without_regard_to_case(word: str, library: Library) -> None:
    """In a case file it is written as it is."""
    (_own(library) / "Mine.toml").write_text(SMALL, encoding="utf-8")
    assert library.treaty(word).id == "ottawa"
    assert library.treaty("mine").id == "Mine"
    assert told(read(TOP.replace("ottawa", "Ottawa"), library).problems) == [
        "2 unknown-treaty: there is no treaty `Ottawa` -> write `ottawa`"
    ]


def test_a_folder_that_cannot_be_listed_stops_no_case(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_: Path, shown: str) -> tuple[str, ...]:
        raise disk.Unreadable(shown, "could not be read: permission denied")

    monkeypatch.setattr(disk, "names", denied)
    text = TOP.replace("ottawa", "zzz")
    assert told(read(text, library).problems) == [f"2 unknown-treaty: there is no treaty `zzz` -> {ALL}"]
    assert library.treaty("ottawa").id == "ottawa"
    with pytest.raises(disk.Unreadable, match=r"^treaties could not be read: permission denied$"):
        library.ids()


def test_problems_of_treaties_are_told_below_their_lines(golden: Callable[[str, str], None]) -> None:
    pages = []
    for text in WRONG:
        problems = "\n".join(told(read_treaty("mine", "treaties/mine.toml", text.encode()).problems))
        pages.append(f"{text}\n{problems}\n")
    golden("wrong-treaties.txt", f"\n{'-' * 80}\n\n".join(pages))


def test_a_case_of_an_unsound_treaty_is_unsound(library: Library) -> None:
    (_own(library) / "ottawa.toml").write_text(f"{SMALL}zzz = 1\n", encoding="utf-8")
    file = read(TOP, library)
    assert file.case is None
    assert [str(problem) for problem in file.problems] == [
        "cases/latvia.toml:2: the treaty `ottawa` cannot be used: its file is not sound",
        "treaties/ottawa.toml:7: `zzz` is not a key of the exit clause",
    ]
    assert file.problems[0].problem.hint == "put treaties/ottawa.toml right first"
    with pytest.raises(Unsound) as raised:
        library.treaty("ottawa")
    assert raised.value.problems == file.problems[1:]


def test_a_treaty_that_cannot_be_read_is_unsound(library: Library) -> None:
    (_own(library) / "ottawa.toml").mkdir()
    assert [str(problem) for problem in read(TOP, library).problems] == [
        "cases/latvia.toml:2: the treaty `ottawa` cannot be used: its file is not sound",
        "treaties/ottawa.toml:1: the file is a folder, not a file",
    ]
