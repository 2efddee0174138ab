"""The province this site belongs to: its name as papers and mails write it, and its emblem."""

import secrets
from datetime import date

from django.conf import settings
from django.core.cache import cache
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracker import rules
from tracker.errors import Invalid, require
from tracker.files import examine
from tracker.vietnamese import tidy

from .event import Event
from .tracked import Tracked

KEY, SECONDS = "province", 60
PICTURES = ("image/png", "image/jpeg")
LARGEST_EMBLEM = 300 * 1024


def random_name(province, file_name: str) -> str:
    return f"province/{secrets.token_hex(16)}"


class Province(Tracked):
    """One row; until somebody writes it, the name comes from the environment."""

    name = models.CharField(
        _("name of the province"),
        max_length=80,
        help_text=_("As papers write it, for example tỉnh Hậu Giang."),
    )
    place = models.CharField(
        _("place under papers"), max_length=60, help_text=_("Stands before the date: Hậu Giang, ngày …")
    )
    region = models.CharField(
        _("region"), max_length=80, blank=True,
        help_text=_("Where indices rank within a region, for example vùng Đồng bằng sông Cửu Long."),
    )  # fmt: skip
    emblem = models.FileField(_("emblem"), upload_to=random_name, blank=True)
    emblem_type = models.CharField(max_length=20, blank=True, editable=False)
    goes_without_mail = models.BooleanField(_("goes on without mail for now"), default=False)

    class Meta:
        verbose_name = _("province")
        verbose_name_plural = _("province")
        constraints = [models.CheckConstraint(condition=Q(id=1), name="province_is_one")]

    def __str__(self):
        return self.name

    @classmethod
    def current(cls) -> "Province":
        """The province as it was last written; every process learns of a change within a minute."""
        return cache.get_or_set(KEY, cls._read, SECONDS)

    @classmethod
    def _read(cls) -> "Province":
        named = {
            "name": settings.PROVINCE_NAME,
            "place": settings.PROVINCE_PLACE,
            "region": settings.PROVINCE_REGION,
        }
        return cls.objects.first() or cls(id=1, **named)

    @classmethod
    def write(cls, *, by, today: date, emblem=None, version: int | None = None, **words: str) -> "Province":
        """Name the province (name, place, region); an emblem that is given replaces the one before."""
        fields = {name: tidy(text) for name, text in words.items()}
        _expect_words(fields)
        return cls._put(by, today, "named", version, fields, emblem and _examined(emblem))

    @classmethod
    def leave_mail_for_later(cls, *, by, today: date) -> "Province":
        """Set-up goes on although nobody is reached yet; the site keeps saying so."""
        return cls._put(by, today, "left_mail_for_later", None, {"goes_without_mail": True})

    @classmethod
    @transaction.atomic
    def _put(
        cls, by, today: date, verb: str, version, fields: dict, picture: dict | None = None
    ) -> "Province":
        require(rules.may_administer(by), gettext("Only the administrator sets the site up."))
        province = cls.objects.select_for_update().first() or cls._begin(by, today)
        after = {"emblem": picture["emblem"].name} if picture else {}
        province._change(verb, by=by, today=today, version=version, parts=({}, after), **fields)
        for name, value in (picture or {}).items():
            setattr(province, name, value)
        province.save(update_fields=list(picture or ()))
        transaction.on_commit(lambda: cache.delete(KEY))
        return province

    @classmethod
    def _begin(cls, by, today: date) -> "Province":
        """The first row holds what the environment said; whoever else begins it at this moment waits."""
        seed = cls._read()
        values = {name: getattr(seed, name) for name in ("name", "place", "region")}
        province, is_new = cls.objects.get_or_create(id=1, defaults=values)
        if is_new:
            Event.record(province, "set_up", by=by, today=today)
        return province


def _expect_words(fields: dict[str, str]) -> None:
    missing = [name for name in ("name", "place") if name in fields and not fields[name]]
    if missing:
        raise Invalid({name: gettext("This cannot stay empty.") for name in missing})


def _examined(emblem) -> dict:
    """The columns of a small picture; nothing else may stand on every page."""
    try:
        kind = examine(emblem).media_type
    except Invalid as refusal:
        raise Invalid({"emblem": refusal.errors["file"]}) from None
    if kind not in PICTURES:
        raise Invalid({"emblem": gettext("Choose a picture: PNG or JPEG.")})
    if emblem.size > LARGEST_EMBLEM:
        raise Invalid({"emblem": gettext("The picture is larger than 300 KB. Save it smaller.")})
    return {"emblem": emblem, "emblem_type": kind}
