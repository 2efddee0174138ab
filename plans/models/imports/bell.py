"""Calling the worker for a long file. When it cannot be called, the page offers to go on without it."""

import logging

from celery import current_app

log = logging.getLogger(__name__)


def ring(task: str, pk: int) -> None:
    """Ask for the task once; the row in the database says what is to be done."""
    try:
        current_app.send_task(task, args=[pk], retry=False)
    except Exception as error:  # whatever the broker's library stumbles over
        log.warning("the worker was not called for import %s, its page offers to go on: %r", pk, error)
