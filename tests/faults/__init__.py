"""The promise under fire: `python -m tests.faults NAME` breaks real processes and counts what came of the mail."""
