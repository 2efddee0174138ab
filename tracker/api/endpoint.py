"""What all endpoints share: who acts, on which day, and how a list is narrowed and paged."""

from typing import ClassVar

from django.http import Http404
from django.utils import translation
from django.utils.translation import gettext as _
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.views import APIView

from tracker import calendar
from tracker.errors import Invalid
from tracker.models import Actor

from .bodies import AlwaysJson, JsonParser, JsonRenderer
from .paging import PAGING, page_of
from .parameters import Asked
from .schema import EndpointSchema


class Endpoint(APIView):
    """Reads answer with `answer`, writes take `body` and answer with `result`: the schema says so too."""

    renderer_classes = [JsonRenderer]
    parser_classes = [JsonParser]
    content_negotiation_class = AlwaysJson
    metadata_class = None
    schema = EndpointSchema()
    answer: ClassVar[type[Serializer] | None] = None
    body: ClassVar[type[Serializer] | None] = None
    result: ClassVar[type[Serializer] | None] = None
    filterset: ClassVar[type | None] = None
    query: ClassVar[dict[str, Asked]] = {}
    needs_version: ClassVar[bool] = True  # to write; what only asks for something to be made has no version

    def initial(self, request, *args, **kwargs):
        """After the caller is known: his language, the business date, his roles of that day."""
        super().initial(request, *args, **kwargs)
        translation.activate(request.user.language)
        request._request.LANGUAGE_CODE = request.user.language
        self.today = calendar.today()
        request_id = getattr(request._request, "request_id", "")
        self.actor = Actor.holding(request.user, request.auth, channel="api", request_id=request_id)

    def found(self, queryset, **extra):
        """The rows that fit the query; an unknown or unsound parameter is refused, never ignored."""
        query = self.request.query_params
        known = {**self.filterset.base_filters, **PAGING} if self.filterset else PAGING
        if unknown := {name: _("There is no such parameter.") for name in query if name not in known}:
            raise Invalid(unknown)
        if not self.filterset:
            return queryset
        narrowed = _asking(self.filterset, query, queryset, **extra)
        if not narrowed.is_valid():
            raise Invalid({name: " ".join(reasons) for name, reasons in narrowed.errors.items()})
        return narrowed.qs

    def page(self, queryset, row, key=("pk",)) -> Response:
        """One page of the rows, each written by `row`, and the cursor of the next."""
        return self.page_written(queryset, lambda rows: row, key)

    def page_written(self, queryset, writer_for, key=("pk",)) -> Response:
        """The same where the writer needs to see all rows of the page first."""
        rows, cursor = page_of(queryset, self.request.query_params, key)
        write = writer_for(rows)
        return Response({"results": [write(each) for each in rows], "next_cursor": cursor})


class Nowhere(Endpoint):
    """An address that the API does not have."""

    schema = None

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        raise Http404


def _asking(filterset: type, query, queryset, **extra):
    """The filter set with the filters alone that the query names: to copy the others costs more than the SQL."""
    narrowed = filterset.__new__(filterset)
    narrowed.base_filters = {name: each for name, each in filterset.base_filters.items() if name in query}
    narrowed.__init__(query, queryset, **extra)
    return narrowed
