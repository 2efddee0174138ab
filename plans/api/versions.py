"""The frozen versions of an issued plan, and what differs between two of them."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from rest_framework.response import Response

from plans.models import PlanVersion
from plans.versions.differences import LineChange, differences
from tracker.api.parameters import Asked
from tracker.errors import Invalid

from .finding import PlanEndpoint
from .shapes_versions import DifferencesWhole, VersionPage, VersionWhole


class VersionEndpoint(PlanEndpoint):
    def one(self, year: int, number: int) -> PlanVersion:
        return get_object_or_404(_of(self.find(year)), number=number)


class Versions(VersionEndpoint):
    """Every version the plan had since it was issued."""

    answer = VersionPage

    def get(self, request, year: int):
        return self.page(self.found(_of(self.find(year))), version_row, key=("number",))


class OneVersion(VersionEndpoint):
    """One version with its lines as they were frozen."""

    answer = VersionWhole

    def get(self, request, year: int, number: int):
        version = self.one(year, number)
        return Response(version_row(version) | {"content": version.content})


class Differences(VersionEndpoint):
    """What a version changed against the one before it, or against another."""

    answer = DifferencesWhole
    query = {"since": Asked("The version to compare with; the one before unless told.", OpenApiTypes.INT)}

    def get(self, request, year: int, number: int):
        newer = self.one(year, number)
        older = self._older(newer, request.query_params)
        found = differences(older.content, newer.content) if older else []
        told = {"newer": number, "older": older.number if older else None}
        return Response(told | {"changes": [_change(each) for each in found]})

    def _older(self, newer: PlanVersion, query) -> PlanVersion | None:
        if unknown := set(query) - {"since"}:
            raise Invalid({name: _("There is no such parameter.") for name in unknown})
        if "since" not in query:
            return newer.before()
        asked = query["since"]
        known = newer.plan.versions.filter(number=asked) if asked.isdecimal() and len(asked) < 5 else ()
        for version in known:
            return version
        raise Invalid({"since": _("There is no such version of the plan.")})


def version_row(version: PlanVersion) -> dict:
    paper = version.paper
    return {
        "number": version.number, "frozen_on": version.frozen_on, "sha256": version.sha256,
        "is_unchanged": version.is_unchanged, "amendment": version.amendment_id, "paper": paper.number,
        "paper_issued_on": paper.issued_on, "lines": len(version.content),
    }  # fmt: skip


def _of(plan):
    return plan.versions.select_related("amendment", "plan")


def _change(each: LineChange) -> dict:
    fields = [{"name": field.name, "before": field.before, "after": field.after} for field in each.fields]
    return {"kind": each.kind, "line": each.line, "changed": fields}
