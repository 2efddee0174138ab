"""Who may do what with the mails: asked by pages, commands and the verbs themselves. No question changes anything."""

WAITING = ("queued", "held")
DISCARDABLE = (*WAITING, "failed")


def keeps_the_mail(actor) -> bool:
    """Home Affairs and administrators see to it that mail leaves; so do jobs, and commands given on the server."""
    return actor.is_home_affairs or actor.is_admin or _is_a_job(actor)


def may_send_again(actor, mail) -> bool:
    """What failed may be tried once more; for a test mail one sends another."""
    return mail.state == "failed" and not mail.is_test and keeps_the_mail(actor)


def may_discard(actor, mail) -> bool:
    return mail.state in DISCARDABLE and keeps_the_mail(actor)


def may_read_metrics(actor) -> bool:
    """Figures without names: for whoever watches the whole province."""
    return actor.sees_everything


def may_read_account(actor) -> bool:
    """What was owed in a month and what became of it, without names."""
    return actor.sees_everything


def _is_a_job(actor) -> bool:
    """Nobody in person: a job of the system. A stranger at a page is nobody as well, but comes through the page."""
    return actor.user is None and actor.channel != "page"
