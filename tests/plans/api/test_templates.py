"""The Word templates of the papers through the API: fetched, replaced, given up again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from plans.models import PaperTemplate
from plans.papers.catalogue import PAPERS
from tests.calling import Caller
from tests.plans.papers.templates import NAME, template

TEMPLATES = "paper-templates/"


def fetched(caller, kind="plan") -> bytes:
    answer = caller.read(f"{TEMPLATES}{kind}/file/")
    assert answer["Content-Disposition"].startswith("attachment")
    return b"".join(answer.streaming_content)


@pytest.fixture
def replace(snv):
    def send(file, kind="plan", key="", caller=snv):
        headers = {"Idempotency-Key": key} if key else {}
        return caller.post(f"/api/v1/{TEMPLATES}{kind}/", {"file": file}, headers=headers)

    return send


def test_a_template_is_replaced_fetched_and_given_up(snv, replace):
    own = template(body="Câu của riêng {{ province }}.")
    answer = replace(own)

    assert (answer.status_code, answer.json()["file_name"], answer.json()["is_built_in"]) == (
        200,
        NAME,
        False,
    )
    assert fetched(snv) == own.open().read()
    restored = snv.change(f"{TEMPLATES}plan/restoring/")
    assert (restored.status_code, restored.json()["is_built_in"]) == (200, True)
    assert fetched(snv) == PAPERS["plan"].built_in.read_bytes()
    assert snv.change(f"{TEMPLATES}plan/restoring/").status_code == 409


def test_the_list_says_which_template_is_in_use(snv, replace, home_affairs):
    replace(template())
    rows = {row["kind"]: row for row in snv.read(TEMPLATES).json()["results"]}

    assert set(rows) == set(PAPERS)
    assert (rows["plan"]["uploaded_by"], rows["sending"]["uploaded_by"]) == (home_affairs.full_name, None)
    assert rows["sending"]["is_built_in"] and not rows["plan"]["is_built_in"]


def test_a_faulty_one_is_refused_in_words_and_the_one_in_use_stays(replace):
    replace(template())
    answer = replace(template(body="{{ nowhere }}"))

    assert (answer.status_code, list(answer.json())) == (400, ["file"])
    assert PaperTemplate.objects.count() == 1


def test_sent_twice_with_one_key_it_is_taken_once(replace):
    content = template().read()
    answers = [replace(SimpleUploadedFile(NAME, content), key="template-1") for _ in range(2)]

    assert answers[0].json() == answers[1].json()
    assert PaperTemplate.objects.count() == 1


def test_a_paper_that_is_not_there_has_no_template(snv, replace):
    assert replace(template(), kind="poem").status_code == 404
    assert snv.read(f"{TEMPLATES}poem/file/").status_code == 404


@pytest.mark.parametrize("who", ["official", "head", "leader", "inspector", "admin"])
def test_for_others_there_are_no_templates(who, replace, request):
    caller = Caller(request.getfixturevalue(who))

    assert caller.read(TEMPLATES).status_code == caller.read(f"{TEMPLATES}plan/file/").status_code == 404
    assert caller.change(f"{TEMPLATES}plan/restoring/").status_code == 404
    assert replace(template(), caller=caller).status_code == 404
    assert not PaperTemplate.objects.exists()
