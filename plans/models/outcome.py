"""What came of a job that was done aside: it is news until whoever started the job has seen it."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Outcome(models.Model):
    """The database's own clock says since when: a job may take longer than the moment it was begun at tells."""

    starter_id: int  # who set the job going, and may have left its page since
    unseen_since = models.DateTimeField(_("outcome unseen since"), null=True, editable=False)

    class Meta:
        abstract = True

    def seen_by(self, user) -> None:
        """Whoever started it looks at the outcome: it is no news any more. Nobody else's look counts."""
        if self.unseen_since and user.pk == self.starter_id:
            type(self).objects.filter(pk=self.pk, unseen_since=self.unseen_since).update(unseen_since=None)

    def _leave_unseen(self) -> None:
        """In the transaction of the outcome, so that neither stands without the other."""
        type(self).objects.filter(pk=self.pk).update(unseen_since=Now())
