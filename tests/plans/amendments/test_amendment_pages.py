"""The pages of an amendment: Home Affairs prepares and issues it there; units see nothing of it before."""

import pytest

from plans.models import Amendment, Plan, PlanVersion
from tests.factories import ISSUED, actor
from tests.files import pdf
from tests.reading import Reader, in_english, text
from tracker.calendar import today

YEAR = "/ke-hoach/2022/"


@pytest.fixture
def desk(home_affairs) -> Reader:
    in_english(home_affairs)
    return Reader(home_affairs)


def place(amendment, part: str = "") -> str:
    return f"{YEAR}dieu-chinh/{amendment.pk}/{part}"


def line_words(line, **words) -> dict:
    """The whole form of a line, as the browser sends it."""
    kept = {
        "weakness_statement": line.weakness_statement, "causes": line.causes, "measure": line.measure,
        "output": line.output, "due_on": f"{line.due_on:%d/%m/%Y}", "due_phrase": line.due_phrase, "note": line.note,
        "lead_unit": line.lead_unit_id,
    }  # fmt: skip
    return kept | words


def test_from_the_reason_to_the_signed_paper(plan, lines, late_action, desk):
    begun = desk.fill_in(f"{YEAR}dieu-chinh/moi/", reason="Sau mưa lũ")
    amendment = Amendment.objects.get()
    assert (begun.status_code, begun.url) == (303, place(amendment))

    desk.fill_in(place(amendment, f"dong/{lines[0].pk}/"), **line_words(lines[0], measure="Số hóa toàn bộ"))
    desk.fill_in(place(amendment, f"dong/{lines[1].pk}/rut/"), reason="Trùng nhiệm vụ")
    desk.fill_in(place(amendment, "them/"), actions=[late_action.pk], reason="Bổ sung")
    page = text(desk.get(place(amendment)))
    assert "<ins>toàn bộ</ins>" in page
    assert "Trùng nhiệm vụ" in page
    assert "Line 2a" in page

    paper = {"number": "205/KH-UBND", "issued_on": f"{today():%d/%m/%Y}", "signer_name": "Nguyễn Văn A"}
    assert desk.fill_in(place(amendment, "ban-hanh/"), **paper).status_code == 303
    read = desk.get(place(amendment), follow=True)
    assert read.redirect_chain[-1][0] == f"{YEAR}phien-ban/2/"
    assert "<ins>toàn bộ</ins>" in text(read)


def test_after_a_change_one_is_at_its_card_and_the_search_stays(amendment, lines, desk):
    found = text(desk.get(place(amendment, "?q=1")))
    assert place(amendment, f"dong/{lines[0].pk}/?q=1") in found

    changed = desk.fill_in(
        place(amendment, f"dong/{lines[0].pk}/?q=1"), **line_words(lines[0], measure="Số hóa toàn bộ")
    )
    assert changed.url == place(amendment, "?q=1#dong-1")
    asked = text(desk.get(place(amendment, f"dong/{lines[1].pk}/rut/")))
    assert f"‹ Amendment of plan {amendment.plan.number} – Being prepared" in asked
    withdrawn = desk.fill_in(place(amendment, f"dong/{lines[1].pk}/rut/"), reason="Trùng nhiệm vụ")
    assert withdrawn.url == place(amendment, "#dong-2")
    assert 'id="dong-2"' in text(desk.get(place(amendment)))


def test_units_find_nothing_of_it_before_it_is_issued(amendment, lines, by, head):
    amendment.change(lines[0], **by, measure="Chưa công bố")
    unit = Reader(head)

    assert unit.status_of(place(amendment)) == 404
    assert unit.status_of(place(amendment, f"dong/{lines[0].pk}/")) == 404
    for address in (f"{YEAR}phien-ban/", f"{YEAR}phien-ban/1/", YEAR):
        page = text(unit.get(address))
        assert "Chưa công bố" not in page
        assert amendment.reason not in page


def test_everybody_reads_the_issued_version_and_what_it_changed(
    amendment, lines, by, paper, foreign_official
):
    amendment.change(lines[0], **by, measure="Số hóa toàn bộ", reason="Theo kết luận")
    amendment.issue(**by, **paper)
    in_english(foreign_official)

    reader = Reader(foreign_official)
    page = text(reader.get(f"{YEAR}phien-ban/2/"))
    assert "<ins>toàn bộ</ins>" in page
    assert "Theo kết luận" in page
    assert "matches" in page
    assert "Version 2" in text(reader.get(f"{YEAR}phien-ban/"))


