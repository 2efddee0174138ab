"""What runs unasked is written in one place, and each name in it is a task that exists."""

from tracker.celery import app


def test_every_job_on_the_timetable_exists():
    app.loader.import_default_modules()

    assert {entry["task"] for entry in app.conf.beat_schedule.values()} <= set(app.tasks)


def test_no_task_may_run_longer_than_redis_waits_before_handing_it_out_again():
    waits = app.conf.broker_transport_options["visibility_timeout"]

    assert app.conf.task_time_limit < waits
