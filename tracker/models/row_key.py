"""The name of a row in the form it is written in: sent twice, the same row is written once."""

import secrets

from django.db import models
from django.db.models.functions import MD5, Cast, Random, Substr

LENGTH = 12


def new_key() -> str:
    """Twelve letters and digits nobody has used before."""
    return secrets.token_hex(LENGTH // 2)


def key_field() -> models.CharField:
    """Given by whoever writes the row, else by the code, else by the database."""
    made_here = Substr(MD5(Cast(Random(), models.TextField())), 1, LENGTH)
    return models.CharField(max_length=LENGTH, default=new_key, db_default=made_here, editable=False)
