"""manage.py write_plan YEAR: the remediation plan of the review of that year as Word, PDF or Excel file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from plans import papers
from plans.models import Plan
from plans.papers.catalogue import PAPERS
from tracker.calendar import today
from tracker.models import Review


class Command(BaseCommand):
    help = "Write the remediation plan of the review of YEAR (the year assessed) as a file."

    def add_arguments(self, parser):
        parser.add_argument("year", type=int, metavar="YEAR", help="the year assessed, for example 2021")
        parser.add_argument(
            "--output", metavar="FILE", help="where to write; default ke-hoach-YEAR.docx in this folder"
        )
        parser.add_argument(
            "--format",
            choices=PAPERS["plan"].formats,
            help="default as FILE ends, else docx; the Word file is the one that counts",
        )

    def handle(self, *, year: int, output: str | None, format: str | None, **options):
        format = format or _format_of(output or "")
        target = Path(output or f"ke-hoach-{year}.{format}")
        _write(target, papers.written(PAPERS["plan"], format, _plan_of(year), today()))
        self.stdout.write(f"Plan written to {target}")


def _format_of(output: str) -> str:
    ending = Path(output).suffix[1:].lower()
    return ending if ending in PAPERS["plan"].formats else "docx"


def _plan_of(year: int) -> Plan:
    if not (review := Review.objects.filter(year=year).first()):
        raise CommandError(f"There is no review of {year}. Known years: {_known_years()}.")
    if not (plan := Plan.objects.select_related("review").filter(review=review).first()):
        raise CommandError(
            f"The review of {year} has no plan yet: accept a submission and compile the plan first."
        )
    return plan


def _known_years() -> str:
    return ", ".join(str(year) for year in Review.objects.values_list("year", flat=True)) or "none"


def _write(target: Path, document: bytes) -> None:
    """Whole or not at all: a full disk leaves no half document under the target's name."""
    if target.is_dir():
        raise CommandError(f"Cannot write {target}: it is a folder.")
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(document)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise CommandError(f"Cannot write {target}: {error.strerror}.") from error
