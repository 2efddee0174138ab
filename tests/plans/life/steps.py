"""What stands on the signed paper, and what the checks of a plan say."""

from tests.factories import ISSUED

PAGE = "/ke-hoach/2022/"
SIGNED = {"number": "118/KH-UBND", "issued_on": ISSUED, "signer_name": "Nguyễn Văn A"}


def unmet(plan, today=ISSUED) -> list[str]:
    """The names of the checks that are not met."""
    return [check.name for check in plan.checks(today) if not check.is_met]
