"""A convention that a state can leave."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.core.clause import ExitClause


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty: `short` is its usual name, `adopted` a year, `the` whether the short name takes the article.

    `about` is what a reader must know first; `file` the user's own file that stands in for the shipped one, if any.
    """

    id: str
    title: str
    short: str
    exit: ExitClause
    the: bool = False
    adopted: int | None = None
    depositary: str | None = None
    subject: str | None = None
    url: str | None = None
    about: str | None = None
    file: str | None = None

    @property
    def depositary_in_sentence(self) -> str | None:
        """The depositary as it stands within a sentence: "the UN Secretary-General"."""
        return f"the {self.depositary.removeprefix('the ')}" if self.depositary else None

    @property
    def in_sentence(self) -> str:
        """The short name as it stands within a sentence: "the Ottawa Convention"."""
        return f"the {self.short}" if self.the else self.short
