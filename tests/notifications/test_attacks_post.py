"""Attacks on the post: a mail server that talks nonsense, settings that cannot work, a clock that ran ahead."""

import socketserver
import threading
from datetime import date, time

import pytest

from notifications.engine import bind, book, claim, prepare
from notifications.models import DeliveryAttempt, Envelope, Hold, Obligation, PlannerRun
from tests import factories
from tests.notifications.days import MONDAY, THURSDAY, WEDNESDAY, at, tick

SEVEN_AFTER = date(2022, 9, 7)  # seven working days after the Thursday
USUAL = {
    "EHLO": "250 x",
    "MAIL": "250 ok",
    "RCPT": "250 ok",
    "DATA": "354 go",
    ".": "250 ok",
    "RSET": "250 ok",
}


class Babbler(socketserver.ThreadingTCPServer):
    """A mail server that answers each command with the line it was given for it."""

    daemon_threads = allow_reuse_address = True

    def __init__(self, answers: dict[str, str]):
        super().__init__(("127.0.0.1", 0), Talk)
        self.answers, self.bodies = USUAL | answers, 0


class Talk(socketserver.StreamRequestHandler):
    def handle(self):
        self._say("220 hello")
        while line := self.rfile.readline():
            word = line.decode("ascii", "replace").strip().upper()[:4]
            answer = self.server.answers.get(word, "250 ok")
            self._say(answer)
            if word == "DATA" and answer.startswith("354"):
                self._take_body()

    def _take_body(self):
        while self.rfile.readline() not in (b".\r\n", b""):
            pass
        self.server.bodies += 1
        self._say(self.server.answers["."])

    def _say(self, line: str):
        self.wfile.write(f"{line}\r\n".encode())


@pytest.fixture
def babble(settings):
    """Starts such a server and makes it ours."""
    started = []

    def start(**answers) -> Babbler:
        server = Babbler({{"END": "."}.get(name, name): line for name, line in answers.items()})
        threading.Thread(target=server.serve_forever, daemon=True).start()
        started.append(server)
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.server_address[1]
        return server

    yield start
    for server in started:
        server.shutdown()
        server.server_close()


def bundle() -> Envelope:
    return Envelope.objects.get(kind="bundle")


@pytest.mark.parametrize("answer", ["what?", "250 ok", "199 hm", "220 hello again"])
def test_a_server_that_does_not_ask_for_the_text_has_not_taken_the_mail(old_news, official, babble, answer):
    server = babble(DATA=answer)
    tick(MONDAY)

    assert server.bodies == 0
    assert (bundle().state, bundle().possible_duplicates) == ("queued", 0)


@pytest.mark.parametrize("command", ["MAIL", "RCPT"])
def test_an_answer_without_a_number_is_no_consent(old_news, official, babble, command):
    server = babble(**{command: "what?"})
    tick(MONDAY)

    assert server.bodies == 0
    assert bundle().state == "queued"


@pytest.mark.parametrize("answer", ["what?", "354 more", "120 wait"])
def test_after_the_text_only_a_clear_yes_is_a_yes(old_news, official, babble, answer):
    babble(END=answer)
    tick(MONDAY)

    assert (bundle().state, bundle().possible_duplicates) == ("queued", 1)
    assert DeliveryAttempt.objects.get().outcome == "uncertain"


def test_settings_with_which_no_server_can_be_reached_write_no_mail_off(old_news, official, settings):
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = "127.0.0.1", True, True
    assert tick(MONDAY)["unreachable"] == 1
    assert bundle().state == "queued"


def test_a_host_that_cannot_be_spelled_writes_no_mail_off(old_news, official, settings):
    settings.EMAIL_HOST = "mail..sample.test"
    assert tick(MONDAY)["unreachable"] == 1
    assert bundle().state == "queued"


def test_a_clock_that_ran_a_day_ahead_loses_no_reminder_of_the_day_it_saw_too_early(
    old_news, home_affairs, official, sink
):
    tick(WEDNESDAY)
    tick(THURSDAY)  # for a moment; then the clock is put right
    later = factories.tracked_action(old_news.weakness, official, home_affairs, due_on=SEVEN_AFTER)
    tick(WEDNESDAY, time(10))
    assert not Obligation.objects.filter(subject_id=later.pk, rule__code="action-due")

    tick(THURSDAY, time(0, 1))
    assert Obligation.objects.filter(subject_id=later.pk, rule__code="action-due").exists()


def test_a_clock_that_ran_far_ahead_does_not_silence_the_planner(old_news, home_affairs, official, sink):
    tick(WEDNESDAY)
    tick(date(2022, 12, 30))
    later = factories.tracked_action(old_news.weakness, official, home_affairs, due_on=SEVEN_AFTER)
    tick(WEDNESDAY, time(10))
    tick(THURSDAY)

    assert Obligation.objects.get(subject_id=later.pk, rule__code="action-due").occurrence == -7


def test_a_mail_whose_sender_died_while_sending_waits_like_any_other_and_can_be_discarded(
    old_news, home_affairs, official, sink
):
    by, dead = factories.actor(home_affairs), time(8, 6)
    tick(MONDAY, time(7))
    bind.everything_due(at(MONDAY))
    [(mail, _letter)] = prepare.letters(claim.take(at(MONDAY)), MONDAY)
    book.turn(None, mail, at(MONDAY))  # and dies
    hold = Hold.objects.begin(by=by, today=MONDAY, cause="by_hand", note="Phục hồi")
    tick(MONDAY, dead)
    assert (bundle().state, bundle().possible_duplicates) == ("held", 1)

    assert hold.discard_waiting(by=by, today=MONDAY, reason="Đã gửi") == 1
    hold.release(by=by, today=MONDAY)
    tick(MONDAY, time(8, 12))
    assert sink.to(official.email) == []


def test_a_mail_that_is_being_sent_when_sending_is_held_stays_its_senders(old_news, home_affairs, sink):
    tick(MONDAY, time(7))
    bind.everything_due(at(MONDAY))
    [(mail, _letter)] = prepare.letters(claim.take(at(MONDAY)), MONDAY)
    book.turn(None, mail, at(MONDAY))
    Hold.objects.begin(by=factories.actor(home_affairs), today=MONDAY, cause="by_hand", note="Phục hồi")
    tick(MONDAY, time(8, 4))
    assert bundle().state == "sending"


def test_a_turn_that_waited_for_another_ones_plan_does_not_write_it_again(old_news, official, sink):
    tick(MONDAY)
    planned = PlannerRun.objects.get(business_date=MONDAY).planned
    tick(MONDAY, time(7, 59))
    assert PlannerRun.objects.get(business_date=MONDAY).planned == planned > 0
