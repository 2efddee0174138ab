"""How tests fill in the card of a weakness: everything it shows, with some fields typed over."""

from plans.models import Submission
from tests.reading import Reader

OFFICIAL_WORDS = {
    "cause-c1-kind": "internal", "cause-c1-statement": "Chưa phân công rõ người trực thay.",
    "responsibility-r1-position_title": "Trưởng phòng", "responsibility-r1-level": "direct",
    "action-a1-statement": "Số hóa 40 văn bản minh chứng", "action-a1-due_on": "31/08/2022",
    "action-a1-expected_output": "40/40 văn bản trên kho", "action-a1-expected_evidence": "Quyết định\nẢnh chụp",
}  # fmt: skip
ROWS = {"cause": ["c1"], "responsibility": ["r1"], "action": ["a1"]}


def submission(code: str = "STNMT") -> Submission:
    return Submission.objects.get(unit__code=code)


def place(weakness, part: str = "") -> str:
    """The address of the card, or of something in it."""
    return f"/ban-nop/{weakness.review.year}/{weakness.unit.code}/hc/{weakness.ref}/{part}"


def as_shown(reader: Reader, weakness) -> dict:
    """What a browser would send if nobody typed anything."""
    form = reader.get(place(weakness)).context["form"]
    shown = {name: form[name].value() for name in ("version", "idempotency", *form.facts)}
    for row in form.all_rows:
        shown.setdefault(row.part, []).append(row.key)
        shown |= {row.add_prefix(field.name): _sent(field) for field in row if _sent(field)}
    return {name: value for name, value in shown.items() if value is not None}


def filled(reader: Reader, weakness, owner=None, **typed) -> dict:
    """A new card filled in by the official; names with dashes are given with underscores doubled."""
    words = as_shown(reader, weakness) | ROWS | OFFICIAL_WORDS
    if owner:
        words |= {"responsibility-r1-bearer": f"person-{owner.pk}", "action-a1-owner": str(owner.pk)}
    return words | typed


def _sent(field):
    value = field.value()
    return value.strftime("%d/%m/%Y") if hasattr(value, "strftime") else value
