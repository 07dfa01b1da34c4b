"""`tracker treaties`: the exit clauses known, one of them in words; the user's own beside the shipped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Story
from tests.cli.paths import reached
from tests.cli.test_effect import SILENT, TERMS

KEYS = ["id", "title", "short", "adopted", "depositary", "subject", "article", "period", "verified", "url"]


@pytest.fixture
def own(here: Path) -> Path:
    """A treaty of the user's own, and one that stands in for a shipped one."""
    (here / "cases").mkdir()
    (here / "treaties").mkdir()
    (here / "treaties" / "poles.toml").write_text(TERMS, encoding="utf-8")
    (here / "treaties" / "ottawa.toml").write_text(SILENT, encoding="utf-8")
    return here


@pytest.mark.usefixtures("here")
def test_a_treaty_in_words(story: Story) -> None:
    story("treaties-one", (0, "treaties ottawa"), (0, "treaties ottawa --format json"), (3, "treaties otawa"))


@pytest.mark.usefixtures("own")
def test_ones_own_wins_and_says_so(own: Path, story: Story) -> None:
    """In the list, in full, in a case that leaves it."""
    (own / "cases" / "antarctica.toml").write_text(reached(5), encoding="utf-8")
    story(
        "treaties-own",
        (0, "treaties poles"),
        (0, "treaties ottawa"),
        (0, "show antarctica"),
        (0, "check"),
        (0, "check treaties/poles.toml treaties/ottawa.toml cases/antarctica.toml"),
    )


@pytest.mark.usefixtures("here")
def test_the_list_has_every_treaty_below_its_subject(tracker: Run) -> None:
    data = json.loads(tracker("treaties", "--format", "json").out)["data"]
    assert len(data) >= 60
    assert all(list(row) == KEYS for row in data)
    lines = tracker("treaties").out.splitlines()
    for row in data:
        subject = (row["subject"] or "other").capitalize()
        start = lines.index(next(line for line in lines if line.lower() == subject.lower()))
        end = lines.index("", start)
        assert any(line.split()[0] == row["id"] for line in lines[start + 1 : end])
    assert f"{len(data)} treaties" in lines


@pytest.mark.usefixtures("own")
def test_the_list_marks_ones_own(tracker: Run) -> None:
    ran = tracker("treaties")
    assert (ran.code, ran.err) == (0, "")
    assert "of which your own: ottawa (treaties/ottawa.toml), poles (treaties/poles.toml)\n" in ran.out
    marked = [line.partition(" *")[0].split(maxsplit=1) for line in ran.out.splitlines() if " *  " in line]
    assert marked == [["ottawa", "Aurora Charter"], ["poles", "Poles Convention"]]


def test_an_unsound_file_leaves_the_others_in_view(own: Path, tracker: Run) -> None:
    """Named with its line, and exit code 5; asked for by itself it is told at once."""
    (own / "treaties" / "poles.toml").write_text(TERMS.replace("first = 10", "first = 0"), encoding="utf-8")
    for words in (("treaties",), ("treaties", "poles"), ("effect", "poles", "--received", "2025-01-15")):
        ran = tracker(*words)
        assert ran.code == 5
        hint = "hint: `tracker check` tells what to write instead"
        assert ran.err == f"treaties/poles.toml:17: a term of 0 years never ends\n\n{hint}\n"
        assert ("ottawa" in ran.out) is (words == ("treaties",))


@pytest.mark.usefixtures("here")
def test_the_list_of_one_subject(tracker: Run) -> None:
    """By how it begins, without regard to case; what is no subject is told the subjects."""
    lines = tracker("treaties", "--subject", "Polar").out.splitlines()
    assert lines[0].split("  ")[0] == "Id"
    assert lines[2] == "Polar regions"
    data = json.loads(tracker("treaties", "--subject", "polar regions", "--format", "json").out)["data"]
    assert {row["subject"] for row in data} == {"polar regions"}
    assert f"{len(data)} treaties" in lines
    ran = tracker("treaties", "--subject", "xyz")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: there is no subject `xyz`\n\nhint: the subjects are: climate, criminal law, ")
    near = tracker("treaties", "--subject", "tarde")
    assert near.err == "error: there is no subject `tarde`\n\nhint: did you mean `trade`?\n"
    both = tracker("treaties", "ottawa", "--subject", "trade")
    assert both.code == 2
    assert both.err == "error: `--subject` is for the list of treaties\n\nhint: leave it out, or the treaty\n"


WRONG = "\n[[exit.example]]\nreceived = 2025-01-15\nin_force = 2000-03-01\neffective = 2025-03-02\n"


