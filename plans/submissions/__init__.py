"""A submission as people meet it: its parts, whose turn it is, what changed, what waits."""
