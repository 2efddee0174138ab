"""The description of the API tells the truth: every route is in it, and answers fit their shapes."""

import re

import pytest
from django.core.management import call_command
from jsonschema import Draft202012Validator

from plans.api.urls import urlpatterns as plan_routes
from tests import factories
from tests.calling import Caller
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


def test_every_change_asks_for_the_version_and_says_what_can_go_wrong(described):
    for path, methods in described["paths"].items():
        if "post" in methods:
            headers = {
                each["name"]: each["required"]
                for each in methods["post"]["parameters"]
                if each["in"] == "header" and "required" in each
            }
            assert headers == {"If-Match": True}, path
            assert {"400", "401", "403", "404", "409", "412", "422", "428"} < set(
                methods["post"]["responses"]
            ), path


@pytest.fixture
def answers(described, reported, official, head, home_affairs, foreign_official):
    """One answer of every kind of read, on data in which every relation is filled."""
    reported.coordinating_units.add(foreign_official.memberships.get().unit)
    reported.criteria.add(factories.criterion())
    reported.expected_evidence.create(description="Báo cáo")
    factories.issued_plan(reported.weakness.review, home_affairs)
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
    }  # fmt: skip
    return {path: Caller(home_affairs).read(address) for path, address in addresses.items()}


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
