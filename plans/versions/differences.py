"""What differs between two frozen versions of a plan: lines added, changed field by field, withdrawn."""

from dataclasses import dataclass

Line = dict[str, object]


@dataclass(frozen=True)
class FieldChange:
    """One field of a line as it was and as it is."""

    name: str
    before: object
    after: object


@dataclass(frozen=True)
class LineChange:
    """One line of the annex that the two versions do not share as it stands."""

    before: Line | None
    after: Line | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def kind(self) -> str:
        if self.before is None:
            return "added"
        return "changed" if self.after is not None else "withdrawn"

    @property
    def line(self) -> Line:
        """As it stands, or as it last stood."""
        return self.after if self.after is not None else self.before


def differences(older: list[Line], newer: list[Line]) -> list[LineChange]:
    """From the content of one version to that of another: changed and withdrawn in the older order, then added."""
    key = _key_for(older, newer)
    old, new = {key(line): line for line in older}, {key(line): line for line in newer}
    compared = [_compared(line, new.get(which)) for which, line in old.items()]
    added = [LineChange(None, line) for which, line in new.items() if which not in old]
    return [change for change in compared if change is not None] + added


def _compared(before: Line, after: Line | None) -> LineChange | None:
    if after is None:
        return LineChange(before, None)
    names = [*before, *(name for name in after if name not in before)]
    fields = tuple(
        FieldChange(name, before.get(name), after.get(name))
        for name in names
        if before.get(name) != after.get(name)
    )
    return LineChange(before, after, fields) if fields else None


def _key_for(older: list[Line], newer: list[Line]):
    """Lines are known by their number in the database; versions older than that, by the actions they hold."""
    if all("item" in line for line in (*older, *newer)):
        return lambda line: line["item"]
    return lambda line: tuple(line["actions"])
