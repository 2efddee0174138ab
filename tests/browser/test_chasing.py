"""Writing letters in a browser: the preview follows the typing, and the short message is copied or read."""

from datetime import timedelta

import pytest
from django.utils import timezone

from notifications.models import Chase
from tests import factories

pytestmark = pytest.mark.browser
WRITE = "/don-doc/moi/?about=overdue&level=chasing&unit=STNMT&lang=en"


@pytest.fixture
def letter(action, head, home_affairs) -> Chase:
    then = timezone.now() - timedelta(days=2)
    by = factories.actor(home_affairs)
    return Chase.objects.send(action.lead_unit, by=by, now=then, words="Gấp")


def test_the_letters_follow_what_is_typed_and_are_sent_from_the_same_page(
    action, head, home_affairs, open_as
):
    page = open_as(home_affairs)
    page.goto(WRITE)
    page.fill("#id_words", "Đề nghị {đơn vị} báo cáo {số việc} việc.")
    page.get_by_text("Đề nghị Sở Tài nguyên và Môi trường báo cáo 1 việc.").wait_for()
    page.fill("#id_words", "Gửi {quý vị}")
    page.locator("#letters").get_by_text("Nobody knows what to write for {quý vị}").wait_for()
    page.fill("#id_words", "Đề nghị {đơn vị} báo cáo ngay.")
    page.click("text=Send 1 letter")

    page.get_by_role("heading", name="Its e-mails").wait_for()
    assert Chase.objects.get().words == "Đề nghị Sở Tài nguyên và Môi trường báo cáo ngay."


def test_the_short_message_is_copied_with_a_button(letter, home_affairs, open_as):
    page = open_as(home_affairs)
    page.goto(f"/don-doc/{letter.pk}/?lang=en")
    page.click("text=Copy message")

    page.get_by_role("button", name="Copied").wait_for()
    message = page.input_value("#message")
    assert message.startswith("Sở Nội vụ đôn đốc Sở Tài nguyên và Môi trường: 1 biện pháp quá hạn")
    assert message.endswith(f"/don-doc/{letter.pk}/")
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == message
