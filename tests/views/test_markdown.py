"""Markdown in which a text stays a text, whatever it holds; the witness is the reader that GitHub uses."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.views.rendered import mentions, seen
from tracker.core.event import Source
from tracker.views import markdown
from tracker.views.escape import escape
from tracker.views.paper import Ink

SIGNS = st.text(st.sampled_from("\\`*_{}[]()<>|~$&#=+-.!:;/@^'\"1 2ab\n\t\u00a0\x1b\u202e"), max_size=40)
LIVE = st.sampled_from(
    ["https://a.example", "www.a.example", "a@b.example", "@torvalds", "#12", "GH-7", ":smile:", "<b>", "&copy;",
     "[x](javascript:alert(1))", "![x](https://a.example/x.png)", "<script>", "```", "- x", "1. x", "# x", "> x", "---",
     "mailto:a@b.example", "[^1]", "[x]: https://a.example", "$x$", "~~x~~", "| a | b |", "\n| --- |\n", "<!-- "]
)  # fmt: skip
TEXTS = st.lists(st.one_of(SIGNS, LIVE), max_size=4).map("".join)


def plain(text: str) -> str:
    """Return the text as a reader sees it: blanks run together."""
    return " ".join(escape(text).replace("\u00a0", " ").split(" ")).strip(" ")


@given(TEXTS)
@example("_a_ **b** `c` ~~d~~ <e> [f](g) \\h |i| &amp; $j$ ${k}")
@example("a http://www.example.org/ b")
def test_text_is_read_as_it_is_written(text: str) -> None:
    for given_text in (markdown.text(text), f"- {markdown.text(text)}"):
        tags, links, words = seen(given_text)
        assert (tags - {"p", "ul", "li"}, links) == (set(), [])
        assert words.split() == plain(text).split()
        assert mentions(given_text) == []
        assert "\n" not in given_text


@given(TEXTS.filter(str.strip))
@example("`a` ``b``")
@example("`")
def test_code_is_read_as_it_is_typed(text: str) -> None:
    """Nothing in it is live, it ends where it ends."""
    written = markdown.code(text)
    tags, links, words = seen(f"before {written} after")
    assert (tags, links) == ({"p", "code"}, [])
    assert words.split() == ["before", *escape(text).split(), "after"]


@given(TEXTS)
def test_text_stays_in_its_cell(text: str) -> None:
    table = markdown.table(["One", "Two"], [[markdown.text(text), "end"]])
    tags, links, words = seen(table)
    assert tags == {"table", "thead", "tr", "th", "tbody", "td"}
    assert links == []
    assert words.split() == ["One", "Two", *plain(text).split(), "end"]


@given(TEXTS)
def test_address_links_nowhere_else(text: str) -> None:
    url = f"https://example.org/{text}"
    tags, links, words = seen(f"| a |\n| --- |\n| {markdown.link('x', url)} {markdown.autolink(url)} y |")
    assert tags == {"table", "thead", "tr", "th", "tbody", "td", "a"}
    assert len(links) == 2
    assert all(link.startswith("https://example.org/") for link in links)
    assert words.split()[-1] == "y"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("art. 20(3)", "art. 20(3)"),
        ("- a - b", r"\- a - b"),
        ("1. a", r"1\. a"),
        ("2025 a", "2025 a"),
        ("a  b\nc", "a b c"),
        ("a_b", r"a\_b"),
        ("a@b.org", "a@<!-- -->b.org"),
        ("http://a.org", "http:<!-- -->//a.org"),
        ("\x1b[31m", r"\\u001b\[31m"),
    ],
)
def test_text(text: str, written: str) -> None:
    assert markdown.text(text) == written


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "/x", "//a.example", "https://", "", None])
def test_what_no_reader_can_open_is_no_link(url: str | None) -> None:
    assert markdown.link("label", url) == "label"
    assert seen(markdown.autolink(url or ""))[1] == []


def test_address_is_kept_but_for_what_would_end_it() -> None:
    written = markdown.link("x", "https://a.example/ä_b*c~d(e)|f g<h>\\`&copy;&d=1#g")
    assert written == "[x](https://a.example/ä_b*c~d%28e%29%7Cf%20g%3Ch%3E%5C%60&amp;copy;&d=1#g)"
    assert seen(written)[1] == ["https://a.example/%C3%A4_b*c~d%28e%29%7Cf%20g%3Ch%3E%5C%60&copy;&d=1#g"]


def test_inline() -> None:
    pieces = [("Draft law", Ink.HEAD), (" · Saeima", Ink.PLAIN), ("", Ink.PLAIN), (" · *3* days", Ink.FAINT)]
    assert markdown.inline(pieces) == r"**Draft law** · Saeima · \*3\* days"
    assert markdown.inline([("a ", Ink.HEAD), (" ", Ink.HEAD), ("b", Ink.PLAIN)]) == "**a**  b"


def test_cited() -> None:
    sources = [Source("https://a.example/"), Source(title="A paper")]
    assert markdown.cited((1, 2), sources) == r" [\[1\]](https://a.example/) \[2\]"
    assert markdown.cited((), sources) == ""


def test_table() -> None:
    assert markdown.table(["A|B", ""], [["1", "2"]], right=[1]) == "| A\\|B |  |\n| --- | ---: |\n| 1 | 2 |"


def test_page() -> None:
    assert markdown.page(["a", "", "b"]) == "a\n\nb\n"
