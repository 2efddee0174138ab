"""What can be done to an account: invited by mail, sent a new link, corrected, disabled; each leaves a line."""

from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker import rules
from tracker.errors import Invalid, require
from tracker.vietnamese import tidy

from .event import Event

LINK_MAILS = ("invited", "enabled", "password_forgotten")
REST, A_DAY, MOST_A_DAY = timedelta(minutes=10), timedelta(days=1), 5
NOT_YOURS = gettext_lazy("Only an administrator sees to the account of a person with this role.")
TOLD = ("full_name", "email", "job_title", "phone")


class AccountVerbs:
    """Written on the person's own row, one after the other; the history names who did it."""

    @classmethod
    @transaction.atomic
    def invite(
        cls,
        *,
        by,
        today: date,
        unit,
        role: str,
        valid_from: date,
        email: str,
        is_known: bool = False,
        **words,
    ):
        """Give whoever has this address a role; a new person gets an account and a mail that leads into it.

        Raises Invalid when somebody has the address already, unless `is_known` says that he is meant.
        """
        require(rules.may_appoint(by, role), _("Only an administrator appoints to this role."))
        unit = type(unit).objects.select_for_update(no_key=True).get(pk=unit.pk)
        person, is_new = cls.objects.get_or_create(
            email=_sound(email), defaults={"password": make_password(None), **_tidied(words)}
        )
        person._lock()
        if not is_new:
            person._expect_meant(is_known)
        person.memberships.model.begin(
            by=by, today=today, user=person, unit=unit, role=role, valid_from=valid_from
        )
        if not person.has_usable_password():
            Event.record(person, "invited", by=by, today=today, reason=person.email)
        return person

    @transaction.atomic
    def send_link(self, *, by, today: date, now: datetime) -> None:
        """Mail the person a new link: to the account he has not entered yet, or to a new password."""
        self._lock()
        require(rules.may_keep_account(by, self, today), NOT_YOURS)
        require(self.is_active, _("This account is disabled. Enable it first; that sends a link, too."))
        require(not self.is_sample, _("The password of a sample account is the same for everybody."))
        require(
            not self._was_written_to(now), _("A mail with a link left less than 10 minutes ago. Wait for it.")
        )
        verb = "password_forgotten" if self.has_usable_password() else "invited"
        Event.record(self, verb, by=by, today=today, reason=self.email)

    @classmethod
    @transaction.atomic
    def forget_password(cls, email: str, *, by, today: date, now: datetime) -> None:
        """Somebody at the log-in page wants a link; whether there was a person to send it to is told to nobody."""
        known = cls.objects.filter(email=email.strip().lower(), is_active=True, is_sample=False)
        person = known.select_for_update(no_key=True).first()
        if person and not person._was_written_to(now):
            Event.record(person, "password_forgotten", by=by, today=today)

    @transaction.atomic
    def choose_password(self, password: str, *, is_good, by, today: date) -> bool:
        """Keep the password that was chosen through a link, if the link still is good; every log-in ends by it."""
        self._lock()
        if not is_good(self):
            return False
        self.set_password(password)
        self.save(update_fields=["password"])
        Event.record(self, "password_set", by=by, today=today)
        return True

    @transaction.atomic
    def correct(self, *, by, today: date, **words) -> None:
        """Put name, address, job title or phone right."""
        self._lock()
        require(rules.may_keep_account(by, self, today), NOT_YOURS)
        after = _tidied(words) | {"email": _sound(words["email"])}
        self._expect_address(after["email"], by)
        before = {name: getattr(self, name) for name in TOLD}
        for name, value in after.items():
            setattr(self, name, value)
        self._save_alone()
        Event.record(self, "corrected", by=by, today=today, before=before, after=after)

    @transaction.atomic
    def disable(self, *, by, today: date, reason: str) -> None:
        """The person cannot log in any more: every log-in and link ends; roles and work stay as they are."""
        self._lock()
        require(rules.may_keep_account(by, self, today), NOT_YOURS)
        require(by.user is None or by.user.pk != self.pk, _("You cannot disable your own account."))
        require(self.is_active, _("This account is disabled already."))
        said = _because(reason)
        if "admin" in self.standing_roles(today):
            self.memberships.model.expect_another_administrator(self, today)
        self.is_active = False
        self.password = self.password if self.is_sample else make_password(None)
        self.save(update_fields=["is_active", "password"])
        Event.record(self, "disabled", by=by, today=today, reason=said)

    @transaction.atomic
    def enable(self, *, by, today: date) -> None:
        """The person may come back: he is sent a link and chooses a new password."""
        self._lock()
        require(rules.may_keep_account(by, self, today), NOT_YOURS)
        require(not self.is_active, _("This account is not disabled."))
        self.is_active = True
        self.save(update_fields=["is_active"])
        Event.record(self, "enabled", by=by, today=today)

    def standing_roles(self, today: date) -> set[str]:
        """What the person is from this day on: the roles that are not over."""
        return set(self.memberships.from_day(today).values_list("role", flat=True))

    def _expect_address(self, email: str, by) -> None:
        """Whoever moves the address of an account in use can enter it: only the administrator does."""
        if email != self.email and self.has_usable_password() and not rules.may_administer(by):
            raise Invalid(
                {"email": _("The person uses this account; only an administrator moves its address.")}
            )

    def _save_alone(self) -> None:
        try:
            with transaction.atomic():
                self.save()
        except IntegrityError:
            raise Invalid({"email": _("Another account has this address.")}) from None

    def _lock(self) -> None:
        type(self).objects.select_for_update(no_key=True).get(pk=self.pk)
        self.refresh_from_db()

    def _expect_meant(self, is_known: bool) -> None:
        if not self.is_active:
            raise Invalid(
                {"email": _("The account with this address is disabled. Enable it on its page first.")}
            )
        if not is_known:
            words = _("This address is the account of %(name)s. Tick below if %(name)s gets the role.")
            raise Invalid({"email": words % {"name": self.full_name}})

    def _was_written_to(self, now: datetime) -> bool:
        """Lately, or often today: whoever asks again and again fills nobody's mailbox."""
        sent = Event.objects.of(self).filter(verb__in=LINK_MAILS, recorded_at__gt=now - A_DAY)
        return sent.filter(recorded_at__gt=now - REST).exists() or sent.count() >= MOST_A_DAY


def _sound(email: str) -> str:
    """The address in lower case; raises Invalid for one that no mail server takes."""
    address = email.strip().lower()
    try:
        validate_email(address)
        address.encode("ascii")
    except (ValidationError, UnicodeEncodeError):
        words = _("Write the address with plain letters, for example khoi@haugiang.gov.vn.")
        raise Invalid({"email": words}) from None
    return address


def _tidied(words: dict) -> dict:
    kept = {name: tidy(words[name]) for name in ("full_name", "job_title", "phone") if name in words}
    if not kept.get("full_name"):
        raise Invalid({"full_name": _("This cannot stay empty.")})
    return kept


def _because(reason: str) -> str:
    if not tidy(reason):
        raise Invalid({"reason": _("Say why; it is kept in the history.")})
    return tidy(reason)