def test_a_unit_neither_begins_nor_changes_an_amendment(plan, amendment, lines, head, leader):
    assert Reader(head).status_of(f"{YEAR}dieu-chinh/moi/") == 403
    assert Reader(leader).status_of(place(amendment)) == 200
    assert Reader(leader).status_of(place(amendment, f"dong/{lines[0].pk}/")) == 403
    answer = Reader(leader).post(
        place(amendment, "huy/"), {"reason": "x", "version": 1, "idempotency": "12345678"}
    )
    assert answer.status_code == 403


def test_beginning_while_another_amends_leads_to_that_one(plan, amendment, second_home_affairs):
    in_english(second_home_affairs)
    colleague = Reader(second_home_affairs)
    page = text(colleague.get(f"{YEAR}dieu-chinh/moi/"))
    assert "Nguyễn Văn Bình" in page
    assert place(amendment) in page

    answer = colleague.fill_in(f"{YEAR}dieu-chinh/moi/", reason="Lý do của Lan")
    assert answer.status_code == 409
    assert "Lý do của Lan" in text(answer)
    assert place(amendment) in text(answer)


def test_what_is_planned_stands_in_the_form_again(amendment, lines, by, desk):
    amendment.change(lines[0], **by, measure="Đã ghi nhận", reason="Lý do cũ")

    form = desk.get(place(amendment, f"dong/{lines[0].pk}/")).context["form"]
    assert (form["measure"].value(), form["reason"].value()) == ("Đã ghi nhận", "Lý do cũ")


def test_words_that_cannot_stand_come_back_as_they_were_typed(amendment, lines, desk):
    answer = desk.fill_in(
        place(amendment, f"dong/{lines[0].pk}/"),
        **line_words(lines[0], measure="Đang viết dở", due_on="31/02/2022"),
    )

    assert answer.status_code == 422
    assert "Đang viết dở" in text(answer)
    assert not amendment.changes.exists()


def test_a_number_that_is_used_is_answered_at_its_field(amendment, lines, by, desk):
    amendment.change(lines[0], **by, measure="Số hóa toàn bộ")
    answer = desk.fill_in(
        place(amendment, "ban-hanh/"),
        number="118/KH-UBND",
        issued_on="20/07/2022",
        signer_name="Nguyễn Văn A",
    )

    assert answer.status_code == 422
    assert "number" in answer.context["form"].errors


def test_what_was_changed_by_a_colleague_meanwhile_is_a_conflict_with_the_typed_words(
    amendment, lines, by, desk
):
    address = place(amendment, f"dong/{lines[0].pk}/")
    form = desk.get(address).context["form"]
    amendment.change(lines[0], **by, measure="Của đồng nghiệp")
    sent = line_words(
        lines[0], measure="Của tôi", version=form["version"].value(), idempotency="a-key-of-mine"
    )
    answer = desk.post(address, sent)

    assert answer.status_code == 409
    assert "Của tôi" in text(answer)


def test_a_change_is_taken_back_and_the_amendment_given_up(amendment, lines, by, desk):
    planned = amendment.change(lines[0], **by, measure="Khác")
    assert desk.fill_in(place(amendment, f"thay-doi/{planned.pk}/bo/")).status_code == 303
    assert desk.status_of(place(amendment, f"thay-doi/{planned.pk}/bo/")) == 404
    assert desk.fill_in(place(amendment, "huy/"), reason="Chưa cần").status_code == 303

    amendment.refresh_from_db()
    assert amendment.state == "cancelled"
    assert desk.status_of(place(amendment)) == 200


def test_lines_are_found_by_words_without_accents(amendment, lines, desk):
    [(_index, found)] = desk.get(place(amendment) + "?q=3").context["lines"]
    assert [number for number, _item in found] == ["3"]
    assert desk.get(place(amendment) + "?q=so hoa").context["lines"]
    assert desk.get(place(amendment) + "?q=khong co").context["lines"] == []


def test_the_signed_paper_is_downloaded_by_everybody(amendment, lines, by, paper, head, desk):
    amendment.change(lines[0], **by, measure="Khác")
    assert desk.status_of(place(amendment, "ban-ky/")) == 404
    amendment.issue(**by, **paper, signed_file=pdf("205.pdf"))

    answer = Reader(head).get(place(amendment, "ban-ky/"))
    assert answer["Content-Disposition"].startswith("attachment")
    assert b"".join(answer.streaming_content).startswith(b"%PDF")


def test_a_version_whose_words_are_not_those_of_its_sha256_says_so(plan, desk):
    PlanVersion.objects.create(plan=plan, number=2, content=[], sha256="0" * 64, frozen_on=ISSUED)

    assert "does not match" in text(desk.get(f"{YEAR}phien-ban/2/"))


def test_a_draft_has_no_versions(action, review, home_affairs, desk):
    Plan.compile(review, by=actor(home_affairs), today=ISSUED)
    assert desk.status_of(f"{YEAR}phien-ban/") == 404
