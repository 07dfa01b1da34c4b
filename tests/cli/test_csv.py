"""CSV, opened by two readers that did not write it: DuckDB, csvkit. What they read is what the JSON says."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, Story, Write
from tests.cli.paths import event, reached, top
from tests.hostile import attacking, in_toml

Read = Callable[[Path], list[dict[str, Any]]]
Row = dict[str, Any]

EVIL = " ".join(each.text for each in attacking("terminal", "direction") if "\0" not in each.text)
STATUS = ["status", "--as-of", "2025-05-01"]
DIFF = ["diff", "latvia", "estonia", "poland", "lithuania-ccm"]
TIMELINE = ["timeline", "--as-of", "2025-08-01"]
STATS = ["stats", "--as-of", "2025-12-26"]


def duckdb(path: Path) -> list[Row]:
    """Read with DuckDB, every column as text."""
    import duckdb as reader

    found = reader.connect().read_csv(str(path), all_varchar=True, header=True)
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def csvkit(path: Path) -> list[Row]:
    """Read with csvkit, every column as text."""
    script = Path(sys.executable).parent / "csvjson"
    done = subprocess.run([script, "--no-inference", "--stream", path], capture_output=True, check=True, timeout=60)
    return [json.loads(line) for line in done.stdout.splitlines()]


both = pytest.mark.parametrize("read", [duckdb, csvkit])


@pytest.fixture(autouse=True)
def _folder(shipped: Path, write: Write) -> None:
    text = f'body = {in_toml(EVIL)}\nsummary = "=1+1"\nreference = "-5"\nskip = "two\\nlines, \\"quoted\\""\n'
    write("antarctica", reached(2) + event("2025-04-20", "parliament-vote") + text
          + event("2027-01-01", plan=True, action="milestone", step="'Reading'"))  # fmt: skip
    assert (shipped / "cases").is_dir()


def _csv(tracker: Run, folder: Path, words: list[str]) -> Path:
    ran = tracker(*words, "--format", "csv")
    assert (ran.code, ran.err) == (0, "")
    path = folder / "answer.csv"
    path.write_text(ran.out, encoding="utf-8", newline="")
    return path


def _text(value: object) -> str | None:
    """Return a value of the JSON as its cell must read."""
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)


def _same(found: list[Row], meant: list[Row]) -> None:
    assert [{key: row[key] or None for key in row} for row in found] == [
        {key: _text(value) for key, value in row.items()} for row in meant
    ]


def _pair(key: str, pair: list[int] | None) -> Row:
    return dict(zip((f"{key}_least", f"{key}_most"), pair or (None, None), strict=True))


def _vote(vote: Row | None) -> Row:
    keys = ("yes", "no", "abstain", "absent", "not_voting", "members", "on", "required", "result")
    return {f"vote_{key}": vote[key] if vote else None for key in keys}


def _entry(case: str, entry: Row, sources: list[Row]) -> Row:
    """Return an entry of the JSON as its row must read."""
    cited = [sources[number - 1] for number in entry.pop("sources")]
    days, vote = entry.pop("days"), entry.pop("vote")
    own = entry["body"], [source["url"] for source in cited]
    findings = [
        f"{one['aspect']}: {one['text']}"
        + (f" ({one['body']})" if one["body"] != own[0] else "")
        + "".join(f" {sources[n - 1]['url']}" for n in one["sources"] if [sources[n - 1]["url"]] != own[1])
        for one in entry.pop("findings")
    ]
    first = cited[0] if cited else dict.fromkeys(("url", "title", "publisher", "accessed"))
    return {
        "case": case,
        **entry,
        **_vote(vote),
        "findings": "\n".join(findings) or None,
        **{f"source_{key}": first[key] for key in ("url", "title", "publisher", "accessed")},
        "more_sources": "\n".join(source["url"] for source in cited[1:]) or None,
        **_pair("days", days),
    }


def _cells(data: Row) -> Iterator[Row]:
    """Yield the cells of a comparison as their rows must read, but for the votes."""
    for stage in data["stages"]:
        for case in data["cases"]:
            id_ = case["case"]
            yield {
                "stage": stage["stage"],
                "case": id_,
                "treaty": case["treaty"],
                "condition": case["condition"],
                "present_stage": case["stage"],
                "leads": id_ in data["leaders"],
                "date": stage["dates"][id_],
                **_pair("behind", stage["behind"][id_]),
                **_pair("took", stage["took"][id_]),
                **_pair("elapsed", stage["elapsed"][id_]),
            }


def _data(tracker: Run, words: list[str]) -> Any:  # noqa: ANN401 - whatever the document holds
    return json.loads(tracker(*words, "--format", "json").out)["data"]


@both
def test_status_loses_nothing(read: Read, here: Path, tracker: Run) -> None:
    _same(read(_csv(tracker, here, STATUS)), _data(tracker, STATUS))


@both
def test_show_loses_nothing(read: Read, here: Path, tracker: Run) -> None:
    for case in ("latvia", "estonia", "finland", "lithuania", "lithuania-ccm", "poland"):
        data = _data(tracker, ["show", case])
        meant = [_entry(case, entry, data["sources"]) for entry in data["history"]]
        _same(read(_csv(tracker, here, ["show", case])), meant)


@both
def test_diff_loses_nothing(read: Read, here: Path, tracker: Run) -> None:
    data, found = _data(tracker, DIFF), read(_csv(tracker, here, DIFF))
    votes = ("body", "step", "date", *(key.removeprefix("vote_") for key in _vote(None)))
    ballots = [(row.pop("more_votes") or "", {key: row.pop(f"vote_{key}") or None for key in votes}) for row in found]
    _same(found, list(_cells(data)))
    told = [stage["votes"][case["case"]] or [] for stage in data["stages"] for case in data["cases"]]
    for (more, own), meant in zip(ballots, told, strict=True):
        flat = [{key: _text(value) for key, value in {**one, **one["vote"]}.items() if key != "vote"} for one in meant]
        assert own in flat or (meant == [] and set(own.values()) == {None})
        assert len(list(filter(None, more.split("\n")))) == max(0, len(meant) - 1)


@both
def test_changes_lose_nothing(read: Read, here: Path, tracker: Run) -> None:
    words = ["changes", "--since", "2025-01-31", "--notes", "latvia", "estonia", "poland"]
    data = _data(tracker, words)
    meant = [
        {"case": change["case"], **_place("before", change), **_place("after", change),
         **_entry(change["case"], entry, data["sources"])}
        for change in data["cases"] for entry in change["events"]
    ]  # fmt: skip
    _same(read(_csv(tracker, here, words)), meant)


def _place(key: str, change: Row) -> Row:
    return {f"{key}_{inner}": value for inner, value in change[key].items()}


@both
def test_stats_lose_nothing(read: Read, here: Path, tracker: Run) -> None:
    _same(read(_csv(tracker, here, STATS)), _data(tracker, STATS)["stages"])


@both
def test_timeline_loses_nothing(read: Read, here: Path, tracker: Run) -> None:
    _same(read(_csv(tracker, here, TIMELINE)), _data(tracker, TIMELINE))


@both
def test_texts_come_through_letter_by_letter(read: Read, here: Path, tracker: Run) -> None:
    """But for what is live: that is shown as an escape; what spreadsheets take for a formula has a `'` before it."""
    third, plan = read(_csv(tracker, here, ["show", "antarctica"]))[2:4]
    assert (third["summary"], third["reference"], plan["step"]) == ("'=1+1", "'-5", "''Reading'")
    assert third["skip"] == 'two\nlines, "quoted"'
    shown = "".join(f"\\u{ord(one):04x}" if not one.isprintable() and one != " " else one for one in EVIL)
    assert third["body"] == shown


@both
def test_mark_for_excel_hides_nothing(read: Read, here: Path, process: Run) -> None:
    ran = process("status", "latvia", "--format", "csv", "--bom")
    assert ran.out.startswith("\ufeffcase,country,")
    path = here / "answer.csv"
    path.write_text(ran.out, encoding="utf-8", newline="")
    assert [row["case"] for row in read(path)] == ["latvia"]


def test_line_ends_or_bytes_are_as_promised(here: Path, process: Run) -> None:
    lines = process("status", "--format", "csv").out.split("\r\n")
    cases = len(list((here / "cases").glob("*.toml")))
    assert (len(lines), lines[-1], "\n" in "".join(lines)) == (cases + 2, "", False)


def test_whole(story: Story, write: Write) -> None:
    """Of a file that is not sound the header stands, and the exit code is 5."""
    write("bouvet", top("BV") + event("2025-01-10", "cabinet"))
    story(
        "csv",
        (5, "status --as-of 2025-05-01 --format csv"),
        (0, "show estonia --as-of 2025-06-10 --format csv"),
        (0, "diff latvia estonia --format csv"),
        (5, "show bouvet --format csv"),
        (5, "diff bouvet latvia --format csv"),
        (5, "status --stage effect --format csv --treaty ccm --as-of 2020-01-01"),
    )


def test_refused(story: Story) -> None:
    """What gives no CSV says what it gives; `--bom` belongs to CSV."""
    story(
        "csv-refused",
        (2, "check --format csv"),
        (2, "status --format xml"),
        (2, "show latvia --format cvs"),
        (2, "status --bom"),
        (2, "diff latvia estonia --format markdown --bom"),
    )
