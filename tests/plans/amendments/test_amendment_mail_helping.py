"""Heads of units that only help are told what an amendment does to the lines they help with, each once."""

from datetime import date, time

import pytest

from notifications.models import Discrepancy, Obligation
from notifications.reconcile.books import compare
from tests import factories
from tests.factories import SUMMER, actor
from tests.notifications.days import at, tick
from tests.reading import in_english

SEPTEMBER = date(2022, 9, 30)
LEAD = "Sở Tài nguyên và Môi trường"


@pytest.fixture(autouse=True)
def surgeon(action, health):
    """The head of the health department, which helps with line 1 of the plan."""
    action.coordinating_units.add(health)
    return head_of(health, "dung@sample.test", "Đỗ Dũng")


@pytest.fixture
def police():
    return factories.unit("CA", "Công an tỉnh")


@pytest.fixture
def officer(police):
    return head_of(police, "hung@sample.test", "Lê Hùng")


@pytest.fixture
def told(plan, official, head, officer, sink):
    """Everybody has heard of the plan; from now on the mails of an amendment count."""
    in_english(official, head)
    tick(SUMMER)
    sink.mails.clear()
    return sink


def head_of(unit, email: str, name: str):
    found = factories.person(email, name, "unit_head", unit)
    in_english(found)
    return found


def issued(amendment, by, paper):
    amendment.issue(**by, **paper)
    tick(SUMMER, time(9))


def read(sink, person) -> tuple[str, str]:
    """The subject of the one mail about the amendment, and its words; the HTML says the same."""
    (mail,) = [mail for mail in sink.to(person.email) if "205/KH-UBND" in mail["Subject"]]
    plain, rich = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert all(sentence in " ".join(rich.split()) for sentence in sentences(plain))
    return mail["Subject"], " ".join(plain.split())


def sentences(plain: str) -> list[str]:
    """What it says of the unit's part, as far as the reader is told one."""
    words = " ".join(plain.split())
    return [f"{part}." for part in words.split(". ") if part.startswith(("Your unit", "From now on"))]


def found_by_the_books() -> list[tuple]:
    """Who should have been told of the amendment and was not, or the other way round."""
    tick(date(2022, 8, 2))
    compare(at(date(2022, 8, 2), time(20)))
    return list(Discrepancy.objects.filter(rule__code="plan-amended").values_list("kind", "recipient"))


def readers(sink) -> list[str]:
    return sorted(mail["To"] for mail in sink.mails if "205/KH-UBND" in mail["Subject"])


def test_another_date_of_a_line_it_helps_with(told, amendment, lines, by, paper, surgeon):
    amendment.change(lines[0], **by, due_on=SEPTEMBER, reason="Chờ kinh phí")
    amendment.change(lines[1], **by, measure="Việc của đơn vị khác")
    issued(amendment, by, paper)

    subject, words = read(told, surgeon)
    assert subject == "Plan amended by 205/KH-UBND: 1 line your unit helps with"
    assert f"Line 1 – changed {lines[0].measure} Your unit helps {LEAD} with this; deadline 30" in words
    assert "31 August 2022 → 30 September 2022" in words and "Chờ kinh phí" in words
    assert "/ke-hoach/2022/phien-ban/2/" in words
    assert "Việc của đơn vị khác" not in words and "Your deadline" not in words


def test_a_unit_named_anew_and_a_unit_left_out(told, amendment, lines, by, paper, police, surgeon, officer):
    amendment.change(lines[0], **by, coordinating_units=[police])
    issued(amendment, by, paper)

    _subject, gone = read(told, surgeon)
    _subject, come = read(told, officer)
    assert f"Your unit no longer helps {LEAD} with this." in gone
    assert f"From now on your unit helps {LEAD} with this; deadline 31 August 2022." in come
    assert all(
        "Coordinating units: now also Công an tỉnh; no longer Sở Y tế" in words for words in (gone, come)
    )


def test_a_line_withdrawn_and_a_line_added(told, amendment, lines, late_action, by, paper, police, surgeon,
                                           officer):  # fmt: skip
    late_action.coordinating_units.add(police)
    amendment.withdraw(lines[0], **by, reason="Trùng nhiệm vụ")
    amendment.add(late_action, **by)
    issued(amendment, by, paper)

    _subject, ended = read(told, surgeon)
    _subject, begun = read(told, officer)
    assert "Line 1 – withdrawn from the plan" in ended and "Trùng nhiệm vụ" in ended
    assert f"Your unit helped {LEAD} with this. Nothing more is to be done." in ended
    assert "Line 2a – new in the plan Thuê dịch vụ số hóa" in begun and "Line 1" not in begun
    assert f"From now on your unit helps {LEAD} with this" in begun


def test_each_is_told_once_and_nobody_else(told, amendment, lines, by, paper, police, foreign_official, official,
                                           head, surgeon, officer):  # fmt: skip
    amendment.change(lines[0], **by, measure="Số hóa hết", coordinating_units=[police])
    amendment.change(lines[1], **by, coordinating_units=[police])
    issued(amendment, by, paper)
    tick(SUMMER, time(10))

    assert readers(told) == sorted([official.email, head.email, surgeon.email, officer.email])


def test_who_helps_in_place_of_a_unit_that_is_no_more_is_told(told, amendment, action, lines, home_affairs, by, paper,
                                                             health, police, officer):  # fmt: skip
    admin = factories.person("admin@sample.test", "Quản trị", "admin", home_affairs.memberships.get().unit)
    action.refresh_from_db()
    action.coordinate_instead(by=actor(admin), today=SUMMER, old=health, new=police, reason="Sáp nhập")
    amendment.change(lines[0], **by, due_on=SEPTEMBER)
    issued(amendment, by, paper)

    assert f"Your unit helps {LEAD} with this" in read(told, officer)[1]
    assert not found_by_the_books()


def test_who_leads_one_line_and_helps_with_another_reads_the_own_one_first(
    told, amendment, lines, late_action, review, health, home_affairs, by, paper, surgeon
):
    weakness = factories.weakness(review, health, home_affairs)
    own = factories.tracked_action(weakness, surgeon, home_affairs, statement="Công khai viện phí.")
    amendment.change(lines[0], **by, due_on=SEPTEMBER)
    amendment.add(own, **by)
    issued(amendment, by, paper)

    subject, words = read(told, surgeon)
    assert subject == "Plan amended by 205/KH-UBND: 1 line of yours"
    assert words.index("Công khai viện phí.") < words.index(lines[0].measure)


def test_the_books_agree(told, amendment, lines, late_action, by, paper, police):
    late_action.coordinating_units.add(police)
    amendment.change(lines[0], **by, due_on=SEPTEMBER, coordinating_units=[police])
    amendment.withdraw(lines[1], **by, reason="Trùng")
    amendment.add(late_action, **by)
    issued(amendment, by, paper)

    assert not found_by_the_books()


def test_the_books_miss_heads_who_were_not_told(told, amendment, lines, by, paper, police, surgeon, officer):
    amendment.change(lines[0], **by, coordinating_units=[police])
    issued(amendment, by, paper)
    Obligation.objects.filter(recipient__in=[surgeon, officer], rule__code="plan-amended").delete()

    assert sorted(found_by_the_books()) == sorted(("missing", head.pk) for head in (surgeon, officer))
