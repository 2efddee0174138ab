"""Every "no" as an answer in JSON: the words of the rule, or each field with its reason."""

from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework.exceptions import APIException
from rest_framework.response import Response
from rest_framework.views import exception_handler

from tracker.errors import Invalid, Refused, Stale


class VersionRequired(APIException):
    """A change must say which version its writer has seen (428)."""

    status_code = HTTPStatus.PRECONDITION_REQUIRED
    default_detail = gettext_lazy("Send the version you have seen in the header If-Match.")


class KeyUsed(Invalid):
    """The Idempotency-Key belongs to another request (422)."""


def answer(error: Exception, context) -> Response | None:
    """The exception handler of the API; what it does not know is a fault and stays one."""
    if isinstance(error, Refused):
        status = HTTPStatus.PRECONDITION_FAILED if isinstance(error, Stale) else HTTPStatus.CONFLICT
        return Response({"detail": str(error)}, status)
    if isinstance(error, Invalid):
        status = HTTPStatus.UNPROCESSABLE_ENTITY if isinstance(error, KeyUsed) else HTTPStatus.BAD_REQUEST
        return Response({field: [str(message)] for field, message in error.errors.items()}, status)
    if isinstance(error, RequestDataTooBig):
        return Response({"detail": _("The request is too large.")}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    if isinstance(error, SuspiciousOperation):
        return Response({"body": [_("The request cannot be read.")]}, HTTPStatus.BAD_REQUEST)
    return exception_handler(error, context)
