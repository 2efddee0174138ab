"""What every tracked thing shares: a version, and one way to change it, by itself or together with others."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.errors import Refused, Stale

from .event import Event
from .many_rows import write_fields


class Tracked(models.Model):
    """Changed only by its verbs: fields by name, if nobody was faster, together with a line of history."""

    version = models.PositiveIntegerField(gettext_lazy("version"), default=1, editable=False)

    class Meta:
        abstract = True

    def _change(
        self,
        verb: str,
        *,
        by,
        today: date,
        version: int | None = None,
        reason: str = "",
        parts: tuple[dict, dict] = ({}, {}),
        **fields,
    ) -> Event:
        """Write these fields and append the event, both or neither; `parts` tells of rows below, before and after.

        Raises Stale when the thing is no longer at the version the asker has seen.
        """
        before = {name: getattr(self, name) for name in fields} | parts[0]
        event = None
        with transaction.atomic(savepoint=False):
            if self._write(self.version if version is None else version, fields):
                event = Event.record(
                    self, verb, by=by, today=today, reason=reason, before=before, after=fields | parts[1]
                )
        return _expect_written(event)

    def _write(self, version: int, fields: dict) -> bool:
        """True when the thing was still at this version and now holds the fields."""
        at_this_version = type(self)._base_manager.filter(pk=self.pk, version=version)
        if self.version != version or not at_this_version.update(version=version + 1, **fields):
            return False
        for name, value in fields.items():
            setattr(self, name, value)
        self.version = version + 1
        return True

    def _expect_state(self, *states: str) -> None:
        """Raise Refused, naming the present state, unless the thing is in one of these states."""
        if self.state not in states:
            raise Refused(
                _("Not possible now: the state is “%(state)s”.") % {"state": self.get_state_display()}
            )


@transaction.atomic(savepoint=False)
def create(thing: Tracked, verb: str, *, by, today: date, reason: str = "", **details):
    """Save a new thing together with the first line of its history, and return it."""
    thing.save(force_insert=True)
    Event.record(thing, verb, by=by, today=today, reason=reason, after=details)
    return thing


@transaction.atomic(savepoint=False)
def create_all(things: list[tuple[Tracked, dict]], verb: str, *, by, today: date) -> None:
    """Save several new things of one kind, each with the details that the first line of its history tells."""
    type(things[0][0])._base_manager.bulk_create([thing for thing, _details in things])
    told = [(thing, None, details, "") for thing, details in things]
    Event.record_all(told, verb, by=by, today=today)


class Change(NamedTuple):
    """What one of several things will hold, and why; `parts` tells of rows below, before and after."""

    thing: Tracked
    fields: dict
    reason: str = ""
    parts: tuple[dict, dict] = ({}, {})

    @property
    def told(self) -> tuple:
        before = {name: getattr(self.thing, name) for name in self.fields}
        return self.thing, before | self.parts[0], self.fields | self.parts[1], self.reason


def change_all(changes: list[Change], verb: str, *, by, today: date) -> None:
    """The same change of several things of one kind, each with fields of its own: in a few statements, all or none.

    Raises Stale when one of them is no longer at the version that was read.
    """
    told = [change.told for change in changes]
    events = None
    with transaction.atomic(savepoint=False):
        if told and _write_all(changes):
            events = Event.record_all(told, verb, by=by, today=today)
    _expect_written(events or not told)


def _write_all(changes: list[Change]) -> bool:
    """True when all of them were still at their versions and now hold the fields."""
    model, versions = type(changes[0].thing), {change.thing.pk: change.thing.version for change in changes}
    held = model._base_manager.filter(pk__in=versions).order_by("pk").select_for_update(no_key=True)
    if dict(held.values_list("pk", "version")) != versions:
        return False
    alike = defaultdict(list)
    for thing, fields, *_told in changes:
        for name, value in ({"version": thing.version + 1} | fields).items():
            setattr(thing, name, value)
        alike["version", *fields].append(thing)
    for names, things in alike.items():
        write_fields(things, names)
    return True


def _expect_written(event):
    if not event:
        raise Stale(_("Somebody has just changed this. Look at it again; what you typed is kept."))
    return event
