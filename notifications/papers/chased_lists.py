"""The annex of a chasing letter: unit by unit what was owed on the day it was sent."""

from itertools import count

from plans.papers.wording import UNKNOWN, short_day


def review_of(letters: list):
    """The review the letters are about; of actions of several years, the latest."""
    if letters[0].submission:
        return letters[0].submission.review
    reviews = {action.weakness.review for letter in letters for action in letter.actions.all()}
    return max(reviews, key=lambda review: review.year)


def groups(letters: list) -> list[dict]:
    """One for each unit: its overdue actions, numbered through, or its missing submission."""
    if letters[0].submission:
        return [_missing(letter) for letter in letters]
    numbers = count(1)
    return [
        {"name": letter.unit.name_vi, "rows": [_action(next(numbers), row) for row in letter.actions_then()]}
        for letter in letters
    ]


def _action(number: int, row: dict) -> dict:
    action = row["action"]
    measure = action.statement_in_plan if action.baselined_on else action.statement
    return {
        "number": number, "ref": action.ref, "measure": measure,
        "due": short_day(row["due_on"]), "days": row["days"],
    }  # fmt: skip


def _missing(letter) -> dict:
    then = letter.submission_then()
    return {
        "name": letter.unit.name_vi, "due": short_day(then["due_on"]),
        "days": then["days"] if then["days"] > 0 else UNKNOWN,
        "lacks": " ".join([*then["lacks"], *_until(letter, then["days"])]),
    }  # fmt: skip


def _until(letter, days_late: int) -> list[str]:
    """A unit that is late has a day of its own; the text of a letter to many cannot say it."""
    until = letter.record.after.get("figures", {}).get("nộp chậm nhất")
    return [f"Nộp chậm nhất ngày {until}."] if until and days_late > 0 else []
