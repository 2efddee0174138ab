"""The dry run of a file, and mending its cells in the page."""

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction

from plans.imports.check import Check, check
from plans.imports.columns import BY_KEY
from plans.imports.old_encodings import recode
from plans.models.imports.bell import ring
from tracker.excel.cells import text_of


def _silence(done: int) -> None:
    """Nobody waits to be told how far it is."""


class ImportChecking:
    """Nothing here touches the submission."""

    def begin_check(self, *, today: date, now: datetime) -> None:
        """Check a short file at once; a long one is left to the worker. What was checked already stays as it is."""
        if self.state != "checking":
            return
        if self.is_long:
            transaction.on_commit(lambda: ring("plans.check_import", self.pk))
        else:
            self.examine(today=today, now=now)

    @transaction.atomic
    def examine(self, *, today: date, now: datetime, tell: Callable[[int], None] = _silence) -> None:
        """Hold every row against the names of today; done again it gives the same again."""
        seen, found = self.version, self._checked(today, tell)
        self._lock_in("checking", "checked")
        if self.version != seen:
            return  # mended meanwhile, and checked again by whoever did it
        self._write(self.version, {
            "state": "checked", "faults": [fault.as_json() for fault in found.faults], "counts": found.counts,
            "done": len(self.rows), "beat_at": now,
        })  # fmt: skip
        if self.is_long:
            self._leave_unseen()

    def go_on(self, *, by, today: date, now: datetime) -> None:
        """Do here what the worker was to do, when it has stopped or was never reached."""
        self._expect_writer(by)
        if self.state == "checking":
            self.examine(today=today, now=now)
        elif self.state == "writing":
            self.write(by=by, today=today, now=now)

    @transaction.atomic
    def mend(self, *, by, today: date, now: datetime, cells: dict[tuple[int, str], str]) -> None:
        """Put these texts into the cells (row, column) and check again."""
        self._lock_in("checked")
        self._expect_writer(by)
        rows = {row["n"]: row for row in self.rows}
        for (number, column), text in cells.items():
            if number in rows and column in BY_KEY:
                _put(rows[number], column, text)
        self._check_anew(today, now)

    @transaction.atomic
    def convert(self, *, by, today: date, now: datetime) -> None:
        """Turn every cell that was typed in TCVN3 or VNI into Unicode, and check again."""
        self._lock_in("checked")
        self._expect_writer(by)
        for row in self.rows:
            for column, text in list(row["cells"].items()):
                if recoded := recode(text):
                    _put(row, column, recoded.text)
        self._check_anew(today, now)

    def _check_anew(self, today: date, now: datetime) -> None:
        self._write(
            self.version, {"rows": self.rows, "state": "checking", "done": 0, "beat_at": now, "trouble": "",
                           "unseen_since": None}
        )  # fmt: skip
        self.begin_check(today=today, now=now)

    def _checked(self, today: date, tell: Callable[[int], None] = _silence) -> Check:
        return check(self.rows, self.submission, today, salt=f"import {self.pk}", tell=tell)


def _put(row: dict, column: str, text: str) -> None:
    row["odd"].pop(column, None)
    row["cells"].pop(column, None)
    if text := text_of(text):
        row["cells"][column] = text
        row.setdefault("mended", []).append(column)
