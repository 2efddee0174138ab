"""The tags that a template may use, each with what it prints: one module a paper, and what all of them share."""

ITEM = "[]"  # what the path of a list is followed by, for each of its rows
