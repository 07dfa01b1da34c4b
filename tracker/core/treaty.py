"""A convention that a state can leave."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.core.clause import ExitClause


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty: `short` is its usual name, `adopted` a year, `the` whether the short name takes the article.

    `depositary_in_sentence` is the depositary as it stands within a sentence: "the UN Secretary-General", "Norway".
    `about` is what a reader must know first. `file` is the user's own file from which the treaty was read, None for a
    shipped one; `replaces` tells whether it stands in for one of these.
    """

    id: str
    title: str
    short: str
    exit: ExitClause
    the: bool = False
    adopted: int | None = None
    depositary: str | None = None
    depositary_in_sentence: str | None = None
    subject: str | None = None
    url: str | None = None
    about: str | None = None
    file: str | None = None
    replaces: bool = False

    @property
    def in_sentence(self) -> str:
        """The short name as it stands within a sentence: "the Ottawa Convention"."""
        return f"the {self.short}" if self.the else self.short
