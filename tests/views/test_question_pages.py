"""Text from files is dead in the Markdown of what moved, as in that of the statistics."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.views.rendered import mentions, seen
from tests.views.test_escape import is_live
from tests.views.values import TREATY, case, event, path, stands
from tracker.core.changes import changes
from tracker.core.country import Country
from tracker.core.event import Action, Source, Topic, Vote
from tracker.core.standing import Standing
from tracker.core.stats import stats
from tracker.views.changes_page import changes_page
from tracker.views.stats_page import stats_page

EVIL = "<script>alert(1)</script> [x](https://x.example) @torvalds #12 | ![x](y) **b** `c` $d$ \x1b[31m\u202e\n# h"
READ = "<script>alert(1)</script> [x](https://x.example) @torvalds #12 | ![x](y) **b** `c` $d$ \\u001b[31m\\u202e # h"
SOURCES = (Source("https://a.example/" + EVIL, EVIL, EVIL, archive="javascript:alert(1)", lang=EVIL),)
FIRST, LAST = date(2024, 1, 1), date(2025, 6, 1)


def evil(id_: str) -> Standing:
    texts = {"body": EVIL, "summary": EVIL, "doubt": EVIL, "sources": SOURCES}
    vote = Vote(1, 2, on=EVIL, required=EVIL)
    events = (
        event("2024-12-01", Action.NOTE, topic=Topic.BORDER, vote=vote, **texts),
        *path(3, skip=EVIL, **texts),
        event("2025-03-20", Action.MILESTONE, step=EVIL, vote=vote, **texts),
    )
    treaty = replace(TREATY, title=EVIL, short=EVIL, depositary=EVIL)
    return stands(case(*events, id_=id_, country=Country("AQ", "ATA", EVIL), treaty=treaty), LAST)


BOTH = (evil(EVIL), evil("2" + EVIL))
PAGES = {
    "changes": (changes_page(changes(BOTH, FIRST, LAST, notes=True)), {"p", "strong", "h2", "ul", "li", "ol", "a"}),
    "stats": (stats_page(stats(BOTH, LAST, LAST)), {"p", "strong", "table", "thead", "tbody", "tr", "th", "td"}),
}


@pytest.mark.parametrize("name", PAGES)
def test_nothing_from_a_file_is_live(name: str) -> None:
    """The words are read as they are written; no tag, link, mention is theirs but the address of a source."""
    page, ours = PAGES[name]
    tags, links, words = seen(page)
    assert (tags, mentions(page)) == (ours, [])
    assert READ in " ".join(words.split())
    assert bool(links) == (name == "changes")
    assert all(link.startswith("https://a.example/") for link in links)
    assert [letter for letter in page if is_live(letter) and letter != "\n"] == []
