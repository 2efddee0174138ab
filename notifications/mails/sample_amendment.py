"""An amendment of the made-up plan, for showing what its mail looks like."""

from functools import cached_property

from plans.models import Amendment, PlanVersion


class Amended:
    @cached_property
    def amendment(self) -> Amendment:
        """The first line of the plan is given more time."""
        plan, moved = self.plan, self.in_days(30)
        amendment = Amendment.objects.create(
            plan=plan, state="issued", reason="Điều chỉnh thời hạn sau mưa lũ.", begun_by=self.home_affairs,
            begun_on=self.in_days(-5), number=f"205/KH-UBND ({self.review.year})", issued_on=self.today,
            signer_name="(mẫu)",
        )  # fmt: skip
        line = plan.items.first()
        amendment.changes.create(
            kind="change", item=line, after={"due_on": moved.isoformat()}, reason="Chờ kinh phí"
        )
        plan.items.filter(pk=line.pk).update(due_on=moved)
        self.actions[0].due_on = moved
        self.actions[0].save(update_fields=["due_on"])
        PlanVersion.freeze(plan, self.today, amendment)
        return amendment
