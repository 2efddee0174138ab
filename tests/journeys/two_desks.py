"""The desk of one unit with a row of every kind, each holding the unit's own word; and every address of it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from plans.models import ImportJob, Submission
from tests import factories, files
from tests.factories import ACCEPTED, DUE, IN_JUNE, SUMMER, actor
from tests.journeys.test_every_route import named_routes
from tests.plans.excel import book, measure, upload
from tracker.models import Action, Chain, Delegation, Question, SavedFilter, Unit, User, Weakness


@dataclass
class Desk:
    """What a unit has on it."""

    unit: Unit
    word: str
    official: User
    head: User
    submission: Submission
    assigned: Weakness
    found: Weakness
    action: Action
    proposal: Action
    numbers: dict[str, int]

    def addresses(self) -> list[str]:
        """Every page that is about something of this desk, each once."""
        return sorted({place for name in named_routes() for place in self._places(name) if _is_page(place)})

    def _places(self, name: str) -> Iterator[str]:
        things = [{"ref": each.ref} for each in (self.assigned, self.found, self.action, self.proposal)]
        of_unit = {"year": 2021, "unit": self.unit.code}
        for own in ({}, {"code": self.unit.code}, *things, *({"pk": pk} for pk in self.numbers.values())):
            for kwargs in (own, own | of_unit, own | {"ref": self.action.ref}):
                with suppress(NoReverseMatch):
                    yield reverse(name, kwargs=kwargs)


def _is_page(place: str) -> bool:
    """Programs have tests of their own; the short address leads on without looking."""
    return not place.startswith(("/api/", "/h/"))


def furnished(unit: Unit, word: str, home_affairs) -> Desk:
    """Weaknesses, chains, evidence, questions, files, an import, a filter, an absence: all of them say the word."""
    official = factories.person(f"official.{word}@sample.test", f"Nguyễn {word}", "official", unit)
    head = factories.person(f"head.{word}@sample.test", f"Lê {word}", "unit_head", unit)
    submission = Submission.objects.select_related("review", "unit").get(unit=unit, review__year=2021)
    by, say = (
        {"by": actor(official), "today": IN_JUNE},
        {"title": f"Chậm {word}", "statement": f"Trễ kwyjibo {word}"},
    )
    assigned = factories.weakness(submission.review, unit, home_affairs, **say)
    found = submission.add_weakness(**by, **say, index=factories.index())
    for each in (assigned, found):
        submission.write_chain(each, _chain(word, official), **by)
    submission.draft(**by, strengths=f"Tốt {word}", head_responsibility=f"Nhận {word}")
    submission.attach(SimpleUploadedFile(f"{word}.pdf", files.PDF), **by)
    action, proposal = (Action.objects.get(weakness=each) for each in (assigned, found))
    action.accept(by=actor(home_affairs), today=ACCEPTED)
    numbers = _work(word, action, found, official, head, submission)
    return Desk(unit, word, official, head, submission, assigned, found, action, proposal, numbers)


def _chain(word: str, official) -> Chain:
    return Chain(
        cause={"c1": {"kind": "internal", "statement": f"Vì {word}"}},
        responsibility={"r1": {"person": official, "organisation": None, "position_title": word, "level": "direct"}},
        action={"a1": {"statement": f"Làm kwyjibo {word}", "owner": official, "due_on": DUE, "expected_output": word,
                       "expected_evidence": [f"Minh chứng {word}"]}},
    )  # fmt: skip


def _work(word: str, action, found, official, head, submission) -> dict[str, int]:
    by = {"by": actor(official), "today": SUMMER}
    document = action.add_file(**by, file=SimpleUploadedFile(f"{word}-1.pdf", files.PDF), title=word)
    request = action.ask_extension(**by, requested_due_on=DUE.replace(month=9, day=30), reason=f"Chờ {word}")
    questions = [Question.ask(thing, **by, words=f"Hỏi {word}") for thing in (action, found)]
    job = ImportJob.bring(
        submission, by=by["by"], now=timezone.now(), file=upload(book(measure(1, measure=word)))
    )
    job.begin_check(today=IN_JUNE, now=timezone.now())
    kept = SavedFilter.keep(by=by["by"], name=word, query=f"q={word}")
    away = Delegation.appoint(
        by=actor(head), today=SUMMER, absentee=head, stand_in=official, starts_on=DUE, ends_on=DUE
    )
    return {"evidence": document.pk, "extension": request.pk, "question": questions[0].pk, "asked": questions[1].pk,
            "job": job.pk, "file": submission.files.get().pk, "filter": kept.pk, "absence": away.pk}  # fmt: skip
