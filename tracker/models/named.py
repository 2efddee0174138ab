"""Things with a Vietnamese and an English name."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Named(models.Model):
    """Has a Vietnamese name, which is the official one, and an English name for readers who switch."""

    name_vi = models.CharField(_("name in Vietnamese"), max_length=300)
    name_en = models.CharField(_("name in English"), max_length=300, blank=True)

    class Meta:
        abstract = True

    @property
    def name(self) -> str:
        return (self.name_en if get_language() == "en" else "") or self.name_vi

    def __str__(self):
        return self.name
