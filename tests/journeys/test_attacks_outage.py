"""While the database is away, everybody gets a clear answer that says so; nobody gets a trace or another format."""

import json

import pytest

from tests.house.running import manage

NOWHERE = "postgres://nobody:x@127.0.0.1:1/nothing"
ASK = """
import json
from django.test import Client
headers = {{"Host": "localhost", "Authorization": "Bearer x"}}
answer = Client(raise_request_exception=False).get({address!r}, headers=headers)
print(json.dumps([answer.status_code, answer["Content-Type"].split(";")[0], answer.content.decode()]))
"""


@pytest.mark.parametrize(
    ("address", "kind"), [("/dang-nhap/", "text/html"), ("/api/v1/actions/", "application/json")]
)
def test_without_the_database_the_answer_is_503_in_the_format_of_the_asker(address, kind, tmp_path):
    done = manage("shell", "-c", ASK.format(address=address), DATABASE_URL=NOWHERE, DATA_DIR=str(tmp_path / "data"),
                  SAMPLE_MODE="true")  # fmt: skip
    status, given, text = json.loads(done.stdout.splitlines()[-1])

    assert (status, given) == (503, kind)
    assert "Traceback" not in text and "psycopg" not in text
