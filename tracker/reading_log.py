"""Who took which file: a line in the log with the number of the request, since history keeps changes only."""

import logging

log = logging.getLogger("tracker.reading")


def taken(evidence, actor) -> None:
    """Write down that this person got this file."""
    log.info(
        "evidence %s of action %s taken by user %s (%s), request %s",
        evidence.pk, evidence.action_id, actor.user.pk, actor.channel, actor.request_id,
    )  # fmt: skip
