"""How a unit writes the chain of one weakness: its words, causes, responsibility and actions at once."""

from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, require
from tracker.vietnamese import tidy

from .chain import Chain
from .chain_rows import ChainRows

WRITABLE = {"found": ("title", "statement", "index", "criterion"), "assigned": ("objection",)}


class ChainWriting:
    """One verb for the whole card; the version of the weakness guards all that hangs on it."""

    @transaction.atomic
    def write(self, chain: Chain, *, by, today: date, version: int | None = None) -> bool:
        """Keep what was typed, all of it or nothing; True when it changed something.

        Raises Invalid naming fields as `title` or `cause-<key>-statement`, Stale when a colleague was faster.
        """
        require(rules.may_write_chain(by, self), _("Only the unit itself writes its submission."))
        facts, rows = self._changed_facts(chain.facts), ChainRows(self, chain, by=by, today=today)
        if not facts and not rows.changed:
            return False
        rows.expect_sound()
        self._change("written", by=by, today=today, version=version, parts=rows.told(), **facts)
        self.save(update_fields=["plain"])
        rows.put()
        return True

    def note(self, *, by, today: date, words: str) -> None:
        """Keep words in the history without changing anything: the other text of a conflict, for example."""
        require(rules.may_write_chain(by, self), _("Only the unit itself writes its submission."))
        if not tidy(words):
            raise Invalid({"words": _("This cannot stay empty.")})
        self._change("noted", by=by, today=today, reason=tidy(words))

    def _changed_facts(self, facts: dict) -> dict:
        """The columns that differ from what is kept. What Home Affairs wrote is answered, not rewritten."""
        foreign = facts.keys() - set(WRITABLE[self.origin])
        require(
            not foreign, _("Home Affairs wrote this weakness; the unit answers it and does not reword it.")
        )
        columns = dict(_column(name, value) for name, value in facts.items())
        changed = {name: value for name, value in columns.items() if value != getattr(self, name)}
        if empty := [name for name in ("title", "statement") if changed.get(name) == ""]:
            raise Invalid({name: _("Say it in words; this cannot stay empty.") for name in empty})
        return changed


def _column(name: str, value) -> tuple[str, object]:
    """A thing is kept as its id, words in their tidy form."""
    if isinstance(value, models.Model) or name in ("index", "criterion"):
        return f"{name}_id", value.pk if value else None
    return name, tidy(value)
