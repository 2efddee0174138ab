"""What chance makes people do to the actions and lines of a draft plan, and how it is told to the counting."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from plans.models import Plan
from plans.progress import listening
from plans.progress.counting.following import EVER, follow
from tests.factories import actor, group, index
from tests.plans.progress.people import proof
from tracker.errors import Invalid, Refused
from tracker.models import Action, Index, Unit, UnitGroup, User, Weakness

WORK = ("begin", "prove", "unprove", "report", "extend", "drop", "move", "expect", "nothing")
FEASIBLE = {
    "todo": WORK,
    "doing": WORK,
    "returned": WORK,
    "reported": ("verify", "verify", "send_back", "move"),
    "done": ("reopen", "move"),
    "dropped": ("move",),
}
ON_LINES = ("merge", "split", "leave_out", "bring_back")
IN_CATALOGUES = ("regroup", "recode_group", "recode_index", "reindex")


@dataclass
class Chance:
    """One plan with its people. Each change is announced at once, later with others, or twice."""

    plan: Plan
    people: dict[str, User]
    units: list[Unit]
    today: date
    done: int = 0
    untold: list[set] = field(default_factory=list)

    def step(self, kind: str, which: int, number: int) -> None:
        """Something feasible happens, on one of the lines or one of the actions."""
        try:
            if kind == "line":
                self._on_lines(ON_LINES[number % len(ON_LINES)], which)
            elif kind == "catalogue":
                getattr(self, f"_{IN_CATALOGUES[number % len(IN_CATALOGUES)]}")(which)
            elif kind == "day":
                self.today += timedelta(days=number % 12)
            else:
                self._work(which, number)
            self.done += 1
        except (Refused, Invalid):
            return
        finally:
            self._tell(number)

    def tell_all(self) -> None:
        """What was held back is announced now, the last first."""
        while self.untold:
            follow(self.untold.pop(), self.today)

    def _tell(self, number: int) -> None:
        follow(listening.saved.take(), EVER)
        self.untold.append(listening.noted.take())
        if number % 3:
            told = list(self.untold[-1])
            self.tell_all()
            follow(told if number % 2 else [], self.today)

    def _work(self, which: int, number: int) -> None:
        actions = list(Action.objects.filter(weakness__review=self.plan.review).order_by("pk"))
        action = actions[which % len(actions)]
        verbs = FEASIBLE[action.state]
        getattr(self, f"_{verbs[number % len(verbs)]}")(action, number)

    def _on_lines(self, verb: str, which: int) -> None:
        items, by = list(self.plan.items.order_by("position", "pk")), self._home_affairs()
        item = items[which % len(items)]
        parts = [part.action for part in item.contributions.select_related("action")]
        if verb == "merge":
            alike = [each for each in items if each.index_id == item.index_id]
            self.plan.merge([item, alike[which % len(alike)]], **by)
        elif verb == "split":
            self.plan.split(item, parts[:1], **by)
        elif verb == "leave_out":
            self.plan.leave_out(parts[0], reason="Để sang năm", **by)
        else:
            self.plan.bring_back(
                self.plan.left_out.first().action if self.plan.left_out.exists() else parts[0], **by
            )

    def _regroup(self, which: int) -> None:
        unit = self.units[which % len(self.units)]
        unit.group = (None, group(), group("khac", "Khác"))[which % 7 % 3]
        unit.save()

    def _recode_group(self, which: int) -> None:
        self._recode(UnitGroup.objects.order_by("pk"), which)

    def _recode_index(self, which: int) -> None:
        self._recode(Index.objects.order_by("pk"), which)

    def _recode(self, found, which: int) -> None:
        thing = found[which % len(found)]
        thing.code = f"{thing.code.partition('-')[0]}-{which}"
        thing.save()

    def _reindex(self, which: int) -> None:
        """As the unit itself does while it writes its submission."""
        weaknesses = Weakness.objects.filter(review=self.plan.review).order_by("pk")
        other = index(("PAR_INDEX", "PAPI", "SIPAS")[which % 5 % 3])
        weaknesses[which % len(weaknesses)]._change("written", **self._home_affairs(), index_id=other.pk)

    def _begin(self, action, number):
        action.update_progress(percent=number % 100, note="Đang làm", **self._unit())

    def _prove(self, action, number):
        kinds = [None, *action.expected_evidence.all()]
        action.add_document(expected=kinds[number % len(kinds)], **proof(self.today), **self._unit())

    def _unprove(self, action, number):
        if piece := action.live_evidence().first():
            action.remove_evidence(piece, reason="Nhầm tệp", **self._unit())

    def _report(self, action, number):
        for kind in action.missing_evidence():
            action.add_document(expected=kind, **proof(self.today), **self._unit())
        action.add_document(**proof(self.today), **self._unit())
        action.report(delay_cause="Thiếu máy quét", **self._unit())

    def _extend(self, action, number):
        until = max(action.due_on, self.today) + timedelta(days=1 + number % 20)
        request = action.ask_extension(requested_due_on=until, reason="Chờ kinh phí", **self._unit())
        request.approve(**self._home_affairs())

    def _verify(self, action, number):
        action.verify(**self._home_affairs())

    def _send_back(self, action, number):
        action.send_back(reason="Thiếu số liệu", **self._home_affairs())

    def _reopen(self, action, number):
        action.reopen(reason="Chưa xong", **self._home_affairs())

    def _drop(self, action, number):
        action.drop(reason="Đã có dự án khác", **self._home_affairs())

    def _expect(self, action, number):
        wanted = [*action.proven_kinds(), *(f"Loại mới {place}" for place in range(1 + number % 3))]
        action.expect_evidence(kinds=wanted, reason="Yêu cầu sai", **self._home_affairs())

    def _move(self, action, number):
        unit = self.units[number % len(self.units)]
        action.move(unit=unit, owner=self.people["official"], reason="Sáp nhập", **self._home_affairs())

    def _nothing(self, action, number):
        follow({("action", action.pk)}, self.today)

    def _unit(self) -> dict:
        return {"by": actor(self.people["official"], self.today), "today": self.today}

    def _home_affairs(self) -> dict:
        return {"by": actor(self.people["home_affairs"], self.today), "today": self.today}
