"""A process that serves pages or runs tasks starts without the libraries that only files and papers need."""

import subprocess
import sys

import pytest
from django.conf import settings

HEAVY = ("docx", "docxtpl", "icalendar", "lxml", "openpyxl", "rapidfuzz", "typst")
WEB = "import tracker.wsgi; from django.urls import get_resolver; get_resolver()._populate()"
WORKER = "from tracker.celery import app; app.loader.import_default_modules(); app.finalize()"


@pytest.mark.parametrize("start", [WEB, WORKER])
def test_it_starts_without_what_most_never_need(start):
    told = f"{start}\nimport sys\nprint(*[name for name in {HEAVY!r} if name in sys.modules])"
    ended = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", told], cwd=settings.BASE_DIR, capture_output=True, text=True
    )

    assert (ended.returncode, ended.stdout.strip()) == (0, ""), ended.stderr
