"""What people do to actions of a plan, in one call each."""

from datetime import date

from tests.factories import SUMMER, actor


def proof(today: date) -> dict:
    return {"number": "12/BC-STNMT", "issued_on": today, "issuer": "Sở", "title": "Báo cáo số hóa"}


def extended(action, official, home_affairs, until: date, today: date = SUMMER):
    """More time asked for and granted."""
    action.refresh_from_db()
    asked = action.ask_extension(
        by=actor(official), today=today, requested_due_on=until, reason="Chờ kinh phí"
    )
    asked.approve(by=actor(home_affairs), today=today)


def reported(action, official, today: date = SUMMER):
    """Proven and reported, with a cause when late."""
    action.refresh_from_db()
    action.add_document(by=actor(official), today=today, **proof(today))
    action.report(by=actor(official), today=today, delay_cause="Thiếu máy quét")
