"""The page on the points that came back: answers as tags, work as counts, where to enter what is missing."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from plans.next_year.account import NextYear
from plans.next_year.answers import Answer
from plans.next_year.gaps import Gap, Missing
from plans.next_year.rows import Row
from tracker.templatetags.page import tag

register = template.Library()

ANSWERS = {
    "wholly": ("ok", "tick"), "partly": ("info", "half"), "not": ("warn", "missing"),
    "more": ("bad", "alert"), "unknown": ("neutral", "dashed"),
}  # fmt: skip
STEPS = {
    "up": ("ok", "tick"), "same": ("plain", "half"), "down": ("warn", "alert"), "unknown": ("plain", "dashed")
}  # fmt: skip


@register.simple_tag
def answer_tag(verdict) -> str:
    return tag(*ANSWERS[verdict.answer], verdict.answer.label)


@register.simple_tag
def step_tag(unit) -> str:
    return tag(*STEPS[unit.step], unit.step.label)


@register.simple_tag
def cautions(account: NextYear, row: Row) -> list[str]:
    return account.cautions(row)


@register.filter
def answers(index) -> list[str]:
    """How many criteria got which answer; those nobody got are left out."""
    return [f"{answer.label}: {index.answers[answer]}" for answer in Answer if index.answers[answer]]


@register.filter
def counted(work) -> list[str]:
    """How the actions ended, in words; what does not occur is left out."""
    words = {
        "on_time": _("%(count)s completed on time"),
        "late": _("%(count)s completed late"),
        "open": _("%(count)s still open"),
        "dropped": _("%(count)s no longer applicable"),
    }
    return [words[kind] % {"count": count} for kind, count in work.counts.items() if count]


@register.filter
def entry(gap: Gap) -> str:
    """Where Home Affairs enters what is missing."""
    if gap.what == Missing.REVIEW:
        return reverse("review-new")
    if gap.what == Missing.RATINGS:
        return reverse("unit-ratings-entry", args=[gap.year])
    page = "index-dimensions" if gap.what == Missing.POINTS else "index-result-entry"
    return reverse(page, args=[gap.year, gap.index.code])
