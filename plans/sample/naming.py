"""How the story names things, and what its words stand for."""

from decimal import Decimal

from plans.models import Amendment, Plan, PlanItem, Submission
from tracker.models import Action, Criterion, ExtensionRequest, Index, Review, Unit, Weakness

FIND = {
    "action": lambda ref: Action.objects.get(ref=ref),
    "amendment": lambda year: Amendment.objects.get(plan__review__year=year, state="open"),
    "extension": lambda ref: ExtensionRequest.objects.pending().get(action__ref=ref),
    "line": lambda ref: PlanItem.objects.get(contributions__action__ref=ref),
    "plan": lambda year: Plan.objects.get(review__year=year),
    "review": lambda year: Review.objects.get(year=year),
    "submission": lambda code: Submission.objects.get(unit__code=code, review__is_sample=True),
    "weakness": lambda ref: Weakness.objects.get(ref=ref),
}


def _points(life, rows: dict, thing) -> dict[int, dict]:
    """The points of one version's criteria, all of them under the same note."""
    criteria = {
        each.code: each.pk for each in Criterion.objects.filter(criteria_set__code=rows["criteria_set"])
    }
    return {criteria[code]: {"value": Decimal(value), "note": rows["note"]}
            for code, value in rows["values"].items()}  # fmt: skip


READ = {
    "expected": lambda life, position, thing: thing.expected_evidence.all()[position],
    "index": lambda life, code, thing: Index.objects.get(code=code),
    "item": lambda life, ref, thing: FIND["line"](ref),
    "items": lambda life, refs, thing: [FIND["line"](ref) for ref in refs],
    "organisation": lambda life, code, thing: Unit.objects.get(code=code),
    "owner": lambda life, email, thing: life.cast.people[email],
    "person": lambda life, email, thing: life.cast.people[email],
    "points": _points,
    "rows": lambda life, rows, thing: {FIND["weakness"](ref).pk: reason for ref, reason in rows.items()},
    "scale": lambda life, number, thing: Decimal(number),
    "value": lambda life, number, thing: Decimal(number),
    "weaknesses": lambda life, refs, thing: [FIND["weakness"](ref) for ref in refs],
}
