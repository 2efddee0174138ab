"""Nothing is left behind: what Home Affairs accepted goes into the draft, or stays out for a written reason."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from plans.models.planning import compiling, line_order, line_words
from plans.models.planning.holding import told
from plans.models.planning.item import PlanItem
from plans.models.planning.left_out import LeftOut
from tracker.errors import Invalid, Refused, require
from tracker.models import Action
from tracker.vietnamese import tidy


class TakingVerbs:
    def unplaced(self):
        """Accepted actions that are neither in a line of the plan nor left out."""
        return compiling.unplaced(self)

    @transaction.atomic
    def take_in(
        self,
        actions: Iterable[Action],
        *,
        by,
        today: date,
        into: PlanItem | None = None,
        version: int | None = None,
    ) -> list[PlanItem]:
        """Give each of these actions a line of its own, or add all of them to one line; returns the lines."""
        self.hold_draft(by)
        (line,) = self._lines([into]) if into else (None,)
        rows = self._rows_to_take(list(actions))
        before = [] if line is None else [told(line)]
        _expect_index(line, rows)
        items = [line_words.begin(self, action, by=by, today=today) for action in rows]
        if line:
            line_words.join(line, items, by=by, today=today)
            items = [line]
        line_order.put_in_place(self, [] if line else items)
        self._tell("taken_in", before, items, by=by, today=today, version=version)
        return items

    @transaction.atomic
    def leave_out(
        self, action: Action, *, by, today: date, reason: str, version: int | None = None
    ) -> LeftOut:
        """The plan does without this accepted action; the reason stays beside it."""
        self.hold_draft(by)
        _expect_reason(reason, _("Say why the plan does without it; the reason stays beside the row."))
        (row,) = self._rows_to_take([action])
        kept = LeftOut.objects.create(plan=self, action=row, reason=tidy(reason), by=by.user, on=today)
        refs = {"actions": [row.ref]}
        self._change("left_out", by=by, today=today, version=version, reason=kept.reason, parts=({}, refs))
        return kept

    @transaction.atomic
    def bring_back(self, action: Action, *, by, today: date, version: int | None = None) -> None:
        """What was left out waits to be taken in again."""
        self.hold_draft(by)
        gone, _by_model = self.left_out.filter(action=action).delete()
        require(
            gone,
            _("%(ref)s is not left out; perhaps a colleague has just brought it back.") % {"ref": action.ref},
        )
        refs = {"actions": [action.ref]}
        self._change("brought_back", by=by, today=today, version=version, parts=(refs, refs))

    @transaction.atomic
    def take_out(
        self, action: Action, *, by, today: date, reason: str, version: int | None = None
    ) -> PlanItem | None:
        """Take an action out of its line again; the line goes with its last action, which returns nothing."""
        self.hold_draft(by)
        _expect_reason(reason, _("Say why it is taken out; the reason stays in the history."))
        item = self.items.filter(contributions__action=action).first()
        require(item, _("%(ref)s stands in no line of this plan.") % {"ref": action.ref})
        before, said = [told(item)], {"by": by, "today": today, "reason": tidy(reason)}
        line = self._without(item, action, said)
        line_order.close_up(self)
        self._tell("taken_out", before, [line] if line else [], version=version, **said)
        return line

    def _without(self, item: PlanItem, action: Action, said: dict) -> PlanItem | None:
        if item.contributions.count() > 1:
            parts = [part.action for part in line_words.parts_of(item) if part.action_id == action.pk]
            line_words.leave(item, parts, verb="taken_out", **said)
            return item
        item.contributions.all().delete()
        PlanItem.objects.filter(pk=item.pk).delete()
        return None

    def _rows_to_take(self, actions: list[Action]) -> list[Action]:
        """The rows, held; Refused names the first that cannot be taken and why."""
        if not actions:
            raise Invalid({"action": _("Tick at least one row.")})
        rows = list(compiling.accepted(self, among=actions))
        missing = {action.pk for action in actions} - {row.pk for row in rows}
        for action in Action.objects.filter(pk__in=missing).select_related("weakness"):
            raise Refused(self.why_not_taken(action))
        return rows

    def why_not_taken(self, action: Action) -> str:
        """Why an action cannot be taken into a line now, in words."""
        item = PlanItem.objects.filter(contributions__action=action).first()
        facts = {"ref": action.ref, "number": item.position if item else ""}
        if action.weakness.review_id != self.review_id:
            return _("%(ref)s belongs to another review; it goes into the plan of that year.") % facts
        if item:
            return _("%(ref)s stands in line %(number)s of the plan already.") % facts
        if self.left_out.filter(action=action).exists():
            return _("%(ref)s is left out of the plan; bring it back first.") % facts
        if action.state == "dropped":
            return _("%(ref)s is no longer to be done; the plan takes no such row.") % facts
        return (
            _("%(ref)s is not accepted, or its acceptance was taken back; accept the submission first.")
            % facts
        )


def _expect_index(line: PlanItem | None, rows: list[Action]) -> None:
    strange = [row for row in rows if line and row.weakness.index_id != line.index_id]
    if strange:
        words = _(
            "%(ref)s is of the index %(own)s, line %(number)s of %(index)s. Add it to a line of its own index."
        )
        facts = {
            "ref": strange[0].ref,
            "own": strange[0].weakness.index,
            "number": line.position,
            "index": line.index,
        }
        raise Invalid({"into": words % facts})


def _expect_reason(reason: str, words: str) -> None:
    if not tidy(reason):
        raise Invalid({"reason": words})
