"""The actions behind a figure as a list for one reader: what each is now, and how it stood then."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from django.utils.translation import gettext as _

from tracker import rules
from tracker.models import Action, Unit

from .past import ActionThen
from .why import Why
from .window import Window

ROWS_A_PAGE = 100


@dataclass(frozen=True)
class WhyRow:
    """One action as it is known now, and how it stood; its evidence only for those who may see it."""

    action: Action
    then: ActionThen
    state: str
    unit: str
    sees_evidence: bool


@dataclass(frozen=True)
class WhyList:
    """The rows of one page; of other units' actions a reader learns only how many there are."""

    title: str
    number: int
    others: int
    window: Window

    @classmethod
    def all_of(cls, why: Why, actor, query: Mapping) -> list[Self]:
        """All that is counted; compared with an earlier day, what came and what went."""
        if why.since is None:
            return [cls._of(_("The actions that make it up"), why.listed, why, actor, query)]
        came, went = _("Came to it since then"), _("No longer counted")
        return [cls._of(came, why.came, why, actor, {}), cls._of(went, why.went, why, actor, {})]

    @classmethod
    def _of(cls, title: str, states: list[ActionThen], why: Why, actor, query: Mapping) -> Self:
        by_id = {then.action_id: then for then in states}
        visible = Action.objects.visible_to(actor).filter(pk__in=by_id)
        keys = list(visible.order_by("lead_unit__sort_key", "due_on", "pk").values_list("pk", flat=True))
        window = Window.of(keys, query, len(keys) if why.since else ROWS_A_PAGE)
        rows = _rows(visible, [by_id[key] for key in window.rows], actor)
        return cls(title, len(states), len(states) - len(keys), window.holding(rows))


def _rows(visible, states: list[ActionThen], actor) -> list[WhyRow]:
    read = visible.select_related("lead_unit", "owner", "weakness").in_bulk(
        [then.action_id for then in states]
    )
    names = {unit.code: unit.name for unit in Unit.objects.order_by()}
    words = dict(Action.State.choices)
    return [
        WhyRow(
            action=read[then.action_id],
            then=then,
            state=words[then.state],
            unit=names.get(then.unit_key, then.unit_key),
            sees_evidence=rules.may_see_evidence(actor, read[then.action_id]),
        )
        for then in states
    ]
