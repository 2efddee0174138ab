"""The summer of 2022 for one unit and its action: everything happens in it that a mail is written for."""

from dataclasses import dataclass
from datetime import date, time

from notifications.models import Chase
from plans.models import Amendment, PaperJob, Submission
from tests import factories
from tests.files import pdf
from tests.notifications.days import at, live, tick
from tracker.models import Action, Question, User, Weakness

JUNE_23, JUNE_24 = date(2022, 6, 23), date(2022, 6, 24)
JULY_22 = date(2022, 7, 22)
AUGUST_1, AUGUST_10 = date(2022, 8, 1), date(2022, 8, 10)
OCTOBER_3, OCTOBER_5, OCTOBER_12 = date(2022, 10, 3), date(2022, 10, 5), date(2022, 10, 12)


@dataclass
class Summer:
    """The people, and what they do in their order."""

    action: Action
    official: object
    head: object
    home_affairs: object

    def live(self) -> None:
        self._accounts()
        self._submission()
        self._plan()
        self._amendment()
        self._paper()
        self._evidence()
        self._extension()
        self._report()

    def _by(self, person, today: date) -> dict:
        return {"by": factories.actor(person), "today": today}

    def _accounts(self) -> None:
        by, unit = self._by(self.home_affairs, factories.CONFERENCE), self.home_affairs.memberships.get().unit
        words = {"email": "moi@haugiang.gov.vn", "full_name": "Phan Văn <Mới> & Bạn", "role": "official"}
        User.invite(**by, unit=unit, valid_from=factories.CONFERENCE, **words)
        User.forget_password(self.official.email, **by, now=at(factories.CONFERENCE))

    def _submission(self) -> None:
        tick(factories.CONFERENCE)
        submission = Submission.objects.get(unit=self.action.lead_unit)
        self._weakness_too_many(submission)
        self._exemption(submission)
        factories.submitted(submission, self.official, self.head)
        tick(factories.DEADLINE)
        reasons = {self.action.weakness_id: "Nêu rõ nguyên nhân"}
        submission.send_back(**self._by(self.home_affairs, JUNE_23), rows=reasons, due_on=JUNE_24)
        tick(JUNE_23)
        submission.draft(**self._by(self.official, JUNE_23))
        submission.send_to_head(**self._by(self.official, JUNE_23))
        submission.return_to_official(**self._by(self.head, JUNE_23), reason="Bổ sung số liệu")
        tick(JUNE_23, time(9))
        submission.send_to_head(**self._by(self.official, JUNE_23))
        submission.submit(**self._by(self.head, JUNE_24))
        self._acceptance(submission)

    def _acceptance(self, submission: Submission) -> None:
        """Accepted, taken back, and accepted again."""
        submission.accept(**self._by(self.home_affairs, JUNE_24))
        tick(JUNE_24)
        submission.reconsider(**self._by(self.home_affairs, JUNE_24), reason="Chưa đọc <hết> & kỹ")
        tick(JUNE_24, time(9))
        submission.accept(**self._by(self.home_affairs, JUNE_24))
        tick(JUNE_24, time(9, 30))

    def _weakness_too_many(self, submission: Submission) -> None:
        """Home Affairs assigns one more, and takes it back once the unit has been told."""
        day, first = factories.CONFERENCE, self.action.weakness
        [weakness] = Weakness.assign(
            **self._by(self.home_affairs, day), review=submission.review, units=[submission.unit],
            title="Chậm <trả lời> & kéo dài", statement="3/40 phản ánh trả lời chậm.", index=first.index,
        )  # fmt: skip
        tick(day, time(8, 30))
        weakness.withdraw(**self._by(self.home_affairs, day))
        submission.refresh_from_db()

    def _exemption(self, submission: Submission) -> None:
        """Home Affairs takes the unit for another one, and sees its mistake."""
        day = factories.CONFERENCE
        submission.exempt(**self._by(self.home_affairs, day), reason="Sáp nhập <trong năm> & giải thể")
        tick(day, time(9))
        submission.expect_again(**self._by(self.home_affairs, day), reason="Không sáp nhập")
        tick(day, time(9, 30))

    def _plan(self) -> None:
        factories.issued_plan(self.action.weakness.review, self.home_affairs)
        live(factories.ISSUED, date(2022, 7, 22))

    def _amendment(self) -> None:
        """Before anything was extended the plan is amended: the line is worded anew."""
        plan, by = self.action.weakness.review.plan, self._by(self.home_affairs, JULY_22)
        amendment = Amendment.begin(plan, **by, reason="Theo kết luận <số 12> & ý kiến")
        line = self.action.contribution.item
        amendment.change(
            line, **by, measure="Số hóa <toàn bộ> & trả kết quả điện tử", reason="Rõ việc <hơn> & đủ"
        )
        amendment.issue(**by, number="205/KH-UBND", issued_on=JULY_22, signer_name="Nguyễn Văn A")
        tick(JULY_22, time(9))

    def _paper(self) -> None:
        """Home Affairs has the progress written and looks at something else."""
        words = {"review": self.action.weakness.review, "now": at(JULY_22)}
        job = PaperJob.ask("progress", "xlsx", **self._by(self.home_affairs, JULY_22), **words)
        job.build(today=JULY_22, now=at(JULY_22))
        PaperJob.objects.update(unseen_since=at(JULY_22))
        tick(JULY_22, time(10))

    def _evidence(self) -> None:
        self.action.refresh_from_db()
        kinds = {"kinds": ["Quyết định <ban hành> & phụ lục"], "reason": "Đúng <kế hoạch> & đủ"}
        self.action.expect_evidence(**self._by(self.home_affairs, JULY_22), **kinds)
        tick(JULY_22, time(11))

    def _extension(self) -> None:
        self.action.refresh_from_db()
        self.action.update_progress(
            **self._by(self.official, date(2022, 7, 22)), percent=40, note="Đã ký hợp đồng"
        )
        asked = self.action.ask_extension(
            **self._by(self.official, AUGUST_1),
            requested_due_on=date(2022, 9, 5),
            reason="Chờ kinh phí & nhân lực",
        )
        live(AUGUST_1, date(2022, 8, 9))
        question = Question.ask(
            self.action, **self._by(self.official, AUGUST_1), words="Ghi <thu> & chi thế nào?"
        )
        question.reply(**self._by(self.home_affairs, AUGUST_10), words="Ghi <riêng> & đủ.")
        asked.approve(**self._by(self.home_affairs, AUGUST_10))
        self.action.refresh_from_db()
        self.action.assign(**self._by(self.home_affairs, AUGUST_10), owner=self.head)
        live(AUGUST_10, OCTOBER_3)

    def _report(self) -> None:
        Chase.objects.send(
            self.action.lead_unit,
            by=factories.actor(self.home_affairs),
            now=at(OCTOBER_3),
            words="Đề nghị <gấp> & đủ.",
        )
        Chase.objects.get().note_number(
            **self._by(self.home_affairs, OCTOBER_3),
            number="924/SNV-CCHC",
            numbered_on=OCTOBER_3,
            signed_file=pdf(),
        )
        tick(OCTOBER_3, time(9))
        self.action.refresh_from_db()
        paper = {"number": "1/BC", "issued_on": AUGUST_1, "issuer": "Sở", "title": "Báo cáo"}
        expected = self.action.expected_evidence.get()
        self.action.add_document(**self._by(self.head, OCTOBER_3), **paper, expected=expected)
        self.action.report(**self._by(self.head, OCTOBER_3), delay_cause="Chậm kinh phí")
        self.action.send_back(**self._by(self.home_affairs, OCTOBER_5), reason="Thiếu <quyết định> & phụ lục")
        tick(OCTOBER_5)
        self.action.report(**self._by(self.head, OCTOBER_5), delay_cause="Chậm kinh phí")
        live(date(2022, 10, 6), OCTOBER_12)
        self.action.verify(**self._by(self.home_affairs, OCTOBER_12))
        tick(date(2022, 10, 13))
