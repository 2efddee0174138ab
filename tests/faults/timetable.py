"""The product's Celery with its own timetable, in which a minute lasts a second."""

from tracker.celery import app

__all__ = ["app"]

app.conf.beat_schedule = {
    name: entry | {"schedule": entry["schedule"] / 60}
    for name, entry in app.conf.beat_schedule.items()
    if isinstance(entry["schedule"], int)
}
