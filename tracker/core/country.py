"""A country as the tables name it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166-1 `code` (alpha-2) with `alpha3`, its usual short `name`, whether it takes "the"."""

    code: str
    alpha3: str
    name: str
    the: bool = False

    @property
    def in_sentence(self) -> str:
        """The name as it stands within a sentence: "Latvia", "the Netherlands"."""
        return f"the {self.name}" if self.the else self.name
