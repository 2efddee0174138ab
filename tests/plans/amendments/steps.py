"""How far the work behind a line is."""

from tests.factories import SUMMER, actor


def reported(action, owner) -> None:
    """The owner says it is complete, with a document."""
    action.refresh_from_db()
    words = {"number": "1/BC", "issued_on": SUMMER, "issuer": "Sở", "title": "Báo cáo"}
    action.add_document(by=actor(owner), today=SUMMER, **words)
    action.report(by=actor(owner), today=SUMMER)


def finished(action, owner, home_affairs) -> None:
    """And Home Affairs confirms it."""
    reported(action, owner)
    action.verify(by=actor(home_affairs), today=SUMMER)
