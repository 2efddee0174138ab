"""Who took which file: a line in the log with the number of the request, since history keeps changes only."""

import logging

log = logging.getLogger("tracker.reading")


def taken(evidence, actor) -> None:
    """Write down that this person got this file."""
    log.info(
        "evidence %s of action %s taken by user %s (%s), request %s",
        evidence.pk, evidence.action_id, actor.user.pk, actor.channel, actor.request_id,
    )  # fmt: skip


def signed_paper_taken(signed, actor) -> None:
    """Write down that this person got the signed paper of a plan or an amendment."""
    log.info(
        "signed paper of %s %s taken by user %s (%s), request %s",
        signed._meta.model_name, signed.pk, actor.user.pk, actor.channel, actor.request_id,
    )  # fmt: skip


def paper_taken(job, actor) -> None:
    """Write down that this person got this paper."""
    log.info(
        "paper %s (%s) taken by user %s (%s), request %s",
        job.pk, job.file_name, actor.user.pk, actor.channel, actor.request_id,
    )  # fmt: skip
