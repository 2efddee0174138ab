"""Confirming an import and writing it: the whole file in one transaction, exactly once."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from plans.imports.check import Check, Link
from plans.models.aside import hold
from plans.models.imports.bell import ring
from tracker.errors import Invalid, Refused
from tracker.models import Actor, Chain, Event, Weakness

AT_ONCE = 50  # rows of a chain are written in pieces, so that progress can be told


class ImportWriting:
    """Through the submission's own verbs, with the channel "import"."""

    @transaction.atomic
    def confirm(
        self, *, by, today: date, now: datetime, only_sound: bool = False, version: int | None = None
    ) -> None:
        """Import the rows that were checked. A short file is written at once, a long one by the worker.

        Raises Invalid while rows are faulty and nobody chose to leave them out, Refused when it was mended meanwhile.
        """
        self.claim(by=by, today=today, now=now, only_sound=only_sound, version=version)
        if self.is_long:
            transaction.on_commit(lambda: ring("plans.write_import", self.pk))
        else:
            self.write(by=by, today=today, now=now)

    @transaction.atomic
    def claim(
        self, *, by, today: date, now: datetime, only_sound: bool = False, version: int | None = None
    ) -> None:
        """Say who confirmed what; from here on only the writing is left."""
        self._lock_in("checked")
        self._expect_writer(by)
        self._expect_sound(self._checked(today), only_sound)
        self._write_or_stale(version, state="writing", only_sound=only_sound, imported_by_id=by.user.pk,
                             done=0, beat_at=now, trouble="", unseen_since=None)  # fmt: skip

    @transaction.atomic
    def write(
        self, *, by, today: date, now: datetime, tell: Callable[[int], None] = lambda done: None
    ) -> None:
        """Write what was confirmed, all of it or nothing; asked again it does nothing more."""
        hold(self)
        self.refresh_from_db()
        if self.state != "writing":
            return
        self._hold_submission()
        self._expect_writer(by)
        found, by = self._checked(today), from_a_file(by)
        self._expect_sound(found, self.only_sound)
        written = [self._write_link(link, by, today, tell) for link in found.to_write()]
        said = _("%(file)s: %(count)s rows") % {"file": self.file_name, "count": len(found.sound)}
        Event.record(
            self.submission, "imported", by=by, today=today, reason=said, after={"sha256": self.sha256}
        )
        self._write(self.version, {"state": "imported", "imported_at": now, "beat_at": now, "written": written,
                                   "counts": found.counts, "done": len(self.rows)})  # fmt: skip
        if self.is_long:
            self._leave_unseen()

    @transaction.atomic
    def give_up(self, words: str, now: datetime) -> None:
        """The rules said no to the worker: back to the checked file, with their words."""
        self._write(self.version, {"state": "checked", "trouble": words, "beat_at": now})
        self._leave_unseen()

    def _expect_sound(self, found: Check, only_sound: bool) -> None:
        """Faulty rows are left out only when somebody says so; an import of nothing is none."""
        if found.faults and not only_sound:
            words = _("Some rows have faults: mend them, or choose to import only the sound rows.")
            raise Invalid({"only_sound": words})
        if not found.sound:
            raise Invalid({"only_sound": _("There is nothing new to import.")})

    def _write_link(self, link: Link, by, today: date, tell: Callable[[int], None]) -> dict:
        """One weakness with what the file adds to it, and the note that lets it be undone."""
        weakness = link.weakness or self.submission.add_weakness(by=by, today=today, **link.facts)
        try:
            for part in _pieces(link.chain()):
                self.submission.write_chain(weakness, part, by=by, today=today)
                self.done += AT_ONCE
                tell(min(self.done, len(self.rows)))
        except Invalid as refusal:
            raise Refused(_in_rows(refusal, link)) from refusal
        return _note(weakness, link)

    def _hold_submission(self) -> None:
        """What is checked now is what is written: nobody else writes chains meanwhile."""
        type(self.submission).objects.select_for_update().get(pk=self.submission_id)
        self.submission.refresh_from_db()

    def _write_or_stale(self, version: int | None, **fields) -> None:
        if not self._write(version or self.version, fields):
            raise Refused(_("Somebody has just mended this file. Look at it again before you import it."))


def from_a_file(by: Actor) -> Actor:
    """The same person, through the door of imports: what comes through it is no news."""
    return Actor(**{each.name: getattr(by, each.name) for each in fields(Actor)} | {"channel": "import"})


def _pieces(chain: Chain) -> Iterator[Chain]:
    """The causes and people with the first actions, then the other actions."""
    actions = list(chain.action.items())
    yield Chain(cause=chain.cause, responsibility=chain.responsibility, action=dict(actions[:AT_ONCE]))
    for start in range(AT_ONCE, len(actions), AT_ONCE):
        yield Chain(action=dict(actions[start : start + AT_ONCE]))


def _note(weakness: Weakness, link: Link) -> dict:
    actions = weakness.actions.filter(key__in=link.action)
    return {
        "id": weakness.pk, "ref": weakness.ref, "title": weakness.title, "version": weakness.version,
        "is_new": link.weakness is None, "row": link.first_row, "rows": link.rows,
        "causes": list(link.cause), "people": list(link.responsibility),
        "actions": {action.key: [action.pk, action.ref, action.version] for action in actions},
    }  # fmt: skip


def _in_rows(refusal: Invalid, link: Link) -> str:
    """What the verbs object to, with the row of the sheet it stands in."""
    told = []
    for name, message in refusal.errors.items():
        row = next((number for key, number in link.rows.items() if f"-{key}-" in name), link.first_row)
        told.append(_("Row %(row)s: %(message)s") % {"row": row, "message": message})
    return " ".join(told)
