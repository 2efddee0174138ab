"""The set-based SQL of the counting: each file is one named part; lists of names are written once, here."""

from functools import cache
from pathlib import Path

from plans.models.progress.snapshot import COUNTS, KEPT
from tracker.models.time_status import DUE_SOON

FOLDER = Path(__file__).parent / "sql"
FACTS = (
    "action_id", "plan_id", "item_id", "index_key", "group_key", "unit_key", "state", "due_on", "original_due_on",
    "reported_on", "proof_expected", "proof_given",
)  # fmt: skip
KEYS = {
    "total": "''",
    "index": "index_key",
    "group": "group_key",
    "unit": "unit_key",
    "item": "item_id::text",
}
STATES = COUNTS[: COUNTS.index("dropped") + 1]  # each action is in one


@cache
def statement(main: str, *parts: str, dimensions: tuple[str, ...] = KEPT) -> str:
    """One statement made of these common table expressions."""
    words = _names() | _grouping(dimensions) | {"due_soon": str(DUE_SOON.days)}
    words["counts"] = _text("counts").format(**words)
    expressions = ",\n".join(_text(part).rstrip() for part in parts)
    whole = f"WITH {expressions}\n{_text(main)}" if parts else _text(main)
    return whole.format(**words)


def _names() -> dict[str, str]:
    taken = "{0} = excluded.{0}"
    return {
        "facts": _each("{0}", FACTS),
        "of_facts": _each("facts.{0}", FACTS),
        "of_known": _each("known.{0}", FACTS),
        "facts_taken": _each(taken, FACTS[1:]),
        "facts_mended": _each("{0} = strayed.{0}", FACTS[1:]),
        "names": _each("{0}", COUNTS),
        "sums": _each("sum({0})::int AS {0}", COUNTS),
        "kept_names": _each("kept.{0}", COUNTS),
        "counted_names": _each("counted.{0}", COUNTS),
        "excluded_names": _each("excluded.{0}", COUNTS),
        "names_taken": _each(taken, COUNTS),
        "names_added": _each("{0} = kept.{0} + counted.{0}", COUNTS),
        "nothing_left": " + ".join(f"kept.{state} + counted.{state}" for state in STATES) + " = 0",
    }


def _grouping(dimensions: tuple[str, ...]) -> dict[str, str]:
    """Of which dimension a row is, and its key: a column that the row is not grouped by is null."""
    columns = {name: KEYS[name].removesuffix("::text") for name in dimensions if name != "total"}
    kinds = "".join(f"WHEN grouping({column}) = 0 THEN '{name}' " for name, column in columns.items())
    keys = "".join(f"WHEN grouping({column}) = 0 THEN {KEYS[name]} " for name, column in columns.items())
    sets = [f"(plan_id, day{'' if name == 'total' else ', ' + columns[name]})" for name in dimensions]
    return {
        "dimension": f"CASE {kinds}ELSE 'total' END" if kinds else "'total'",
        "key": f"CASE {keys}ELSE '' END" if keys else "''",
        "sets": ", ".join(sets),
        "grain": ", ".join(["plan_id", "day", *columns.values()]),
    }


def _each(pattern: str, names: tuple[str, ...]) -> str:
    return ", ".join(pattern.format(name) for name in names)


def _text(name: str) -> str:
    lines = (FOLDER / f"{name}.sql").read_text().splitlines()
    return "\n".join(line for line in lines if not line.startswith("--")) + "\n"
