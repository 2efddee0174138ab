"""The description of the API: as OpenAPI for programs, and as a page for people, made from the same source."""

from collections.abc import Iterator
from functools import lru_cache

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator

from .bodies import dump
from .refusals import CHANGING, EXAMPLES

MEDIA = "application/vnd.oai.openapi+json"


@login_not_required
@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """OpenAPI 3.1 as JSON."""
    return HttpResponse(dump(_described()), content_type=MEDIA)


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every address with what it takes and gives, readable without JavaScript."""
    described = _described()
    things: dict[str, list] = {}
    for operation in _operations(described):
        things.setdefault(operation["tag"], []).append(operation)
    shapes = [_shape(name, shape) for name, shape in described["components"]["schemas"].items()]
    site = request.build_absolute_uri("/").rstrip("/")
    context = {"things": things, "shapes": shapes, "refusals": list(_refusals()), "site": site}
    return render(request, "tracker/api_docs.html", context)


@lru_cache
def _described() -> dict:
    """The schema, in the language of programmers; it changes only with the code."""
    with translation.override("en"):
        return SchemaGenerator().get_schema(request=None, public=True)


def _refusals() -> Iterator[dict]:
    """Each "no" with an example of its words."""
    for code, why in sorted(CHANGING.items()):
        yield {"code": code.value, "why": why, "example": dump(EXAMPLES[code]).decode()}


def _operations(described: dict) -> Iterator[dict]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield {
                "tag": operation["tags"][0],
                "id": operation["operationId"],
                "method": method.upper(),
                "path": path,
                "summary": operation["summary"],
                "parameters": [_parameter(each) for each in operation.get("parameters", [])],
                "body": _named(operation.get("requestBody", {})),
                "media": ", ".join(operation.get("requestBody", {}).get("content", ())),
                "answers": [_answer(code, each) for code, each in operation["responses"].items()],
            }


def _parameter(each: dict) -> dict:
    allowed = ", ".join(str(value) for value in each["schema"].get("enum", []))
    return each | {"allowed": allowed, "place": each["in"]}


def _answer(code: str, each: dict) -> dict:
    return {"code": code, "description": each["description"], "shape": _named(each)}


def _named(carrier: dict) -> str:
    """The name of the shape that a request or an answer carries, if it has one."""
    media = next(iter(carrier.get("content", {}).values()), {})
    return _reference(media.get("schema", {}))


def _reference(shape: dict) -> str:
    return shape.get("$ref", "").rpartition("/")[2]


def _shape(name: str, shape: dict) -> dict:
    required = shape.get("required", [])
    fields = [
        {"name": field, "kind": _kind(each), "is_required": field in required, "shape": _shape_in(each)}
        | each
        for field, each in shape.get("properties", {}).items()
    ]
    return {"name": name, "description": shape.get("description", ""), "fields": fields, "kind": _kind(shape)}


def _shape_in(field: dict) -> str:
    """The name of the shape that a field, or each element of its list, has."""
    parts = field.get("oneOf") or field.get("anyOf") or field.get("allOf") or [field.get("items", field)]
    return next(filter(None, map(_reference, parts)), "")


def _kind(shape: dict) -> str:
    """The kind of a value in a few words, for example "integer", "null or Person", "list of string"."""
    if "$ref" in shape:
        return _reference(shape)
    if parts := shape.get("oneOf") or shape.get("anyOf") or shape.get("allOf"):
        return " / ".join(_kind(part) for part in parts)
    if shape.get("type") == "array":
        return f"[{_kind(shape['items'])}]"
    if "enum" in shape:
        return " | ".join(str(value) for value in shape["enum"])
    kind = shape.get("type", "any")
    kinds = " / ".join(kind) if isinstance(kind, list) else kind
    return f"{kinds} ({shape['format']})" if "format" in shape else kinds
