"""Text from files can carry anything: nothing of it is live in what is read, in any form."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run, Write
from tests.cli.paths import event, top
from tests.hostile import EVERY, FORMULA, IN_FILES, Hostile, in_toml, live, unseen, visible
from tests.views.rendered import mentions, seen

TEXTS = [each.text for each in IN_FILES if "\0" not in each.text]  # a NUL is a problem of its own
ALL = " ".join(TEXTS)
URL = "https://example.org/\u202ex"
ADDRESSES = ("https://example.org/",)
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
FULL = ("show", "show --sources", "changes", "analysis", "check --doubts")  # which print each value somewhere
WIDE = [name for name in READING if not name.startswith(("check", "treaties", "effect", "analysis"))]
OUR_TAGS = {"p", "strong", "ul", "ol", "li", "h2", "a", "table", "thead", "tbody", "tr", "th", "td", "br", "code"}
TREATY_TEXTS = ("title", "short", "depositary", "subject", "about")
CLAUSE_TEXTS = ("article", "notice_article", "ground", "leaver", "receiver", "revocable")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def _texts(text: str) -> dict[str, Any]:
    return dict.fromkeys(("body", "summary", "document", "reference", "doubt"), in_toml(text)[1:-1])


def _vote(text: str) -> str:
    return f"\n[event.vote]\nyes = 3\non = {in_toml(text)}\nrequired = {in_toml(text)}\n"


def _source(text: str) -> str:
    words = in_toml(text)
    return f'\n[[event.source]]\nurl = "{URL}"\ntitle = {words}\npublisher = {words}\nlang = {words}\n'


def _finding(text: str) -> str:
    return f'\n[[event.finding]]\naspect = "legal"\ntext = {in_toml(text)}\nbody = {in_toml(text)}\n'


def _step(number: int, text: str) -> str:
    """Return a note and a milestone with the value wherever one of them takes a text."""
    step, day = in_toml(text)[1:-1], f"2025-02-{number % 20 + 4:02}"
    return (
        f"{event(day, action='note', topic='border', **_texts(text))}{_vote(text)}{_source(text)}"
        f"{event(day, action='milestone', step=step, **_texts(text))}{_vote(text)}{_source(text)}"
    )


def case(country: str, treaty: str = "ottawa") -> str:
    """Return a case with every value in every place that takes a text."""
    skip, steps = in_toml(ALL)[1:-1], "".join(_step(number, text) for number, text in enumerate(TEXTS))
    return (
        f"{top(country, treaty)}about = {in_toml(ALL)}\n"
        f"{event('2025-01-10', 'ministry-analysis', **_texts(ALL))}{''.join(map(_finding, TEXTS))}{_source(ALL)}"
        f"{event('2025-02-03', 'cabinet-directive', **_texts(ALL))}{_source(ALL)}{steps}"
        f"{event('2025-03-01', 'parliament-vote', skip=skip, **_texts(ALL))}{_vote(ALL)}{_source(ALL)}"
        f"{event('2026-10-01', action='milestone', plan=True, step=skip, **_texts(ALL))}"
    )


def treaty() -> str:
    """Return a treaty file with all values wherever a text can stand."""
    text = in_toml(ALL)
    top_, clause = ("".join(f"{key} = {text}\n" for key in keys) for keys in (TREATY_TEXTS, CLAUSE_TEXTS))
    return (
        f'{top_}\n[exit]\nright = "ground"\nnotify = [{text}]\n{clause}'
        f'period = {{ amount = 1, unit = "years" }}\n'
        f'\n[exit.lock_in]\namount = 1\nunit = "years"\nfrom = "other"\nsince = {text}\n'
        f'\n[exit.conflict]\ntested = "expiry"\nuntil = "release"\ntext = {text}\narticle = {text}\n'
        f"\n[[exit.follows]]\ntext = {text}\narticle = {text}\n"
        f"\n[[exit.automatic]]\ntext = {text}\narticle = {text}\n"
        f'\n[[exit.source]]\nurl = "{URL}"\ntitle = {text}\npublisher = {text}\n'
    )


@pytest.fixture
def folder(here: Path, write: Write) -> None:
    write("antarctica", case("AQ"))
    write("bouvet", case("BV"))
    write("heard", case("HM", "evil"))
    (here / "treaties").mkdir()
    (here / "treaties" / "evil.toml").write_text(treaty(), encoding="utf-8")


def _dead(ran: Ran) -> None:
    assert unseen(ran.out) == unseen(ran.err) == set()
    assert "this should not have happened" not in ran.err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", READING)
def test_what_is_read(name: str, tracker: Run) -> None:
    """What could act is shown by its number, everything else as it is: the words are there."""
    ran = tracker(*READING[name])
    assert (ran.code, ran.err) == (0, "")
    _dead(ran)
    if name in FULL:
        shown = "".join(ran.out.split())
        assert [text for text in TEXTS if visible(text) not in shown] == []


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", READING)
@pytest.mark.parametrize("columns", ["40", "80"])
def test_what_is_read_in_colour(name: str, columns: str, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colour is all that a coloured answer has more than a plain one of the same width."""
    monkeypatch.setenv("COLUMNS", columns)
    plain = tracker(*READING[name])
    _dead(plain)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert _lines(COLOUR.sub("", tracker(*READING[name]).out)) == _lines(plain.out)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["status", "show", "analysis", "treaties evil"])
