"""manage.py import_actions FILE --unit CODE --as EMAIL: an Excel file into a unit's submission, as the page does it."""

from pathlib import Path

from django.core.files import File
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from plans.imports.mending import mendings
from plans.imports.names import names_of
from plans.models import ImportJob, Submission
from tracker.calendar import today
from tracker.errors import Invalid, Refused
from tracker.models import Actor, Review, User


class Command(BaseCommand):
    help = "Import an Excel file of actions into a unit's submission: all of it or nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="the filled template (.xlsx)")
        parser.add_argument("--unit", required=True, metavar="CODE", help="for example STNMT")
        parser.add_argument("--as", required=True, metavar="EMAIL", dest="email", help="who imports")
        parser.add_argument(
            "--year", type=int, metavar="Y", help="the year assessed; default the present review"
        )
        parser.add_argument("--dry-run", action="store_true", help="only list the faults; keep nothing")

    def handle(self, *, file: str, unit: str, email: str, year: int | None, dry_run: bool, **options):
        submission, by = _submission_of(unit, year), _actor(email)
        try:
            with transaction.atomic(), _opened(file) as content:
                self._import(submission, by, content, dry_run)
        except Invalid as refusal:
            raise CommandError(" ".join(refusal.errors.values())) from refusal
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal

    def _import(self, submission: Submission, by: Actor, content: File, dry_run: bool) -> None:
        when = {"today": today(), "now": timezone.now()}
        job = ImportJob.bring(submission, by=by, now=when["now"], file=content)
        if job.state == "imported":
            self.stdout.write(
                f"Imported before, at {job.imported_at:%Y-%m-%d %H:%M}; nothing was written again."
            )
            return
        job.examine(**when)
        self._tell(job)
        if dry_run:
            _forget(job) if job.brought_at == when["now"] else None
            return
        job.claim(by=by, **when)
        job.write(by=by, **when)
        self.stdout.write(self.style.SUCCESS(f"Imported: {job.counts['actions']} actions."))

    def _tell(self, job: ImportJob) -> None:
        for each in mendings(job, names_of(job.submission, today())):
            hint = f" → {each.fault.suggestion}" if each.fault.suggestion else ""
            self.stdout.write(
                f"{each.letter}{each.fault.row} {each.label}: “{each.fault.value}” – {each.fault.told}{hint}"
            )
        self.stdout.write(
            f"{job.counts['rows']} rows, {job.counts['sound']} sound, {len(job.faults)} faults."
        )


def _submission_of(code: str, year: int | None) -> Submission:
    review = Review.objects.filter(year=year).first() if year else Review.objects.current()
    found = Submission.objects.select_related("unit", "review").filter(review=review, unit__code=code).first()
    if not found:
        raise CommandError(
            f"There is no submission of “{code}” for {review.year if review else year or 'any year'}."
        )
    return found


def _actor(email: str) -> Actor:
    if not (user := User.objects.filter(email=email.strip().lower(), is_active=True).first()):
        raise CommandError(f"Nobody with an open account has the address {email}.")
    return Actor.of(user, today=today(), channel="import")


def _opened(file: str) -> File:
    try:
        return File(Path(file).open("rb"), name=Path(file).name)
    except OSError as error:
        raise CommandError(f"Cannot read {file}: {error.strerror}.") from error


def _forget(job: ImportJob) -> None:
    """A dry run leaves nothing behind, not even the file."""
    job.file.delete(save=False)
    job.delete()