@pytest.mark.parametrize(
    "words", ["treaties", "treaties poles", "effect poles --received 2025-01-15 --in-force 2000-03-01"]
)
def test_an_example_that_does_not_come_out_is_told(own: Path, tracker: Run, words: str) -> None:
    """A warning beside the answer, and in the envelope of the machine's."""
    (own / "treaties" / "poles.toml").write_text(TERMS, encoding="utf-8")
    sound = tracker(*words.split())
    (own / "treaties" / "poles.toml").write_text(TERMS + WRONG, encoding="utf-8")
    line = len(TERMS.splitlines()) + 5
    message = "by the clause a notice of 2025-01-15 takes effect on 2030-03-01, not 2025-03-02"
    ran = tracker(*words.split())
    assert (ran.code, ran.err) == (0, f"warning: treaties/poles.toml:{line}: {message}\n")
    assert sound.err == ""
    json_ran = tracker(*words.split(), "--format", "json")
    assert json_ran.err == ran.err
    problems = [{"path": "treaties/poles.toml", "line": line, "message": message}]
    assert json.loads(json_ran.out)["problems"] == problems


def test_check_looks_at_files_that_no_case_names(own: Path, story: Story) -> None:
    (own / "treaties" / "poles.toml").write_text(
        TERMS.replace('text = "Its protocol ends with it."', 'text = "a"\ntreaties = ["ottawa", "poles-protocol"]')
        + "\n[[exit.example]]\nreceived = 2025-01-15\nin_force = 2000-03-01\neffective = 2025-03-02\n",
        encoding="utf-8",
    )
    (own / "treaties" / "ottawa.toml").write_text(SILENT.replace('right = "none"', 'right = "never"'), encoding="utf-8")
    story(
        "check-treaties",
        (1, "check"),
        (1, "check --format json"),
        (1, "check treaties/poles.toml"),
        (3, "check treaties/nowhere.toml"),
        (1, "check treaties"),
        (1, "check ./treaties"),
    )


@pytest.mark.usefixtures("here")
def test_check_knows_a_treaty_file_by_what_it_says(here: Path, story: Story) -> None:
    """Wherever it lies; what cannot be read, or says something else, is looked at as a case."""
    for folder in ("cases", "inbox", "mine/treaties", "treaties"):
        (here / folder).mkdir(parents=True)
    (here / "inbox" / "poles.toml").write_text(TERMS + WRONG, encoding="utf-8")
    (here / "inbox" / "latvia.toml").write_text('country = "LV"\ntreaty = "ottawa"\n', encoding="utf-8")
    (here / "inbox" / "broken.toml").write_text("[exit]\na = =\n", encoding="utf-8")
    (here / "mine" / "treaties" / "poles.toml").write_text(TERMS, encoding="utf-8")
    story(
        "check-treaty-elsewhere",
        (1, "check inbox/poles.toml"),
        (0, "check mine/treaties inbox/latvia.toml"),
        (1, "check inbox/broken.toml"),
        (3, "check inbox/nowhere.toml"),
        (2, "check inbox"),
        (0, "check treaties"),
    )


@pytest.mark.usefixtures("own")
def test_one_in_full_has_every_key_of_its_clause(tracker: Run) -> None:
    """The keys of the file, none missing."""
    from tracker.storage.treaty_shape import TREATY

    data = json.loads(tracker("treaties", "poles", "--format", "json").out)["data"]
    clause = TREATY.tables["exit"]
    plural = {"example": "examples", "source": "sources"}
    assert list(data)[: len(KEYS)] == KEYS
    assert set(data) - {"id", "article", "period", "verified", "file"} == {*TREATY.keys, "exit"} - {"the"}
    assert set(data["exit"]) == {plural.get(name, name) for name in (*clause.keys, *clause.tables)}
    assert data["file"] == "treaties/poles.toml"


@pytest.mark.usefixtures("here")
def test_a_fixed_day_and_a_lock_in_have_the_keys_of_their_blocks(tracker: Run) -> None:
    def clause(treaty: str) -> dict[str, object]:
        exit_: dict[str, object] = json.loads(tracker("treaties", treaty, "--format", "json").out)["data"]["exit"]
        return exit_

    whaling, echr = clause("icrw"), clause("echr")
    assert whaling["calendar"] == {"notice_by": "01-01", "effect": "06-30", "years": 0, "financial": False}
    assert echr["lock_in"] == {
        "amount": 5,
        "unit": "years",
        "from": "party",
        "start": None,
        "since": None,
        "locks": "notice",
    }
    assert (whaling["lock_in"], echr["calendar"]) == (None, None)


@pytest.mark.usefixtures("here")
def test_what_is_no_treaty_is_told_what_it_may_mean(story: Story, tracker: Run) -> None:
    """An id is typed without regard to case, wherever one is."""
    words = ("effect", "--received", "2025-06-27")
    assert tracker(*words, "OTTAWA") == tracker(*words, "ottawa")
    story(
        "treaties-named",
        (3, 'treaties "Ottawa Convention"'),
        (3, "treaties latvia"),
        (0, "init --empty"),
        (2, "new DE"),
        (0, "new US --treaty WHO"),
        (0, "status --treaty Who"),
        (0, "stats --treaty WHO"),
    )
