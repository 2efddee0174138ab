"""A repeated request gets the first answer again: one receipt for each person and key."""

import hashlib
from collections.abc import Callable

from django.db import connection, models, transaction
from django.utils.translation import gettext as _

from tracker.errors import Invalid


class Receipt(models.Model):
    """What a request with this key was answered the first time."""

    user = models.ForeignKey("tracker.User", models.CASCADE, related_name="+")
    key = models.CharField(max_length=80)
    request_hash = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    answer = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="receipt_once")]
        indexes = [models.Index(fields=["created_at"], name="receipt_created_at")]

    def __str__(self):
        return f"{self.user_id} {self.key}"

    @classmethod
    @transaction.atomic
    def once(cls, user, key: str, request: bytes, do: Callable[[], tuple[int, dict]]) -> tuple[int, dict]:
        """Do it and keep the answer, or, for a key already used, give the first answer.

        Raises Invalid when the key was used for another request. When do() raises, the key stays free.
        """
        request_hash = hashlib.sha256(request).hexdigest()
        claimed = cls._claim(user, key, request_hash)
        if claimed is None:
            return cls.objects.get(user=user, key=key)._again(request_hash)
        status, answer = do()
        cls.objects.filter(pk=claimed).update(status=status, answer=answer)
        return status, answer

    @classmethod
    def _claim(cls, user, key, request_hash) -> int | None:
        """The new receipt's id, or None when the key is taken; waits for a twin that is still under way."""
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO tracker_receipt (user_id, key, request_hash, answer, created_at)"
                " VALUES (%s, %s, %s, '{}', now()) ON CONFLICT DO NOTHING RETURNING id",
                [user.pk, key, request_hash],
            )
            row = cursor.fetchone()
        return row[0] if row else None

    def _again(self, request_hash) -> tuple[int, dict]:
        if self.request_hash != request_hash:
            raise Invalid(
                {"idempotency": _("This key was already used for a different request. Use a new key.")}
            )
        return self.status, self.answer
