"""Things for tests, made through the product's own verbs. Dates are those of the summer of 2022."""

from datetime import date
from itertools import count

from plans.models import Plan, Submission
from tracker.models import (
    Action,
    Actor,
    CriteriaSet,
    Criterion,
    Index,
    Membership,
    Review,
    Unit,
    UnitGroup,
    User,
    Weakness,
)

CONFERENCE, IN_JUNE, DEADLINE, ACCEPTED = (
    date(2022, 6, 10),
    date(2022, 6, 15),
    date(2022, 6, 22),
    date(2022, 6, 24),
)
ISSUED, SUMMER, DUE = date(2022, 7, 15), date(2022, 8, 1), date(2022, 8, 31)
ALL_THE_SAME = "Phần còn thiếu được bổ sung khi điều chỉnh kế hoạch."
numbers = count(1)


def group(code: str = "so_nganh", name: str = "Sở, ban, ngành") -> UnitGroup:
    return UnitGroup.objects.get_or_create(code=code, defaults={"name_vi": name, "name_en": code})[0]


def unit(code: str, name: str, **fields) -> Unit:
    return Unit.objects.create(
        code=code, name_vi=name, abbreviation=code, group=fields.pop("group", None) or group(), **fields
    )


def person(email: str, name: str, role: str, of_unit: Unit, **fields) -> User:
    user = User.objects.create(email=email, full_name=name, password="!", **fields)
    Membership.objects.create(user=user, unit=of_unit, role=role)
    return user


def actor(user: User, today: date = SUMMER, channel: str = "page") -> Actor:
    return Actor.of(user, today=today, channel=channel)


def index(code: str = "PAR_INDEX") -> Index:
    return Index.objects.get_or_create(
        code=code, defaults={"short_name": code.replace("_", " "), "name_vi": code}
    )[0]


def criterion(code: str = "PAR3", of_index: Index | None = None) -> Criterion:
    of_index = of_index or index()
    version, _ = CriteriaSet.objects.get_or_create(index=of_index, code=f"{of_index.code}-2021")
    return Criterion.objects.get_or_create(criteria_set=version, code=code, defaults={"name_vi": code})[0]


def review(by: User, year: int = 2021) -> Review:
    """A review that Home Affairs has opened: every assessed unit owes a submission."""
    opened = Review.objects.create(
        year=year, conference_on=CONFERENCE, submissions_due_on=DEADLINE, plan_due_on=date(2022, 7, 29)
    )
    for assessed in Unit.objects.reviewed():
        opened.assessed_units.create(unit=assessed, group=assessed.group)
    Submission.open_round(opened, by=actor(by), today=CONFERENCE)
    return opened


def weakness(of_review: Review, of_unit: Unit, by: User, **fields) -> Weakness:
    words = {"title": "Hồ sơ đất đai trễ hạn", "statement": "12/40 hồ sơ đất đai trả kết quả trễ hạn."}
    defaults = words | {"index": index(), "criterion": criterion()} | fields
    return Weakness.record(by=actor(by), today=CONFERENCE, review=of_review, unit=of_unit, **defaults)


def action(of_weakness: Weakness, owner: User, **fields) -> Action:
    """A proposed action: it is not watched before Home Affairs accepts it."""
    defaults = {
        "statement": f"Số hóa hồ sơ tại Bộ phận Một cửa, đợt {next(numbers)}", "due_on": DUE,
        "expected_output": "Báo cáo kết quả số hóa", "lead_unit": of_weakness.unit, "owner": owner,
    }  # fmt: skip
    return Action.plan(by=actor(owner), today=IN_JUNE, weakness=of_weakness, **(defaults | fields))


def tracked_action(of_weakness: Weakness, owner: User, home_affairs: User, **fields) -> Action:
    """An action that Home Affairs has accepted."""
    proposed = action(of_weakness, owner, **fields)
    proposed.accept(by=actor(home_affairs), today=ACCEPTED)
    return proposed


def complete(submission: Submission, official: User) -> Submission:
    """A draft that lacks nothing, when each of its weaknesses has an action."""
    for each in submission.weaknesses:
        each.add_cause(by=actor(official), today=IN_JUNE, kind="internal", statement="Chưa phân công rõ.")
        each.name_responsible(by=actor(official), today=IN_JUNE, person=official, level="direct")
    submission.draft(by=actor(official), today=IN_JUNE, strengths="Đúng hạn", declares_none=True)
    return submission


def submitted(submission: Submission, official: User, head: User) -> Submission:
    """The unit's submission, drafted by its official and handed in by its head."""
    complete(submission, official)
    submission.send_to_head(by=actor(official), today=IN_JUNE)
    submission.submit(by=actor(head), today=DEADLINE)
    return submission


def issued_plan(of_review: Review, home_affairs: User) -> Plan:
    """The plan compiled from what was accepted, sent and issued."""
    plan = Plan.compile(of_review, by=actor(home_affairs), today=ISSUED)
    plan.send(by=actor(home_affairs), today=ISSUED, reason=ALL_THE_SAME)
    plan.issue(
        by=actor(home_affairs),
        today=ISSUED,
        number="118/KH-UBND",
        issued_on=ISSUED,
        signer_name="Nguyễn Văn A",
        reason=ALL_THE_SAME,
    )
    return plan
