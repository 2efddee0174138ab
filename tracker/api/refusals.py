"""Every "no" of the API as its description tells it: when it is said, and what it looks like."""

from http import HTTPStatus

from drf_spectacular.utils import OpenApiExample, OpenApiResponse

from .shapes import Problem

PER_FIELD = {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}}
READING = {
    HTTPStatus.BAD_REQUEST: "A parameter is not sound: each with its reason.",
    HTTPStatus.UNAUTHORIZED: "No token, or one that is not valid.",
    HTTPStatus.NOT_FOUND: "There is no such thing, or it is not for you.",
}
CHANGING = READING | {
    HTTPStatus.BAD_REQUEST: "A field cannot be taken: each with its reason.",
    HTTPStatus.FORBIDDEN: "Your role does not do this.",
    HTTPStatus.CONFLICT: "The rules refuse it now, for the reason given.",
    HTTPStatus.PRECONDITION_FAILED: "Somebody has changed the thing since you read it.",
    HTTPStatus.UNPROCESSABLE_ENTITY: "The Idempotency-Key was used for another request.",
    HTTPStatus.PRECONDITION_REQUIRED: "The header If-Match is missing.",
}
OF_VERSIONS = {HTTPStatus.PRECONDITION_FAILED, HTTPStatus.PRECONDITION_REQUIRED}
WITH_FIELDS = {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY}
EXAMPLES = {
    HTTPStatus.BAD_REQUEST: {"measure": ["This cannot stay empty."]},
    HTTPStatus.UNAUTHORIZED: {"detail": "This token is not valid. Ask for a new one."},
    HTTPStatus.FORBIDDEN: {"detail": "Your role does not do this here."},
    HTTPStatus.NOT_FOUND: {"detail": "Not found."},
    HTTPStatus.CONFLICT: {"detail": "Not possible now: the state is “Issued”."},
    HTTPStatus.PRECONDITION_FAILED: {
        "detail": "Somebody has changed this: it is at version 4. Read it again."
    },
    HTTPStatus.UNPROCESSABLE_ENTITY: {
        "Idempotency-Key": ["This key was already used for a different request. Use a new key."]
    },
    HTTPStatus.PRECONDITION_REQUIRED: {"detail": "Send the version you have seen in the header If-Match."},
}


def refused(code: HTTPStatus, why: str) -> OpenApiResponse:
    """The answer of this status, with an example of its words."""
    example = OpenApiExample(HTTPStatus(code).phrase, EXAMPLES[code], response_only=True)
    shape = PER_FIELD if code in WITH_FIELDS else Problem
    return OpenApiResponse(shape, description=why, examples=[example])
