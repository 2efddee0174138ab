"""The parameters of the API as OpenAPI has them: in the path, in the query, in headers."""

from collections.abc import Sequence
from dataclasses import dataclass

from django_filters import ChoiceFilter, NumberFilter
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter

from .writing import HEADERS

PATH = {
    "ref": (OpenApiTypes.STR, "The reference, for example HD-2022-017 or HC-2021-001."),
    "code": (OpenApiTypes.STR, "The unit's code."),
    "year": (OpenApiTypes.INT, "The year assessed; of a plan, its own year."),
    "id": (OpenApiTypes.INT, "The id."),
    "number": (OpenApiTypes.INT, "The number of a frozen version, from 1."),
    "change": (OpenApiTypes.INT, "The id of a planned change."),
    "kind": (OpenApiTypes.STR, "The kind of a paper, as the list of templates gives it."),
}

FILTERS = {
    "q": "Words, with or without accents; each must occur.",
    "unit": "The code of a unit, of an action its lead unit.",
    "group": "The code of a group of units.",
    "index": "The code of an index.",
    "owner": "The id of a person, or “me”.",
}


@dataclass(frozen=True)
class Asked:
    """A parameter of the query that belongs to one endpoint: what it means, its kind, the values it may have."""

    words: str
    kind: OpenApiTypes = OpenApiTypes.STR
    values: Sequence[str] | None = None
    is_needed: bool = False

    def named(self, name: str) -> OpenApiParameter:
        return OpenApiParameter(
            name, self.kind, required=self.is_needed, description=self.words, enum=self.values
        )


def path_parameter(name: str) -> OpenApiParameter:
    kind, words = PATH[name]
    return OpenApiParameter(name, kind, OpenApiParameter.PATH, description=words)


def filter_parameter(name: str, each) -> OpenApiParameter:
    """A filter of a list; fixed choices are listed, those from the database are not."""
    kind = OpenApiTypes.INT if isinstance(each, NumberFilter) else OpenApiTypes.STR
    choices = each.extra.get("choices") if isinstance(each, ChoiceFilter) else None
    fixed = [value for value, _ in choices] if isinstance(choices, list) else None
    return OpenApiParameter(name, kind, description=FILTERS.get(name, str(each.label)), enum=fixed)


def header_parameters(*, needs_version: bool) -> list[OpenApiParameter]:
    """If-Match, without which nothing is changed, and the key that makes repeating safe."""
    return [
        OpenApiParameter(
            name, location=OpenApiParameter.HEADER, required=name == "If-Match", description=words
        )
        for name, words in HEADERS.items()
        if needs_version or name != "If-Match"
    ]
