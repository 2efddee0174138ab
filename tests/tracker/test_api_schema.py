"""The description of the API tells the truth: every route is in it, and answers fit their shapes."""

import re

import pytest
from django.core.management import call_command
from django.utils import timezone
from jsonschema import Draft202012Validator

from plans.api.urls import urlpatterns as plan_routes
from plans.models import Amendment, ClosedPeriod, PaperJob
from tests import factories
from tests.calling import Caller
from tests.reading import in_english
from tracker.api.urls import urlpatterns


@pytest.fixture
def described(client, db):
    return client.get("/api/schema/").json()


def test_the_schema_is_made_without_a_warning(tmp_path):
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(tmp_path / "schema.yml"))


def test_every_route_is_described(described):
    routes = [f"/api/{route.pattern}" for route in urlpatterns if str(route.pattern).startswith("v1/")]
    routes += [f"/api/v1/{route.pattern}" for route in plan_routes]
    plain = {
        re.sub(r"<\w+:(\w+)>", lambda found: "{id}" if found[1] == "pk" else "{" + found[1] + "}", route)
        for route in routes
    }

    assert plain == set(described["paths"])


ONLY_ASKED_FOR = {  # nothing that has a version is changed, or nothing of it that somebody may have read
    "/api/v1/plans/{year}/papers/", "/api/v1/plans/{year}/papers/{id}/writing/", "/api/v1/plans/{year}/compiling/",
    "/api/v1/paper-templates/{kind}/", "/api/v1/paper-templates/{kind}/restoring/",
}  # fmt: skip


def test_every_change_asks_for_the_version_and_says_what_can_go_wrong(described):
    for path, method in changes(described):
        headers = {
            each["name"]: each["required"]
            for each in method["parameters"]
            if each["in"] == "header" and "required" in each
        }
        of_versions = set() if path in ONLY_ASKED_FOR else {"412", "428"}
        assert headers == ({"If-Match": True} if of_versions else {}), path
        assert {"400", "401", "403", "404", "409", "422"} | of_versions < set(method["responses"]), path


def changes(described):
    return [
        (path, methods[name])
        for path, methods in described["paths"].items()
        for name in ("post", "put", "patch")
        if name in methods
    ]


@pytest.fixture
def answers(described, reported, official, head, home_affairs, foreign_official):
    """One answer of every kind of read, on data in which every relation is filled."""
    reported.coordinating_units.add(foreign_official.memberships.get().unit)
    reported.criteria.add(factories.criterion())
    reported.expected_evidence.create(description="Báo cáo")
    plan, by = factories.issued_plan(reported.weakness.review, home_affairs), factories.actor(home_affairs)
    item = plan.items.get()
    amendment = Amendment.begin(plan, by=by, today=factories.SUMMER, reason="Sắp xếp bộ máy.")
    amendment.change(item, by=by, today=factories.SUMMER, measure="Số hóa toàn bộ.")
    period = ClosedPeriod.close(plan, by=by, today=factories.SUMMER, name="Tháng 7", until=factories.ISSUED)
    paper = PaperJob.ask(
        "plan", "docx", by=by, today=factories.SUMMER, now=timezone.now(), review=plan.review
    )
    addresses = {
        "/api/v1/units/": "units/", "/api/v1/units/{code}/": "units/STNMT/", "/api/v1/reviews/": "reviews/",
        "/api/v1/reviews/{year}/": "reviews/2021/", "/api/v1/weaknesses/": "weaknesses/",
        "/api/v1/weaknesses/{ref}/": f"weaknesses/{reported.weakness.ref}/", "/api/v1/actions/": "actions/",
        "/api/v1/actions/{ref}/": f"actions/{reported.ref}/",
        "/api/v1/actions/{ref}/history/": f"actions/{reported.ref}/history/",
        "/api/v1/actions/{ref}/evidence/": f"actions/{reported.ref}/evidence/",
        "/api/v1/actions/{ref}/extensions/": f"actions/{reported.ref}/extensions/",
        "/api/v1/questions/": "questions/",
        "/api/v1/plans/{year}/": "plans/2022/", "/api/v1/plans/{year}/items/": "plans/2022/items/",
        "/api/v1/plans/{year}/progress/": "plans/2022/progress/",
        "/api/v1/plans/{year}/progress/actions/": "plans/2022/progress/actions/?count=total",
        "/api/v1/plans/{year}/items/{id}/": f"plans/2022/items/{item.pk}/",
        "/api/v1/plans/{year}/checks/": "plans/2022/checks/", "/api/v1/plans/{year}/unplaced/": "plans/2022/unplaced/",
        "/api/v1/plans/{year}/left-out/": "plans/2022/left-out/",
        "/api/v1/plans/{year}/proposals/": "plans/2022/proposals/",
        "/api/v1/plans/{year}/versions/": "plans/2022/versions/",
        "/api/v1/plans/{year}/versions/{number}/": "plans/2022/versions/1/",
        "/api/v1/plans/{year}/versions/{number}/differences/": "plans/2022/versions/1/differences/",
        "/api/v1/plans/{year}/amendments/": "plans/2022/amendments/",
        "/api/v1/plans/{year}/amendments/{id}/": f"plans/2022/amendments/{amendment.pk}/",
        "/api/v1/plans/{year}/periods/": "plans/2022/periods/",
        "/api/v1/plans/{year}/periods/{id}/": f"plans/2022/periods/{period.pk}/",
        "/api/v1/plans/{year}/papers/": "plans/2022/papers/",
        "/api/v1/plans/{year}/papers/{id}/": f"plans/2022/papers/{paper.pk}/",
        "/api/v1/plans/{year}/next-year/": "plans/2022/next-year/", "/api/v1/plans/": "plans/",
        "/api/v1/paper-templates/": "paper-templates/", "/api/v1/plans/{year}/kept-apart/": "plans/2022/kept-apart/",
    }  # fmt: skip
    return {path: Caller(home_affairs).read(address) for path, address in addresses.items()}


