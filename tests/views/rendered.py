"""Markdown as GitHub renders it, by the library that GitHub's reader is made of."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from cmarkgfm import github_flavored_markdown_to_html  # type: ignore[import-untyped]  # it ships no types
from cmarkgfm.cmark import Options  # type: ignore[import-untyped]  # as above


@dataclass
class _Seen(HTMLParser):
    """What a browser would see: the tags with their attributes, the words."""

    tags: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name != "align"]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def rendered(markdown: str) -> str:
    """Return the HTML, with all that a reader may have written in it."""
    return str(github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES))


def seen(markdown: str) -> tuple[set[str], list[str], str]:
    """Return the tags, the addresses linked to, the words as they are read."""
    page = _Seen()
    page.feed(rendered(markdown))
    page.close()
    return set(page.tags), page.links, "".join(page.words)


# What GitHub does with the words once the Markdown is read: it looks at each run between two tags for itself, but not
# into code.
_LATER = re.compile(r"@\w|#\d|\bGH-\d|:[\w+-]+:|\bwww\.|\b(?:https?|ftp)://|\b(?:mailto|xmpp):\w", re.IGNORECASE)


def mentions(markdown: str) -> list[str]:
    """Return the persons, issues, emojis, addresses that GitHub would find in the words outside links and code."""
    words = re.sub(r"<a .*?</a>|<code>.*?</code>", "", rendered(markdown), flags=re.DOTALL)
    runs = re.split(r"<[^>]*>", words)
    return [found[0] for run in runs for found in _LATER.finditer(html.unescape(run))]
