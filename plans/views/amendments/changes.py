"""What an amendment is to change: lines, lines less, actions more, granted dates; and a change taken back."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plans.forms.amendments.words import AdditionForm, LineForm
from plans.models.amendments import extended_lines
from plans.reading.numbers import numbers_of
from plans.versions.planned_content import can_join
from tracker import calendar, rules
from tracker.forms.actions import EmptyForm, ReasonForm
from tracker.views.verb import answer, require_role, who

from .preparing import find_amendment, find_line, place


def change(request: HttpRequest, year: int, pk: int, item: int) -> HttpResponse:
    """Other words, date or units for a line, beside what it says now."""
    amendment, line = _find(request, year, pk, item)
    planned = amendment.changes.filter(item=line, kind="change").first()
    form = LineForm(request, amendment, line, planned, calendar.today())
    return answer(
        request, form, lambda **words: amendment.change(line, **words, **who(request)),
        title=_("Change line %(number)s") % _number(line), submit=_("Keep the change"),
        done=_("The change is noted. The plan reads as before until the amendment is issued."),
        back=_card(request, amendment, line), template="plans/amendments/line.html", line=line, amendment=amendment,
    )  # fmt: skip


def withdraw(request: HttpRequest, year: int, pk: int, item: int) -> HttpResponse:
    """Take a line out of the plan."""
    amendment, line = _find(request, year, pk, item)
    return answer(
        request, ReasonForm(request, amendment),
        lambda **words: amendment.withdraw(line, **words, **who(request)),
        title=_("Withdraw line %(number)s") % _number(line), submit=_("Note the withdrawal"),
        done=_("The withdrawal is noted. The plan reads as before until the amendment is issued."),
        back=_card(request, amendment, line), template="plans/amendments/withdrawal.html", line=line,
        explain=_("With the issue of the amendment the open work of this line ends; owner and head are told."),
    )  # fmt: skip


def add(request: HttpRequest, year: int, pk: int) -> HttpResponse:
    """Actions that were accepted after the plan was drawn up, or left out of it."""
    amendment = _open(request, year, pk)
    candidates = can_join(amendment)
    return answer(
        request, AdditionForm(request, amendment, candidates),
        lambda actions, **words: amendment.add_all(actions, **words, **who(request)),
        title=_("Add actions to the plan"), submit=_("Note them"),
        done=_("Noted. They join the plan when the amendment is issued."), back=place(amendment),
        template="plans/amendments/addition.html", candidates=candidates,
    )  # fmt: skip


def take_over_extensions(request: HttpRequest, year: int, pk: int) -> HttpResponse:
    """The dates that were granted since the plan was issued become the lines' printed dates."""
    amendment = _open(request, year, pk)
    found = extended_lines.of(amendment)
    done = ngettext(
        "%(count)s line gets the granted date.", "%(count)s lines get the granted dates.", len(found)
    )
    return answer(
        request, EmptyForm(request, amendment),
        lambda version: amendment.take_over_extensions(**who(request)),
        title=_("Take over granted extensions"), submit=_("Note these dates"), done=done % {"count": len(found)},
        back=place(amendment), template="plans/amendments/extensions.html", found=_numbered(amendment, found),
    )  # fmt: skip


def undo(request: HttpRequest, year: int, pk: int, change: int) -> HttpResponse:
    """Take one planned change back."""
    amendment = _open(request, year, pk)
    planned = get_object_or_404(amendment.changes.in_order(), pk=change)
    return answer(
        request, EmptyForm(request, amendment), lambda version: amendment.undo(planned, **who(request)),
        title=_("Take the change back: %(thing)s") % {"thing": planned.title}, submit=_("Undo this change"),
        done=_("The change is taken back."), back=place(amendment),
        explain=_("The plan stays there as it is."),
    )  # fmt: skip


def _open(request: HttpRequest, year: int, pk: int):
    """The amendment, for those who prepare it; the verb itself says when it is not open any more."""
    amendment = find_amendment(request, year, pk)
    require_role(rules.may_edit_plan(request.actor))
    return amendment


def _find(request: HttpRequest, year: int, pk: int, item: int) -> tuple:
    amendment = _open(request, year, pk)
    return amendment, find_line(amendment, item)


def _card(request: HttpRequest, amendment, line) -> str:
    """Where the change of this line is shown, what was searched for among the lines still searched for."""
    words = request.GET.get("q", "")[:200]
    return (
        f"{place(amendment)}{'?' + urlencode({'q': words}) if words else ''}#dong-{_number(line)['number']}"
    )


def _number(line) -> dict[str, str]:
    return {"number": numbers_of(line.plan)[line.pk]}


def _numbered(amendment, found: list[tuple]) -> list[tuple]:
    numbers = numbers_of(amendment.plan)
    return [(numbers[item.pk], item, due_on) for item, due_on in found]
