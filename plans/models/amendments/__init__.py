"""Amendments of the issued plan."""
