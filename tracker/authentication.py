"""Who may log in: active people; those of the sample only while the site is in sample mode."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend


class People(ModelBackend):
    """Accounts of the sample end, open sessions included, as soon as the site leaves sample mode."""

    def user_can_authenticate(self, user) -> bool:
        return super().user_can_authenticate(user) and (settings.SAMPLE_MODE or not user.is_sample)


def account(request, credentials: dict | None = None) -> str:
    """The account that is tried, however its address is written: wrong guesses at it are counted together."""
    tried = credentials or request.POST
    return tried.get("username", "").strip().lower()
