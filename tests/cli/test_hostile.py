"""Text from files, names or arguments can carry anything: nothing of it is live in any output."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run, Write
from tests.cli.paths import event, top
from tests.views.rendered import mentions, seen

# Rich markup, a colour, C1 controls that begin an escape, a bell, turned directions of reading, a line separator.
EVIL = "[bold red]x[/] \x1b[31m\x9b31m\x9d0;title\x9c \x07\x08\u202eabc\u2066z\u200f\u2028end"
NAME = EVIL.replace("/", "")
URL = "https://example.org/\u202ex"
TEXT = "".join(f"\\u{ord(each):04x}" if ord(each) < 0x20 else each for each in EVIL)  # as TOML takes it
OURS = (*(f"\x1b[{code}m" for code in (0, 1, 2, 4, 31, 32, 33, 34, 35, 36)), "\x1b[1;33m")
READING = {
    "status": ["status"],
    "show": ["show", "antarctica"],
    "show evil": ["show", "heard"],
    "show --sources": ["show", "antarctica", "--sources"],
    "diff": ["diff", "antarctica", "bouvet"],
    "timeline": ["timeline"],
    "changes": ["changes", "--since", "2025-01-01", "--notes"],
    "changes --sources": ["changes", "--since", "2025-01-01", "--until", "2027-01-01", "--sources"],
    "analysis": ["analysis"],
    "analysis --sources": ["analysis", "antarctica", "bouvet", "--sources"],
    "stats": ["stats"],
    "check": ["check"],
    "check --doubts": ["check", "--doubts"],
    "treaties": ["treaties"],
    "treaties evil": ["treaties", "evil"],
    "effect evil": ["effect", "evil", "--received", "2025-01-15"],
}
TREATY_TEXTS = ("title", "short", "depositary", "subject", "about")
CLAUSE_TEXTS = ("article", "notice_article", "ground", "leaver", "receiver", "revocable")


def _case(country: str) -> str:
    vote = f'\n[event.vote]\nyes = 3\non = "{TEXT}"\nrequired = "{TEXT}"\n'
    source = f'\n[[event.source]]\nurl = "{URL}"\ntitle = "{TEXT}"\npublisher = "{TEXT}"\nlang = "{TEXT}"\n'
    finding = f'\n[[event.finding]]\naspect = "legal"\ntext = "{TEXT}"\nbody = "{TEXT}"\n'
    texts: dict[str, Any] = dict.fromkeys(("body", "summary", "document", "reference", "doubt"), TEXT)
    return (
        f'{top(country)}about = "{TEXT}"\n'
        f"{event('2025-01-10', 'ministry-analysis', **texts)}{finding}{source}"
        f"{event('2025-02-03', 'cabinet-directive', **texts)}{source}"
        f"{event('2025-02-10', action='note', topic='border', **texts)}{vote}{source}"
        f"{event('2025-03-01', 'parliament-vote', skip=TEXT, **texts)}{vote}{source}"
        f"{event('2026-10-01', action='milestone', plan=True, step=TEXT, **texts)}"
        f"{event('2025-03-10', action='milestone', step=TEXT, **texts)}{vote}{source}"
    )


def _treaty() -> str:
    """Return a treaty file with the text wherever one can stand."""
    top_, clause = ("".join(f'{key} = "{TEXT}"\n' for key in keys) for keys in (TREATY_TEXTS, CLAUSE_TEXTS))
    return (
        f'{top_}\n[exit]\nright = "ground"\nnotify = ["{TEXT}"]\n{clause}'
        f'period = {{ amount = 1, unit = "years" }}\n'
        f'\n[exit.lock_in]\namount = 1\nunit = "years"\nfrom = "other"\nsince = "{TEXT}"\n'
        f'\n[exit.conflict]\ntested = "expiry"\nuntil = "release"\ntext = "{TEXT}"\narticle = "{TEXT}"\n'
        f'\n[[exit.follows]]\ntext = "{TEXT}"\narticle = "{TEXT}"\n'
        f'\n[[exit.automatic]]\ntext = "{TEXT}"\narticle = "{TEXT}"\n'
        f'\n[[exit.source]]\nurl = "{URL}"\ntitle = "{TEXT}"\npublisher = "{TEXT}"\n'
    )


@pytest.fixture(autouse=True)
def _folder(here: Path, write: Write) -> None:
    write("antarctica", _case("AQ"))
    write("bouvet", _case("BV"))
    write("heard", _case("HM").replace('"ottawa"', '"evil"'))
    (here / "treaties").mkdir()
    (here / "treaties" / "evil.toml").write_text(_treaty(), encoding="utf-8")


def live(text: str) -> set[str]:
    """Return the characters that steer a terminal or the direction of reading."""
    return {each for each in text if each != "\n" and unicodedata.category(each) in ("Cc", "Cf", "Zl", "Zp", "Cs")}


def _dead(ran: Ran) -> None:
    assert live(ran.out) == live(ran.err) == set()
    assert "this should not have happened" not in ran.err


@pytest.mark.parametrize("name", READING)
def test_what_is_read(name: str, tracker: Run) -> None:
    ran = tracker(*READING[name])
    assert ran.code == 0
    _dead(ran)
    assert ("[bold red]x[/]" in ran.out) == (name not in ("stats", "check"))


@pytest.mark.parametrize("name", READING)
@pytest.mark.parametrize("columns", ["40", "80"])
def test_what_is_read_in_colour(name: str, columns: str, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every escape is ours, and every line ends without colour."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", columns)
    bare = tracker(*READING[name]).out
    for ours in OURS:
        bare = bare.replace(ours, "")
    assert live(bare) == set()


@pytest.mark.parametrize("name", ["status", "show", "diff", "changes", "analysis", "check --doubts"])
def test_what_is_read_as_json(name: str, tracker: Run) -> None:
    r"""The document holds `\u` escapes; what it says is the text itself."""
    ran = tracker(*READING[name], "--format", "json")
    _dead(ran)
    said = json.dumps(json.loads(ran.out), ensure_ascii=False)
    assert json.dumps(EVIL, ensure_ascii=False)[1:-1] in said


@pytest.mark.parametrize("name", ["status", "show", "diff", "changes"])
def test_what_is_read_as_csv(name: str, tracker: Run) -> None:
    """A cell may hold a tab; the lines end by CR LF, and what spreadsheets would run has a sign before it."""
    ran = tracker(*READING[name], "--format", "csv")
    assert (ran.code, live(ran.out.replace("\r\n", "\n").replace("\t", ""))) == (0, set())
    assert "[bold red]x[/] \\u001b[31m\\u009b31m" in ran.out


@pytest.mark.parametrize("name", ["status", "show", "diff", "changes", "stats"])
def test_what_is_read_as_markdown(name: str, tracker: Run) -> None:
    """Nothing steers a terminal, and nothing is live in the page: no tag, no link but to the sources."""
    ran = tracker(*READING[name], "--format", "markdown")
    assert ran.code == 0
    _dead(ran)
    tags, links, words = seen(ran.out)
    assert tags <= {"p", "strong", "ul", "ol", "li", "h2", "a", "table", "thead", "tbody", "tr", "th", "td", "br"}
    assert {link[:20] for link in links} <= {"https://example.org/"}
    assert ("[bold red]x[/]" in words) == (name != "stats")
    assert mentions(ran.out) == []


def test_what_is_taken_out(write: Write, tracker: Run) -> None:
    text = _case("AQ").replace("\n", "\r\n")
    write("antarctica", text)
    ran = tracker("undo", "antarctica")
    _dead(ran)
    assert "[bold red]x[/] \\u001b[31m\\u009b31m" in ran.err
    ran = tracker("undo", "antarctica", "--yes")
    _dead(ran)
    assert text.startswith(ran.files["cases/antarctica.toml"])


WORDS = ("--body", "--summary", "--document", "--reference", "--doubt", "--title", "--publisher")


def test_what_is_recorded(tracker: Run) -> None:
    """What is typed is kept letter by letter; a dry run prints it so that nothing acts, and a file means the same."""
    words = ["milestone", "antarctica", "--on", "2025-04-01", "--step", EVIL, "--vote", "3:2", "--vote-on", EVIL]
    words += [word for option in WORDS for word in (option, EVIL)]
    dry = tracker(*words, "--dry-run")
    _dead(dry)
    ran = tracker(*words)
    assert ran.code == dry.code == 0
    _dead(ran)
    shown = tracker("show", "antarctica", "--format", "json").out
    entry = next(row for row in json.loads(shown)["data"]["history"] if row["date"] == "2025-04-01")
    texts = [entry[key] for key in ("step", "body", "summary", "document", "reference", "doubt")]
    assert [*texts, entry["vote"]["on"]] == [EVIL] * 7
    import tomli

    (block,) = tomli.loads(dry.out)["event"]
    assert (block["step"], block["vote"]["on"], block["source"][0]["title"]) == (EVIL, EVIL, EVIL)


@pytest.mark.parametrize(
    "words",
    [
        [EVIL],
        [f"--{EVIL}"],
        ["show", EVIL],
        ["show", "antarctica", EVIL],
        ["diff", "antarctica", EVIL],
        ["check", EVIL],
        ["check", f"{EVIL}/{NAME}.toml"],
        ["check", f"./{NAME}"],
        ["undo", EVIL, "--yes"],
        ["new", EVIL],
        ["new", "LV", "--treaty", EVIL],
        ["new", "LV", "--treaty", "ottawa", "--in-force", EVIL],
        ["status", "--as-of", EVIL],
        ["status", "--stage", EVIL],
        ["status", "--condition", EVIL],
        ["status", "--treaty", EVIL],
        ["status", "--sort", EVIL],
        ["status", "--format", EVIL],
        ["status", "--cases", EVIL],
        ["status", f"--frob={EVIL}"],
        ["changes", "--since", EVIL],
        ["changes", "--since", "30d", "--until", EVIL],
        ["changes", EVIL, "--since", "30d"],
        ["analysis", EVIL],
        ["stats", "--treaty", EVIL],
        ["advance", EVIL],
        ["advance", "antarctica", "--on", EVIL],
        ["advance", "antarctica", "--to", EVIL],
        ["advance", "antarctica", "--vote", EVIL],
        ["advance", "antarctica", "--result", EVIL],
        ["advance", "antarctica", "--source", EVIL],
        ["advance", "antarctica", "--source", f"https://{EVIL}"],
        ["advance", "antarctica", f"--planned={EVIL}"],
        ["milestone", "antarctica", "--step", EVIL],
        ["note", "antarctica", "--topic", EVIL],
    ],
    ids=lambda words: " ".join(words).replace(EVIL, "…").replace(NAME, "…"),
)
def test_what_is_typed_wrong(words: list[str], tracker: Run) -> None:
    ran = tracker(*words)
    assert ran.code in (2, 3)
    assert (ran.out, ran.err[:7]) == ("", "error: ")
    _dead(ran)


def test_what_the_environment_says(tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_CASES", EVIL)
    _dead(tracker("status"))
    monkeypatch.setenv("TRACKER_TODAY", EVIL)
    _dead(tracker("status"))


def test_names_of_files_or_folders(here: Path, tracker: Run) -> None:
    """A file whose name cannot be typed is a problem; a folder's name is shown without its power."""
    ran = tracker("init", NAME)
    assert (ran.code, (here / NAME / "cases" / "latvia.toml").exists()) == (0, True)
    _dead(ran)
    folder = f"{NAME}/cases"
    for words in (
        ["status"],
        ["show", "latvia"],
        ["new", "LT", "--treaty", "ottawa"],
        ["note", "latvia", "--topic", "checked", "--on", "today"],
        ["note", "latvia", "--topic", "checked", "--on", "today", "--dry-run"],
        ["undo", "latvia", "--yes"],
        ["advance", "latvia", "--on", "today"],
        ["check", "--doubts"],
    ):
        _dead(tracker(*words, "--cases", folder))
    _dead(tracker("check", f"{folder}/latvia.toml"))
    (here / "cases" / f"{NAME}.toml").write_text(top())
    (here / "cases" / "wake.toml").write_text(f'country = "{TEXT}"\ntreaty = "{TEXT}"\n"{TEXT}" = 5\n')
    for words in (["status"], ["check"], ["check", "--format", "json"], ["show", "wake"], ["show", EVIL]):
        _dead(tracker(*words))


def test_a_treaty_of_ones_own(write: Write, tracker: Run) -> None:
    write("antarctica", _case("AQ").replace('"ottawa"', '"evil"'))
    for words in (
        *READING.values(),
        ["new", "LT", "--treaty", "evil"],
        ["advance", "antarctica", "--on", "2025-04-20"],
        ["defer", "antarctica", "--on", "2025-05-20"],
        ["undo", "antarctica", "--yes"],
    ):
        _dead(tracker(*words))
