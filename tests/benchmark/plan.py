"""The workbench of a draft plan with many lines that read alike: proposals, pages, verbs, in this process."""

import random
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django is set up above
from django.db import connection, transaction  # noqa: E402
from django.test.utils import override_settings  # noqa: E402

from plans.consolidation import words  # noqa: E402
from plans.consolidation.proposals import proposals  # noqa: E402
from plans.models import Contribution, Plan, PlanItem  # noqa: E402
from tests.benchmark import amendment  # noqa: E402
from tests.benchmark.asker import Asker  # noqa: E402
from tests.benchmark.timed import HEAD, Row, measured, page  # noqa: E402
from tracker import calendar  # noqa: E402
from tracker.embedded.folder import DataFolder  # noqa: E402
from tracker.embedded.lease import leased  # noqa: E402
from tracker.models import Action, Actor, User, Weakness  # noqa: E402

HOME_AFFAIRS, MOST = "home-affairs@sample.test", 10_000
OTHER_WORDS = ("kịp thời", "tại đơn vị", "thường xuyên", "theo quy định", "cấp xã", "trong quý III")


def run(folder: Path, actions: int, seconds: float) -> None:
    """Load the sample in July, fill its plan up with variations of its own rows, measure, print a table."""
    with leased(DataFolder(folder)), override_settings(SAMPLE_MODE=True):
        plan = prepare(min(actions, MOST))
        asker = Asker(HOME_AFFAIRS)
        count, said = plan.items.count(), {"by": _officer(), "today": calendar.today()}
        rows = [
            *searches(plan),
            *pages(plan, asker),
            *verbs(plan),
            *life(plan),
            *amendment.rows(plan, asker, said),
        ]
        connection.close()
    print(f"{count} lines\n{HEAD}", *rows, sep="\n")


def prepare(lines: int) -> Plan:
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("load_sample", stage="planning", verbosity=0)
    plan = Plan.objects.select_related("review").get()
    Plan.compile(plan.review, by=_officer(), today=calendar.today())
    fill(plan, max(lines - plan.items.count(), 0))
    return plan


@transaction.atomic
def fill(plan: Plan, missing: int) -> None:
    """So many more lines, each with a row of its own; the guards against skipped states are asleep meanwhile."""
    chance, parts = random.Random(22), list(Contribution.objects.select_related("item", "weakness", "action"))
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
    for number in range(missing):
        _add(plan, parts[number % len(parts)], number, chance)


def _add(plan: Plan, like: Contribution, number: int, chance: random.Random) -> None:
    weakness, action, item = like.weakness, like.action, like.item
    statement, measure = _varied(weakness.statement, chance), _varied(action.statement, chance)
    where = {"index_id": item.index_id, "criterion_id": item.criterion_id}
    work = {"lead_unit_id": action.lead_unit_id, "due_on": action.due_on}
    other = Weakness.objects.create(ref=f"HC-B-{number}", review=plan.review, unit_id=weakness.unit_id,
                                    title=weakness.title, statement=statement, **where)  # fmt: skip
    row = Action.objects.create(ref=f"HD-B-{number}", weakness=other, statement=measure,
                                original_due_on=action.due_on, accepted_on=action.accepted_on, **work)  # fmt: skip
    line = PlanItem.objects.create(plan=plan, position=1000 + number, weakness_statement=statement,
                                   measure=measure, **where, **work)  # fmt: skip
    Contribution.objects.create(item=line, weakness=other, action=row)


def _varied(text: str, chance: random.Random) -> str:
    """The text with some of its words replaced, as another unit would write it."""
    found = text.split()
    for _word in range(chance.choice([0, 1, 2, 3, 5])):
        found[chance.randrange(len(found))] = chance.choice(OTHER_WORDS)
    return " ".join(found)


def searches(plan: Plan) -> list[Row]:
    def cold():
        words.words.cache_clear()
        return proposals(plan)

    found = len(proposals(plan))
    return [
        measured(f"{found} proposals, first time", cold),
        measured(f"{found} proposals, words known", lambda: proposals(plan)),
    ]


def pages(plan: Plan, asker: Asker) -> list[Row]:
    here = f"/ke-hoach/{plan.review.plan_year}/"
    first, second = plan.items.filter(index__code="PAR_INDEX").order_by("position")[:2]
    return [
        page("workbench", asker, f"{here}hop-nhat/"),
        page("its part for another index", asker, f"{here}hop-nhat/?index=PAPI", {"HX-Request": "true"}),
        page("lines found by words", asker, f"{here}hop-nhat/?q=ho+so", {"HX-Request": "true"}),
        page("two lines side by side", asker, f"{here}hop-nhat/gop/?line={first.pk}&line={second.pk}"),
        page("one line", asker, f"{here}dong/{first.pk}/"),
        page("one line, to be worded", asker, f"{here}dong/{first.pk}/sua/"),
    ]


def verbs(plan: Plan) -> list[Row]:
    said = {"by": _officer(), "today": calendar.today()}
    lines = iter(list(plan.items.filter(index__code="PAR_INDEX").order_by("position")))

    def merge():
        plan.merge([next(lines), next(lines)], **said)

    def move():
        plan.move(next(lines), **said)

    return [measured("merge of two lines", merge), measured("a line moved to the top", move)]


def life(plan: Plan) -> list[Row]:
    """What freezes every line, each time taken back."""
    said, why = (
        {"by": _officer(), "today": calendar.today()},
        "Phần còn thiếu được bổ sung khi điều chỉnh kế hoạch.",
    )
    paper = {"number": "118/KH-UBND", "issued_on": calendar.today(), "signer_name": "Nguyễn Văn A"}
    Plan.objects.get(pk=plan.pk).send(**said, reason=why)

    @transaction.atomic
    def issue():
        Plan.objects.get(pk=plan.pk).issue(**said, **paper, reason=why)
        transaction.set_rollback(True)

    return [measured("issue: every line's dates frozen", issue)]


def _officer() -> Actor:
    return Actor.of(User.objects.get(email=HOME_AFFAIRS), today=calendar.today())
