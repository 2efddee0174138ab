"""The judge sees what it is there to see; all of it is made up by hand."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.faults.journal import Accepted, Journal, accepted
from tests.faults.judge import Case, judge
from tests.faults.ledger import Duty, Ledger, Mail

NOON = datetime(2022, 8, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
KHOI, HOA = "khoi@sample.test", "hoa@sample.test"
ONE = Accepted("<1@test>", KHOI, "aa", ("HD-2022-1",), "2022-08-22", NOON.isoformat(), 1)
TWO = Accepted("<2@test>", HOA, "bb", ("HD-2022-2",), "2022-08-22", NOON.isoformat(), 2)
DROPPED = replace(ONE, dropped=True)
CASE = Case("test", {(KHOI, "HD-2022-1", "2022-08-22"), (HOA, "HD-2022-2", "")}, ended=NOON + HOUR)
MAILS = [Mail("<1@test>", "sent", 0, NOON + HOUR), Mail("<2@test>", "sent", 0, NOON + HOUR)]
DUTIES = [Duty(KHOI, "HD-2022-1", "done", "", "<1@test>"), Duty(HOA, "HD-2022-2", "done", "", "<2@test>")]
LEDGER = Ledger(MAILS, DUTIES)
COUNTED = Ledger([replace(MAILS[0], counted=1), MAILS[1]], DUTIES)


def test_everything_told_once_breaks_nothing():
    line = judge(CASE, [ONE, TWO], LEDGER)

    assert (line.owed, line.lost, line.copies, line.late, line.stale, line.broken) == (2, 0, 0, 0, 0, [])


def test_a_mail_that_never_arrived_is_lost_even_when_the_ledger_says_it_was_sent():
    line = judge(CASE, [ONE], LEDGER)

    assert line.lost == 1
    assert "1 of 2 owed reminders were lost" in line.broken[0]
    assert "said to be sent that no mail server took" in line.broken[1]


def test_a_reminder_told_on_another_day_than_it_was_owed_is_lost():
    assert judge(CASE, [replace(ONE, day="2022-08-23"), TWO], LEDGER).lost == 1


def test_a_copy_after_a_dropped_line_that_is_counted_breaks_nothing():
    line = judge(CASE, [DROPPED, ONE, TWO], COUNTED)

    assert (line.copies, line.drops, line.counted, line.broken) == (1, 1, 1, [])


def test_a_copy_nobody_counted_is_seen():
    assert broken(CASE, [DROPPED, ONE, TWO], LEDGER) == [
        "copies of 1 mails were not counted, such as <1@test>"
    ]


def test_a_copy_without_a_kill_or_a_dropped_line_is_seen():
    assert broken(CASE, [ONE, ONE, TWO], COUNTED) == ["1 copies need more than 0 kills and 0 broken lines"]


def test_a_copy_under_another_identity_is_seen():
    other = replace(ONE, message_id="<3@test>")
    ledger = Ledger([*MAILS, Mail("<3@test>", "sent", 0, NOON + HOUR)], DUTIES)

    assert "told under two identities" in broken(CASE, [ONE, other, TWO], ledger)[0]


def test_a_copy_with_other_words_is_seen():
    [sentence] = broken(CASE, [DROPPED, replace(ONE, body="cc"), TWO], COUNTED)
    assert "other words" in sentence


def test_a_mail_that_left_after_its_time_or_after_the_deadline_is_late():
    after = replace(ONE, dated=(NOON + 2 * HOUR).isoformat())
    before_noon = replace(CASE, deadline=NOON - HOUR)

    assert judge(CASE, [after, TWO], LEDGER).late == 1
    assert judge(before_noon, [ONE, TWO], LEDGER).late == 2


def test_a_mail_that_tells_what_no_longer_held_is_stale():
    closed = replace(CASE, over={(KHOI, "HD-2022-1"): NOON - HOUR, (HOA, "HD-2022-2"): NOON + HOUR})

    assert judge(closed, [ONE, TWO], LEDGER).stale == 1


def test_a_mail_in_sending_past_its_lease_is_seen():
    hanging = Mail("<4@test>", "sending", 0, NOON + HOUR, lease_until=NOON)
    held = replace(hanging, lease_until=NOON + 2 * HOUR)

    assert "lease has run out" in broken(CASE, [ONE, TWO], Ledger([*MAILS, hanging], DUTIES))[0]
    assert broken(CASE, [ONE, TWO], Ledger([*MAILS, held], DUTIES)) == []


def test_a_mail_taken_that_the_ledger_does_not_know_of_is_seen():
    queued = replace(MAILS[1], state="queued", counted=1)
    half = Ledger([MAILS[0], queued], [DUTIES[0], replace(DUTIES[1], state="bound")])

    assert broken(CASE, [ONE, TWO], half)[0] == "1 mails were taken that are not said to be sent"


def test_an_obligation_that_says_something_else_than_its_mail_is_seen():
    torn = Ledger(MAILS, [DUTIES[0], replace(DUTIES[1], state="bound")])

    assert "say different things" in broken(CASE, [ONE, TWO], torn)[0]


def test_an_obligation_still_open_is_seen_unless_its_mail_could_not_be_delivered():
    ledger = Ledger(MAILS, [*DUTIES, Duty("nobody@unit.test", "HD-2022-3", "bound", "", "<5@test>")])
    excused = replace(CASE, undeliverable=frozenset({"nobody@unit.test"}))

    assert "still open" in broken(CASE, [ONE, TWO], ledger)[0]
    assert broken(excused, [ONE, TWO], ledger) == []


def test_the_journal_keeps_what_a_mail_tells(tmp_path):
    head = b"Message-ID: <1@test>\r\nDate: Mon, 22 Aug 2022 19:00:00 +0700\r\nX-Business-Date: 2022-08-22\r\n"
    journal = Journal(tmp_path / "journal")
    journal.write(accepted(head + b"\r\nHD-2022-1\r\n", KHOI, at=1))

    [kept] = journal.read()
    assert (kept.message_id, kept.address, kept.refs, kept.day) == (
        "<1@test>",
        KHOI,
        ("HD-2022-1",),
        "2022-08-22",
    )
    assert kept.moment == NOON


def broken(case: Case, journal: list[Accepted], ledger: Ledger) -> list[str]:
    return judge(case, journal, ledger).broken
