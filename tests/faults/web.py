"""A person at the web process of a fault: by program and by browser, over the wire."""

from http.client import HTTPConnection
from uuid import uuid4

import orjson
from django.test import Client

from tracker.models import Action, ApiToken, User

PROGRESS = {"percent": 40, "note": "Đã ký hợp đồng"}
TOKEN = "f" * 32  # of the form's guard: the cookie and the form say the same
LINE = "--part\r\nContent-Disposition: form-data; "
FILE = 'name="file"; filename="bao-cao.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n%%EOF\n\r\n'


class Person:
    """Somebody who answers for an action, and asks the web process on this port."""

    def __init__(self, user: User, port: int):
        self.port, self.action = port, Action.objects.filter(owner=user).latest("pk")
        self.program = {"Authorization": f"Bearer {ApiToken.issue(user)}", "Content-Type": "application/json"}
        browser = Client()
        browser.force_login(user)
        self.browser = {"Cookie": f"sessionid={browser.cookies['sessionid'].value}; csrftoken={TOKEN}"}

    def works(self) -> list[int]:
        """Looks at the action, brings a file, says how far it is; the statuses of the answers."""
        api, page = f"/api/v1/actions/{self.action.ref}/", f"/hanh-dong/{self.action.ref}/"
        version = {"If-Match": f'"{self.action.version}"'}
        return [
            asked(self.port, "GET", page, **self.browser)[0],
            asked(self.port, "POST", f"{api}progress/", orjson.dumps(PROGRESS), **self.program, **version)[0],
            asked(self.port, "POST", f"{page}minh-chung/tep/", self._form(), **self._form_headers())[0],
        ]

    def _form(self) -> bytes:
        hidden = {
            "csrfmiddlewaretoken": TOKEN,
            "version": self.action.version + 1,
            "idempotency": uuid4().hex,
        }
        fields = "".join(f'{LINE}name="{name}"\r\n\r\n{value}\r\n' for name, value in hidden.items())
        return f"{fields}{LINE}{FILE}--part--\r\n".encode()

    def _form_headers(self) -> dict[str, str]:
        return self.browser | {"Content-Type": "multipart/form-data; boundary=part"}


def asked(port: int, method: str, address: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
    """One request, and its answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(method, address, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()
