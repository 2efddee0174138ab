"""Data folders of their own, and servers held by another process, as `manage.py` would hold them."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
import redis

from tests.house import running
from tracker.embedded import postgres, valkey
from tracker.embedded.folder import DataFolder


@pytest.fixture
def folder() -> Iterator[DataFolder]:
    """A data folder that does not exist yet."""
    home = Path(tempfile.mkdtemp())
    yield DataFolder(home / "data")
    shutil.rmtree(home)


@pytest.fixture
def holder(folder) -> Iterator[Callable[[], subprocess.Popen]]:
    """Start a process that holds the servers until its input ends."""
    started: list[subprocess.Popen] = []

    def start() -> subprocess.Popen:
        process = running.module("tracker.embedded.during", "cat", DATA_DIR=str(folder.path))
        started.append(process)
        process.stdin.write("the servers run\n")
        process.stdin.flush()
        assert process.stdout.readline() == "the servers run\n", process.stderr.read()
        return process

    yield start
    for process in started:
        process.communicate(timeout=60)


@pytest.fixture
def database(folder) -> Callable[[], psycopg.Connection]:
    def connect() -> psycopg.Connection:
        host = str(postgres.socket_of(folder))
        return psycopg.connect(host=host, user=postgres.USER, dbname=postgres.DATABASE, autocommit=True)

    return connect


@pytest.fixture
def bell(folder) -> Callable[[], redis.Redis]:
    return lambda: redis.Redis(unix_socket_path=str(valkey.socket_of(folder)))
