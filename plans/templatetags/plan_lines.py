"""Where the rows of a weakness stand in the plan, once the reader may see the plan."""

from django import template

from tracker import rules

register = template.Library()


@register.simple_tag(takes_context=True)
def lines_of_plan(context, weakness) -> list[tuple]:
    """Each action of the weakness with its line of the plan; nothing of a plan that is not the reader's yet."""
    actor = context["request"].actor
    placed = ((action, action.contribution.item) for action in _placed(weakness))
    return [(action, item) for action, item in placed if rules.may_see_plan(actor, item.plan)]


def _placed(weakness) -> list:
    actions = weakness.actions.filter(contribution__isnull=False) if weakness else ()
    related = "contribution__item__plan__review"
    return list(actions.select_related(related).order_by("contribution__item__position")) if weakness else []
