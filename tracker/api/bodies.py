"""JSON in and out, fast and strict: what is not JSON is a 400, whatever the client says it accepts."""

from decimal import Decimal

import orjson
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.parsers import BaseParser, MultiPartParser
from rest_framework.renderers import BaseRenderer

from tracker.files import MOST_BYTES

LARGEST_FORM = MOST_BYTES + 1024 * 1024


class JsonRenderer(BaseRenderer):
    media_type = "application/json"
    format = "json"
    charset = None

    def render(self, data, accepted_media_type=None, renderer_context=None) -> bytes:
        return b"" if data is None else dump(data)


class JsonParser(BaseParser):
    """Refuses what is not JSON, too deep, or not Unicode: none of it reaches the database."""

    media_type = "application/json"

    def parse(self, stream, media_type=None, parser_context=None):
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if len(body := stream.read(limit + 1)) > limit:
            raise RequestDataTooBig
        try:
            return orjson.loads(body)
        except orjson.JSONDecodeError as error:
            raise ValidationError({"body": [_("This is not JSON: %(why)s.") % {"why": error}]}) from None


class FileParser(MultiPartParser):
    """Refuses a form beyond the size of a file and some words before reading it."""

    def parse(self, stream, media_type=None, parser_context=None):
        if (
            stream.META.get("CONTENT_LENGTH", "").isdigit()
            and int(stream.META["CONTENT_LENGTH"]) > LARGEST_FORM
        ):
            raise RequestDataTooBig
        return super().parse(stream, media_type, parser_context)


class AlwaysJson(DefaultContentNegotiation):
    """There is one format; nobody has to ask for it."""

    def select_renderer(self, request, renderers, format_suffix=None):
        return renderers[0], renderers[0].media_type


def dump(data) -> bytes:
    """The data as JSON; decimals stay exact, as text."""
    return orjson.dumps(data, default=_as_text)


def _as_text(value) -> str:
    if isinstance(value, Decimal | Promise):
        return str(value)
    raise TypeError
