"""Letters to the made-up unit: about its overdue actions, and about a submission it has not handed in."""

from functools import cached_property

from notifications.models import Chase

WORDS = (
    "Đề nghị đơn vị rà soát, cập nhật tiến độ từng nhiệm vụ.\n"
    "Nhiệm vụ nào vướng mắc, báo cáo Sở Nội vụ trước 17 giờ."
)
NOT_HANDED_IN = "Đề nghị đơn vị hoàn thiện và nộp trên hệ thống trong tuần này."


class Letters:
    """What Home Affairs writes to the unit."""

    @cached_property
    def chase(self) -> Chase:
        chase = self._letter(WORDS)
        chase.actions.set(self.actions)
        return chase

    @cached_property
    def signed_chase(self) -> Chase:
        """With what the clerk gave the paper."""
        signed = {"number": "924/SNV-CCHC", "numbered_on": self.today, "signed_file_name": "CV 924.pdf"}
        return self._letter(WORDS, level="letter", **signed)

    @cached_property
    def chase_for_submission(self) -> Chase:
        """While the review is open."""
        type(self.review).objects.filter(pk=self.review.pk).update(state="open")
        return self._letter(NOT_HANDED_IN, about="submission", submission=self.unwritten)

    def _letter(self, words: str, **fields) -> Chase:
        return Chase.objects.create(
            unit=self.unit, words=words, chased_on=self.today, chased_by=self.home_affairs, **fields
        )
