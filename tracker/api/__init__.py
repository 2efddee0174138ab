"""The record for programs: the same rules and verbs as the pages, in JSON."""
