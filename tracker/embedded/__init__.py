"""PostgreSQL and Valkey from wheels: the servers a machine without servers gets. No Django in here.

Who needs a server holds a lease on it (`lease.py`); the first lease starts a keeper (`keeper.py`), which runs
the server and stops it when the last lease is gone. Leases and keepers are kernel file locks, so a `kill -9`
of anybody leaves nothing to clean up by hand.
"""
