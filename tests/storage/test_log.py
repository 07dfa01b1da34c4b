"""The log grows at its end, and what was appended can be taken out again, byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage import chance
from tests.storage.reading import EVENT, TOP, events, read
from tracker.core.day import on, parse_day
from tracker.core.errors import FileFault, Refused
from tracker.core.event import Action, Event, Topic
from tracker.storage.log import append, cut, line_end, undo

NOTE = Event(on(parse_day("2025-04-16")), Action.NOTE, topic=Topic.LAW)
BLOCK = '[[event]]\ndate = 2025-04-16\naction = "note"\ntopic = "law"\n'


@given(chance.FILES, chance.NOTES)
@settings(max_examples=150, deadline=None)
def test_appending_adds_the_event_and_nothing_else(text: str, event: Event) -> None:
    """The law: `parse(append(text, event)) == parse(text) + event`."""
    longer = append(text, event)
    assert longer.startswith(text)
    assert events(longer) == (*events(text), event)


@given(chance.FILES, chance.NOTES)
@settings(max_examples=150, deadline=None)
def test_undoing_gives_back_every_byte(text: str, event: Event) -> None:
    """The law: `undo(append(text, event)) == text`."""
    assert undo(append(text, event), "latvia") == text


@given(chance.FILES, st.lists(chance.NOTES, max_size=3))
@settings(max_examples=60, deadline=None)
def test_several_are_undone_one_after_another(text: str, several: list[Event]) -> None:
    texts = [text]
    for event in several:
        texts.append(append(texts[-1], event))
    for before, after in zip(reversed(texts[:-1]), reversed(texts[1:]), strict=True):
        assert undo(after, "latvia") == before


@given(chance.FILES, chance.NOTES)
@settings(max_examples=60, deadline=None)
def test_a_block_has_the_line_ends_of_the_file(text: str, event: Event) -> None:
    added = append(text, event)[len(text) :]
    assert added.startswith(line_end(text))
    assert added.count("\n") == added.count(line_end(text))


@pytest.mark.parametrize(
    ("text", "added"),
    [
        (TOP, f"\n{BLOCK}"),
        (TOP.rstrip("\n"), f"\n{BLOCK}"),
        (f"{TOP}# the end", f"\n{BLOCK}"),
        ("\ufeff" + TOP.replace("\n", "\r\n"), f"\n{BLOCK}".replace("\n", "\r\n")),
        ("", f"\n{BLOCK}"),
        ("\n", f"\n{BLOCK}"),
    ],
)
def test_one_line_end_stands_before_the_block(text: str, added: str) -> None:
    assert append(text, NOTE) == text + added
    assert undo(text + added, "latvia") == text


@pytest.mark.parametrize(
    ("text", "kind"), [("", "\n"), ("a", "\n"), ("a\nb\r\n", "\n"), ("a\r\nb\n", "\r\n"), ("\n", "\n")]
)
def test_the_first_line_end_of_a_file_is_its_kind(text: str, kind: str) -> None:
    assert line_end(text) == kind


@pytest.mark.parametrize("text", [f"{TOP}event = []\n", f"{TOP}event = [{{date = 2025-01-01}}]\n"])
def test_no_block_can_follow_a_list_of_events(text: str) -> None:
    with pytest.raises(FileFault) as raised:
        append(text, NOTE, "cases/latvia.toml")
    assert raised.value.exit_code == 5
    assert raised.value.message == "cases/latvia.toml holds its events in brackets, `event = […]`"
    assert raised.value.hint == "write each as an `[[event]]` block"
    with pytest.raises(FileFault):
        cut(text, "latvia")


@pytest.mark.parametrize("end", ["# so far", "  # so far\n", "\n\n#\n\n"])
def test_a_comment_after_the_last_block_stays(end: str) -> None:
    with pytest.raises(Refused) as raised:
        undo(f"{TOP}\n{BLOCK}{end}", "latvia")
    assert raised.value.exit_code == 4
    assert raised.value.message == "the last event of `latvia` is not taken out, since a comment follows it"
    assert raised.value.hint == "take it out of the file by hand"


def test_comments_of_the_block_itself_go_with_it() -> None:
    block = '[[event]] # one\n# two\ndate = 2025-04-16\n\naction = "note" # three\ntopic = "law"  # four'
    taken = cut(f"{TOP}# above\n\n{block}", "latvia")
    assert (taken.text, taken.block) == (f"{TOP}# above\n", block)


def test_blank_lines_after_the_block_stay() -> None:
    assert undo(f"{TOP}\n{BLOCK}\n \n", "latvia") == f"{TOP}\n \n"


@pytest.mark.parametrize(
    ("before", "block"),
    [("", BLOCK), ("\ufeff", BLOCK), ("# a\n", f"  {BLOCK}"), (f'{TOP}about = """\n[[event]]"""\n', BLOCK)],
)
def test_a_block_begins_with_its_line(before: str, block: str) -> None:
    taken = cut(f"{before}{block}", "latvia")
    assert (taken.text, taken.block) == (before.removesuffix("\n"), block)


def test_inner_blocks_go_with_their_event() -> None:
    text = f'{TOP}{EVENT}\n{BLOCK}\n[event.vote]\nyes = 1\n\n[[event.source]]\ntitle = "x"\n'
    assert undo(text, "latvia") == TOP + EVENT
    assert read(undo(text, "latvia")).case


def test_nothing_is_taken_out_of_an_empty_log() -> None:
    with pytest.raises(Refused) as raised:
        undo(TOP, "latvia")
    assert raised.value.message == "`latvia` has no event that could be taken out"
    assert raised.value.hint == "`tracker show latvia`"
