"""The embedded servers: who starts them, who stops them, and what a `kill -9` may not destroy."""

import stat

import psutil
import psycopg
import pytest

from tests.house import running
from tracker.embedded import postgres


def test_both_servers_answer_as_soon_as_somebody_holds_them(holder, database, bell):
    holder()

    with database() as connection:
        version = connection.info.server_version
    assert (version // 10000, bell().ping()) == (18, True)


def test_the_database_compares_vietnamese_letters_without_regard_to_case(holder, database):
    holder()

    with database() as connection:
        assert connection.execute("SELECT lower('ĐẤT ĐAI'), 'Ủy ban' ILIKE 'ủy ban'").fetchone() == (
            "đất đai",
            True,
        )


def test_the_data_folder_is_closed_to_everybody_but_its_owner(holder, folder):
    holder()

    parts = [folder.path, *(part for part in folder.path.iterdir() if part.is_dir())]
    assert {stat.S_IMODE(part.stat().st_mode) for part in parts} == {0o700}


def test_no_server_listens_on_a_port(holder):
    process = holder()

    listening = [
        c for p in running.family(process) for c in p.net_connections("inet") if c.status == "LISTEN"
    ]
    assert listening == []


def test_data_survives_a_kill_of_everybody_at_once(holder, database, bell):
    first = holder()
    with database() as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    bell().rpush("queue", "message")
    running.kill_all(running.family(first))

    holder()

    with database() as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)
    assert bell().lrange("queue", 0, -1) == [b"message"]


def test_the_number_of_a_killed_server_given_to_somebody_else_does_not_hinder_the_next(
    holder, folder, database
):
    first = holder()
    left = folder.path / "postgres" / postgres.VERSION / "postmaster.pid"
    words = left.read_text()
    running.kill_all(running.family(first))
    left.write_text(words.replace(words.split("\n", 1)[0], str(psutil.Process().pid), 1))

    holder()

    database().close()


def test_a_server_that_died_is_started_again_for_who_still_holds_it(holder, folder, database):
    holder()
    pid = int((folder.path / "postgres" / postgres.VERSION / "postmaster.pid").read_text().split("\n", 1)[0])

    psutil.Process(pid).kill()

    assert running.eventually(lambda: answers_from_another(database, pid, folder))


def answers_from_another(database, pid, folder) -> bool:
    try:
        database().close()
    except psycopg.OperationalError:
        return False
    return not psutil.pid_exists(pid)


def test_the_servers_stay_while_a_second_process_holds_them(holder, database):
    first, _second = holder(), holder()

    first.communicate(timeout=60)

    database().close()


def test_the_servers_stop_with_the_last_who_held_them(holder):
    first = holder()
    everybody = running.family(first)

    first.communicate(timeout=60)

    assert [process for process in everybody if running.runs(process)] == []


def test_the_servers_stop_when_the_last_holder_is_killed(holder):
    first = holder()
    servers = [process for process in running.family(first) if process.name() != "cat"]

    psutil.Process(first.pid).kill()

    assert running.alive(servers) == []


def test_a_data_folder_with_a_very_long_name_works_too(folder):
    home = folder.path.parent
    long = home / ("long " * 40) / "data"

    answer = running.manage("check", "--database", "default", "--data", long, TMPDIR=str(home))

    assert (answer.returncode, answer.stderr) == (0, "")


def test_commands_at_the_same_time_share_the_servers_and_leave_none(folder):
    commands = [
        running.module("manage", "check", "--database=default", "--data", folder.path) for _ in range(4)
    ]

    answers = [(command.communicate(timeout=120)[1], command.returncode) for command in commands]

    assert answers == [("", 0)] * 4
    assert not list((folder.path / "postgres").glob(".s.PGSQL.*"))


@pytest.mark.parametrize("name", ["/proc/version/data", "/dev/null"])
def test_a_data_folder_that_cannot_be_is_refused_in_one_line(name):
    answer = running.manage("check", "--data", name)

    assert (answer.returncode, answer.stderr.count("\n"), "data folder" in answer.stderr) == (2, 1, True)
