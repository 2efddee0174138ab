"""How an endpoint describes itself in OpenAPI: from the same attributes it works with, so that both agree."""

import re
from http import HTTPStatus

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from .paging import PAGING
from .parameters import filter_parameter, header_parameters, path_parameter
from .refusals import CHANGING, OF_VERSIONS, READING, refused


class BearerToken(OpenApiAuthenticationExtension):
    """Shows the token of `manage.py api_token` as the one way in."""

    target_class = "tracker.api.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema) -> dict:
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "The token that manage.py api_token printed.",
        }


class EndpointSchema(AutoSchema):
    """Reads `answer`, `body`, `result`, `status` and `filterset` of the endpoint."""

    @property
    def is_reading(self) -> bool:
        return self.method == "GET"

    def get_operation_id(self) -> str:
        words = re.sub(r"(?<!^)(?=[A-Z])", "_", type(self.view).__name__).lower()
        return words if self.is_reading else f"{self.method.lower()}_{words}"

    def get_summary(self) -> str:
        return self._promise().splitlines()[0]

    def get_description(self) -> str:
        return "\n".join(self._promise().splitlines()[1:]).strip()

    def get_request_serializer(self):
        return None if self.is_reading else self.view.body

    def get_response_serializers(self) -> dict:
        good = self.view.answer if self.is_reading else self.view.result
        status = HTTPStatus.OK if self.is_reading else HTTPStatus(self.view.status)
        media = "application/octet-stream" if good is OpenApiTypes.BINARY else "application/json"
        answers = {(int(status), media): OpenApiResponse(good, description=status.phrase)}
        return answers | {code: refused(code, why) for code, why in self._refusals().items()}

    def get_override_parameters(self) -> list[OpenApiParameter]:
        named = re.findall(r"{(\w+)}", self.path)
        return [path_parameter(name) for name in named] + (
            self._query() if self.is_reading else header_parameters(needs_version=self.view.needs_version)
        )

    def _query(self) -> list[OpenApiParameter]:
        if not self._is_paged():
            return [asked.named(name) for name, asked in self.view.query.items()]
        filters = self.view.filterset.base_filters if self.view.filterset else {}
        paging = [OpenApiParameter(name, description=words) for name, words in PAGING.items()]
        return [filter_parameter(name, each) for name, each in filters.items()] + paging

    def _is_paged(self) -> bool:
        return getattr(self.view.answer, "__name__", "").endswith("Page")

    def _refusals(self) -> dict[int, str]:
        if not self.is_reading:
            unversioned = () if self.view.needs_version else OF_VERSIONS
            return {code: why for code, why in CHANGING.items() if code not in unversioned}
        missing = set() if "{" in self.path else {HTTPStatus.NOT_FOUND}
        unsound = set() if self._is_paged() or self.view.query else {HTTPStatus.BAD_REQUEST}
        return {code: why for code, why in READING.items() if code not in missing | unsound}

    def _is_list_view(self, serializer=None) -> bool:
        """Pages are described as they are; nothing is wrapped around them."""
        return False

    def _promise(self) -> str:
        """What the method's own docstring promises, else the endpoint's."""
        handler = getattr(type(self.view), self.method.lower())
        return (handler.__doc__ or type(self.view).__doc__ or "").strip()
