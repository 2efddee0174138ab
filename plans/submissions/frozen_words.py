"""The frozen words of a submission as texts that can be compared: each field with its name and its reading."""

from collections.abc import Callable

from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plans.templatetags.handed_in import frozen_day
from tracker.models import Cause, Index, Responsibility

Fields = dict[str, tuple[str | Promise, Callable]]
CODES = dict(Cause.Kind.choices) | dict(Responsibility.Level.choices)


def whole(fields: Fields, row: dict | None) -> str:
    """All of a row in one text; nothing when there is no such row."""
    texts = [(label, words(row.get(name))) for name, (label, words) in fields.items()] if row else []
    unlabelled = [text for label, text in texts if text and not label]
    return " ".join(unlabelled) or "; ".join(f"{label}: {text}" for label, text in texts if text)


def _text(value) -> str:
    return value or ""


def _yes(value) -> str:
    return _("yes") if value else ""


def _day(value) -> str:
    return frozen_day(value) if value else ""


def _code(value) -> str:
    return f"({CODES.get(value, value)})" if value else ""


def _position(value) -> str:
    return f"– {value}" if value else ""


def _index(code) -> str:
    return str(Index.objects.filter(code=code).first() or code or "")


def _list(values) -> str:
    return ", ".join(values or [])


def _files(files) -> str:
    """With the beginning of the checksum: a file may come back under its old name."""
    return ", ".join(
        f"{file['file_name']} ({filesizeformat(file['size'])}, {file['sha256'][:8]})" for file in files or []
    )


WHOLE: Fields = {
    "strengths": (gettext_lazy("Strengths"), _text),
    "declares_none": (gettext_lazy("The unit declares that it found no weakness."), _yes),
    "head_responsibility": (gettext_lazy("Responsibility of the head of unit"), _text),
    "files": (gettext_lazy("Attached files (signed report)"), _files),
}
WEAKNESS: Fields = {
    "title": (gettext_lazy("Title"), _text),
    "statement": (gettext_lazy("Weakness"), _text),
    "index": (gettext_lazy("Index"), _index),
    "criterion": (gettext_lazy("Criterion"), _text),
    "objection": (gettext_lazy("The unit does not agree"), _text),
}
CAUSE: Fields = {"statement": ("", _text), "kind": ("", _code)}
BEARING: Fields = {"bearer": ("", _text), "position_title": ("", _position), "level": ("", _code)}
ACTION: Fields = {
    "statement": (gettext_lazy("What is done"), _text),
    "owner": (gettext_lazy("Owner"), _text),
    "starts_on": (gettext_lazy("Starts on"), _day),
    "due_on": (gettext_lazy("Due on"), _day),
    "coordinating_units": (gettext_lazy("Coordinating units"), _list),
    "expected_output": (gettext_lazy("Expected output"), _text),
    "expected_evidence": (gettext_lazy("Expected evidence"), _list),
    "is_initiative": (gettext_lazy("Initiative"), _yes),
}
