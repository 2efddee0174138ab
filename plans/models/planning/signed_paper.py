"""What a signed paper says, of plans and amendments alike: number, date and signer are typed in, never invented."""

import re
import unicodedata
from datetime import date

from django.apps import apps
from django.utils.translation import gettext as _

from tracker.errors import Invalid
from tracker.vietnamese import tidy

NUMBERED = ("Plan", "Amendment")
HYPHENS = re.compile("[\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}]")
LONGEST = {"number": 40, "signer_name": 120, "signer_title": 120}


def expect_signed_paper(
    signed, *, number: str, issued_on: date, signer_name: str, signer_title: str, since: date, today: date
) -> None:
    """Raise Invalid with an answer for each field that cannot stand on a signed paper.

    The paper may be older than the day its sending was recorded: the office sometimes writes that down late.
    """
    words = {"number": number, "signer_name": signer_name, "signer_title": signer_title}
    found = _lacks(words) | _too_long(words) | _wrong_day(issued_on, since, today)
    if not found and is_used(number, issued_on.year, but=signed):
        used = _("Another plan or amendment of %(year)s already has this number.")
        found = {"number": used % {"year": issued_on.year}}
    if found:
        raise Invalid(found)


def is_used(number: str, year: int, *, but) -> bool:
    """Whether another plan or amendment of that year has the number, however it is spaced and written."""
    key = number_key(number)
    return any(key == number_key(taken) for taken in _numbers(year, but))


def number_key(number: str) -> str:
    """What makes two numbers the same: not case, spaces, kind of hyphen or figure, leading zeros, “Số:” before it."""
    seen = "".join(sign for sign in unicodedata.normalize("NFKC", number) if sign.isprintable())
    bare = HYPHENS.sub("-", "".join(seen.casefold().split())).rstrip(".,;")
    return bare.removeprefix("số").lstrip(":.").lstrip("0")


def hold_numbers() -> None:
    """Of two papers that are numbered at the same moment one waits here."""
    list(apps.get_model("plans", "Plan").objects.select_for_update(no_key=True).order_by("pk").values("pk"))


def _numbers(year: int, but):
    for name in NUMBERED:
        model = apps.get_model("plans", name)
        others = model.objects.filter(issued_on__year=year)
        own = but.pk if isinstance(but, model) else None
        yield from others.exclude(pk=own).values_list("number", flat=True)


def _lacks(words: dict[str, str]) -> dict[str, str]:
    needed = ("number", "signer_name")
    return {name: _("Type it in from the signed paper.") for name in needed if not tidy(words[name])}


def _too_long(words: dict[str, str]) -> dict[str, str]:
    too_long = _("Shorten it to at most %(most)s characters.")
    return {
        name: too_long % {"most": most} for name, most in LONGEST.items() if len(tidy(words[name])) > most
    }


def _wrong_day(issued_on: date, since: date, today: date) -> dict[str, str]:
    if issued_on > today:
        return {"issued_on": _("The date lies in the future. Record the issue once the paper is signed.")}
    if issued_on < since:
        return {
            "issued_on": _("A paper of this review cannot be older than %(day)s.")
            % {"day": f"{since:%d/%m/%Y}"}
        }
    return {}
