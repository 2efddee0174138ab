"""The public page: there only while Home Affairs wants it, the issued words only, and nobody's name or number."""

import gzip
from datetime import date

import pytest
from django.test import Client

from plans.models import Amendment, Plan
from plans.models.planning.version import digest
from plans.publication.public_plan import LINES_A_PAGE
from tests.factories import DUE, actor
from tests.reading import Reader, in_english, text
from tracker.errors import Refused
from tracker.models import User

PLACE, DESK = "/cong-khai/ke-hoach/2022/", "/ke-hoach/2022/cong-khai/"
TODAY = date(2022, 11, 1)
CANARY = {"full_name": "Canh Giữ Yến", "email": "canary@sample.test", "phone": "0909 111 222"}


@pytest.fixture
def stranger() -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture
def published(plan, home_affairs) -> Plan:
    plan.publish(by=actor(home_affairs), today=TODAY)
    return plan


def froze(version, lines: list[dict]) -> None:
    """A later version, which is the one that holds."""
    later = {"number": version.number + 1, "frozen_on": TODAY, "content": lines, "sha256": digest(lines)}
    type(version).objects.create(plan=version.plan, **later)


def test_nothing_is_public_before_somebody_decides_so(plan, stranger):
    assert not plan.is_public
    assert stranger.get(PLACE).status_code == 404


def test_home_affairs_makes_it_public_and_takes_it_down_again(plan, home_affairs, stranger):
    reader = Reader(home_affairs)
    assert reader.fill_in(DESK, wanted="shown").status_code == 303
    assert stranger.get(PLACE).status_code == 200
    assert reader.fill_in(DESK, wanted="hidden").status_code == 303
    assert stranger.get(PLACE).status_code == 404


def test_the_desk_shows_what_strangers_will_read(plan, home_affairs, stranger):
    line = plan.versions.last().content[0]["measure"]
    assert line in text(Reader(home_affairs).get(DESK))


@pytest.mark.parametrize("who", ["official", "head", "leader", "inspector", "admin"])
def test_only_home_affairs_decides_on_it(who, plan, request):
    person = request.getfixturevalue(who)
    assert Reader(person).get(DESK).status_code == 403
    with pytest.raises(Refused):
        plan.publish(by=actor(person), today=TODAY)


def test_a_draft_cannot_be_made_public(weakness, action, home_affairs, review, stranger):
    draft = Plan.compile(review, by=actor(home_affairs), today=DUE)
    page = Reader(home_affairs).get(DESK)

    assert page.status_code == 200 and 'id="verb-form"' not in text(page)
    with pytest.raises(Refused):
        draft.publish(by=actor(home_affairs), today=TODAY)
    assert (
        Reader(home_affairs)
        .post(DESK, {"wanted": "shown", "version": draft.version, "idempotency": "x" * 9})
        .status_code
        == 409
    )


def test_a_form_drawn_before_a_colleague_acted_does_not_do_the_opposite(published, home_affairs, stranger):
    typed = {"wanted": "shown", "version": published.version, "idempotency": "once-and-for-all"}

    assert Reader(home_affairs).post(DESK, typed).status_code == 409
    assert stranger.get(PLACE).status_code == 200


def test_no_name_no_phone_and_no_address_of_anybody_stands_on_it(plan, home_affairs, stranger, weakness):
    """A canary in every text of every line, and everybody the site knows."""
    User.objects.create(**CANARY)
    version = plan.versions.last()
    song = " ".join(CANARY.values())
    lines = [line | {name: f"{line[name]} {song}" for name in
                     ("weakness_statement", "measure", "output", "causes", "note", "due_phrase")}
             for line in version.content]  # fmt: skip
    froze(version, lines)
    plan.publish(by=actor(home_affairs), today=TODAY)
    page = text(stranger.get(PLACE))

    people = User.objects.values_list("full_name", "email", "phone")
    known = [word for person in people for word in person if word]
    assert "Canh Giữ Yến" in known and "[…]" in page
    assert [word for word in [*known, plan.signer_name] if word in page] == []


def test_causes_remarks_and_references_are_not_on_it(published, stranger):
    version = published.versions.last()
    lines = [line | {"causes": "Chưa phân công rõ.", "note": "Nhắc riêng"} for line in version.content]
    froze(version, lines)
    page = text(stranger.get(PLACE))

    assert "Chưa phân công" not in page and "Nhắc riêng" not in page and "HD-2022" not in page


def test_it_prints_what_was_frozen_not_what_is_being_prepared(published, home_affairs, stranger):
    Amendment.objects.create(plan=published, reason="Rút gọn", begun_by=home_affairs, begun_on=TODAY)
    published.items.update(measure="Câu chữ chưa ai ký", output="Chưa ai ký")
    page = text(stranger.get(PLACE))

    assert "chưa ai ký" not in page.lower()
    assert all(line["measure"] in page for line in published.versions.last().content)


def test_the_figures_are_those_of_the_plan_in_all_and_by_index(published, stranger):
    shown = stranger.get(PLACE).context["published"]

    assert (shown.total.total, shown.total.done, shown.total.overdue) == (6, 3, 2)
    assert [(row.index.code, row.lines, row.figures.total) for row in shown.indices] == [
        ("PAR_INDEX", 5, 4), ("PAPI", 2, 2)
    ]  # fmt: skip


def test_a_cache_may_keep_it_and_nobody_is_marked(published, stranger):
    first = stranger.get(PLACE)
    again = stranger.get(PLACE, headers={"if-none-match": first["ETag"]})

    assert "public" in first["Cache-Control"] and "max-age=300" in first["Cache-Control"]
    assert not first.cookies and "csrfmiddlewaretoken" not in text(first)
    assert (again.status_code, again.content) == (304, b"")


def test_whoever_is_logged_in_reads_the_very_same_page(published, stranger, official):
    assert Reader(official).get(PLACE).content == stranger.get(PLACE).content


def test_a_stranger_reads_english_on_a_switch(published, stranger):
    page = stranger.get(f"{PLACE}?lang=en", follow=True)

    assert 'lang="en"' in text(page) and "sessionid" not in stranger.cookies


def test_a_thousand_lines_come_in_light_pages(published, stranger):
    version = published.versions.last()
    words = "niêm yết, công khai và số hóa kết quả giải quyết tại Bộ phận Một cửa của đơn vị"
    numbered = ({"position": place, "number": str(place), "measure": f"Rà soát thủ tục số {place}; {words}"}
                for place in range(1, 1001))  # fmt: skip
    froze(version, [version.content[0] | each for each in numbered])
    page = stranger.get(PLACE)

    assert page.context["published"].window.after == str(LINES_A_PAGE)
    assert len(gzip.compress(page.content)) < 30_000
    assert stranger.get(f"{PLACE}?after=900").context["published"].window.after == ""
    assert stranger.get(f"{PLACE}?after=sau").status_code == 422


def test_the_history_says_who_made_it_public(published, home_affairs):
    in_english(home_affairs)
    from tracker.models import Event

    event = Event.objects.of(published).last()
    assert (event.verb, event.actor, event.happened_on) == ("published", home_affairs, TODAY)
