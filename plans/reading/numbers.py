"""The number a line carries in the annex: given once, and never another line's afterwards.

Lines that an amendment adds stand at the end of their index. There the last line of the annex is followed by the next
number, any other by its own with a letter: 12, 12a, 12b, 13. A line that is withdrawn leaves its number unused.
"""

from collections import Counter

from plans.papers.wording import letter


class Annex:
    """The places of a plan's lines, the withdrawn ones too; a new one may be tried out."""

    def __init__(self, plan):
        self.lines = list(plan.items.order_by("position", "pk").values_list("pk", "position", "index_id"))

    def add(self, line, index_id: int) -> int:
        """The position of a new line of this index, which stands there from now on."""
        last = max((position for _line, position, _index in self.lines), default=0)
        of_index = [position for _line, position, index in self.lines if index == index_id]
        position = of_index[-1] if of_index and of_index[-1] < last else last + 1
        self.lines = sorted([*self.lines, (line, position, index_id)], key=lambda each: each[1])
        return position

    def numbers(self) -> dict:
        """For each line its number."""
        before, numbers = Counter(), {}
        for line, position, _index in self.lines:
            numbers[line] = f"{position}{letter(before[position] - 1) if before[position] else ''}"
            before[position] += 1
        return numbers


def numbers_of(plan) -> dict[int, str]:
    """For each line of the plan its number."""
    return Annex(plan).numbers()
