"""What stood in the registers before somebody changed them: people, roles, absences, working days, rules."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class RegisterChange(models.Model):
    """One row of a register before a change, written by the database; without it the row was new.

    Things have their history; registers have none, and without one nobody can say later who ought to have been
    told on a day. A line that names no register marks the moment from which changes are known.
    """

    register = models.CharField(_("table"), max_length=40, blank=True)
    row_id = models.BigIntegerField(_("row"), default=0)
    before = models.JSONField(_("before"), null=True)
    changed_at = models.DateTimeField(_("changed at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("change of a register")
        verbose_name_plural = _("changes of registers")
        ordering = ["pk"]
        indexes = [models.Index(fields=["changed_at"], name="register_changed_at")]

    def __str__(self):
        return f"{self.register} {self.row_id}"
