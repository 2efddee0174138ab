"""How evidence comes to an action and how it goes: added in three forms, removed with a trace."""

import hashlib
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, require
from tracker.files import examine
from tracker.vietnamese import tidy

from .evidence import is_web_address


class EvidenceVerbs:
    """Adding and removing evidence while the action is open."""

    def add_document(
        self, *, by, today: date, number: str, issued_on: date, issuer: str, title: str, expected=None
    ):
        """Point to an official document by number, date and issuer; it was issued by today."""
        if issued_on > today:
            raise Invalid({"issued_on": _("The document's date lies in the future.")})
        return self._add_evidence(by, today, kind="document", number=tidy(number), issued_on=issued_on,
                                  issuer=tidy(issuer), title=tidy(title), expected=expected)  # fmt: skip

    def add_link(self, *, by, today: date, url: str, title: str, expected=None):
        """Point to a page, for example of the province's portal."""
        if not is_web_address(url.strip()):
            raise Invalid({"url": _("Give a full address that begins with https:// or http://.")})
        return self._add_evidence(
            by, today, kind="link", url=url.strip(), title=tidy(title), expected=expected
        )

    def add_file(self, *, by, today: date, file, title: str = "", expected=None):
        """Attach a file that is what its name says; its SHA-256 is kept so that a change would show."""
        sound = examine(file)
        return self._add_evidence(
            by, today, kind="file", file=file, file_name=sound.name, size=file.size, sha256=sha256_of(file),
            media_type=sound.media_type, title=tidy(title) or sound.name, expected=expected,
        )  # fmt: skip

    @transaction.atomic
    def remove_evidence(self, evidence, *, by, today: date, reason: str) -> None:
        """Take a piece of evidence out of account; the entry and its reason stay in the history."""
        require(
            evidence.action_id == self.pk and not evidence.removed_at,
            _("This evidence has already been removed."),
        )
        require(
            rules.may_remove_evidence(by, self),
            _("Evidence can be removed only by the lead unit while the action is open."),
        )
        if not tidy(reason):
            raise Invalid({"reason": _("Give the reason; it is shown to the people concerned.")})
        self._change("evidence_removed", by=by, today=today, reason=f"{evidence.title}: {tidy(reason)}")
        evidence.removed_at, evidence.removed_by, evidence.removal_reason = (
            timezone.now(),
            by.user,
            tidy(reason),
        )
        evidence.save(update_fields=["removed_at", "removed_by", "removal_reason"])

    @transaction.atomic
    def _add_evidence(self, by, today, **fields):
        require(
            rules.may_add_evidence(by, self),
            _("Evidence can be added only by the lead unit while the action is open."),
        )
        _expect_belongs(self, fields["expected"])
        _expect_filled(
            {name: fields[name] for name in ("number", "issuer", "url", "title") if name in fields}
        )
        evidence = self.evidence.create(added_by=by.user, **fields)
        self._change("evidence_added", by=by, today=today, reason=evidence.title)
        return evidence


def _expect_belongs(action, expected) -> None:
    if expected and expected.action_id != action.pk:
        raise Invalid({"expected": _("This kind of evidence belongs to another action.")})


def _expect_filled(texts: dict[str, str]) -> None:
    if missing := {name: _("This cannot stay empty.") for name, text in texts.items() if not text}:
        raise Invalid(missing)


def sha256_of(file) -> str:
    """The digest of an uploaded file, read piece by piece; the file is ready to be read again."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
