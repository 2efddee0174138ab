"""What changed between two attempts, read from their frozen copies: per weakness, before and after."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from plans.submissions.frozen_words import ACTION, BEARING, CAUSE, WEAKNESS, WHOLE, Fields, whole
from plans.word_differences import Stretch, stretches


@dataclass(frozen=True)
class Change:
    """One text of the submission: what it is called, and its words in the earlier and in the later attempt."""

    label: str
    before: list[Stretch]
    after: list[Stretch]

    @property
    def kind(self) -> str:
        if not self.before:
            return "added"
        return "changed" if self.after else "removed"


@dataclass(frozen=True)
class Section:
    """A weakness, or what stands around all of them, with everything in it that changed."""

    ref: str
    title: str
    kind: str
    changes: list[Change]


def between(before: dict, after: dict) -> list[Section]:
    """The parts of a submission that differ, in the order of the later attempt; removed weaknesses last."""
    around = list(_texts(WHOLE, before, after))
    old, new = _by_ref(before["weaknesses"]), _by_ref(after["weaknesses"])
    sections = [_section(ref, old.get(ref), new.get(ref)) for ref in _all_of(old, new)]
    whole_of_it = [Section("", _("The submission as a whole"), "changed", around)] if around else []
    return whole_of_it + [section for section in sections if section.changes]


def _section(ref: str, before: dict | None, after: dict | None) -> Section:
    kind = "added" if before is None else "changed" if after is not None else "removed"
    old, new = before or {}, after or {}
    changes = [
        *_texts(WEAKNESS, old, new),
        *_rows(_("Cause"), CAUSE, old.get("causes", []), new.get("causes", [])),
        *_rows(
            _("Responsibility"), BEARING, old.get("responsibilities", []), new.get("responsibilities", [])
        ),
        *_actions(old.get("actions", []), new.get("actions", [])),
    ]
    return Section(ref, f"{ref} {(new or old)['title']}", kind, changes)


def _texts(fields: Fields, before: dict, after: dict, where: str = "") -> Iterator[Change]:
    for name, (label, words) in fields.items():
        yield from _change(f"{where}{label}", words(before.get(name)), words(after.get(name)))


def _change(label: str, before: str, after: str) -> Iterator[Change]:
    old, new = stretches(before, after)
    if old != new:
        yield Change(label, old, new)


def _rows(label: str, fields: Fields, before: list, after: list) -> Iterator[Change]:
    """Rows without a name of their own: those that are the same on both sides go, the others stand in their order."""
    old, new = [whole(fields, row) for row in before], [whole(fields, row) for row in after]
    left, right = _without(old, new), _without(new, old)
    for place in range(max(len(left), len(right))):
        yield from _change(label, "".join(left[place : place + 1]), "".join(right[place : place + 1]))


def _without(texts: list[str], others: list[str]) -> list[str]:
    """What stands here more often than there."""
    spare, found = list(others), []
    for text in texts:
        spare.remove(text) if text in spare else found.append(text)
    return found


def _actions(before: list, after: list) -> Iterator[Change]:
    old, new = _by_ref(before), _by_ref(after)
    numbers = {ref: number for number, ref in enumerate(new, start=1)}
    for ref in _all_of(old, new):
        name = _("Measure %(number)s") % {"number": numbers[ref]} if ref in new else _("Measure")
        if ref in old and ref in new:
            yield from _texts(ACTION, old[ref], new[ref], f"{name}: ")
        else:
            yield from _change(name, whole(ACTION, old.get(ref)), whole(ACTION, new.get(ref)))


def _all_of(old: dict, new: dict) -> list[str]:
    """The later order, then what is gone in the earlier one."""
    return [*new, *(ref for ref in old if ref not in new)]


def _by_ref(rows: list[dict]) -> dict[str, dict]:
    return {row["ref"]: row for row in rows}
