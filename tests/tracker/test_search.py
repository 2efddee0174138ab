"""One field finds actions, weaknesses, units and people, each only for those who may see it."""

import pytest

from tests import factories
from tests.reading import Reader

KINDS = ("actions", "weaknesses", "units", "people")


def found(reader, words: str) -> dict[str, list[str]]:
    context = reader.get("/tim/", {"q": words}).context
    return {kind: [str(each) for each in context.get(kind) or []] for kind in KINDS}


@pytest.fixture
def foreign(review, health, foreign_official, home_affairs):
    """A proposal of the health department."""
    words = {"title": "Viện phí chưa công khai", "statement": "3/9 bệnh viện chưa công khai."}
    weakness = factories.weakness(review, health, home_affairs, **words)
    return factories.action(weakness, foreign_official, statement="Công khai viện phí")


def test_words_without_accents_find_things_of_every_kind(action, foreign, home_affairs):
    reader = Reader(home_affairs)

    assert found(reader, "dat dai")["weaknesses"] == [str(action.weakness)]
    assert found(reader, "mot cua")["actions"] == [str(action)]
    assert found(reader, "MÔI TRƯỜNG")["units"] == ["Sở Tài nguyên và Môi trường"]
    assert found(reader, "nguyen tuyet")["people"] == ["Nguyễn Thị Ánh Tuyết"]


def test_words_are_found_from_their_beginning(action, foreign, home_affairs):
    reader = Reader(home_affairs)

    assert found(reader, "moi tru")["units"] == ["Sở Tài nguyên và Môi trường"]
    assert found(reader, "oi ruong")["units"] == []
    assert found(reader, "(moi .")["units"] == []
    assert found(reader, "017")["actions"] == found(reader, "xyz")["actions"] == []
    assert found(reader, action.ref[-3:])["actions"] == [str(action)]


def test_a_unit_finds_neither_another_units_proposals_nor_its_people(action, foreign, official, head):
    reader = Reader(official)

    assert found(reader, "vien phi") == {kind: [] for kind in KINDS}
    assert found(reader, "tuyet")["people"] == []
    assert found(reader, "hoa")["people"] == [head.full_name]
    assert found(reader, "y te")["units"] == ["Sở Y tế"]


@pytest.mark.parametrize(("typed", "leads_to"), [
    ("{action}", "/hanh-dong/{action}/"),
    (" hd-2022-001 ", "/hanh-dong/HD-2022-001/"),
    ("{weakness}", "/hanh-dong/?weakness={weakness}"),
])  # fmt: skip
def test_a_whole_reference_leads_to_its_thing_at_once(typed, leads_to, action, official):
    known = {"action": action.ref, "weakness": action.weakness.ref}
    answer = Reader(official).get("/tim/", {"q": typed.format(**known)})

    assert (answer.status_code, answer["Location"]) == (302, leads_to.format(**known))


def test_the_reference_of_another_units_proposal_leads_nowhere(foreign, official):
    for ref in (foreign.ref, foreign.weakness.ref, "HD-2099-999"):
        answer = Reader(official).get("/tim/", {"q": ref})
        assert answer.status_code == 200
        assert not answer.context["found"]


@pytest.mark.parametrize("typed", ["", " ", "a", "\0", "-", "%", "x" * 5000, "a b c d e f g h i j k"])
def test_whatever_is_typed_gets_a_page(typed, action, official):
    assert Reader(official).get("/tim/", {"q": typed}).status_code == 200


def test_too_little_typed_and_nothing_found_are_told_apart(action, official):
    pages = {
        Reader(official).get(f"/tim/?lang=en&q={words}", follow=True).content.decode()
        for words in ("", "a", "khongco")
    }

    for words in ("Type what you are looking for", "at least two letters", "Nothing you may see matches"):
        assert sum(words in page for page in pages) == 1


def test_every_page_of_somebody_logged_in_has_the_field(action, official, client):
    assert 'action="/tim/"' in Reader(official).get("/viec-cua-toi/").content.decode()
    assert 'action="/tim/"' not in client.get("/dang-nhap/").content.decode()
