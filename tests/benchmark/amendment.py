"""An amendment of many mixed changes of a long plan: its page, its issue, what is read and printed afterwards."""

from datetime import date, timedelta

from django.db import transaction

from plans import papers
from plans.models import Amendment, Plan, PlanItem
from plans.papers.catalogue import PAPERS
from tests.benchmark.asker import Asker
from tests.benchmark.timed import TIMES, Row, measured, page
from tracker.models import Action, Unit

WHY = "Điều chỉnh theo kết luận của Ủy ban nhân dân tỉnh."
CHANGES = 300
SHARES = {"withdraw": 50, "add": 50, "words": 80, "units": 40}  # of 300; the others get another date


def rows(plan: Plan, asker: Asker, said: dict) -> list[Row]:
    """What an amendment of 300 changes costs before, at and after its issue."""
    amendment = prepared(_issued(plan.pk, said), said)
    return [*_before(amendment, asker), _issue(amendment, said), *_after(amendment, asker, said["today"])]


def prepared(plan: Plan, said: dict) -> Amendment:
    """An amendment that changes, ends and adds lines."""
    amendment = Amendment.begin(plan, reason=WHY, **said)
    lines = iter(plan.items.select_related("plan__review", "lead_unit").order_by("due_on", "pk").reverse())
    outside = Action.objects.filter(weakness__review=plan.review, contribution=None).exclude(accepted_on=None)
    amendment.add_all(outside[: SHARES["add"]], reason=WHY, **said)
    for _number in range(SHARES["withdraw"]):
        amendment.withdraw(next(lines), reason=WHY, **said)
    for number in range(CHANGES - SHARES["add"] - SHARES["withdraw"]):
        line = next(lines)
        amendment.change(line, reason=WHY, **said, **_words(line, number))
    return amendment


def _issued(pk: int, said: dict) -> Plan:
    """The plan that was sent, without some of its rows, which are accepted and wait for an amendment."""
    plan = Plan.objects.get(pk=pk)
    plan.recall(reason=WHY, **said)
    for line in list(plan.items.order_by("-pk")[: SHARES["add"]]):
        plan.take_out(line.contributions.get().action, reason=WHY, **said)
    plan.send(reason=WHY, **said)
    paper = _paper("118/KH-UBND", said["today"])
    plan.issue(reason=WHY, **said, **paper)
    return plan


def _words(line: PlanItem, number: int) -> dict:
    if number < SHARES["words"]:
        return {
            "measure": f"{line.measure} (bổ sung)",
            "weakness_statement": f"{line.weakness_statement} (rõ hơn)",
        }
    if number < SHARES["words"] + SHARES["units"]:
        return {"coordinating_units": list(Unit.objects.exclude(pk=line.lead_unit_id).order_by("code")[:3])}
    return {"due_on": line.due_on + timedelta(days=30)}


def _paper(number: str, day: date) -> dict:
    return {"number": number, "issued_on": day, "signer_name": "Nguyễn Văn A"}


def _before(amendment: Amendment, asker: Asker) -> list[Row]:
    here = f"/ke-hoach/{amendment.plan.review.plan_year}/dieu-chinh/{amendment.pk}/"
    return [
        page(f"amendment of {amendment.changes.count()} changes", asker, here),
        page("recording its issue", asker, f"{here}ban-hanh/"),
    ]


def _issue(amendment: Amendment, said: dict) -> Row:
    """Taken back each time but the last."""
    times = []

    @transaction.atomic
    def issue():
        times.append(1)
        Amendment.objects.get(pk=amendment.pk).issue(**said, **_paper("205/KH-UBND", said["today"]))
        transaction.set_rollback(len(times) <= TIMES)

    return measured("issue of the amendment", issue)


def _after(amendment: Amendment, asker: Asker, today: date) -> list[Row]:
    year, made = amendment.plan.review.plan_year, Amendment.objects.get(pk=amendment.pk).made
    return [
        page("version with what differs", asker, f"/ke-hoach/{year}/phien-ban/{made.number}/"),
        *(
            measured(f"paper: {kind}.{format}", lambda of=(kind, format, subject): _written(*of, today))
            for kind, subject in (("amendment", made.amendment), ("plan", made))
            for format in PAPERS[kind].formats
        ),
    ]


def _written(kind: str, format: str, subject, today: date) -> bytes:
    return papers.written(PAPERS[kind], format, subject, today)
