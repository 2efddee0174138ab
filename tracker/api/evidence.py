"""The proof of an action: read, brought in three forms, taken out of account."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from rest_framework import serializers

from tracker import reading_log, rules
from tracker.errors import Invalid
from tracker.models import Action, Evidence

from .action_verbs import LARGEST_ID, ReasonBody
from .bodies import FileParser
from .downloads import download
from .endpoint import Endpoint
from .shapes import date_or_null, pages_of
from .verb import Verb
from .writing import CREATED, Body, Text


class EvidenceRow(serializers.Serializer):
    """A piece of evidence; a removed one stays readable with its reason."""

    id = serializers.IntegerField()
    kind = serializers.ChoiceField(Evidence.Kind.choices)
    title = serializers.CharField()
    expected = serializers.IntegerField(allow_null=True, help_text="Which expected evidence it proves.")
    number = serializers.CharField()
    issued_on = date_or_null()
    issuer = serializers.CharField()
    url = serializers.CharField()
    file_name = serializers.CharField()
    size = serializers.IntegerField()
    media_type = serializers.CharField(help_text="What the content of a file is, as it was found on arrival.")
    sha256 = serializers.CharField()
    added_by = serializers.CharField()
    added_at = serializers.DateTimeField()
    removed_at = serializers.DateTimeField(allow_null=True)
    removal_reason = serializers.CharField()


class ChangedEvidence(serializers.Serializer):
    """The piece of evidence, and the version the action now has."""

    version = serializers.IntegerField()
    evidence = EvidenceRow()


class Proof(Body):
    expected = serializers.IntegerField(
        required=False, min_value=1, max_value=LARGEST_ID, help_text="Which expected evidence it proves."
    )


class DocumentBody(Proof):
    number = Text(max_length=60)
    issued_on = serializers.DateField()
    issuer = Text(max_length=200)
    title = Text(max_length=300)


class LinkBody(Proof):
    url = serializers.CharField(max_length=500)
    title = Text(max_length=300)


class FileBody(Proof):
    file = serializers.FileField(allow_empty_file=True)
    title = Text(required=False, allow_blank=True, max_length=300)


class EvidenceList(Endpoint):
    """The evidence of the action, removed pieces included."""

    answer = pages_of(EvidenceRow)

    def get(self, request, ref: str):
        action = get_object_or_404(Action.objects.visible_to(self.actor), ref=ref)
        visible = action.evidence.visible_to(self.actor)
        return self.page(self.found(visible.select_related("added_by")), _row)


class AddEvidence(Verb):
    """Bring a piece of evidence."""

    status, result = CREATED, ChangedEvidence

    def do(self, action, *, ref: str, expected: int | None = None, **words) -> dict:
        kind = action.expected_evidence.filter(pk=expected).first() if expected else None
        if expected and not kind:
            raise Invalid({"expected": _("This kind of evidence belongs to another action.")})
        evidence = self.add(action, expected=kind, **words, **self.by())
        return {"version": action.version, "evidence": _row(evidence)}


class Documents(AddEvidence):
    """Bring an official document by number, date and issuer."""

    body, add = DocumentBody, staticmethod(Action.add_document)


class Links(AddEvidence):
    """Bring a page of the web."""

    body, add = LinkBody, staticmethod(Action.add_link)


class Files(AddEvidence):
    """Bring a file (multipart/form-data)."""

    parser_classes = [FileParser]
    body, add = FileBody, staticmethod(Action.add_file)


class Removal(Verb):
    """Take a piece of evidence out of account; its entry stays readable."""

    body, result, who = ReasonBody, ChangedEvidence, staticmethod(rules.works_on)

    def do(self, action, *, ref: str, pk: int, reason: str) -> dict:
        evidence = get_object_or_404(action.evidence.select_related("added_by"), pk=pk)
        action.remove_evidence(evidence, reason=reason, **self.by())
        return {"version": action.version, "evidence": _row(evidence)}


class Content(Endpoint):
    """The file as it was brought."""

    answer = OpenApiTypes.BINARY

    def get(self, request, ref: str, pk: int):
        action = get_object_or_404(Action.objects.visible_to(self.actor), ref=ref)
        evidence = get_object_or_404(action.evidence.visible_to(self.actor), pk=pk, kind="file")
        answer = download(evidence.file, evidence.file_name)
        reading_log.taken(evidence, self.actor)
        return answer


def _row(evidence: Evidence) -> dict:
    plain = ("id", "kind", "title", "number", "issued_on", "issuer", "url", "file_name", "size", "media_type", "sha256",
             "added_at", "removed_at", "removal_reason")  # fmt: skip
    shown = {name: getattr(evidence, name) for name in plain}
    return shown | {"expected": evidence.expected_id, "added_by": evidence.added_by.full_name}
