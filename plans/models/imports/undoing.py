"""Taking a whole import back, while nobody has touched what it wrote."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from plans.models.imports.writing import from_a_file
from tracker.errors import Invalid, Refused, require
from tracker.models import Action, Chain, Event, Weakness

UNDONE_WITHIN = timedelta(hours=24)


class ImportUndoing:
    """Within a day, all of it or nothing."""

    def may_be_undone(self, now: datetime) -> bool:
        return self.state == "imported" and now - self.imported_at <= UNDONE_WITHIN

    @transaction.atomic
    def undo(self, *, by, today: date, now: datetime, version: int | None = None) -> None:
        """Remove what the import wrote. Refused, naming the row, when one of its things was changed since."""
        self._lock_in("imported")
        self._hold_submission()
        self._expect_writer(by)
        require(self.may_be_undone(now), _("An import can be undone within 24 hours; that time has passed."))
        require(not (touched := self.touched()), _("Not undone, because these were changed since: %(what)s.")
                % {"what": "; ".join(touched)})  # fmt: skip
        by = from_a_file(by)
        for note in self.written:
            self._take_back(note, by, today)
        Event.record(self.submission, "import_undone", by=by, today=today, reason=self.file_name)
        self._write_or_stale(
            version, state="undone", undone_at=now, undone_by_id=by.user.pk, unseen_since=None
        )

    def touched(self) -> list[str]:
        """What was changed since the import, by reference and row of the sheet."""
        ids = [note["id"] for note in self.written]
        weaknesses = dict(Weakness.objects.filter(pk__in=ids).values_list("pk", "version"))
        actions = dict(Action.objects.filter(weakness__in=ids).values_list("pk", "version"))
        return [words for note in self.written for words in _touched(note, weaknesses, actions)]

    def _take_back(self, note: dict, by, today: date) -> None:
        weakness = Weakness.objects.get(pk=note["id"])
        try:
            if note["is_new"]:
                self.submission.remove_weakness(weakness, by=by, today=today)
            else:
                self.submission.write_chain(weakness, _without(note), by=by, today=today)
        except Invalid as refusal:
            words = _("Not undone: %(ref)s, row %(row)s. %(why)s")
            why = " ".join(refusal.errors.values())
            raise Refused(words % {"ref": note["ref"], "row": note["row"], "why": why}) from refusal


def _without(note: dict) -> Chain:
    return Chain(
        cause=dict.fromkeys(note["causes"]),
        responsibility=dict.fromkeys(note["people"]),
        action=dict.fromkeys(note["actions"]),
    )


def _touched(note: dict, weaknesses: dict, actions: dict) -> list[str]:
    """Actions first: they say more exactly which row it is."""
    words = _("%(ref)s (row %(row)s)")
    changed = [
        words % {"ref": ref, "row": note["rows"][key]}
        for key, (pk, ref, version) in note["actions"].items()
        if actions.get(pk) != version
    ]
    is_same = weaknesses.get(note["id"]) == note["version"]
    return changed or ([] if is_same else [words % {"ref": note["ref"], "row": note["row"]}])
