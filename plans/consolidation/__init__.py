"""Which lines of the draft plan say the same: found and explained here, decided by a person."""
