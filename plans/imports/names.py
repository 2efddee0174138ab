"""What the sheet of one unit may name: its weaknesses and people, the indices, the other units, the kinds."""

from dataclasses import dataclass
from datetime import date

from tracker.excel.choices import Choices, initials
from tracker.models import Cause, Index, Membership, Responsibility, Unit
from tracker.vietnamese import plain

KINDS = {Cause.Kind.INTERNAL: "Chủ quan", Cause.Kind.EXTERNAL: "Khách quan"}
LEVELS = {
    Responsibility.Level.DIRECT: "Trực tiếp", Responsibility.Level.RELATED: "Liên quan",
    Responsibility.Level.HEAD: "Người đứng đầu",
}  # fmt: skip
YES, NO = "Có", "Không"


@dataclass(frozen=True)
class Names:
    """Everything by name, read once for a whole file."""

    own: Unit
    choices: dict[str, Choices]
    weaknesses: dict[str, object]
    titles: dict[str, object]
    measures: set[tuple[int, str]]
    settled: set[int]

    def __getitem__(self, column: str) -> Choices:
        return self.choices[column]


def names_of(submission, today: date) -> Names:
    """What can be named in this submission on this day."""
    people, units = _people(submission.unit, today), _units(today)
    chains = submission.chains()
    return Names(
        own=submission.unit,
        choices={"responsible": people, "owner": people, "coordinating": units, "index": _indices(),
                 "cause_kind": _fixed(KINDS, ("internal",), ("external",)),
                 "level": _fixed(LEVELS, ("direct", "directly responsible", "chịu trách nhiệm trực tiếp"),
                                 ("related", "involved"), ("head", "as head of the unit", "Thủ trưởng")),
                 "initiative": _fixed({True: YES, False: NO}, ("x", "1", "yes", "true", "✓", "v"),
                                      ("0", "no", "false", "-"))},
        weaknesses={weakness.ref: weakness for weakness in chains},
        titles={plain(weakness.title): weakness for weakness in chains},
        measures={(weakness.pk, plain(action.statement)) for weakness in chains for action in weakness.actions.all()},
        settled=set(submission.rows.filter(decision="accepted").values_list("weakness_id", flat=True)),
    )  # fmt: skip


def _people(unit, today: date) -> Choices:
    held = Membership.objects.valid_on(today).filter(unit=unit, user__is_active=True).select_related("user")
    people = sorted({each.user for each in held}, key=lambda user: user.sort_key)
    names = [person.full_name for person in people]
    choices = Choices()
    for person in people:
        is_alone = names.count(person.full_name) == 1
        shown = person.full_name if is_alone else f"{person.full_name} ({person.email})"
        choices.add(person, shown, person.email, person.full_name)
    return choices


def _units(today: date) -> Choices:
    choices = Choices()
    for unit in Unit.objects.valid_on(today):
        choices.add(unit, unit.name_vi, unit.code, unit.abbreviation, unit.name_en)
        choices.hint(unit.name_vi, initials(unit.name_vi))
    return choices


def _indices() -> Choices:
    choices = Choices()
    for index in Index.objects.all():
        choices.add(index, index.short_name, index.code, index.name_vi, index.name_en)
    return choices


def _fixed(shown: dict, *spellings: tuple[str, ...]) -> Choices:
    choices = Choices()
    for (thing, words), others in zip(shown.items(), spellings, strict=True):
        choices.add(_Held(thing), words, *others)
    return choices


@dataclass(frozen=True)
class _Held:
    """A plain value among things; False, too, is something that was found."""

    value: object