def test_what_is_read_on_a_terminal(name: str, tracker: Run, terminal: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = terminal(*READING[name], columns=80)
    monkeypatch.setenv("COLUMNS", "80")
    assert (ran.code, COLOUR.sub("", ran.out)) == (0, tracker(*READING[name]).out)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", [*READING])
def test_what_is_read_as_json(name: str, tracker: Run) -> None:
    r"""The document holds `\u` escapes; what it says is the text itself."""
    ran = tracker(*READING[name], "--format", "json")
    assert (ran.code, live(ran.out), live(ran.err)) == (0, set(), set())
    said = set(_strings(json.loads(ran.out)))
    if name in ("show", "changes", "analysis"):
        assert [text for text in TEXTS if text not in said] == []


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", WIDE)
def test_what_is_read_as_csv(name: str, tracker: Run) -> None:
    """A cell may hold a tab and lines; none begins as a formula does, and each row has its cells."""
    ran = tracker(*READING[name], "--format", "csv")
    assert (ran.code, live(ran.out.replace("\r\n", "\n").replace("\t", "")), live(ran.err)) == (0, set(), set())
    rows = list(csv.reader(io.StringIO(ran.out, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    cells = {cell for row in rows for cell in row}
    assert [cell for cell in cells if cell.startswith(FORMULA)] == []
    if name == "show":
        plain = [text for text in TEXTS if not live(text.replace("\n", "").replace("\t", ""))]
        assert [text for text in plain if not {text, f"'{text}"} & cells] == []


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", WIDE)
def test_what_is_read_as_markdown(name: str, tracker: Run) -> None:
    """Nothing steers a terminal, and nothing is live in the page: no tag, no link but to the sources."""
    ran = tracker(*READING[name], "--format", "markdown")
    assert ran.code == 0
    _dead(ran)
    tags, links, words = seen(ran.out)
    assert tags <= OUR_TAGS
    assert [link for link in links if not link.startswith(ADDRESSES)] == []
    assert mentions(ran.out) == []
    if name == "show":
        read = "".join(words.split())
        assert [text for text in TEXTS if visible(text) not in read] == []


@pytest.mark.usefixtures("folder")
def test_what_is_taken_out(write: Write, tracker: Run) -> None:
    text = case("AQ").replace("\n", "\r\n")
    write("antarctica", text)
    ran = tracker("undo", "antarctica")
    _dead(ran)
    assert "# the last event of cases/antarctica.toml\n[[event]]\n" in ran.err
    ran = tracker("undo", "antarctica", "--yes")
    _dead(ran)
    assert text.startswith(ran.files["cases/antarctica.toml"])


WORDS = ("--body", "--summary", "--document", "--reference", "--doubt", "--title", "--publisher")


@pytest.mark.parametrize("value", [each for each in EVERY if each.text.strip()], ids=lambda value: value.name)
def test_what_is_recorded(value: Hostile, write: Write, tracker: Run) -> None:
    """What is typed is kept letter by letter; a dry run prints it so that nothing acts, and a file means the same."""
    import tomli

    write("antarctica", top())
    text = value.text
    words = ["milestone", "antarctica", "--on", "2025-04-01", f"--step={text}", "--vote", "3:2", f"--vote-on={text}"]
    words += [f"{option}={text}" for option in WORDS]
    dry, ran = tracker(*words, "--dry-run"), tracker(*words)
    _dead(dry)
    _dead(ran)
    if not value.in_files or "\0" in text:
        told = "error: `--step` holds bytes that are not UTF-8\n\nhint: type the text anew\n"
        assert (dry.code, ran.code, ran.out, ran.err) == (2, 2, "", told)
        assert ran.files == {"cases/antarctica.toml": top()}
        return
    assert (dry.code, ran.code, ran.err) == (0, 0, "")
    printed = text.replace("\t", " ")  # on a terminal a tab has no width of its own
    for meant, written in ((printed, dry.out), (text, ran.files["cases/antarctica.toml"])):
        (block,) = tomli.loads(written)["event"]
        texts = [block[key] for key in ("step", "body", "summary", "document", "reference", "doubt")]
        assert [*texts, block["vote"]["on"], block["source"][0]["title"], block["source"][0]["publisher"]] == [
            meant
        ] * 9
    _dead(tracker("show", "antarctica"))
    _dead(tracker("undo", "antarctica", "--yes"))


def test_what_is_asked_for(write: Write, answered: Run) -> None:
    """An answer is refused, or it is shown dead before it is written."""
    write("antarctica", top())
    for value in EVERY:
        answers = ["2025-04-01", *[value.text.replace("\n", " ")] * 3, "", "", "", "y", ""]
        typed = "\n".join(answers).encode(errors="surrogateescape")
        ran = answered("milestone", "antarctica", "--step", "Reading", typed=typed)
        _dead(ran)
        assert ran.code in (0, 130), value.name


@pytest.mark.usefixtures("folder")
def test_a_treaty_of_ones_own(write: Write, tracker: Run) -> None:
    write("antarctica", case("AQ", "evil"))
    for words in (
        *READING.values(),
        ["new", "LT", "--treaty", "evil"],
        ["advance", "antarctica", "--on", "2025-04-20"],
        ["defer", "antarctica", "--on", "2025-05-20"],
        ["undo", "antarctica", "--yes"],
    ):
        _dead(tracker(*words))


def _keys(text: str) -> str:
    return (
        f"country = {in_toml(text)}\ntreaty = {in_toml(text)}\n{in_toml(text)} = 5\n[[event]]\ndate = {in_toml(text)}\n"
    )


def _raw(text: str) -> str:
    return f'country = "{text}"\ntreaty = {text}\n{text} = 5\n[[{text}]]\n[event.source]\nurl = "{text}"\n'


@pytest.mark.parametrize("make", [_keys, _raw], ids=["keys and words", "as they are"])
@pytest.mark.parametrize("value", IN_FILES, ids=lambda value: value.name)
def test_what_is_wrong_with_a_file(value: Hostile, make: Callable[[str], str], write: Write, tracker: Run) -> None:
    """A problem quotes what it is about; so does its hint."""
    write("antarctica", make(value.text))
    for words in (["check"], ["check", "--format", "json"], ["status"], ["show", "antarctica"], ["undo", "antarctica"]):
        ran = tracker(*words)
        _dead(ran)
        assert ran.code == (1 if words[0] == "check" else 5)
