"""Stand-ins in the administration: read, appointed and ended by their verbs, never edited behind the history."""

from datetime import timedelta

import pytest

from tests.reading import Reader
from tracker import calendar
from tracker.models import Delegation, Event, User

LIST = "/quan-tri/tracker/delegation/"
TODAY = calendar.today()
WEEK = timedelta(days=7)


@pytest.fixture
def reader(admin) -> Reader:
    type(admin).objects.filter(pk=admin.pk).update(language="en")
    admin.refresh_from_db()
    return Reader(admin)


@pytest.fixture
def appoint(reader, head, official):
    """Fills in the form as an administrator does for a head who fell ill."""

    def appoint(**words):
        days = {"starts_on": f"{TODAY:%d/%m/%Y}", "ends_on": f"{TODAY + WEEK:%d/%m/%Y}"}
        return reader.fill_in(
            f"{LIST}add/", **({"absentee": head.pk, "stand_in": official.pk} | days | words)
        )

    return appoint


def test_an_administrator_appoints_and_the_history_names_him(appoint, admin, head, official):
    answer = appoint()
    absence = Delegation.objects.get()

    assert (answer.status_code, answer.url) == (303, LIST)
    assert (absence.absentee, absence.stand_in, absence.ends_on) == (head, official, TODAY + WEEK)
    assert Event.objects.of(absence).get().actor_name == admin.full_name


def test_whoever_set_the_site_up_appoints_too(head, official):
    User.objects.filter(pk=official.pk).update(is_staff=True, is_superuser=True)
    official.refresh_from_db()
    days = {"starts_on": f"{TODAY:%d/%m/%Y}", "ends_on": f"{TODAY:%d/%m/%Y}"}

    answer = Reader(official).fill_in(f"{LIST}add/", absentee=head.pk, stand_in=official.pk, **days)
    assert answer.status_code == 303


def test_a_stand_in_of_another_unit_is_refused_beside_the_field(appoint, foreign_official):
    answer = appoint(stand_in=foreign_official.pk)

    assert answer.status_code == 422
    assert "stand_in" in answer.context["form"].errors and not Delegation.objects.exists()


def test_a_row_is_ended_but_not_edited(appoint, reader, official, head):
    appoint()
    page = f"{LIST}{Delegation.objects.get().pk}/change/"

    assert 'name="stand_in"' not in reader.get(page).content.decode()
    assert reader.fill_in(page, stand_in=head.pk, ends_on="01/01/2030").status_code == 303
    assert not Delegation.objects.exists()
    assert Event.objects.filter(verb="recalled").exists()


def test_an_absence_that_is_over_is_only_read(reader, head, official):
    gone = Delegation.objects.create(
        absentee=head, stand_in=official, starts_on=TODAY - WEEK, ends_on=TODAY - timedelta(days=1)
    )
    page = reader.get(f"{LIST}{gone.pk}/change/")

    assert page.status_code == 200
    assert 'id="verb-form"' not in page.content.decode()
    assert reader.get(f"{LIST}{gone.pk}/delete/").status_code == 403


def test_the_list_is_found_by_a_name_without_accents(appoint, reader):
    appoint()

    assert reader.get(LIST, {"q": "khoi"}).context["cl"].result_count == 1
    assert reader.get(LIST, {"q": "nobody"}).context["cl"].result_count == 0
    assert [reader.get(f"{LIST}{each}/change/").status_code for each in ("0", "abc")] == [404, 404]
