"""Every mail we send with sample content, word for word as the real one would be written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter

from notifications.models import Envelope, Obligation, ReminderRule
from notifications.models.envelope import BUNDLE
from tracker.models import Actor

from .contents import LOADED, Item
from .letter import Letter
from .sample_world import ANSWERED, World, made_up
from .table import write


@dataclass(frozen=True)
class Told:
    """What one line of a mail is about: a thing of the world, under a rule, from a date, by what was done."""

    rule: str
    thing: Callable[[World], object]
    since: int = 0
    verb: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Sample:
    """One mail: its kind, who reads it and as what, and what it tells."""

    kind: str
    reader: str
    audience: str
    told: tuple[Told, ...]


def _news(kind: str, reader: str, audience: str, thing: Callable, verb: str, reason: str = "") -> Sample:
    return Sample(kind, reader, audience, (Told(kind, thing, verb=verb, reason=reason),))


def _to_the_person(kind: str, verb: str) -> Sample:
    return _news(kind, "official", "person", attrgetter("official"), verb)


def _to_the_owner(kind: str, thing: Callable, verb: str, reason: str = "") -> Sample:
    return _news(kind, "official", "owner", thing, verb, reason)


def _to_the_starter(thing: Callable) -> Sample:
    return Sample("job-done", "official", "starter", (Told("job-done", thing),))


def _to_the_unit(kind: str, thing: Callable, verb: str, reason: str = "") -> Sample:
    return _news(kind, "official", "official", thing, verb, reason)


_late, _soon, _reported, _quiet = (lambda world, place=place: world.actions[place] for place in range(4))
_submission, _review, _plan = attrgetter("submission"), attrgetter("submission.review"), attrgetter("plan")

DAILY = (
    Told("action-overdue-15", _late, -16),
    Told("action-due", _soon, 3),
    Told("action-quiet", _quiet, -20),
    Told("submission-due", attrgetter("unwritten"), 3),
)
DECISIONS = (
    Told("action-reported", _reported, -4),
    Told("extension-asked", attrgetter("extension"), -1, "asked"),
    Told("question-asked", attrgetter("question"), -1, "asked"),
)
WATCHED = (Told("action-watched", attrgetter("verified"), -1, "verified"),)
WEEK = (Told("weekly-overview", attrgetter("plan.review")),)

SAMPLES = {
    "bundle": Sample(BUNDLE, "official", "owner", DAILY),
    "bundle-watched": Sample(BUNDLE, "official", "watcher", WATCHED),
    "bundle-decisions": Sample(BUNDLE, "home_affairs", "home_affairs", DECISIONS),
    "account-invited": _to_the_person("account-invited", "invited"),
    "account-password": _to_the_person("account-password", "password_forgotten"),
    "action-assigned": _to_the_owner("action-assigned", _soon, "assigned"),
    "action-handed-over": _news("action-handed-over", "head", "former_owner", _soon, "assigned"),
    "action-returned": _to_the_owner(
        "action-returned", attrgetter("returned"), "returned", "Thiếu quyết định phê duyệt."
    ),
    "action-verified": _to_the_owner("action-verified", attrgetter("verified"), "verified"),
    "chase-signed": _news("chase-signed", "head", "unit_head", attrgetter("signed_chase"), "file_attached"),
    "delivery-failed": _news("delivery-failed", "head", "second_contact", attrgetter("undelivered"), ""),
    "action-evidence": _to_the_owner(
        "action-evidence", _soon, "evidence_expected", "Kế hoạch yêu cầu quyết định, không phải tờ trình."
    ),
    "extension-decided": _to_the_owner(
        "extension-decided", attrgetter("granted"), "approved", "Không gia hạn thêm."
    ),
    "job-done": _to_the_starter(attrgetter("paper")),
    "job-done-failed": _to_the_starter(attrgetter("failed_paper")),
    "job-done-import": _to_the_starter(attrgetter("imported")),
    "plan-amended": _to_the_owner("plan-amended", attrgetter("amendment"), "amended"),
    "plan-issued": _to_the_owner("plan-issued", _plan, "issued"),
    "plan-issued-helping": _news("plan-issued", "helper", "unit_head", _plan, "issued"),
    "question-answered": _news(
        "question-answered", "official", "asker", attrgetter("question"), "answered", ANSWERED
    ),
    "review-opened": _to_the_unit("review-opened", _review, "opened"),
    "submission-accepted": _to_the_unit("submission-accepted", _submission, "accepted"),
    "submission-date": _to_the_unit(
        "submission-date", attrgetter("unwritten"), "date_granted", "Đơn vị khắc phục hậu quả mưa lũ."
    ),
    "submission-reconsidered": _to_the_unit(
        "submission-reconsidered", _submission, "reconsidered", "Tiếp nhận nhầm khi chưa đọc hết."
    ),
    "submission-returned": _to_the_unit(
        "submission-returned", _submission, "returned", "Nêu rõ nguyên nhân."
    ),
    "submission-returned-by-head": _to_the_unit(
        "submission-returned-by-head", _submission, "returned_by_head", "Bổ sung số liệu quý II."
    ),
    "submission-submitted": _to_the_unit("submission-submitted", _submission, "submitted"),
    "submission-to-head": _news("submission-to-head", "head", "unit_head", _submission, "sent_to_head"),
    "unit-chased": _news("unit-chased", "head", "unit_head", attrgetter("chase"), "chased"),
    "unit-chased-submission": _news(
        "unit-chased", "head", "unit_head", attrgetter("chase_for_submission"), "chased"
    ),
    "weakness-assigned": _to_the_unit(
        "weakness-assigned", attrgetter("unwritten"), "weakness_given", "HC-2022-017 Hồ sơ đất đai trễ hạn"
    ),
    "weekly-overview": Sample("weekly-overview", "leader", "leadership", WEEK),
}


def letters(names: list[str], language: str, now: datetime) -> dict[str, Letter]:
    """These mails in this language, by name; nothing of their content is left behind."""
    found = {}
    for name in names:
        with made_up(now) as world:
            found[name] = _letter(SAMPLES[name], world, language)
    return found


def _letter(sample: Sample, world: World, language: str) -> Letter:
    reader = getattr(world, sample.reader)
    reader.language = language
    envelope = Envelope(
        kind=sample.kind,
        recipient=reader,
        address=reader.email,
        business_date=world.today,
        created_at=world.now,
    )
    items = [_item(told, sample, world) for told in sample.told]
    return write(envelope, items, Actor.of(reader, today=world.today, channel="worker"), world.today)


def _item(told: Told, sample: Sample, world: World) -> Item:
    thing = told.thing(world)
    kind, since = thing._meta.model_name, world.in_days(told.since)
    event = world.event(told.verb, told.reason) if told.verb else None
    return Item(_owed(told.rule, kind, thing, sample.audience, since, event), LOADED[kind]().get(pk=thing.pk))


def _owed(code: str, kind: str, thing, audience: str, since: date, event) -> Obligation:
    rule = ReminderRule.objects.of(code).first()
    return Obligation(
        subject_type=kind, subject_id=thing.pk, subject_ref=getattr(thing, "ref", ""), audience=audience, rule=rule,
        event=event, due_on=since, occurrence=0, fire_on=since,
    )  # fmt: skip
