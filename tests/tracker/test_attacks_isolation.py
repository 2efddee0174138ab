"""A unit that only coordinates an action looks for what is not its own: evidence, people, words about them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import factories
from tests.calling import AUGUST, Caller
from tests.reading import Reader, address

SECRET = "Bien-ban-mat.pdf"


@pytest.fixture
def coordinated(action, health, official):
    """Khởi's action, with a file of his unit, that Tuyết's unit coordinates."""
    action.coordinating_units.add(health)
    file = SimpleUploadedFile(SECRET, b"%PDF-1.4 %%EOF")
    action.add_file(by=factories.actor(official), today=AUGUST, file=file)
    return action


def test_the_evidence_of_the_lead_unit_is_nowhere_on_the_page(coordinated, foreign_official, official):
    assert SECRET in Reader(official).get(address(coordinated)).content.decode()
    assert SECRET not in Reader(foreign_official).get(address(coordinated)).content.decode()


def test_the_file_of_the_lead_unit_cannot_be_fetched(coordinated, foreign_official, inspector):
    number = coordinated.evidence.get().pk
    door = address(coordinated, f"minh-chung/{number}/")
    program = Caller(foreign_official).read(f"actions/{coordinated.ref}/evidence/{number}/content/")

    assert Reader(inspector).status_of(door) == 200
    assert Reader(foreign_official).get(door).status_code == program.status_code == 404


@pytest.mark.parametrize("part", ["", "evidence/", "history/"])
def test_the_api_says_nothing_of_the_evidence_either(part, coordinated, foreign_official):
    answer = Caller(foreign_official).read(f"actions/{coordinated.ref}/{part}")

    assert answer.status_code == 200
    assert SECRET not in answer.content.decode()


def test_a_form_sent_without_right_does_not_list_the_people_of_the_unit(coordinated, head, foreign_official):
    answer = Reader(foreign_official).post(address(coordinated, "phu-trach/"), {})

    assert answer.status_code == 403
    assert head.full_name not in answer.content.decode()
