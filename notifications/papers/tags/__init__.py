"""The tags that a template of the chasing letter may use, each with what it prints."""
