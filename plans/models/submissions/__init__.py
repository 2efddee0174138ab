"""A unit's submission and its verbs."""
