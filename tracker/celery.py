"""The background worker: how it takes its work, and the timetable of all that runs unasked.

Redis only rings the bell; what is to be done stands in the database.
"""

import os

from celery import Celery
from celery.schedules import crontab
from celery.signals import worker_ready
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")

app = Celery("tracker")
app.conf.update(
    broker_url=settings.REDIS_URL.replace("unix://", "redis+socket://", 1),
    broker_connection_timeout=5,
    broker_connection_retry_on_startup=True,
    broker_transport_options={
        "visibility_timeout": 3600,  # longer than any task may run: one that outlives it would run twice at once
        "unacked_restore_interval": 5,  # how often it looks for what was held longer than that
        "socket_timeout": 5,  # a silent Redis must not hold up a page
        "socket_connect_timeout": 5,
        "max_retries": 0,  # one that refuses is not asked again for six seconds while a person waits
    },
    task_default_queue="tracker",
    task_ignore_result=True,
    task_time_limit=1800,
    task_acks_late=True,
    task_reject_on_worker_lost=True,  # with acks_late alone, a killed child's task would be lost
    worker_cancel_long_running_tasks_on_connection_loss=True,
    worker_prefetch_multiplier=1,
    worker_concurrency=settings.WORKER_PROCESSES,
    timezone=settings.TIME_ZONE,
)
app.autodiscover_tasks()


@worker_ready.connect
def ring_at_once(**_) -> None:
    """A worker that has just started need not wait for the timetable's next minute."""
    app.send_task("notifications.tick", expires=55)


app.conf.beat_schedule = {
    "ring the reminder engine, every minute": {
        "task": "notifications.tick",
        "schedule": 60,
        "kwargs": {"driver": "beat"},
        "options": {"expires": 55},
    },
    "compare the books of the post, every hour": {
        "task": "notifications.reconcile",
        "schedule": crontab(minute=17),
        "options": {"expires": 3500},
    },
    "roll up the plan's progress, every night": {
        "task": "plans.roll_up",
        "schedule": crontab(hour=0, minute=30),
    },
    "go on with papers that a dead worker left lying, every minute": {
        "task": "plans.go_on_with_papers",
        "schedule": 60,
        "options": {"expires": 55},
    },
    "remove the files of papers that are a day old, every hour": {
        "task": "plans.forget_papers",
        "schedule": crontab(minute=41),
        "options": {"expires": 3500},
    },
}
