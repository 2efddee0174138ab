"""Warnings, before the site runs, of what would break later on real servers."""

import os

from django.core.checks import Tags, Warning, register


@register(Tags.security, deploy=False)
def what_real_servers_need(**_) -> list[Warning]:
    """On the embedded servers nothing has to be set; on real ones these three do."""
    if not os.environ.get("DATABASE_URL"):
        return []
    missing = [name for name in HINTS if not os.environ.get(name)]
    return [Warning(HINTS[name][1], hint=f"Set {name}.", id=HINTS[name][0]) for name in missing]


HINTS = {
    "SITE_URL": ("tracker.W001", "The site's address is not set, so links in mails lead to localhost."),
    "EMAIL_FROM": ("tracker.W002", "The sender of mails is not set, so mail servers may refuse them."),
    "SECRET_KEY": (
        "tracker.W003",
        "The secret key is not set, so each machine makes its own and log-ins break.",
    ),
}