def test_every_read_is_tried_but_for_files(described, answers):
    read = {path for path, methods in described["paths"].items() if "application/json" in _good(methods)}

    assert read == set(answers)


def _good(methods: dict) -> dict:
    return methods.get("get", {"responses": {"200": {"content": {}}}})["responses"]["200"]["content"]


def test_the_examples_of_refusals_are_what_is_answered(described, action, official, home_affairs):
    in_english(official, home_affairs)
    item = factories.issued_plan(action.weakness.review, home_affairs).items.get()
    unit, snv, address = Caller(official), Caller(home_affairs), f"actions/{action.ref}/progress/"
    line, words = f"plans/2022/items/{item.pk}/", {"percent": 40, "note": "x"}
    version = unit.read(f"actions/{action.ref}/").json()["version"]
    unit.change(address, version, "one-key-1", **words)
    answers = [
        unit.change(address, version + 1, "one-key-1", **words), unit.change(address, version, **words),
        unit.change(address, **words), unit.send("PATCH", line, item.version, note="x"),
        unit.read("actions/HD-1990-1/"), snv.send("PATCH", line, snv.read(line).json()["version"], note="x"),
        Caller().read("actions/"),
    ]  # fmt: skip
    responses = described["paths"]["/api/v1/actions/{ref}/progress/"]["post"]["responses"]
    for each in answers:
        content = responses[str(each.status_code)]["content"]["application/json"]
        (example,) = content["examples"].values()
        assert shape_of(example["value"]) == shape_of(each.json()), each.status_code

    assert {each.status_code for each in answers} == {401, 403, 404, 409, 412, 422, 428}


def shape_of(refusal: dict) -> dict:
    return {name: type(words) for name, words in refusal.items()}


def test_every_answer_has_the_shape_that_is_described(described, answers):
    for path, answer in answers.items():
        assert answer.status_code == 200, path
        shape = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert list(errors(described, shape, answer.json())) == [], path


def test_the_answer_to_a_change_has_the_shape_that_is_described(described, action, official):
    answer = Caller(official).change(f"actions/{action.ref}/progress/", action.version, percent=40, note="x")

    shape = {"$ref": "#/components/schemas/ActionState"}
    assert list(errors(described, shape, answer.json())) == []


def errors(described: dict, shape: dict, value):
    """What does not fit; a field that the shape does not know counts as well."""
    for each in described["components"]["schemas"].values():
        if each.get("type") == "object" and "additionalProperties" not in each:
            each["additionalProperties"] = False
    whole = {"components": described["components"], **shape}
    return (error.message for error in Draft202012Validator(whole).iter_errors(value))
