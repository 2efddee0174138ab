"""The account of a month: what was owed and what became of it, by kind and by reason, with the time it took."""

from datetime import date, timedelta

import pytest

from notifications.watching.monthly import Account
from tests.notifications import envelopes
from tests.notifications.days import MONDAY, at
from tests.reading import Reader

AUGUST, SEPTEMBER, JULY = date(2022, 8, 1), date(2022, 9, 1), date(2022, 7, 1)
PAGE = "/thong-bao/thang/2022-08/"


@pytest.fixture
def month(official, head) -> None:
    """August: four mails to Khởi and two to Hòa, each ended in another way, and what they told."""
    for seconds in (10, 20, 30, 400):
        envelopes.owed(envelopes.sent(official, at(MONDAY), after=seconds, kind="bundle", address=f"{seconds}@x.test",
                                      business_date=MONDAY - timedelta(days=seconds % 7)))  # fmt: skip
    envelopes.owed(envelopes.failed(head, at(MONDAY), possible_duplicates=2), rule="action-quiet")
    dropped = envelopes.waiting(head, at(MONDAY), state="suppressed", reason="empty")
    envelopes.owed(dropped, state="cancelled", reason="closed")
    envelopes.owed(dropped, state="suppressed", reason="superseded")
    envelopes.owed(dropped, state="planned", envelope=None)


def row(rows: list[dict], kind: str | None) -> dict:
    return next(each for each in rows if each["kind"] == kind)


def test_mails_are_counted_by_kind_and_altogether(month):
    mails = Account.of(AUGUST).mails
    bundle, whole = row(mails, "bundle"), mails[-1]

    assert (bundle["written"], bundle["sent"], bundle["failed"]) == (4, 4, 0)
    assert (whole["kind"], whole["written"], whole["sent"], whole["failed"], whole["suppressed"]) == (
        None,
        6,
        4,
        1,
        1,
    )
    assert (whole["doubtful"], whole["waiting"]) == (2, 0)


def test_the_time_from_due_to_accepted_is_given_for_the_half_and_for_most(month):
    bundle = row(Account.of(AUGUST).mails, "bundle")

    assert (float(bundle["usual_lag"]), float(bundle["long_lag"])) == (25.0, pytest.approx(344.5))
    assert row(Account.of(AUGUST).mails, "action-assigned")["usual_lag"] is None


def test_reminders_are_counted_by_rule_and_altogether(month):
    reminders = Account.of(AUGUST).reminders
    due, whole = row(reminders, "action-due"), reminders[-1]

    assert (due["planned"], due["done"], due["cancelled"], due["suppressed"], due["outstanding"]) == (
        7,
        0,
        1,
        1,
        5,
    )
    assert (whole["planned"], whole["outstanding"]) == (8, 6)


def test_every_reason_is_counted(month):
    reasons = {
        (each["what"], each["state"], each["reason"]): each["many"] for each in Account.of(AUGUST).reasons
    }

    assert reasons == {
        ("mail", "failed", "refused"): 1, ("mail", "suppressed", "empty"): 1,
        ("reminder", "cancelled", "closed"): 1, ("reminder", "suppressed", "superseded"): 1,
    }  # fmt: skip


def test_a_mail_belongs_to_the_month_of_its_business_date(official):
    envelopes.sent(official, at(date(2022, 8, 31)))
    envelopes.sent(official, at(date(2022, 9, 1)))

    assert [Account.of(month).mails[-1]["written"] for month in (JULY, AUGUST, SEPTEMBER)] == [0, 1, 1]


def test_test_mails_are_not_counted(home_affairs):
    envelopes.sent(home_affairs, at(MONDAY), kind="test")

    assert Account.of(AUGUST).is_empty


def test_ten_mails_cost_as_many_statements_as_one(official, django_assert_num_queries):
    for _ in range(10):
        envelopes.owed(envelopes.sent(official, at(MONDAY)))

    with django_assert_num_queries(3):
        Account.of(AUGUST)


def test_the_page_writes_figures_as_they_are_written_here(month, home_affairs):
    envelopes.Envelope.objects.filter(state="failed").update(possible_duplicates=1234)
    reader = Reader(home_affairs)
    assert "1.234" in reader.get(PAGE).content.decode()

    reader.get(f"{PAGE}?lang=en")
    assert "1,234" in reader.get(PAGE).content.decode()


def test_the_page_leads_to_the_months_beside_it_but_not_into_the_future(month, home_affairs):
    page = Reader(home_affairs).get(PAGE)
    far = Reader(home_affairs).get("/thong-bao/thang/2099-12/")

    assert (page.context["before"], page.context["after"]) == (JULY, SEPTEMBER)
    assert far.context["after"] is None
    assert Reader(home_affairs).get("/thong-bao/thang/2000-01/").context["before"] is None


@pytest.mark.parametrize(
    "month", ["2022-00", "2022-13", "2022-8", "1999-12", "0000-01", "22-08", "2022-08-01", "abc", "²⁰²²-08"]
)
def test_there_is_no_account_of_a_month_that_never_was(month, home_affairs):
    assert Reader(home_affairs).get(f"/thong-bao/thang/{month}/").status_code == 404


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("home_affairs", 200),
        ("admin", 200),
        ("leader", 200),
        ("inspector", 200),
        ("official", 403),
        ("head", 403),
    ],
)
def test_whoever_watches_the_whole_province_reads_it(who, status, request):
    assert Reader(request.getfixturevalue(who)).get(PAGE).status_code == status
