"""A paper and an import that the made-up official started and left, for showing what their mails look like."""

from functools import cached_property

from plans.models import ImportJob, PaperJob

NOT_FILLED = "Không điền được mẫu “Mau-tong-hop.docx” với nội dung hiện tại. Hãy khôi phục mẫu có sẵn."


class Jobs:
    """As they are when they have come to their end."""

    @cached_property
    def paper(self) -> PaperJob:
        kept = {"file": "papers/mau", "size": 48_000, "sha256": "0" * 64}
        name = f"Ke-hoach-{self.review.plan_year}-du-thao.docx"
        return self._paper(state="ready", ready_at=self.now, file_name=name, **kept)

    @cached_property
    def failed_paper(self) -> PaperJob:
        return self._paper(state="failed", trouble=NOT_FILLED)

    @cached_property
    def imported(self) -> ImportJob:
        counts = {"rows": 412, "sound": 412, "actions": 412}
        return ImportJob.objects.create(
            submission=self.unwritten, file="imports/mau", file_name="Nhiem-vu-khac-phuc.xlsx", sha256="0" * 64,
            state="imported", counts=counts, brought_by=self.official, brought_at=self.now, beat_at=self.now,
            imported_by=self.official, imported_at=self.now,
        )  # fmt: skip

    def _paper(self, **outcome) -> PaperJob:
        return PaperJob.objects.create(
            kind="plan", format="docx", review=self.review, on=self.today, asked_by=self.official, asked_at=self.now,
            beat_at=self.now, **outcome,
        )  # fmt: skip
