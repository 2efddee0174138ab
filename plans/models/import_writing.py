"""Confirming an import and writing it: the whole file in one transaction, exactly once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from itertools import batched

from django.db import transaction
from django.utils.translation import gettext as _

from tracker.errors import Invalid, Refused
from tracker.models import Event

from .import_bell import ring
