"""The doors of the comparison: a command, a task, a page; and what it costs."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import Value
from django.db.models.functions import Concat
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from notifications import reconcile, tasks
from notifications.models import Reconciliation
from tests.notifications.days import MONDAY, at
from tests.notifications.ledger import NOW, delete, found
from tests.notifications.owing import write_down
from tests.notifications.test_planning_cost import copies
from tracker.models import Action


def test_the_command_prints_what_it_found_and_fails(fortnight, official):
    delete(subject_id=fortnight.pk, recipient=official, occurrence=1)
    told = StringIO()
    with pytest.raises(CommandError) as failure:
        call_command("reconcile", now="2022-09-08T09:00", stdout=told)

    assert failure.value.returncode == 1
    assert fortnight.ref in told.getvalue()
    assert official.email in told.getvalue()


def test_the_command_is_content_with_true_books(fortnight):
    told = StringIO()
    call_command("reconcile", now="2022-09-08T09:00", stdout=told)

    assert "0 missing, 0 surplus" in told.getvalue()


def test_the_task_compares_now_and_the_last_comparison_is_known(db):
    assert reconcile.last_run() is None
    assert tasks.compare_books() == 0
    assert reconcile.last_run() == Reconciliation.objects.get().at


def test_6700_actions_are_compared_with_as_many_statements_as_67(old_news):
    copies(old_news, 66)
    for_67 = statements_of_a_comparison()
    Action.objects.filter(ref__startswith="C-").update(ref=Concat(Value("D"), "ref"))
    copies(old_news, 6700)

    assert statements_of_a_comparison() == for_67


def statements_of_a_comparison() -> int:
    today = MONDAY + timedelta(days=reconcile.last_run() is not None)
    write_down(today)
    with CaptureQueriesContext(connection) as asked:
        reconcile.compare(at(today))
    assert found() == []
    return len(asked)


def page(language: str = "en") -> str:
    with translation.override(language):
        return Template("{% load books %}{% discrepancies %}").render(Context())


def test_the_page_says_what_whom_which_rule_and_which_date(fortnight, official, django_assert_num_queries):
    delete(subject_id=fortnight.pk, recipient=official, occurrence=1)
    delete(rule__code="action-assigned", recipient=official)
    reconcile.compare(NOW)

    with django_assert_num_queries(1):
        shown = page()
    assert "1 working day after 31/08/2022" in shown
    assert "what happened on 30/08/2022" in shown
    assert all(words in shown for words in (fortnight.ref, official.full_name, "missing"))


def test_a_page_without_discrepancies_shows_nothing(db):
    assert page().strip() == ""
