"""Every change of the plan that the API offers, with words that would do: address, method, body."""

from tests.plans.api.conftest import PLAN

SIGNED = {"number": "9/KH-UBND", "issued_on": "2022-08-01", "signer_name": "Nguyễn Văn A"}
LINE = {"measure": "Số hóa toàn bộ."}


def of_plan(lines: list, ref: str) -> dict[str, tuple]:
    """By the name of the route; the lines are those of the plan, the reference that of one of its actions."""
    one, two = (line.pk for line in lines[:2])
    seen = [{"id": one, "version": 1}, {"id": two, "version": 1}]
    why = {"reason": "Vì thế."}
    return {
        "api-plan": ("PATCH", PLAN, {"purpose": "Khắc phục."}),
        "api-plan-sending": ("POST", f"{PLAN}sending/", why),
        "api-plan-recall": ("POST", f"{PLAN}recall/", why),
        "api-plan-issue": ("POST", f"{PLAN}issue/", SIGNED | why),
        "api-plan-publication": ("PUT", f"{PLAN}publication/", {"is_public": True}),
        "api-plan-period-end": ("PUT", f"{PLAN}period-end/", {"ends_on": None}),
        "api-plan-item": ("PATCH", f"{PLAN}items/{one}/", LINE),
        "api-plan-taking": ("POST", f"{PLAN}taking/", {"actions": [ref]}),
        "api-plan-taking-out": ("POST", f"{PLAN}taking-out/", {"action": ref} | why),
        "api-plan-leaving-out": ("POST", f"{PLAN}leaving-out/", {"action": ref} | why),
        "api-plan-bringing-back": ("POST", f"{PLAN}bringing-back/", {"action": ref}),
        "api-plan-merging": ("POST", f"{PLAN}merging/", {"lines": seen}),
        "api-plan-splitting": ("POST", f"{PLAN}splitting/", {"line": one, "actions": [ref]}),
        "api-plan-moving": ("POST", f"{PLAN}moving/", {"lines": [two]}),
        "api-plan-coordinating": ("POST", f"{PLAN}coordinating/", {"lines": seen[:1], "add": ["SYT"]}),
        "api-plan-keeping-apart": ("POST", f"{PLAN}keeping-apart/", {"lines": [one, two]}),
        "api-plan-proposing-again": ("POST", f"{PLAN}proposing-again/", {"lines": [one, two]}),
        "api-amendments": ("POST", f"{PLAN}amendments/", why),
        "api-plan-periods": ("POST", f"{PLAN}periods/", {"name": "Quý 3", "until": "2022-09-30"}),
    }


def of_amendment(pk: int, change: int, lines: list, ref: str) -> dict[str, tuple]:
    """The same of an amendment."""
    at, why = f"{PLAN}amendments/{pk}/", {"reason": "Vì thế."}
    return {
        "api-amendment-changes": ("POST", f"{at}changes/", {"line": lines[0].pk} | LINE),
        "api-amendment-undoing": ("POST", f"{at}changes/{change}/undoing/", {}),
        "api-amendment-additions": ("POST", f"{at}additions/", {"actions": [ref]}),
        "api-amendment-withdrawals": ("POST", f"{at}withdrawals/", {"line": lines[0].pk} | why),
        "api-amendment-extensions": ("POST", f"{at}extensions/", {}),
        "api-amendment-issue": ("POST", f"{at}issue/", SIGNED),
        "api-amendment-cancel": ("POST", f"{at}cancel/", why),
    }
