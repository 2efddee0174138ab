"""The site's own processes, run by supervisor: web, worker and beat; how they are told and watched."""

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

from tracker.embedded.child import tie_to_parent
from tracker.embedded.folder import DataFolder, private

CODE = Path(__file__).resolve().parents[2]
PROGRAM = """
[program:{name}]
command={command}
stdout_logfile={log}
redirect_stderr=true
environment={environment}
stdout_logfile_maxbytes=5MB
stdout_logfile_backups=2
startretries=10
stopwaitsecs=20
killasgroup=true
"""
THRIFT = {"MALLOC_ARENA_MAX": "2"}  # threads share their heaps: a web process stays smaller
SUPERVISOR = """[supervisord]
nodaemon=true
silent=true
directory={code}
logfile={logs}/supervisor.log
logfile_maxbytes=5MB
logfile_backups=2
pidfile={run}/supervisor.pid
childlogdir={logs}
{user}
"""


def commands(folder: DataFolder, port: int) -> dict[str, list[str]]:
    """What runs: two web processes with threads, one worker with its children, one beat."""
    celery = ["celery", "-A", "tracker.celery"]
    web = ["gunicorn", "tracker.wsgi", f"--bind=127.0.0.1:{port}", "--worker-class=gthread"]
    schedule = private(folder.path / "beat") / "schedule"
    return {
        "web": [*web, "--workers=2", "--threads=4", "--graceful-timeout=10", "--no-control-socket"],
        "worker": [*celery, "worker", "--loglevel=INFO", "--without-gossip", "--without-mingle"],
        "beat": [*celery, "beat", "--loglevel=INFO", f"--schedule={schedule}", "--pidfile="],
    }


def start(folder: DataFolder, port: int) -> subprocess.Popen:
    """Run the supervisor; it ends its processes when it is told to end, and when we die."""
    conf = private(folder.path / "run") / "supervisor.conf"
    conf.write_text(configuration(folder, commands(folder, port)))
    return subprocess.Popen(
        [sys.executable, "-m", "supervisor.supervisord", "-c", conf],
        cwd=CODE,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=tie_to_parent(signal.SIGTERM),
    )


def configuration(folder: DataFolder, programs: dict[str, list[str]]) -> str:
    logs, run = folder.part("logs"), folder.path / "run"
    user = "user=root" if os.geteuid() == 0 else ""
    tied = [sys.executable, "-m", "tracker.embedded.tied", sys.executable, "-m"]
    parts = [SUPERVISOR.format(code=written(CODE), logs=written(logs), run=written(run), user=user)]
    for name, command in programs.items():
        line = written(shlex.join([*tied, *command]))
        log, thrift = (
            written(logs / f"{name}.log"),
            ",".join(f"{key}={value}" for key, value in THRIFT.items()),
        )
        parts.append(PROGRAM.format(name=name, command=line, log=log, environment=thrift))
    return "".join(parts)


def written(value: object) -> str:
    """As supervisor's file wants it: a lone percent sign would begin a name."""
    return str(value).replace("%", "%%")
