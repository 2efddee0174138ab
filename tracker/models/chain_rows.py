"""The rows of a chain: which of them differ from what is kept, whether they are sound, and writing them."""

from datetime import date

from tracker.errors import Invalid

from .chain import PARTS, Chain, named
from .chain_actions import ActionRows
from .chain_people import CauseRows, ResponsibilityRows

KINDS = {"cause": CauseRows, "responsibility": ResponsibilityRows, "action": ActionRows}
Change = tuple[str, str, dict | None]


class ChainRows:
    """What was typed, held against what is kept."""

    def __init__(self, weakness, chain: Chain, *, by, today: date):
        self.parts = {part: KINDS[part](weakness, by=by, today=today) for part in PARTS}
        self.changed = [
            (part, key, fields)
            for part in PARTS
            for key, fields in self._tidied(part, chain)
            if self.parts[part].differs(key, fields)
        ]

    def expect_sound(self) -> None:
        """Raise Invalid with everything that is wrong, each under the name of its field."""
        wrong = {}
        for part, key, fields in self.changed:
            found = self.parts[part].faults(key, fields)
            wrong |= {named(part, key, name): str(message) for name, message in found.items()}
        if wrong:
            raise Invalid(wrong)

    def told(self) -> tuple[dict, dict]:
        """The rows before and after, as the history keeps them; a row that is not there is null."""
        before = {f"{part}.{key}": self.parts[part].kept(key) for part, key, _ in self.changed}
        after = {f"{part}.{key}": self.parts[part].as_told(fields) for part, key, fields in self.changed}
        return before, after

    def put(self) -> None:
        for part, key, fields in self.changed:
            rows = self.parts[part]
            rows.remove(key) if fields is None else rows.put(key, fields)

    def _tidied(self, part: str, chain: Chain):
        rows = self.parts[part]
        return ((key, fields and rows.tidied(fields)) for key, fields in chain.rows(part))
