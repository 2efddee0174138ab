"""The yardstick: the same SQL and the same JSON without any framework, as a bare WSGI application.

BENCHMARK_SQL names a file with the statements as the product sent them. They are sent as the product sends them, as
whole text each time and not prepared, so that what differs is the framework and nothing else.
"""

import json
import os
import threading
from datetime import date
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import orjson
import psycopg
from psycopg.rows import namedtuple_row

GIVEN = json.loads(Path(os.environ["BENCHMARK_SQL"]).read_text())
TODAY = date.fromisoformat(GIVEN["today"])
SIZES = {"25": GIVEN["25"], "100": GIVEN["100"]}
LAST_EVENT = """SELECT number, hash FROM tracker_event WHERE subject = 'action' AND subject_id = %s
ORDER BY number DESC LIMIT 1"""
NEW_EVENT = """INSERT INTO tracker_event (subject, subject_id, number, verb, happened_on, recorded_at, actor_id,
actor_name, role, unit_id, channel, request_id, reason, before, after, previous_hash, hash)
VALUES ('action', %s, %s, 'progressed', %s, now(), %s, '', 'official', %s, 'api', '', %s, %s, %s, %s, %s)"""
CHANGE = """UPDATE tracker_action SET version = version + 1, state = 'doing', percent = %s, progress_on = %s
WHERE id = %s AND version = %s"""
here = threading.local()
with psycopg.connect(GIVEN["database"]) as once:
    UNITS = {
        pk: {"code": code, "name": name}
        for pk, code, name in once.execute("SELECT id, code, name_vi FROM tracker_unit")
    }
    INDICES = dict(once.execute("SELECT id, code FROM tracker_index").fetchall())
    YEARS = dict(once.execute("SELECT id, year FROM tracker_review").fetchall())


def application(environ, start_response):
    """GET /list/25, GET /list/100, POST /change/ID."""
    kind, _, what = urlsplit(environ["PATH_INFO"]).path.strip("/").partition("/")
    answer = (
        listed(what) if kind == "list" else changed(int(what), orjson.loads(environ["wsgi.input"].read()))
    )
    body = orjson.dumps(answer)
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]


def connection() -> psycopg.Connection:
    if not hasattr(here, "connection"):
        here.connection = psycopg.connect(GIVEN["database"], autocommit=True, prepare_threshold=None)
    return here.connection


def listed(size: str) -> dict:
    """Every statement of the product's list, and its JSON but for the cursor."""
    cursor = connection().cursor()
    for sql in SIZES[size]:
        cursor.execute(sql)
        rows = cursor.fetchall()
    return {"results": [row(each) for each in rows[: int(size)]]}


def row(columns: tuple) -> dict:
    (_, ref, version, state, percent, due_on, original_due_on, accepted_on, reported_on, verified_on, owner_id,
     full_name, statement, unit, index, year, weakness, title, starts_on, is_initiative, is_sample,
     partners) = columns  # fmt: skip
    return {
        "ref": ref, "version": version, "state": state, "percent": percent, "time_status": "overdue",
        "days_left": (due_on - TODAY).days, "due_on": due_on, "original_due_on": original_due_on,
        "accepted_on": accepted_on, "reported_on": reported_on, "verified_on": verified_on,
        "owner": {"id": owner_id, "full_name": full_name}, "statement": statement, "lead_unit": UNITS[unit],
        "coordinating_units": sorted(UNITS[each]["code"] for each in partners),
        "index": INDICES[index], "review": YEARS[year], "weakness": {"ref": weakness, "title": title},
        "starts_on": starts_on, "is_initiative": is_initiative, "is_sample": is_sample,
    }  # fmt: skip


def changed(action: int, words: dict) -> dict:
    """Who asks, what the action is, and in one transaction: the new percentage and its line of history."""
    cursor = connection().cursor(row_factory=namedtuple_row)
    for sql in GIVEN["who"]:
        connection().execute(sql).fetchall()
    now = cursor.execute("SELECT * FROM tracker_action WHERE id = %s", [action]).fetchone()
    with connection().transaction():
        cursor.execute(CHANGE, [words["percent"], TODAY, action, now.version])
        keep_history(cursor, now, words)
    return {"ref": now.ref, "version": now.version + 1, "state": "doing", "percent": words["percent"]}


def keep_history(cursor, now, words: dict) -> None:
    number, previous = cursor.execute(LAST_EVENT, [now.id]).fetchone()
    before = json.dumps({"state": now.state, "percent": now.percent, "progress_on": str(now.progress_on)})
    after = json.dumps({"state": "doing", "percent": words["percent"], "progress_on": str(TODAY)})
    line = json.dumps([now.id, number + 1, words["note"], before, after, previous])
    cursor.execute(NEW_EVENT, [
        now.id, number + 1, TODAY, now.owner_id, now.lead_unit_id, words["note"], before, after, previous,
        sha256(line.encode()).hexdigest(),
    ])  # fmt: skip
