"""The clock is stepped two hours back, a day ahead, and back again, while the planner lives.

The engine is given its moment by `manage.py tick --now`. Where libfaketime is installed, the same is done once more
to the clock that the process itself reads.
"""

import os
import shutil
import subprocess
import sys
from datetime import date, datetime, time, timedelta

from tests.faults import drivers, province
from tests.faults.days import at, working_days_after
from tests.faults.judge import Case, judge
from tests.faults.line import Line
from tests.faults.scene import Scene
from tests.house.running import CODE

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = (date(2022, 8, day) for day in (22, 23, 24, 25))
TWO_HOURS = timedelta(hours=2)
STEPS = [  # the true date, and what the clock shows
    (MONDAY, at(MONDAY, time(7))),
    (MONDAY, at(MONDAY, time(8))),
    (MONDAY, at(MONDAY, time(8, 5)) - TWO_HOURS),
    (MONDAY, at(TUESDAY, time(8, 10))),
    (MONDAY, at(MONDAY, time(8, 20))),
    (TUESDAY, at(TUESDAY, time(7))),
    (TUESDAY, at(TUESDAY, time(8))),
    (WEDNESDAY, at(WEDNESDAY, time(8))),
]
FAKED_STEPS = [at(THURSDAY, time(8)), at(THURSDAY, time(8)) - TWO_HOURS, at(THURSDAY, time(8, 5))]


def run(scene: Scene) -> Line:
    """Something falls due on each day; it is told once, under the business date it is owed for."""
    owed = owe(int(scene.sized(small=20, full=300)))
    with drivers.Turner(scene, "planner") as planner:
        early = sum(stepped(scene, planner, *step) for step in STEPS)
    notes = [f"{early} mails left a day early, by policy: the clock had said so", *faked(scene, owed)]
    line = judge(
        Case("clock", owed, at(THURSDAY, time(23))), scene.office.mails, province.ledger(), scene.seconds
    )
    return line.noting(*notes)


def owe(people: int) -> set:
    """Three working days before on Monday, one before on Wednesday; seven before on Tuesday and on Wednesday."""
    owners = province.people(people)
    near = province.actions(owners, THURSDAY)
    soon, later = (province.actions(owners, working_days_after(day, 7)) for day in (TUESDAY, WEDNESDAY))
    first = province.owed(near, MONDAY) | province.owed(soon, TUESDAY)
    return first | province.owed(near, WEDNESDAY) | province.owed(later, WEDNESDAY)


def stepped(scene: Scene, planner: drivers.Turner, today: date, clock: datetime) -> int:
    """Turn the engine at what the clock shows; how many mails left for a day that has not come."""
    before = len(scene.office.mails)
    drivers.tick_by_command(clock) if scene.size == "full" else planner.turn(clock)
    return sum(mail.day > today.isoformat() for mail in scene.office.mails[before:])


def faked(scene: Scene, owed: set) -> list[str]:
    """The same with the clock of the process itself; what is owed for that day is added."""
    if not (program := shutil.which("faketime")):
        return ["libfaketime is not installed: the clock was stepped by --now alone"]
    near = {(who, ref) for who, ref, day in owed if day == MONDAY.isoformat()}
    owed |= {(who, ref, THURSDAY.isoformat()) for who, ref in near}
    for moment in FAKED_STEPS:
        command = [program, "-f", f"@{moment:%Y-%m-%d %H:%M:%S}", sys.executable, "manage.py", "tick"]
        subprocess.run(
            command, cwd=CODE, env=os.environ | {"TZ": "Asia/Ho_Chi_Minh"}, check=True, capture_output=True
        )
    return ["stepped once more with libfaketime"]
