"""manage.py write_plan YEAR: the plan of the review of that year, or a version of it, as Word, PDF or Excel file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from plans import papers
from plans.models import Plan, PlanVersion
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
        parser.add_argument(
            "--plan-version",
            type=int,
            metavar="N",
            help="the plan as it was frozen in its version N, not as it stands",
        )

    def handle(
        self, *, year: int, output: str | None, format: str | None, plan_version: int | None, **options
    ):
        format = format or _format_of(output or "")
        stem = f"ke-hoach-{year}-phien-ban-{plan_version}" if plan_version else f"ke-hoach-{year}"
        target = Path(output or f"{stem}.{format}")
        _write(target, papers.written(PAPERS["plan"], format, _subject(year, plan_version), today()))
        self.stdout.write(f"Plan written to {target}")


def _format_of(output: str) -> str:
    ending = Path(output).suffix[1:].lower()
    return ending if ending in PAPERS["plan"].formats else "docx"


def _subject(year: int, version: int | None) -> Plan | PlanVersion:
    plan = _plan_of(year)
    if version is None:
        return plan
    if found := plan.versions.filter(number=version).first():
        return found
    known = ", ".join(str(number) for number in plan.versions.values_list("number", flat=True)) or "none"
    raise CommandError(f"The plan has no version {version}. Known versions: {known}.")


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
