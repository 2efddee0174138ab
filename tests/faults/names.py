"""The faults there are, and the environment each of them lives in."""

# Real processes by the clock on the wall: leases and the ladder are short, so that a fault is over in seconds.
BY_THE_CLOCK = {
    "REMINDERS_BUNDLE_AT": "00:00",
    "REMINDERS_LEASE_SECONDS": "3",
    "REMINDERS_LADDER_SECONDS": "1,1,2,2",
    "WORKER_PROCESSES": "2",
}
# Where nobody is killed with mail in his hands, a lease may be longer than it takes to prepare mail on a busy machine.
AT_LEISURE = BY_THE_CLOCK | {"REMINDERS_LEASE_SECONDS": "10"}
# Days that pass in seconds because the moment is given: everything as it is shipped.
BY_GIVEN_MOMENTS: dict[str, str] = {}
FAULTS = {
    "storm": BY_THE_CLOCK,
    "double": AT_LEISURE,
    "redis": BY_THE_CLOCK,
    "outage": BY_GIVEN_MOMENTS,
    "smtp": BY_GIVEN_MOMENTS,
    "database": BY_THE_CLOCK,
    "frozen": BY_GIVEN_MOMENTS,
    "clock": BY_GIVEN_MOMENTS,
}
SIZES = ("small", "full")
CARELESS = {"small": {"EMBEDDED_FSYNC": "false"}, "full": {}}
OURS = {name for environment in FAULTS.values() for name in environment} | {"EMAIL_USER", "EMAIL_SECURITY"}
