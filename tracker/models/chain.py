"""What is typed for one weakness: its words, causes, responsibility and actions, row by row."""

from collections.abc import Iterator
from dataclasses import dataclass, field

PARTS = ("cause", "responsibility", "action")
Rows = dict[str, dict | None]


@dataclass(frozen=True)
class Chain:
    """Rows by their key; None removes the row, and a row that is not named stays as it is.

    facts: title, statement, index, criterion of a weakness the unit found; objection for one it was assigned.
    cause: kind, statement. responsibility: person or organisation, position_title, level.
    action: statement, owner, due_on, starts_on, expected_output, coordinating_units, expected_evidence (words),
    is_initiative.
    """

    facts: dict = field(default_factory=dict)
    cause: Rows = field(default_factory=dict)
    responsibility: Rows = field(default_factory=dict)
    action: Rows = field(default_factory=dict)

    def rows(self, part: str) -> Iterator[tuple[str, dict | None]]:
        """The keys and fields of one part."""
        yield from getattr(self, part).items()


def named(part: str, key: str, field_name: str) -> str:
    """How a field of a row is called where something is wrong with it: `cause-3f9a-statement`."""
    return f"{part}-{key}-{field_name}"
