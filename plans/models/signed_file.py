"""The signed paper as a file: where it lies."""

import secrets


def random_name(signed, file_name: str) -> str:
    """Files lie under names nobody can guess; the real name is a column."""
    return f"signed/{secrets.token_hex(16)}"
