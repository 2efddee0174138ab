"""Commands of this room, one a file."""
